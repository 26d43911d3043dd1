// `Function.prototype.toString` of functions that are not the lambda's own: they have no text to show, those of
// the realm no more than those of the engine.

import { indexOf, own, slice } from "../primordials.js";
import { supply } from "./supply.js";

const call = Function.prototype.call;
const nativeText = call.bind(Function.prototype.toString) as (function_: unknown) => string;
const fileOf = call.bind(
  Object.getOwnPropertyDescriptor(Function.prototype, "fileName")?.get as () => unknown,
) as (function_: unknown) => unknown;

/** How QuickJS ends the text of a function without one. */
const NO_TEXT = "() {\n    [native code]\n}";
const BOUND = "function bound ";
const REALMS_FILE = "<reconcile-kit>";

function named(name: string): string {
  return `function ${name}() { [native code] }`;
}

/** Corrects `Function.prototype.toString`. */
export function installFunctionText(): void {
  supply(Function.prototype, {
    toString(this: unknown): string {
      const text = nativeText(this);
      if (fileOf(this) === REALMS_FILE) {
        const name = own(this as object, "name");
        return named(typeof name === "string" ? name : "");
      }
      const start = text.length - NO_TEXT.length;
      if (start < 0 || slice(text, start) !== NO_TEXT) return text;
      const head = slice(text, 0, start);
      // What a bound function and a proxy are of is not told.
      if (indexOf(head, BOUND) === 0) return named("bound");
      return head === "function" ? named("") : `${head}() { [native code] }`;
    },
  });
}
