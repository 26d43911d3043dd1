// A login from what somebody has: a token, a payload as Cognito writes it, or a login as scenarios have it.

import { valueAt } from "../../draft/edit.js";
import { pretty } from "../../draft/pretty.js";
import { ask } from "../../kit/client.js";

/** The keys by which a text is a login already. */
const OF_LOGINS = ["userinfo", "idToken", "idTokenVerified", "accessToken"];

/**
 * The login's JSON text.
 *
 * @throws {KitRefusal} when it is neither token nor payload.
 */
export async function loginFrom(pasted: string): Promise<string> {
  const text = pasted.trim();
  if (OF_LOGINS.some((key) => valueAt(text, [key]) !== undefined)) return pretty(text);
  const payload = text.startsWith("{") || text.startsWith("[") ? text : await claimsOf(text);
  const { userinfo, idToken } = await ask("readCognito", { payload });
  return pretty(JSON.stringify({ userinfo, idToken }));
}

async function claimsOf(token: string): Promise<string> {
  const { claims } = await ask("decodeIdToken", { token });
  return JSON.stringify(claims);
}
