// A page without views, in place of the real one: what tests ask, it asks the same modules in the
// same way. Only tests are built with it.

import examples from "virtual:examples";
import { compose } from "../../../src/draft/compose.js";
import { decompose } from "../../../src/draft/decompose.js";
import { ask, compare, KitRefusal, simulate } from "../../../src/kit/client.js";
import type { Question, Refusal } from "../../../src/kit/protocol.js";

/** An answer, or why there is none. Anything else that is thrown is a fault, and fails the test. */
export type Said = { readonly answer: unknown } | { readonly refusal: Refusal };

async function say(promise: Promise<unknown>): Promise<Said> {
  try {
    return { answer: await promise };
  } catch (error) {
    if (error instanceof KitRefusal) return { refusal: error.refusal };
    throw error;
  }
}

/** A scenario's text as the page hands it to the core. */
function opened(text: string): [string, boolean] {
  const draft = decompose(text);
  if (!draft) throw new Error("this is no scenario");
  return [compose(draft).text, draft.lambda.used];
}

/** What tests find in the page. */
export const kit = {
  examples,
  simulate: (text: string) => say(simulate(...opened(text))),
  compare: (text: string) => say(compare(...opened(text))),
  ask: (question: Question, about: object) => say(ask(question, about as never)),
};

Object.assign(window, { kit });

// As much of a page as it takes to see that it does not freeze.
const [field, status] = [document.createElement("input"), document.createElement("p")];
field.setAttribute("aria-label", "Field");
status.setAttribute("role", "status");
document.getElementById("app")?.append(field, status);
const first = examples.find(({ path }) => path === "cognito/first-login.json");
const said = await kit.simulate(first?.text ?? "{}");
status.textContent = "answer" in said ? "200" : `000 ${said.refusal.message}`;
