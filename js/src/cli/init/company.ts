// Identity providers of companies: SAML, HYPR, and the LDAP connector.

import hypr from "../default-lambdas/HYPRReconcile.js";
import ldap from "../default-lambdas/LDAPConnectorReconcile.js";
import saml from "../default-lambdas/SAMLv2Reconcile.js";
import {
  createdByEmail,
  foundByEmail,
  loggedInByConnector,
  type Provider,
  type Starter,
} from "./starter.js";

const MICROSOFT = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims";
const OBJECT_ID = "http://schemas.microsoft.com/identity/claims/objectidentifier";
const ISSUER = "https://sts.example.com/adfs/services/trust";

const SAML: Provider = {
  type: "SAMLv2",
  lambdaType: "SAMLv2Reconcile",
  lambda: saml,
  name: "SAML",
  // Without `uniqueIdClaim` the e-mail address is the unique id, and a new address another person.
  settings: {
    linkingStrategy: "LinkByEmail",
    uniqueIdClaim: OBJECT_ID,
    emailClaim: `${MICROSOFT}/emailaddress`,
  },
  userinfo: samlResponse("jane@example.com"),
  later: samlResponse("jane@new.example"),
  becomes: { user: { firstName: "Jane", lastName: "Doe", fullName: "Jane Doe" } },
};

/** What FusionAuth makes of a SAML response: every attribute is a list. */
function samlResponse(email: string): Provider["userinfo"] {
  return {
    issuer: ISSUER,
    status: { code: "Success", message: null },
    assertion: {
      issuer: ISSUER,
      subject: {
        nameIDs: [
          { format: "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent", id: "jane.doe" },
        ],
      },
      attributes: {
        [OBJECT_ID]: ["0c1d2e3f-4a5b-4c6d-8e7f-9a0b1c2d3e4f"],
        [`${MICROSOFT}/emailaddress`]: [email],
        [`${MICROSOFT}/givenname`]: ["Jane"],
        [`${MICROSOFT}/surname`]: ["Doe"],
        [`${MICROSOFT}/name`]: ["Jane Doe"],
      },
    },
  };
}

export const COMPANY: readonly Starter[] = [
  createdByEmail(SAML),
  createdByEmail({ ...SAML, type: "SAMLv2IdPInitiated" }),
  foundByEmail({
    type: "HYPR",
    lambdaType: "HYPRReconcile",
    lambda: hypr,
    name: "HYPR",
    userinfo: { email: "jane@example.com" },
    becomes: { registration: { data: { signedInWith: "HYPR" } } },
  }),
  loggedInByConnector({
    type: "LDAP",
    lambdaType: "LDAPConnectorReconcile",
    lambda: ldap,
    name: "Active Directory",
    userinfo: {
      "objectGUID;binary": "wsHZj2pPC0yePSsaDJ2Ofw==",
      userPrincipalName: "jane@corp.example.com",
      mail: "jane@example.com",
      givenName: "Jane",
      sn: "Doe",
      cn: "Jane Doe",
    },
    becomes: {
      user: { id: "8fd9c1c2-4f6a-4c0b-9e3d-2b1a0c9d8e7f", email: "jane@example.com", active: true },
    },
  }),
];
