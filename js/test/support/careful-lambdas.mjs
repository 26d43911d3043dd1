// Lambdas of careful authors, in old JavaScript and new: there is nothing in them to warn of.

export const careful = {
  "Facebook's picture and birthday": {
    type: "FacebookReconcile",
    body: `
function reconcile(user, registration, facebookUser) {
  user.firstName = facebookUser.first_name;
  user.middleName = facebookUser.middle_name;
  user.lastName = facebookUser.last_name;
  user.fullName = facebookUser.name;
  if (facebookUser.picture && !facebookUser.picture.data.is_silhouette) {
    user.imageUrl = facebookUser.picture.data.url;
  }
  if (facebookUser.birthday) {
    var parts = facebookUser.birthday.split('/');
    user.birthDate = parts[2] + '-' + parts[0] + '-' + parts[1];
  }
}`,
  },
  "every claim in a loop": {
    body: `
function reconcile(user, registration, jwt) {
  user.data = user.data || {};
  for (var key in jwt) {
    if (jwt.hasOwnProperty(key) && key.indexOf('custom:') === 0) {
      user.data[key.substring(7)] = jwt[key];
    }
  }
  Object.keys(jwt).forEach(function (k) { registration.data[k] = jwt[k]; });
}`,
  },
  "today's JavaScript": {
    body: `
const ROLE_BY_GROUP = new Map([['Admins', 'admin'], ['Editors', 'editor']]);
const isText = (value) => typeof value === 'string' && value.trim() !== '';
const pick = (source, ...names) => names.map((name) => source?.[name]).find(isText);

function reconcile(user, registration, jwt, id_token, tokens, context) {
  const claims = { ...jwt, ...(id_token ?? {}) };
  const { given_name: first, family_name: last } = claims;
  if (isText(first)) user.firstName = first;
  if (isText(last)) user.lastName = last;
  user.fullName ??= pick(claims, 'name', 'nickname') ?? [first, last].filter(Boolean).join(' ');
  const groups = id_token?.['cognito:groups'] ?? [];
  const roles = new Set(groups.map((group) => ROLE_BY_GROUP.get(group)).filter(Boolean));
  registration.roles = [...roles].sort();
  const [identity] = parse(jwt.identities);
  if (identity?.providerName) user.data.provider = identity.providerName;
  switch (jwt.locale?.slice(0, 2)) {
    case 'de': user.preferredLanguages = ['de']; break;
    case 'fr': user.preferredLanguages = ['fr', 'en']; break;
    default: user.preferredLanguages = ['en'];
  }
  if (/^[\\w.+-]+@example\\.com$/i.test(jwt.email ?? '')) user.data.staff = true;
}

function parse(text) {
  if (!text) return [];
  try { return JSON.parse(text); } catch { return []; }
}`,
  },
  "helpers in a closure": {
    body: `
var helpers = (function () {
  function first(list) { return list && list.length ? list[0] : undefined; }
  return { first: first };
})();
function reconcile(user, registration, jwt) {
  var emails = jwt.emails || [];
  user.data.otherEmail = helpers.first(emails);
  var name = jwt.name ? jwt.name.split(' ') : [];
  user.firstName = name[0] || user.firstName;
  user.lastName = name.length > 1 ? name[name.length - 1] : user.lastName;
  user.data.updated = arguments.length;
  if (arguments.length > 3 && arguments[3]) { user.data.hasIdToken = true; }
}`,
  },
  "JavaScript of long ago": {
    body: `
function reconcile(user, registration, jwt, id_token) {
  with (Math) { user.data.r = floor(1.5); }
  var i, list = [], n = 0;
  for (i = 0; i < 10; i++) list.push(i);
  do { n++; } while (n < 3);
  if (jwt.roles != null && jwt.roles.constructor === Array) {
    for (i = 0; i < jwt.roles.length; i++) {
      if (registration.roles.indexOf(jwt.roles[i]) == -1) registration.roles.push(jwt.roles[i]);
    }
  }
  var key = 'email';
  if (id_token && id_token[key]) user.data.tokenEmail = id_token[key];
  if (jwt.company && jwt.company.name) user.data.company = jwt.company.name;
  if (!registration.data) { registration.data = {}; }
  registration.data.lastSeen = Date.now();
  eval('1');
}`,
  },
  "a group that throws": {
    body: `
function reconcile(user, registration, jwt, id_token) {
  if (!id_token || !id_token['cognito:groups'] || id_token['cognito:groups'].indexOf('staff') < 0) {
    console.error('User ' + jwt.sub + ' is not in the group staff');
    throw new Error('Not allowed');
  }
  if (jwt.email == undefined || jwt.email == 'null' || jwt.email === '') throw new Error('no email');
  user.email = jwt.email.toLowerCase();
  registration.roles = ['user'];
  if (id_token['cognito:groups'].includes('admins')) registration.roles.push('admin');
}`,
  },
  "claims asked for in many ways": {
    body: `
function reconcile(user, registration, jwt) {
  if (jwt.picture && jwt.picture.indexOf('http') === 0) { user.imageUrl = jwt.picture; }
  user.data = Object.assign({}, user.data, { nickname: jwt.nickname });
  if (typeof jwt.zoneinfo === 'string') user.timezone = jwt.zoneinfo;
  var phone = jwt.phone_number;
  if (phone) { user.mobilePhone = phone.replace(/\\s+/g, ''); }
  user.data.address = jwt.address && jwt.address.formatted ? jwt.address.formatted : null;
  user.data.list = (jwt.tags || '').split(',').map(function (t) { return t.trim(); });
}`,
  },
  "Google's texts for booleans": {
    type: "GoogleReconcile",
    body: `
function reconcile(user, registration, idToken) {
  user.firstName = idToken.given_name;
  if (idToken.email_verified === 'true' || idToken.email_verified === true) { user.data.googleVerified = true; }
  if (idToken.hd && idToken.hd === 'acme.com') {
    registration.roles = registration.roles || [];
    if (!registration.roles.includes('employee')) registration.roles.push('employee');
  }
}`,
  },
  "everything into data": {
    body: `
function reconcile(user, registration, jwt, id_token) {
  registration.data.claims = jwt;
  registration.data.token = id_token;
  user.data.orgs = (jwt.organizations || []).map(function (o) { return o.id; });
  user.data.first = user.data.orgs[0];
  var cache = {};
  cache[jwt.sub] = true;
  Object.assign(user.data, { subject: jwt.sub });
  user.data.count = (user.data.count || 0) + 1;
  user.data.count++;
}`,
  },
};
