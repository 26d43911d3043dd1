// Debug logs as people paste them. Everybody in them is made up.

const part = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");

/** An ID token of Cognito's form with these claims; its signature is none. */
export function tokenOf(claims) {
  return `${part({ alg: "RS256", kid: "a1" })}.${part(claims)}.${"c2lnbmF0dXJl".repeat(4)}`;
}

export const PROVIDER = "1d8e48a5-a612-47cd-8495-6961e0ce4c0e";
export const LAMBDA = "df650ec5-236b-4953-9415-24aafc7c4079";
export const USER = "ada6b17e-edaf-44ac-aa97-e75eb7b8ba7f";
export const SECRETS = {
  access_token: "PAQABAAEAAAAmoFfGtYxvRrNriQdPKIZ-x8Wd",
  refresh_token: "0.AQwAmoFfGtYxvRrNriQdPKIZ-refresh",
  id_token: tokenOf({
    iss: "https://sts.example/1d8e48a5",
    sub: "qsxcDFG",
    email: "jane@example.com",
    groups: ["staff"],
  }),
};

/** A line with a time. */
export const at = (text, time = "3/24/2026 03:47:04 PM Z") => `${time} ${text}`;

/** A first login of 1.15 to 1.17, whole: endpoints, tokens and userinfo. */
export const OLD = `OpenID Connect IdP Response Debug Log for [Office 365] with Id [${PROVIDER}]

${at("Call the configured Token endpoint [https://login.example/oauth2/token]", "4/6/2020 02:27:52 AM UTC")}
${at("Endpoint returned status code [200]", "4/6/2020 02:27:52 AM UTC")}
${at("Access Token Response:", "4/6/2020 02:27:52 AM UTC")}
{
  "token_type" : "Bearer",
  "expires_in" : "3599",
  "access_token" : "${SECRETS.access_token}",
  "refresh_token" : "${SECRETS.refresh_token}",
  "id_token" : "${SECRETS.id_token}"
}
${at("Call the configured Userinfo endpoint [https://login.example/openid/userinfo]", "4/6/2020 02:27:52 AM UTC")}
${at("Endpoint returned status code [200]", "4/6/2020 02:27:52 AM UTC")}
${at("Build a new user object from the returned Userinfo response:", "4/6/2020 02:27:53 AM UTC")}
{
  "aud" : null,
  "sub" : "qsxcDFG",
  "amr" : "[\\"pwd\\"]",
  "family_name" : "Doe",
  "given_name" : "Jane",
  "upn" : "jane@example.com"
}
${at(`Invoke configured lambda with Id [${LAMBDA}]`, "4/6/2020 02:27:53 AM UTC")}
`;

/** A later login of 1.47, without its header: what was resolved, and the link. */
export const NEW = [
  "Linking strategy [LinkByEmail]",
  "Resolved email to [sso-user@example.com]",
  "Resolved username to [sso-user]",
  "Resolved unique Id to [sso-user@example.com]",
  "Identity provider returned a unique Id [sso-user@example.com].",
  `User with Id [${USER}] is linked to this external user.`,
]
  .map((line) => at(line, "10/13/2023 10:06:17 AM Z"))
  .join("\n");

/** A login of which only the last lines are there, and where a user with the address exists. */
export const EXISTING = `Google IdP Response Debug Log

6/18/2020 11:01:12 AM GMT Call the [https://www.googleapis.example/tokeninfo] endpoint.
6/18/2020 11:01:12 AM GMT Endpoint returned status code [200]
6/18/2020 11:01:12 AM GMT Endpoint response:
{
  "iss" : "accounts.google.com",
  "sub" : "112233",
  "email" : "jane@example.com",
  "email_verified" : "true",
  "given_name" : "Jane"
}
6/18/2020 11:01:12 AM GMT The user with the email address [jane@example.com] already exists.
6/18/2020 11:01:12 AM GMT Updating user: 
{
  "breachedPasswordStatus" : null,
  "id" : "${USER}",
  "password" : "$2a$10$averysecretpasswordhash",
  "salt" : "c29tZS1zYWx0LXNvbWUtc2FsdA==",
  "username" : "jane",
  "email" : "jane@example.com"
}
`;
