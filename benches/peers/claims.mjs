// What the policies are asked about: three people as Cognito describes them, and the answers that every engine has
// to give. An engine gets what FusionAuth hands to a lambda: `jwt` is the userinfo, `id_token` the token's claims.

const ID = "eaad0219-2117-439f-8d46-4db20e59268f";
const WORDS = { gender: "female", birthdate: "1990-12-31", zoneinfo: "Europe/Berlin" };

/** A login with the claims that Cognito always sends around those that are asked for. */
function login(claims, groups) {
  const common = { sub: ID, email: claims.email, ...WORDS, "custom:department": "Research" };
  const token = {
    iss: "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Kx7ExAmPl",
    aud: "1example23456789",
    token_use: "id",
    auth_time: 1763884800,
    iat: 1763884800,
    exp: 1763888400,
    "cognito:username": ID,
    email_verified: claims.email_verified === "true",
    "cognito:groups": groups,
  };
  return {
    user: {},
    registration: {},
    jwt: { ...common, ...claims, phone_number_verified: "true", username: ID },
    id_token: { ...common, ...token },
  };
}

/** The logins by name. */
export const LOGINS = {
  // Not of the domain, so that the groups are asked too.
  allowed: login(
    {
      email: "jane@partner.test",
      email_verified: "true",
      given_name: "Jane",
      family_name: "Doe",
      middle_name: "Mary",
      name: "Jane Mary Doe",
      picture: "https://example.com/jane.png",
      phone_number: "+4912345678",
      preferred_username: "jane",
      locale: "de-DE",
    },
    ["everybody", "editors", "staff", "admins"],
  ),
  denied: login(
    {
      email: "joe@partner.test",
      email_verified: "true",
      given_name: "Joe",
      family_name: "Bloggs",
      picture: "https://example.com/joe.png",
    },
    ["everybody", "guests"],
  ),
  // Cedar knows neither null nor fractions, so there is neither. Policies make texts of the numbers that they copy,
  // which the others need rules of their own for, so what is copied is a list or an object.
  "wrong types": login(
    {
      email: 42,
      email_verified: "true",
      given_name: ["Jane"],
      family_name: ["Doe"],
      middle_name: {},
      name: { first: "Jane" },
      picture: "https://example.com/jane.png",
      phone_number: [4912345678],
      preferred_username: "jane",
    },
    { staff: true, admins: "admin" },
  ),
};

/** What comes out, by task and login. */
export const ANSWERS = {
  gate: { allowed: true, denied: false, "wrong types": false },
  copy: {
    allowed: {
      firstName: "Jane",
      lastName: "Doe",
      middleName: "Mary",
      fullName: "Jane Mary Doe",
      imageUrl: "https://example.com/jane.png",
      mobilePhone: "+4912345678",
      username: "jane",
      locale: "de-DE",
    },
    denied: {
      firstName: "Joe",
      lastName: "Bloggs",
      imageUrl: "https://example.com/joe.png",
      locale: "en",
    },
    "wrong types": {
      imageUrl: "https://example.com/jane.png",
      username: "jane",
      locale: "en",
    },
  },
  roles: { allowed: ["editor", "employee", "admin"], denied: [], "wrong types": [] },
};

/** The fields of the task `copy`, each with its claim. `locale` has a default as well. */
export const FIELDS = {
  firstName: "given_name",
  lastName: "family_name",
  middleName: "middle_name",
  fullName: "name",
  imageUrl: "picture",
  mobilePhone: "phone_number",
  username: "preferred_username",
  locale: "locale",
};

/** The roles that groups lead to in the task `roles`. */
export const ROLES = {
  admins: "admin",
  editors: "editor",
  staff: "employee",
  support: "agent",
};

/** The claims that a task needs, for engines that are better off without the others. */
export const NEEDED = {
  gate: { jwt: ["email", "email_verified"], id_token: ["cognito:groups"] },
  copy: { jwt: Object.values(FIELDS), id_token: [] },
  roles: { jwt: [], id_token: ["cognito:groups"] },
};
