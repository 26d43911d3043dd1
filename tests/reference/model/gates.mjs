// Who may not log in though they are somebody: rows 39, 40 and 44.

import { meet } from "./branches.mjs";
import { refusal } from "./refusal.mjs";
import { has } from "./versions.mjs";

/** Why `user` may not log in, or null. */
export function accountGate(scenario, user) {
  const now = Date.parse(scenario.now);
  const prevents = (action) =>
    action.actioneeUserId === user.id && (action.expiry === undefined || action.expiry > now);
  if (user.active === false) return closed(401, "UserLocked");
  if (user.expiry !== undefined && user.expiry !== null && user.expiry <= now) {
    return closed(410, "UserExpired");
  }
  if ((scenario.actions ?? []).some(prevents)) return closed(409, "LoginPrevented");
  return null;
}

/** The tenant's LoginValidation lambda left errors. */
export function validationGate({ fusionauth, loginValidation: left = {} }) {
  const errors = [left.generalErrors ?? [], ...Object.values(left.fieldErrors ?? {})].flat();
  if (errors.length === 0) return null;
  if (!has(fusionauth, "login-validation")) {
    meet("validation: before the version that has it");
    return null;
  }
  return closed(400, "LoginValidationFailed");
}

function closed(status, code) {
  meet(`gate: ${code}`);
  return refusal(status, code);
}
