// Small scenarios that several tests use.

/** Jane's first login through an identity provider that links on the email address. */
export function firstLogin(changes = {}) {
  return {
    name: "Jane signs in for the first time",
    identityProvider: {
      id: "a1f7c3d2-5b0e-4c8a-9d61-7e2f4b8c0a11",
      name: "Cognito",
      type: "OpenIDConnect",
      enabled: true,
      linkingStrategy: "LinkByEmail",
      oauth2: { scope: "openid email profile" },
    },
    login: {
      userinfo: {
        sub: "eaad0219-2117-439f-8d46-4db20e59268f",
        email: "jane@example.com",
        email_verified: "true",
        given_name: "Jane",
      },
    },
    ...changes,
  };
}
