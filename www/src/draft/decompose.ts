// From a scenario's text to the draft.

import { type Node, parseTree } from "jsonc-parser";
import {
  BLANK,
  type Draft,
  type LambdaDraft,
  type PolicyDraft,
  SECTIONS,
  type Section,
} from "./draft.js";
import { pretty } from "./pretty.js";

/** The members of a JSON object that have not been taken yet. */
class Members {
  readonly #text: string;
  readonly #nodes = new Map<string, Node>();

  constructor(text: string, object: Node) {
    this.#text = text;
    for (const { children } of object.children ?? []) {
      const [key, value] = children ?? [];
      if (key && value) this.#nodes.set(key.value, value);
    }
  }

  /** The member, which is the first to be taken out. */
  take(key: string): Node | undefined {
    const node = this.#nodes.get(key);
    this.#nodes.delete(key);
    return node;
  }

  /** The member's value if it is of that type, and `otherwise` where it is not; then it stays. */
  plain<T extends string | boolean>(key: string, otherwise: T): T {
    const node = this.#nodes.get(key);
    if (node?.type !== typeof otherwise) return otherwise;
    this.#nodes.delete(key);
    return node.value;
  }

  /** A node's text, as people read it. */
  source(node: Node): string {
    return pretty(this.#text.slice(node.offset, node.offset + node.length));
  }

  /** Puts something back that cannot be used. */
  leave(key: string, node: Node | undefined): void {
    if (node) this.#nodes.set(key, node);
  }

  /** The texts of those that are left. */
  rest(): Record<string, string> {
    return Object.fromEntries([...this.#nodes].map(([key, node]) => [key, this.source(node)]));
  }

  /** The members of one of the members. */
  inside(node: Node): Members {
    return new Members(this.#text, node);
  }
}

/** The draft of a scenario; `undefined` where the text is not a JSON object. */
export function decompose(text: string): Draft | undefined {
  const root = parseTree(text, [], { disallowComments: true });
  if (root?.type !== "object") return undefined;
  const members = new Members(text, root);
  members.take("$schema");
  const sections = { ...BLANK.sections };
  for (const section of SECTIONS) sections[section] = sectionText(section, members);
  const name = members.plain("name", "");
  const fusionauth = members.plain("fusionauth", "");
  const now = members.plain("now", "");
  const policy = policyOf(members);
  const lambda = lambdaOf(members);
  const { logins, several } = loginsOf(members);
  const other = members.rest();
  return { name, fusionauth, now, sections, policy, lambda, logins, several, other };
}

function sectionText(section: Section, members: Members): string {
  const node = members.take(section);
  if (node) return members.source(node);
  return section === "identityProvider" ? BLANK.sections.identityProvider : "";
}

function policyOf(members: Members): PolicyDraft {
  const node = members.take("policy");
  if (!node) return BLANK.policy;
  const inner = members.inside(node);
  const file = inner.plain("file", "");
  if (file === "") return { used: true, text: members.source(node), file };
  const document = inner.take("document");
  return { used: true, text: document ? inner.source(document) : "", file, ...further(inner) };
}

function lambdaOf(members: Members): LambdaDraft {
  const node = members.take("lambda");
  if (node?.type !== "object") {
    members.leave("lambda", node);
    return BLANK.lambda;
  }
  const inner = members.inside(node);
  const [body, file] = [inner.plain("body", ""), inner.plain("file", "")];
  return { used: true, body, debug: inner.plain("debug", false), file, ...further(inner) };
}

function further(members: Members): { other?: Record<string, string> } {
  const other = members.rest();
  return Object.keys(other).length > 0 ? { other } : {};
}

/** `login` or `logins`; where both are there, or none can be used, the core hears of what is left. */
function loginsOf(members: Members): Pick<Draft, "logins" | "several"> {
  const several = members.take("logins");
  if (several?.type === "array") {
    const [first = "{}", ...rest] = (several.children ?? []).map((node) => members.source(node));
    return { logins: [first, ...rest], several: true };
  }
  members.leave("logins", several);
  const one = members.take("login");
  return { logins: [one ? members.source(one) : "{}"], several: false };
}
