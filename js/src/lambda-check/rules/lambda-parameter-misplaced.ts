// FusionAuth passes arguments by their position; what an author calls them changes nothing.

import type { LambdaFacts } from "../facts.js";
import { signatureOf } from "../facts.js";
import type { Rule } from "../rule.js";

/** What authors call the arguments, in small letters and without `_`. */
const USUAL: Readonly<Record<string, string>> = {
  user: "/user",
  registration: "/registration",
  idtoken: "/idToken",
  tokens: "/tokens",
  context: "/context",
};

/** Names for what the identity provider answered. */
const ANSWER = /^(?:jwt|claims|profile|userinfo|.*(?:response|attributes|claims))$/;

/** Speaks of a parameter that is called like another one. */
export const lambdaParameterMisplaced: Rule = {
  id: "lambda-parameter-misplaced",
  *find({ entry, facts }) {
    for (const [index, node] of (entry?.params ?? []).entries()) {
      const parameter = node.type === "AssignmentPattern" ? node.left : node;
      const given = facts.parameters[index];
      if (parameter.type !== "Identifier" || !given) continue;
      const meant = meantBy(parameter.name, facts);
      if (!meant || meant === given.place) continue;
      yield {
        severity: "warning",
        at: parameter,
        message: `\`${parameter.name}\` is not what its name says: argument ${index + 1} is \`${given.name}\``,
        expected: signatureOf(facts),
        help: `write the parameters in the order of ${facts.type}, or name the lambda's type with \`--type\``,
      };
    }
  },
};

/** The place that a name most likely stands for. */
function meantBy(name: string, { parameters }: LambdaFacts): string | undefined {
  const plain = plainly(name);
  const own = parameters.find((parameter) => plainly(parameter.name) === plain);
  if (own) return own.place;
  if (Object.hasOwn(USUAL, plain)) return USUAL[plain];
  return ANSWER.test(plain) ? "/userinfo" : undefined;
}

function plainly(name: string): string {
  return name.toLowerCase().replaceAll("_", "");
}
