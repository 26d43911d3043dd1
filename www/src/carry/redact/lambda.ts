// A lambda in which what is somebody's is replaced. It has to do the same afterwards, so names of its own stay.

import { textsIn } from "./code.js";
import type { Known } from "./known.js";
import type { Replacing } from "./text.js";

const NAMES = /[\p{L}_$][\p{L}\p{M}\p{N}_$]*|(?<![\p{L}\p{N}_$.])\d{5,}(?![\p{L}\p{N}_.])/gu;

const KEYWORDS =
  "await break case catch class const continue default delete do else extends false finally for function get if import in instanceof let new null of return set static super switch this throw true try typeof undefined var void while with yield";
const PARAMETERS =
  "reconcile user registration jwt id_token tokens idToken userinfo samlResponse context services secrets console info debug warn error fetch headers status body response";

/** Names that JavaScript or FusionAuth give a meaning. */
const TAKEN: ReadonlySet<string> = new Set([
  ...KEYWORDS.split(" "),
  ...PARAMETERS.split(" "),
  ...[String, Array, Object, Number, Date, RegExp, Map, Set, Function, Promise, Symbol, Error]
    .flatMap((type) => [type.name, ...propertiesOf(type), ...propertiesOf(type.prototype)])
    .concat(propertiesOf(Math), propertiesOf(JSON), "Math", "JSON", "globalThis"),
]);

function propertiesOf(value: object): readonly string[] {
  return Object.getOwnPropertyNames(value);
}

/** The lambda with other people's data in its texts, its constants, and its tables. */
export function redactedLambda(body: string, known: Known, replacing: Replacing): string {
  let result = "";
  let at = 0;
  for (const { start, end, kind } of textsIn(body)) {
    result += code(body.slice(at, start), known, replacing);
    const text = body.slice(start, end);
    result +=
      kind === "comment" ? known.replacedIn(text, replacing) : literal(text, known, replacing);
    at = end;
  }
  return result + code(body.slice(at), known, replacing);
}

/** A constant of a program: all of it is replaced where all of it is somebody's. */
export function literal(text: string, known: Known, replacing: Replacing): string {
  if (known.isKept(text)) return text;
  const isAll = !text.includes("\\") && known.isAllKnown(text);
  return isAll ? replacing.all(text) : known.replacedIn(text, replacing);
}

/** Keys of tables, and numbers. */
function code(text: string, known: Known, replacing: Replacing): string {
  return text.replaceAll(NAMES, (name) => {
    if (/^\d/.test(name)) return known.isKnownNumber(name) ? replacing.all(name) : name;
    return !TAKEN.has(name) && !name.includes("_") && known.isAllKnown(name)
      ? replacing.all(name)
      : name;
  });
}
