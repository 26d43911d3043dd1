// What one can start from: FusionAuth's own lambdas, short beginnings, and the lambdas and policies of the examples.

import examples from "virtual:examples";
import { pretty } from "../../../draft/pretty.js";

/** A text to start from. */
export interface Template {
  readonly name: string;
  readonly text: string;
}

const DEFAULTS = import.meta.glob<string>("../../../../../js/src/cli/default-lambdas/*.js", {
  query: "?raw",
  import: "default",
  eager: true,
});

const EMPTY_POLICY = `{
  "provider": "cognito",
  "map": {
    "user.firstName": "given_name",
    "user.lastName": "family_name"
  }
}`;

/** Lambdas for a type such as `OpenIDReconcile`, with these parameters. */
export function lambdaTemplates(type: string, parameters: readonly string[]): Template[] {
  const empty = `function reconcile(${parameters.join(", ")}) {\n}\n`;
  const [, text] = Object.entries(DEFAULTS).find(([path]) => path.endsWith(`/${type}.js`)) ?? [];
  return [
    { name: "Empty function", text: empty },
    ...(text === undefined ? [] : [{ name: `FusionAuth's default for ${type}`, text }]),
    ...fromExamples("lambdas/", ({ lambda }) => lambda?.body),
  ];
}

/** Policies. */
export function policyTemplates(): Template[] {
  const ofPolicy = ({ policy }: Example) => {
    if (policy?.document === undefined) return undefined;
    // Its schema lies beside the file, not here.
    const { $schema: _, ...document } = policy.document;
    return pretty(JSON.stringify(document));
  };
  return [
    { name: "First and last name", text: EMPTY_POLICY },
    ...fromExamples("policies/", ofPolicy),
  ];
}

interface Example {
  readonly lambda?: { readonly body?: string };
  readonly policy?: { readonly document?: Readonly<Record<string, unknown>> };
}

/** One text for each folder of examples. */
function fromExamples(group: string, textOf: (example: Example) => string | undefined): Template[] {
  const found = new Map<string, string>();
  for (const { path, text } of examples) {
    const folder = path.split("/").at(-2);
    if (!path.startsWith(group) || !folder || found.has(folder)) continue;
    const own = textOf(JSON.parse(text));
    if (own !== undefined) found.set(folder, own);
  }
  return [...found].map(([folder, text]) => ({ name: folder.replaceAll("-", " "), text }));
}
