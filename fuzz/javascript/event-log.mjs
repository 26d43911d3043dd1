// Texts as debug logs: `init --from-log` and `preview --log` read what people paste.

import assert from "node:assert/strict";
import { load } from "./bundle.mjs";

const MODULE = `
import { offer } from "../../environment.js";
import { environment } from "../../entries/environment.node.js";
offer(environment);
export { compareWithLog } from "./compare-lines.js";
export { recognised } from "./read-log-file.js";
export { scenariosFrom } from "./scenario-from-log.js";
export { check, simulate } from "../../index.js";
export { ReconcileKitError } from "../../errors.js";
export { writeExact } from "../json-text.js";
`;

export const words = [
  "OpenID Connect IdP Response Debug Log for [Cognito] with Id [1d8e48a5-a612-47cd-8495-6961e0ce4c0e]\n\n",
  "3/24/2026 03:47:04 PM Z ",
  "Linking strategy [LinkByEmail]\n",
  "Resolved email to [jane@example.com]\n",
  "Resolved unique Id to [7f3a]\n",
  "Identity provider returned a unique Id [7f3a].\n",
  "User with Id [ada6b17e-edaf-44ac-aa97-e75eb7b8ba7f] is linked to this external user.\n",
  "Call the configured Userinfo endpoint [https://idp.example/userinfo]\n",
  "Build a new user object from the returned Userinfo response:\n{\n",
  '"email_verified" : "true",\n',
  '"access_token" : "eyJraWQiOiJhIn0.eyJzdWIiOiIxIn0.c2lnbmF0dXJl"',
  "Invoke configured lambda with Id [df650ec5-236b-4953-9415-24aafc7c4079]\n",
];

/** Most milliseconds that reading a log may take: more is a hang in the making. */
const PATIENCE = 3000;

export async function target() {
  const kit = await load("event-log", "js/src/cli/from-log", MODULE);
  return (text) => {
    const started = Date.now();
    const first = read(kit, text);
    assert.deepEqual(read(kit, text), first, "the same log, something else");
    assert.ok(Date.now() - started < PATIENCE, "it takes too long");
  };
}

function read(kit, text) {
  let log;
  let made;
  try {
    log = kit.recognised(text);
    made = kit.scenariosFrom(log, "debug.log");
  } catch (error) {
    assert.ok(
      error instanceof kit.ReconcileKitError,
      `an error that is no finding: ${error.stack}`,
    );
    assert.ok(error.code && error.help && error.message, "a finding without code or help");
    return error.code;
  }
  const texts = made.map(({ scenario }) => kit.writeExact(scenario));
  for (const scenario of texts) follows(kit, log, scenario);
  return texts;
}

/** What a log may say though no scenario can: a type or a strategy that this kit does not know. */
const UNKNOWN = ["/identityProvider/type", "/identityProvider/linkingStrategy"];

/** What is made of a log is a scenario that runs, holds no token, and can be laid beside the log. */
function follows(kit, log, scenario) {
  assert.doesNotMatch(scenario, /eyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]+/, "a token");
  const errors = kit.check(scenario).filter(({ severity }) => severity === "error");
  const faults = errors.filter(({ path }) => !UNKNOWN.includes(path));
  assert.deepEqual(faults, [], `a scenario that is none: ${scenario}`);
  if (errors.length > 0) return;
  const preview = kit.simulate(scenario);
  try {
    assert.equal(typeof kit.compareWithLog(log, preview).isSame, "boolean", "no comparison");
  } catch (error) {
    assert.equal(error.code, "no-debug-log", `an error that is no finding: ${error.stack}`);
  }
}
