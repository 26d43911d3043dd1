// Lambdas as people write them, in the ways of the public ones: what each is about, and what there is to warn of.

export const idiomatic = {
  "GitHub's profile with its nulls": {
    body: `
// GitHub sends null for what is private
function reconcile(user, registration, jwt) {
  user.data = user.data || {};
  if (jwt.email !== null && jwt.email !== 'null') {
    user.email = jwt.email;
  } else {
    user.email = jwt.login + '@users.example.com';
  }
  user.fullName = jwt.name;
  user.imageUrl = jwt.avatar_url;
  registration.username = jwt.login;
  user.data.github = { id: jwt.id, company: jwt.company, location: jwt.location };
}`,
  },
  "Discord's avatar, with arguments in another order": {
    says: ["lambda-parameter-misplaced", "console-arguments", "console-method", "console-object"],
    body: `
function reconcile(user, registration, idToken, tokens, userInfo) {
  user.data = user.data || {};
  user.username = idToken.username + '#' + idToken.discriminator;
  user.data.discord = idToken;
  var index = Number((BigInt(idToken.id) >> 22n) % 6n);
  if (idToken.avatar) {
    var type = idToken.avatar.startsWith('a_') ? 'gif' : 'png';
    user.imageUrl = 'https://cdn.discordapp.com/avatars/' + idToken.id + '/' + idToken.avatar + '.' + type;
  } else {
    user.imageUrl = 'https://cdn.discordapp.com/embed/avatars/' + index + '.png';
  }
  console.warn('no e-mail address', idToken);
}`,
  },
  "a decoder beside it and undeclared loop variables": {
    says: ["claim-read-unguarded"],
    body: `
function reconcile(user, registration, jwt) {
  var guid = decode(jwt.objectGUID);
  for (i = 3; i >= 0; i--) {
    user.data.guid = (user.data.guid || '') + pad(guid.charCodeAt(i).toString(16));
  }
  registration.roles = registration.roles || [];
  if (registration.roles.indexOf('admin') === -1) { registration.roles.push('admin'); }
}
function pad(s) { return s.length < 2 ? '0' + s : s; }
function decode(s) {
  var out = '';
  for (var i = 0; i < s.length; i++) { out += String.fromCharCode(s.charCodeAt(i) & 255); }
  return out;
}`,
  },
  "filling only what is empty": {
    body: `
function reconcile(user, registration, jwt, id_token) {
  user.firstName = user.firstName || jwt.given_name;
  user.lastName = user.lastName || jwt.family_name;
  if (!user.imageUrl) { user.imageUrl = jwt.picture; }
  if (id_token) {
    var groups = id_token['cognito:groups'] || [];
    registration.roles = groups.filter(function (g) { return g === 'admin' || g === 'editor'; });
  }
  if (!user.data) { user.data = {}; }
  user.data.department = jwt['custom:department'];
}`,
  },
  "a hosted domain of Google and a first role": {
    body: `
function reconcile(user, registration, jwt, id_token) {
  if (!id_token || id_token.hd !== 'acme.com') {
    throw new Error('Not a member of acme.com');
  }
  user.fullName = user.fullName || id_token.name;
  if (registration.roles === undefined || registration.roles.length === 0) {
    registration.roles = ['user'];
  }
}`,
  },
  "a domain that throws": {
    body: `
function reconcile(user, registration, jwt) {
  var email = (jwt.email || '').toLowerCase();
  if (!email.endsWith('@example.com')) {
    throw new Error('only our own people');
  }
  user.data.domain = email.split('@')[1];
}`,
  },
  "SAML attributes through a helper": {
    type: "SAMLv2Reconcile",
    body: `
function reconcile(user, registration, samlResponse) {
  var getAttribute = function (attributes, name) {
    var values = attributes[name];
    if (!values || values.length === 0) { return null; }
    return values[0];
  };
  var attributes = samlResponse.assertion.attributes;
  user.firstName = getAttribute(attributes, 'firstName');
  registration.data.favoriteColor = samlResponse.assertion.attributes['favoriteColor'];
  registration.roles = samlResponse.assertion.attributes['roles'];
}`,
  },
  "birth dates, languages and a log of everything": {
    body: `
function reconcile(user, registration, jwt, id_token, tokens, context) {
  console.info(JSON.stringify(jwt, null, 2));
  if (jwt.birthdate && jwt.birthdate !== '0000') {
    if (jwt.birthdate.length === 4) {
      user.birthDate = jwt.birthdate + '-01-01';
    } else {
      user.birthDate = jwt.birthdate;
    }
  }
  if (jwt.locale) {
    user.preferredLanguages = user.preferredLanguages || [];
    user.preferredLanguages.push(jwt.locale.replace('-', '_'));
  }
  console.info(JSON.stringify(user, null, 2));
}`,
  },
  "secrets and fetch": {
    body: `
function reconcile(user, registration, jwt, id_token, tokens, context) {
  var key = context.services.secrets.get('crm-key');
  var response = fetch('https://crm.example.com/people?sub=' + encodeURIComponent(jwt.sub), {
    method: 'GET',
    headers: { authorization: 'Bearer ' + key }
  });
  if (response.status === 200) {
    user.data = user.data || {};
    user.data.crmId = JSON.parse(response.body).id;
  } else {
    console.error('CRM answered ' + response.status);
  }
}`,
  },
  "two arguments, the second taken for the claims": {
    says: ["lambda-parameter-misplaced"],
    body: `
function reconcile(user, idpResponse) {
  user.data = idpResponse.attributes || {};
}`,
  },
  "memberships for a new user": {
    body: `
function reconcile(user, registration, jwt) {
  if (user.memberships.length === 0) {
    user.memberships.push({ groupId: '9a5f1e5e-2b5b-4d0c-8a45-0d7a0e2b7a10' });
  }
}`,
  },
  "verified flags, taking claims apart, and try": {
    body: `
function reconcile(user, registration, jwt) {
  var isVerified = jwt.email_verified === true || jwt.email_verified === 'true';
  if (isVerified) { user.data.verifiedAt = new Date().toISOString(); }
  var claims = jwt;
  var { given_name, family_name = '' } = claims;
  if (given_name) user.firstName = given_name;
  if (family_name.length > 0) user.lastName = family_name;
  var address = jwt.address;
  if (address && typeof address === 'object') {
    user.data.city = address.locality;
  }
  user.data.zip = jwt.address?.postal_code ?? null;
  try { user.data.ids = JSON.parse(jwt.identities); } catch (e) { console.error(e.message); }
}`,
  },
  "early returns and a table of roles": {
    body: `
function reconcile(user, registration, jwt, id_token) {
  if (typeof id_token === 'undefined' || id_token === null) {
    console.info('no id token');
    return;
  }
  for (var i = 0; i < (id_token.groups || []).length; i++) {
    addRole(registration, id_token.groups[i]);
  }
  if (!id_token.roles) return;
  id_token.roles.forEach(function (role) {
    if (ROLES[role] && registration.roles.indexOf(ROLES[role]) < 0) {
      registration.roles.push(ROLES[role]);
    }
  });
}
var ROLES = { Admin: 'admin' };
function addRole(registration, name) {
  if (!registration.roles) registration.roles = [];
  if (registration.roles.indexOf(name) < 0) registration.roles.push(name);
}`,
  },
  "LinkedIn's pictures, sorted in place": {
    type: "LinkedInReconcile",
    body: `
function reconcile(user, registration, linkedInUser) {
  user.firstName = linkedInUser.localizedFirstName || user.firstName;
  var profilePicture = linkedInUser.profilePicture;
  if (profilePicture) {
    var images = linkedInUser.profilePicture['displayImage~'].elements || [];
    images.sort(function (a, b) { return b.data.width - a.data.width; });
    if (images.length > 0) {
      user.imageUrl = images[0].identifiers[0].identifier;
    }
  }
}`,
  },
  "roles made anew from a claim": {
    body: `
function reconcile(user, registration, jwt, id_token) {
  registration.roles = [];
  if (jwt.groups && jwt.groups.length) {
    for (const group of jwt.groups) {
      registration.roles.push(group);
    }
  }
  const email = user.email;
  if (email && email.indexOf('@acme.com') > 0) registration.roles.push('staff');
}`,
  },
  "claims with odd names, and the claims returned": {
    body: `
function reconcile(user, registration, jwt) {
  user.data = {
    kvnr: jwt['urn:telematik:claims:id'],
    display: jwt['urn:telematik:claims:display_name']
  };
  user.username = jwt['urn:telematik:claims:id'];
  return jwt;
}`,
  },
  "a made-up address and a deleted claim": {
    says: ["email-fabricated", "argument-mutated"],
    body: `
function reconcile(user, registration, jwt, idToken) {
  if (!jwt.email) {
    user.email = jwt.sub.replace('|', '.') + '@noreply.acme-corp.com';
  }
  delete jwt.email;
}`,
  },
  "LDAP attributes": {
    type: "LDAPConnectorReconcile",
    body: `
function reconcile(user, userAttributes) {
  user.id = FusionAuth.ActiveDirectory.b64GuidToString(userAttributes['objectGUID;binary']);
  user.email = userAttributes.mail;
  user.active = true;
  user.registrations = [{
    applicationId: '3c219e58-ed0e-4b18-ad48-f4f92793ae32',
    roles: ['user']
  }];
  user.memberships = [];
}`,
  },
};
