// Every rule about lambdas.

import type { Rule } from "../rule.js";
import { argumentMutated } from "./argument-mutated.js";
import { builtInMissing } from "./built-in-missing.js";
import { claimMayBeMissing } from "./claim-may-be-missing.js";
import { claimReadUnguarded } from "./claim-read-unguarded.js";
import { cognitoClaimMisplaced } from "./cognito-claim-misplaced.js";
import { cognitoPoolGroup } from "./cognito-pool-group.js";
import { cognitoTextValue } from "./cognito-text-value.js";
import { cognitoUsernameSplit } from "./cognito-username-split.js";
import { consoleArguments } from "./console-arguments.js";
import { consoleMethod } from "./console-method.js";
import { consoleObject } from "./console-object.js";
import { emailCase } from "./email-case.js";
import { emailFabricated } from "./email-fabricated.js";
import { engineDiffers } from "./engine-differs.js";
import { engineGlobal } from "./engine-global.js";
import { fetchResponse } from "./fetch-response.js";
import { fetchStatusUnchecked } from "./fetch-status-unchecked.js";
import { fieldNotWritable } from "./field-not-writable.js";
import { fieldUndocumented } from "./field-undocumented.js";
import { fieldUnknown } from "./field-unknown.js";
import { idTokenUnguarded } from "./id-token-unguarded.js";
import { kickstartLineComment } from "./kickstart-line-comment.js";
import { kickstartSemicolon } from "./kickstart-semicolon.js";
import { lambdaAsync } from "./lambda-async.js";
import { lambdaModule } from "./lambda-module.js";
import { lambdaNewerSyntax } from "./lambda-newer-syntax.js";
import { lambdaNoReconcile } from "./lambda-no-reconcile.js";
import { lambdaParameterMisplaced } from "./lambda-parameter-misplaced.js";
import { lambdaParameterNotGiven } from "./lambda-parameter-not-given.js";
import { membershipsWritten } from "./memberships-written.js";
import { nameUndefined } from "./name-undefined.js";
import { profileOverwritten } from "./profile-overwritten.js";
import { pushesEveryLogin } from "./pushes-every-login.js";
import { returnIgnored } from "./return-ignored.js";
import { roleUnknown } from "./role-unknown.js";
import { rolesByOrder } from "./roles-by-order.js";
import { stringBoolean } from "./string-boolean.js";
import { valueNotHeld } from "./value-not-held.js";
import { writesAfterLink } from "./writes-after-link.js";
import { writesOtherIdentity } from "./writes-other-identity.js";

/** The rules that look at a lambda that parses. */
export const RULES: readonly Rule[] = [
  argumentMutated,
  builtInMissing,
  claimMayBeMissing,
  claimReadUnguarded,
  cognitoClaimMisplaced,
  cognitoPoolGroup,
  cognitoTextValue,
  cognitoUsernameSplit,
  consoleArguments,
  consoleMethod,
  consoleObject,
  emailCase,
  emailFabricated,
  engineDiffers,
  engineGlobal,
  fetchResponse,
  fetchStatusUnchecked,
  fieldNotWritable,
  fieldUndocumented,
  fieldUnknown,
  idTokenUnguarded,
  kickstartLineComment,
  kickstartSemicolon,
  lambdaAsync,
  lambdaModule,
  lambdaNewerSyntax,
  lambdaNoReconcile,
  lambdaParameterMisplaced,
  lambdaParameterNotGiven,
  membershipsWritten,
  nameUndefined,
  profileOverwritten,
  pushesEveryLogin,
  returnIgnored,
  roleUnknown,
  rolesByOrder,
  stringBoolean,
  valueNotHeld,
  writesAfterLink,
  writesOtherIdentity,
];
