/* The gates of the policy Staff only as a LoginValidation lambda, for FusionAuth 1.53.3 and newer. */

/* Put the ids of identity providers here to judge only their logins. While it is empty, all are judged. */
const PROVIDERS = [];

function validate(result, user, registration, context) {
  /* A login without an identity provider, such as one with a password, is not judged. */
  const provider = context && context.identityProvider;
  if (!provider || (PROVIDERS.length > 0 && !PROVIDERS.includes(provider.id))) {
    return;
  }

  /* Gate company */
  if (!textPasses(lower(user.email), (text) => ['@example.com', '@example.org'].some((end) => text.endsWith(end)))) {
    refuse(result, 'company', 'Please use your company\'s address.');
    return;
  }

  /* Gate department */
  if (!(passes(user.data?.dept, (entry) => ['sales', 'support'].includes(entry))
    || contains(user.data?.groups, 'managers'))) {
    refuse(result, '[WrongDepartment]', 'Only sales & support. Don\'t worry: ask #\u007bhelpdesk}!');
    return;
  }

  /* Gate verified */
  if (!passes(user.data?.emailVerified, (entry) => entry === true)) {
    refuse(result, 'verified', 'the policy\'s gate `verified` refuses this login');
    return;
  }
}

/* FusionAuth refuses a login that has errors. A text for the code in the theme goes before the message. */
function refuse(result, code, message) {
  result.errors.generalErrors = [{ code: code, message: message }];
}

/* Whether a value is there: null and an empty text are none. */
function isThere(value) {
  return value !== undefined && value !== null && value !== '';
}

/* Whether a value passes a test. A list does when one of its entries does. */
function passes(value, test) {
  return Array.isArray(value) ? value.some((entry) => test(entry)) : isThere(value) && test(value);
}

/* The same for a test that only a text can pass. */
function textPasses(value, test) {
  return passes(value, (entry) => typeof entry === 'string' && test(entry));
}

/* Whether a list has this entry, or a text this part. */
function contains(value, part) {
  return (Array.isArray(value) || typeof value === 'string') && value.includes(part);
}

/* A text with small letters for A to Z, or a list of such texts. */
function lower(value) {
  if (Array.isArray(value)) {
    return value.map((entry) => lower(entry));
  }
  return typeof value === 'string'
    ? value.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
    : value;
}
