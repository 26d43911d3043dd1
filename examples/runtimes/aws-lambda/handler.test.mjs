// The handler, called with events as Cognito sends them.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { handler } from "./handler.mjs";

const event = (name) =>
  JSON.parse(readFileSync(new URL(`events/${name}.json`, import.meta.url), "utf8"));

test("the first version gets the roles as one text, and keeps the groups", async () => {
  const given = event("v1-native-refresh");
  const { response, ...rest } = await handler(given);
  assert.deepEqual(response, {
    claimsOverrideDetails: {
      claimsToAddOrOverride: { roles: "admin editor" },
      groupOverrideDetails: { groupsToOverride: ["super-admin", "group1"], iamRolesToOverride: [] },
    },
  });
  const { response: _, ...before } = given;
  assert.deepEqual(rest, before);
});

test("groups of a SAML provider come from a text, and Cognito's own group is no role", async () => {
  const { response } = await handler(event("v1-adfs-saml"));
  const { claimsToAddOrOverride, groupOverrideDetails } = response.claimsOverrideDetails;
  assert.deepEqual(claimsToAddOrOverride, { roles: "editor auditor user" });
  assert.deepEqual(groupOverrideDetails.groupsToOverride, ["us-east-1_EXAMPLE_adfs"]);
});

test("somebody of the company's provider needs no address, and may have no role", async () => {
  const { response } = await handler(event("v1-azure-saml-without-email"));
  assert.deepEqual(response.claimsOverrideDetails.claimsToAddOrOverride, {});
});

test("the second version gets a list, in both tokens", async () => {
  const { response } = await handler(event("v2-native"));
  const role = "arn:aws:iam::111122223333:role/us-east-1_EXAMPLE-adminsGroupRole";
  const token = { claimsToAddOrOverride: { roles: ["admin", "editor"] } };
  assert.deepEqual(response, {
    claimsAndScopeOverrideDetails: {
      idTokenGeneration: token,
      accessTokenGeneration: token,
      groupOverrideDetails: {
        groupsToOverride: ["super-admin"],
        iamRolesToOverride: [role],
        preferredRole: role,
      },
    },
  });
});

test("a gate's message is the error that the person sees", async () => {
  await assert.rejects(handler(event("v1-unverified")), {
    message: "Please confirm your e-mail address first.",
  });
  await assert.rejects(handler(event("v2-blocked")), {
    message: "This account is blocked. Please ask the help desk.",
  });
});

test("a machine's token is left alone", async () => {
  const given = event("v3-client-credentials");
  assert.deepEqual(await handler(given), given);
});

test("an event of an unknown version is an error", async () => {
  await assert.rejects(handler({ ...event("v2-native"), version: "9" }), /version 9/);
});

test("a second call of the same event gives the same answer", async () => {
  const given = event("v2-native");
  assert.deepEqual(await handler(given), await handler(given));
});
