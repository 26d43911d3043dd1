// Puts what came in into the draft, and says where.

import { decompose } from "../../draft/decompose.js";
import type { Draft } from "../../draft/draft.js";
import { pretty } from "../../draft/pretty.js";
import { baseName } from "../export/files.js";
import { Json } from "./json.js";
import type { Incoming, Listed, Part } from "./types.js";

/** A draft, and what was put into it. */
export interface Put {
  readonly draft: Draft;
  readonly said: string;
}

/** Where the page shows each of FusionAuth's objects. */
const PLACES = {
  identityProvider: "identity provider",
  application: "application",
  tenant: "tenant",
} as const;

/** The draft with a part in it; `undefined` for a part that is none. */
export function put(
  draft: Draft,
  part: Part,
  login: number,
  files: readonly Incoming[],
): Put | undefined {
  switch (part.kind) {
    case "draft":
      return { draft: part.draft, said: "The scenario of the link is open." };
    case "scenario":
      return scenario(part.json, part.name, files);
    case "policy":
      return {
        draft: { ...draft, policy: { used: true, text: pretty(part.json), file: part.name } },
        said: `The policy is in use${draft.lambda.used ? ", before the lambda" : ""}.`,
      };
    case "lambda": {
      const { body, debug, name } = part;
      const lambda = { ...draft.lambda, used: true, body, debug, file: name };
      return { draft: { ...draft, lambda }, said: "The lambda is in use." };
    }
    case "login":
      return loginPut(draft, part.json, part.from, login);
    case "user":
    case "link":
      return list(draft, part.kind, part.items, part.isAll);
    case "identityProvider":
    case "application":
    case "tenant":
      return one(draft, part.kind, part.items);
    default:
      return undefined;
  }
}

/** A scenario takes the place of everything; the files that it names are looked for among those that came with it. */
function scenario(json: string, name: string, files: readonly Incoming[]): Put | undefined {
  const draft = decompose(json);
  if (!draft) return undefined;
  const { lambda, policy } = draft;
  const missing: string[] = [];
  const find = (file: string) => {
    const found = files.find((one) => one.name === baseName(file));
    if (!found) missing.push(file);
    return found?.text;
  };
  const needsLambda = lambda.used && lambda.file !== "" && lambda.body === "";
  const needsPolicy = policy.used && policy.file !== "" && policy.text === "";
  const [body, text] = [needsLambda && find(lambda.file), needsPolicy && find(policy.file)];
  const whole = {
    ...draft,
    lambda: body ? { ...lambda, body } : lambda,
    policy: text ? { ...policy, text: pretty(text) } : policy,
  };
  const opened = `The scenario${name === "" ? "" : ` ${name}`} is open.`;
  const told = missing.map((file) => ` It names ${file}: drop that file together with it.`);
  return { draft: whole, said: opened + told.join("") };
}

function loginPut(draft: Draft, json: string, from: string, at: number): Put {
  const [first, ...rest] = draft.logins;
  const logins: [string, ...string[]] = [first, ...rest];
  const index = Math.min(at, logins.length - 1);
  const isPart = Json.of(json)?.has("userinfo", "idToken") === false;
  const before = Json.of(logins[index] ?? "");
  logins[index] = isPart && before?.type === "object" ? joined(before, json) : pretty(json);
  const place = logins.length > 1 ? `login ${index + 1}` : "the login";
  return { draft: { ...draft, logins }, said: `${from} is ${place} now.` };
}

/** An access token alone is added to what the login has. */
function joined(login: Json, json: string): string {
  const members = [...login.keys]
    .filter((key) => key !== "accessToken")
    .map((key) => `${JSON.stringify(key)}:${login.get(key)?.text}`);
  return pretty(`{${[...members, json.trim().slice(1, -1)].join(",")}}`);
}

/** The one that belongs to what is there already, else the first. */
function one(draft: Draft, kind: keyof typeof PLACES, items: readonly string[]): Put | undefined {
  const configured = Json.of(draft.sections.identityProvider)?.get("applicationConfiguration");
  const fits = (text: string) => {
    const json = Json.of(text);
    if (kind === "application") return configured?.has(json?.get("id")?.string ?? "") === true;
    return kind === "identityProvider" && /cognito/i.test(text);
  };
  const item = items.find(fits) ?? items[0];
  if (item === undefined) return undefined;
  const name = Json.of(item)?.get("name")?.string ?? "";
  const called = name === "" ? "" : ` “${name}”`;
  const others = items.length > 1 ? `, one of ${items.length}` : "";
  return {
    draft: { ...draft, sections: { ...draft.sections, [kind]: item } },
    said: `The ${PLACES[kind]} is set${called === "" ? "" : ` to${called}`}${others}.`,
  };
}

/** A list takes the place of the one there is; one alone joins it, or replaces the one with its id. */
function list(draft: Draft, kind: Listed, items: readonly string[], isAll: boolean): Put {
  const section = kind === "user" ? "users" : "links";
  const before = isAll ? [] : (Json.of(draft.sections[section])?.items ?? []);
  const ids = new Set(items.map((text) => idOf(kind, Json.of(text))));
  const kept = before.filter((one) => !ids.has(idOf(kind, one))).map(({ text }) => text);
  const text = pretty(`[${[...kept, ...items].join(",")}]`);
  const count = items.length === 1 ? `1 ${kind}` : `${items.length} ${kind}s`;
  const verb = isAll ? (items.length === 1 ? "is" : "are") : "is added to";
  const said = isAll ? `${count} ${verb} there before the login.` : `${count} ${verb} those there.`;
  return { draft: { ...draft, sections: { ...draft.sections, [section]: text } }, said };
}

function idOf(kind: Listed, json: Json | undefined): string {
  const keys = kind === "user" ? ["id"] : ["identityProviderId", "identityProviderUserId"];
  return keys.map((key) => json?.get(key)?.text ?? "").join(" ");
}
