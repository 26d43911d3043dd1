/*
 * Staff only: its gates, as a LoginValidation lambda for FusionAuth 1.53.3 and newer.
 *
 * Made by reconcile-kit from a policy: change the policy and export it again.
 */

/* Put ids of identity providers here to judge only their logins. While it is empty, all are judged. */
const PROVIDERS = [];

function validate(result, user, registration, context) {
  /* A login without an identity provider, such as one with a password, is not judged. */
  const provider = context.identityProvider;
  if (!provider || (PROVIDERS.length > 0 && !PROVIDERS.includes(provider.id))) {
    return;
  }
  const email = present(user.email);
  const dept = at(user.data, ['dept']);
  const groups = at(user.data, ['groups']);
  const emailVerified = at(user.data, ['emailVerified']);
  /* company */
  if (!someText(email, (text) => isOfDomain(text, ['example.com', 'example.org']))) {
    deny(result, 'company', 'Please use your company\'s address.');
    return;
  }
  /* department */
  if (!isOneOf(dept, ['sales', 'support']) && !contains(groups, 'managers')) {
    deny(result, '[WrongDepartment]', 'Only sales & support. Don\'t worry: ask #\u007bhelpdesk}!');
    return;
  }
  /* verified */
  if (!isOneOf(emailVerified, [true])) {
    deny(result, 'verified', 'the policy\'s gate `verified` refuses this login');
    return;
  }
}

/* FusionAuth refuses a login with errors. Where the theme has a text for the code, it shows that. */
function deny(result, code, message) {
  result.errors.generalErrors = [{ code: code, message: message }];
}

/* What these steps lead to. Undefined where it is missing. */
function at(value, steps) {
  let found = value;
  for (const step of steps) {
    if (Array.isArray(found) && !/^[0-9]+$/.test(step)) {
      return undefined;
    }
    found = own(found, step);
  }
  return isMissing(found) ? undefined : found;
}

/* Whether the value, or an entry of the list, is one of these. */
function isOneOf(value, values) {
  return Array.isArray(value)
    ? value.some((item) => values.includes(item))
    : values.includes(value);
}

/* Whether the text, or a text in the list, passes the test. */
function someText(value, test) {
  if (typeof value === 'string') {
    return test(value);
  }
  return Array.isArray(value) && value.some((item) => typeof item === 'string' && test(item));
}

/* Whether the text has this part, or the list this entry. */
function contains(value, part) {
  return Array.isArray(value) || typeof value === 'string' ? value.includes(part) : false;
}

/* A text with small letters in the place of A to Z. */
function foldCase(value) {
  if (typeof value !== 'string') {
    return value;
  }
  return value.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

/* Whether it is an e-mail address of one of these domains. */
function isOfDomain(text, domains) {
  const sign = text.lastIndexOf('@');
  return sign >= 0 && domains.includes(foldCase(text.slice(sign + 1)));
}

/* The value, unless it is missing. */
function present(value) {
  return isMissing(value) ? undefined : value;
}

function isMissing(value) {
  return value === undefined || value === null || value === '';
}

/* A property of the object itself: a name such as `constructor` finds nothing else. */
function own(object, name) {
  const hasProperties = typeof object === 'object' && object !== null;
  return hasProperties && Object.prototype.hasOwnProperty.call(object, name)
    ? object[name]
    : undefined;
}
