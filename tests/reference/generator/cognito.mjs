// People of an Amazon Cognito user pool, as each of its five forms writes them down, and as a login brings them: the
// table of forms in the documentation of Cognito, written once more.

import { EMAILS, UNIQUE_IDS, USERNAMES } from "./words.mjs";

const ISSUER = "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_EXAMPLE";

/** What is the same in every form. */
function madeUpPerson({ one, chance }) {
  return {
    sub: one(UNIQUE_IDS.slice(0, 3)),
    username: one(["jane", "Google_108", "4f6e"]),
    verified: chance(0.7),
    ...(chance(0.9) ? { email: one(EMAILS.slice(0, 3)) } : {}),
    ...(chance(0.4) ? { preferred_username: one(USERNAMES.slice(0, 3)) } : {}),
    ...(chance(0.5) ? { group: one(["admin", "user", "owner"]) } : {}),
  };
}

/** Sub, address and name shown, where they are there. */
function common({ sub, email, preferred_username }) {
  return {
    sub,
    ...(email ? { email } : {}),
    ...(preferred_username ? { preferred_username } : {}),
  };
}

const FORMS = {
  "id token": (person) => ({
    ...common(person),
    iss: ISSUER,
    token_use: "id",
    "cognito:username": person.username,
    ...(person.email ? { email_verified: person.verified } : {}),
    ...(person.group ? { "cognito:groups": [person.group] } : {}),
  }),
  userinfo: (person) => ({ ...common(person), ...verifiedText(person), username: person.username }),
  "user attributes": (person) => ({
    Username: person.username,
    UserStatus: "CONFIRMED",
    Attributes: Object.entries({ ...common(person), ...verifiedText(person) }).map(
      ([Name, Value]) => ({ Name, Value }),
    ),
  }),
  "API Gateway, REST": (person) => gateway(person, person.group),
  "API Gateway, HTTP": (person) => gateway(person, `[${person.group}]`),
};

function gateway(person, groups) {
  return {
    ...common(person),
    ...verifiedText(person),
    iss: ISSUER,
    token_use: "id",
    "cognito:username": person.username,
    ...(person.group ? { "cognito:groups": groups } : {}),
  };
}

/** Everywhere but in the token it is a text. */
function verifiedText({ email, verified }) {
  return email ? { email_verified: String(verified) } : {};
}

/** A login of somebody in the pool, and the form to read the same from. */
export function madeUpCognitoLogin(random) {
  const person = madeUpPerson(random);
  const form = random.one(Object.keys(FORMS));
  const isToken = form !== "userinfo" && form !== "user attributes";
  const { iss, "cognito:groups": groups, ...token } = FORMS["id token"](person);
  const idToken = { ...token, ...(isToken ? { iss } : {}) };
  if (isToken && groups) idToken["cognito:groups"] = groups;
  return {
    login: { userinfo: FORMS.userinfo(person), idToken },
    form,
    payload: FORMS[form](person),
  };
}
