// From a scenario's text to the draft.

import { getNodeValue, type Node, parseTree } from "jsonc-parser";
import {
  BLANK,
  type Draft,
  type LambdaDraft,
  type PolicyDraft,
  SECTIONS,
  type Section,
} from "./draft.js";
import { pretty } from "./pretty.js";

/** The draft of a scenario; `undefined` where the text is not a JSON object. */
export function decompose(text: string): Draft | undefined {
  const root = parseTree(text, [], { disallowComments: true });
  if (root?.type !== "object") return undefined;
  const members = new Map<string, Node>();
  for (const { children } of root.children ?? []) {
    const [key, value] = children ?? [];
    if (key && value) members.set(key.value, value);
  }
  const source = (node: Node) => pretty(text.slice(node.offset, node.offset + node.length));
  const take = (key: string): Node | undefined => {
    const node = members.get(key);
    members.delete(key);
    return node;
  };
  const plain = (key: string): string => {
    const node = members.get(key);
    if (node?.type !== "string") return "";
    members.delete(key);
    return node.value;
  };
  take("$schema");
  const sections = { ...BLANK.sections };
  for (const section of SECTIONS) sections[section] = sectionText(section, take(section), source);
  const [name, fusionauth, now] = [plain("name"), plain("fusionauth"), plain("now")];
  const [policy, lambda] = [policyOf(take("policy"), source), lambdaOf(take("lambda"))];
  const several = take("logins");
  const one = take("login");
  const logins = several?.type === "array" ? (several.children ?? []).map(source) : [];
  const [first = one ? source(one) : "{}", ...rest] = logins;
  const other = Object.fromEntries([...members].map(([key, node]) => [key, source(node)]));
  return {
    name,
    fusionauth,
    now,
    sections,
    policy,
    lambda,
    logins: [first, ...rest],
    several: several !== undefined,
    other,
  };
}

function sectionText(
  section: Section,
  node: Node | undefined,
  source: (node: Node) => string,
): string {
  if (node) return source(node);
  return section === "identityProvider" ? BLANK.sections.identityProvider : "";
}

function policyOf(node: Node | undefined, source: (node: Node) => string): PolicyDraft {
  if (!node) return BLANK.policy;
  const [document, file] = [member(node, "document"), member(node, "file")];
  if (file?.type !== "string") return { used: true, text: source(node), file: "" };
  return { used: true, text: document ? source(document) : "", file: file.value };
}

function lambdaOf(node: Node | undefined): LambdaDraft {
  if (!node) return BLANK.lambda;
  const { body, debug, file } = getNodeValue(node) ?? {};
  const text = (value: unknown) => (typeof value === "string" ? value : "");
  return { used: true, body: text(body), debug: debug === true, file: text(file) };
}

function member(object: Node, key: string): Node | undefined {
  const property = object.children?.find(({ children }) => children?.[0]?.value === key);
  return property?.children?.[1];
}
