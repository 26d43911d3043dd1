// What FusionAuth gives a lambda beside its arguments, and how the core's answers are said in words.

import type { LambdaFacts } from "reconcile-kit";

/** A member of something that has no other description. */
export interface Word {
  readonly name: string;
  readonly kind: "method" | "property" | "function" | "variable";
  readonly detail: string;
  readonly words: string;
}

/**
 * Members by what they are members of. Source: FusionAuth documentation, "Lambdas": console, API calls from lambdas,
 * and secrets; docs/sandbox.md says how each is simulated.
 */
export const MEMBERS: Readonly<Record<string, readonly Word[]>> = {
  console: [
    logs("info", "an information in FusionAuth's event log"),
    logs("log", "the same as info"),
    logs("debug", "an entry that is kept only where the lambda's debug flag is on"),
    logs("error", "an error in FusionAuth's event log"),
  ],
  "/context": [
    {
      name: "services",
      kind: "property",
      detail: "object",
      words: "What FusionAuth offers lambdas.",
    },
  ],
  "/context/services": [
    { name: "secrets", kind: "property", detail: "object", words: "Secrets kept in FusionAuth." },
  ],
  "/context/services/secrets": [
    {
      name: "get",
      kind: "method",
      detail: "(name)",
      words: "The secret of that name. Here it answers from the scenario's secrets.",
    },
  ],
};

/** Names that are there in every lambda. */
export const GLOBALS: readonly Word[] = [
  {
    name: "console",
    kind: "variable",
    detail: "FusionAuth's event log",
    words: "info, log, debug and error each take one argument.",
  },
  {
    name: "fetch",
    kind: "function",
    detail: "(url, options)",
    words:
      "Answers at once with status, headers and body: no promise. Here it answers from the scenario's fetch.",
  },
];

function logs(name: string, words: string): Word {
  return { name, kind: "method", detail: "(text)", words: `Writes ${words}.` };
}

type Field = LambdaFacts["fields"]["user"][string];

/** Whether a lambda may write a field. */
export function writableWords({ writable }: Field): string {
  switch (writable) {
    case "always":
      return "A lambda may write it at every login.";
    case "on-create":
      return "A lambda may write it when FusionAuth creates the user, and not later.";
    case "linking-email":
    case "linking-username":
      return "People can be linked on it: a lambda may write it only where the linking strategy and the version let it.";
    case "never":
      return "FusionAuth keeps it itself and ignores what a lambda writes.";
    case "undocumented":
      return "FusionAuth does not say whether a lambda may write it.";
  }
}

/** The same in a word or two. */
export function writableMark({ writable }: Field): string {
  switch (writable) {
    case "always":
      return "writable";
    case "on-create":
      return "writable on creation";
    case "linking-email":
    case "linking-username":
      return "linked on";
    case "never":
      return "read only";
    case "undocumented":
      return "undocumented";
  }
}

/** What a parameter holds. */
export function placeWords(place: string): string {
  const words: Readonly<Record<string, string>> = {
    "/user": "The FusionAuth user that this login creates or updates.",
    "/registration": "The user's registration for the application.",
    "/userinfo": "The claims that the identity provider answered.",
    "/idToken": "The ID token's claims; undefined where FusionAuth could not verify one.",
    "/tokens": "The tokens that the identity provider issued, as texts.",
    "/context": "What FusionAuth offers lambdas, such as secrets.",
  };
  return words[place] ?? "An argument that FusionAuth passes.";
}
