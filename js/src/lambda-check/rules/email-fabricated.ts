// An address that the lambda makes up belongs to whoever has its domain.

import type { AnyNode } from "acorn";
import type { Lambda } from "../lambda.js";
import type { Rule } from "../rule.js";

/** Domains that nobody can register. Source: RFC 2606, RFC 6761. */
const RESERVED = /(?:^|\.)(?:invalid|test|example|localhost|example\.(?:com|org|net))$/i;

/** Speaks of an address that is put together with a domain in the text. */
export const emailFabricated: Rule = {
  id: "email-fabricated",
  *find(lambda) {
    for (const { path, node, values } of lambda.writes) {
      if (path.root !== "/user" || path.keys.join() !== "email") continue;
      for (const value of values) {
        const domain = domainIn(value, lambda);
        if (!domain || RESERVED.test(domain)) continue;
        yield {
          severity: "warning",
          at: node,
          message: `this address is made up, and whoever has \`${domain}\` receives its mail, password resets included`,
          help: "use a domain of your own that takes no mail, or one that cannot exist, such as `users.invalid`",
        };
      }
    }
  },
};

/** The domain that `value` ends an address with, where the address is put together. */
function domainIn(value: AnyNode, lambda: Lambda): string | undefined {
  const made = lambda.valueOf(value);
  const isMade =
    (made.type === "BinaryExpression" && made.operator === "+") ||
    (made.type === "TemplateLiteral" && made.expressions.length > 0) ||
    made.type === "LogicalExpression";
  if (!isMade) return undefined;
  if (made.type === "LogicalExpression") return domainIn(made.right, lambda);
  const texts = [
    ...lambda.tree.inside(made, ["Literal"]).map((node) => node.value),
    ...lambda.tree.inside(made, ["TemplateElement"]).map((node) => node.value.cooked),
  ].filter((text) => typeof text === "string");
  // `"@" + domain` and `"@example.com"` alike: what stands behind the sign, as far as it is text.
  const domains = texts.map((text) => /@([\w-]+(?:\.[\w-]+)+)$/.exec(text)?.[1]);
  const at = texts.indexOf("@");
  return (
    domains.find(Boolean) ??
    (at >= 0 && /^[\w-]+(\.[\w-]+)+$/.test(texts[at + 1] ?? "") ? texts[at + 1] : undefined)
  );
}
