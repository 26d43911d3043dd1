// A text that is not JavaScript.

import type { Fault } from "../parse.js";
import type { Finding } from "../rule.js";
import type { Source } from "../source.js";

/** Not looked for: it is what keeps every other rule from speaking. */
export const lambdaDoesNotParse = {
  id: "lambda-does-not-parse",
  /** What is wrong with a text that could not be read. */
  of({ message, offset }: Fault, source: Source): Finding {
    const rest = source.text.slice(offset);
    const end = offset + Math.max(1, /^\w+|^[^\w\s]+/.exec(rest)?.[0].length ?? 1);
    return {
      severity: "error",
      at: { start: offset, end: Math.min(end, source.text.length) },
      message: `the lambda is not JavaScript: ${lowerFirst(message)}`,
      help: helpFor(message, offset, source.text),
    };
  },
};

/** What most likely happened, from what people publish. */
function helpFor(message: string, offset: number, text: string): string {
  if (/\bfunction\s*$/.test(text.slice(0, offset))) {
    return "give the function its name: `function reconcile(…)`";
  }
  if (message.startsWith("Shorthand property")) {
    return "write `:` between a key and its value in an object, not `=`";
  }
  if (message.startsWith("Expecting Unicode escape") || text.startsWith('\\"', offset)) {
    return "the text was escaped once too often: take the backslashes before quotation marks out";
  }
  if (message.startsWith("Unterminated string")) {
    return "end the text in the line in which it begins, with the same quotation mark";
  }
  if (/\bawait\b/.test(text.slice(Math.max(0, offset - 6), offset + 6))) {
    return "leave `await` out: `fetch` answers at once";
  }
  if (offset >= text.trimEnd().length)
    return "something is left open: look for a missing `}` or `)`";
  return "correct the text at this place; FusionAuth does not load a lambda that does not compile";
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
