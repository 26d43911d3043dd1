// Which rule has which quick fix. A rule is here only where its fix is right whatever the rest of the text says.

import { javascriptLanguage } from "@codemirror/lang-javascript";
import { jsonLanguage } from "@codemirror/lang-json";
import type { Diagnostic } from "reconcile-kit";
import type { Fix, Repair } from "./fix.js";
import {
  addReconcile,
  addSemicolon,
  blockComment,
  dropExport,
  dropStar,
  dropSuppression,
  joinArguments,
  orderParameters,
  printAsJson,
  printToConsole,
  renameMethod,
  renameRule,
  renameVariable,
} from "./forms.js";
import { addOpenid, assignedGroups, dropSlash, nearest, realBoolean, sayEnabled } from "./json.js";
import { compareText, guardRead, renameClaim, takeTextApart } from "./reads.js";
import { silence } from "./silence.js";
import { fillOnly, leaveOut, renameField, returnNothing, writeIfThere } from "./writes.js";

/** Fixes of findings in lambdas, by the rule's code. */
export const LAMBDA_FIXES: Readonly<Record<string, Fix>> = {
  "claim-may-be-missing": writeIfThere,
  "claim-read-unguarded": guardRead,
  "cognito-claim-misplaced": renameClaim,
  "cognito-text-value": takeTextApart,
  "console-arguments": joinArguments,
  "console-method": renameMethod,
  "console-object": printAsJson,
  "engine-global": printToConsole,
  "field-not-writable": leaveOut,
  "field-unknown": renameField,
  "id-token-unguarded": guardRead,
  "kickstart-line-comment": blockComment,
  "kickstart-semicolon": addSemicolon,
  "lambda-async": dropStar,
  "lambda-module": dropExport,
  "lambda-no-reconcile": addReconcile,
  "lambda-parameter-misplaced": orderParameters,
  "name-undefined": renameVariable,
  "profile-overwritten": fillOnly,
  "return-ignored": returnNothing,
  "string-boolean": compareText,
  "unknown-suppression": renameRule,
  "unused-suppression": dropSuppression,
};

/** Fixes of findings in JSON, by the rule's code. What the core takes for misspelt has one whatever its rule is. */
export const JSON_FIXES: Readonly<Record<string, Fix>> = {
  "cognito-issuer-slash": dropSlash,
  "enabled-not-stated": sayEnabled,
  "policy-own-groups-as-roles": assignedGroups,
  "policy-string-boolean": realBoolean,
  "scope-without-openid": addOpenid,
};

/** A text with findings, and what is known of it. */
export interface Repairable {
  readonly text: string;
  readonly language: "json" | "javascript";
  readonly hasOptionalChaining: boolean;
}

/** The fixes for findings in one text; the text is read once for all of them. */
export function repairsIn({ text, language, hasOptionalChaining }: Repairable) {
  const isCode = language === "javascript";
  const parser = isCode ? javascriptLanguage.parser : jsonLanguage.parser;
  const top = parser.parse(text).topNode;
  return (finding: Diagnostic, at: number): Repair[] => {
    const subject = { text, at, finding, top, hasOptionalChaining };
    const fixes = isCode
      ? [LAMBDA_FIXES[finding.code], silence]
      : [JSON_FIXES[finding.code] ?? nearest];
    return fixes.flatMap((fix) => fix?.(subject) ?? []);
  };
}
