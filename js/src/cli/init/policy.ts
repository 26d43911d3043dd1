// The policy that `init` writes beside the lambda: the same mapping as data.

import type { PolicyDocument } from "../../types.js";
import type { PolicyStarter, Starter } from "./starter.js";

/**
 * Does what the lambda for Cognito does, and lets only people with a verified address in. Everybody has the default
 * role: it would go at the second login if no rule gave it.
 */
const COGNITO_POLICY: PolicyDocument = {
  name: "Cognito users",
  provider: "cognito",
  linkingStrategy: "LinkByEmail",
  gates: [
    {
      id: "verified-email",
      require: { verified: "email" },
      code: "email-not-verified",
      message: "Please verify your e-mail address first.",
    },
  ],
  map: {
    "user.firstName": "given_name",
    "user.lastName": "family_name",
    "registration.roles": [
      { id: "everybody", value: "user" },
      { id: "from-groups", from: "assigned-groups", table: { admin: "admin" } },
    ],
  },
};

/** Jane as `starter` has her, once as she is and once with an address that nobody verified. */
export function policyStarter(starter: Starter): PolicyStarter {
  const { lambda: _, login, ...world } = starter.scenario;
  const verified = login ?? {};
  const unverified = { userinfo: { ...verified.userinfo, email_verified: "false" } };
  return {
    policy: COGNITO_POLICY,
    test: {
      ...world,
      name: "The policy fills Jane's account, and turns her away while her address is not verified",
      policy: { file: "policy.json" },
      logins: [unverified, verified],
      expect: {
        logins: [
          { status: 401, error: { code: "PolicyDenied", key: "email-not-verified" } },
          {
            status: 200,
            user: { firstName: "Jane", lastName: "Doe" },
            registration: { roles: ["admin", "user"] },
          },
        ],
      },
    },
  };
}
