// A set of claims as a scenario's login has them, so that it can be copied into one.

import type { ClaimSet } from "../../generated/policy-why.js";
import { visible } from "./text.js";

/** The claims in a line for each payload; nothing is needed where there is none. */
export function claimLines({ jwt, id_token }: ClaimSet, newUser?: boolean | null): string[] {
  const lines = [
    ...(Object.keys(jwt).length > 0 ? [`userinfo  ${text(jwt)}`] : []),
    ...(id_token ? [`id token  ${text(id_token)}`] : []),
    ...(newUser == null ? [] : [newUser ? "a new user" : "a user who exists"]),
  ];
  return lines.length > 0 ? lines : ["no claims at all"];
}

function text(claims: object): string {
  return visible(JSON.stringify(claims));
}
