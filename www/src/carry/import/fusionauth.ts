// FusionAuth's own JSON: what its API answers, with or without the wrapper, and kickstart files.

import { Json } from "./json.js";
import type { Incoming, Listed, Part } from "./types.js";

/** Wrappers of the API: the key of one object, the key of a list, and what they hold. */
const WRAPPERS: readonly (readonly [string, string, Listed])[] = [
  ["identityProvider", "identityProviders", "identityProvider"],
  ["application", "applications", "application"],
  ["tenant", "tenants", "tenant"],
  ["user", "users", "user"],
  ["identityProviderLink", "identityProviderLinks", "link"],
];

/** What one of FusionAuth's objects is, when it comes without a wrapper. */
function kindOf(json: Json): Listed | undefined {
  if (json.has("identityProviderUserId")) return "link";
  if (json.has("linkingStrategy", "oauth2", "applicationConfiguration")) return "identityProvider";
  if (json.has("registrations", "twoFactor", "passwordChangeRequired")) return "user";
  if (json.has("email", "username") && json.has("active", "insertInstant", "tenantId"))
    return "user";
  if (json.has("roles") && json.has("name", "id") && !json.has("sub")) return "application";
  if (json.has("emailConfiguration", "externalIdentifierConfiguration", "themeId")) return "tenant";
  return undefined;
}

/** What a JSON holds of FusionAuth's; nothing where it is something else. */
export function fusionAuthParts(json: Json, files: readonly Incoming[]): readonly Part[] {
  if (json.get("requests")?.type === "array") return kickstartParts(json, files);
  const wrapped = WRAPPERS.flatMap(([one, many, kind]): readonly Part[] => {
    const [single, list] = [json.get(one), json.get(many)];
    if (list?.type === "array") return [{ kind, items: textsOf(list.items), isAll: true }];
    return single?.type === "object" ? [{ kind, items: [single.text], isAll: false }] : [];
  });
  const lambdas = [json.get("lambda"), ...(json.get("lambdas")?.items ?? [])];
  const all = [...wrapped, ...lambdas.flatMap((one) => lambdaPart(one, files))];
  if (all.length > 0) return all;
  return json.type === "array" ? listed(json) : bare(json);
}

function textsOf(items: readonly Json[]): readonly string[] {
  return items.map(({ text }) => text);
}

function bare(json: Json): readonly Part[] {
  const kind = kindOf(json);
  if (kind) return [{ kind, items: [json.text], isAll: false }];
  return json.has("body") && json.has("type", "engineType") ? lambdaPart(json, []) : [];
}

function listed(json: Json): readonly Part[] {
  const [first] = json.items;
  const kind = first && kindOf(first);
  return kind ? [{ kind, items: textsOf(json.items), isAll: true }] : [];
}

/** A lambda that reconciles; others run elsewhere. */
function lambdaPart(json: Json | undefined, files: readonly Incoming[]): readonly Part[] {
  const body = json?.get("body")?.string ?? "";
  if (!json || body === "") return [];
  const type = json.get("type")?.string ?? "";
  if (type !== "" && !/Reconcile$/.test(type)) {
    return [{ kind: "said", text: `A lambda of type ${type} does not reconcile and is left out.` }];
  }
  const debug = json.get("debug")?.text === "true";
  const file = /^@\{(.+)\}$/.exec(body.trim())?.[1];
  const id = json.get("id")?.string ?? "";
  if (file === undefined) return [{ kind: "lambda", body, name: "", debug, id }];
  const found = files.find(({ name }) => name === file.replace(/^.*[\\/]/, ""));
  return found
    ? [{ kind: "lambda", body: found.text, name: found.name, debug, id }]
    : [{ kind: "said", text: `The lambda stands in ${file}: drop that file, too.` }];
}

/** What the requests of a kickstart file make. */
function kickstartParts(json: Json, files: readonly Incoming[]): readonly Part[] {
  const text = resolved(json);
  const requests = Json.of(text)?.get("requests")?.items ?? [];
  const parts = requests.flatMap((request) => {
    const body = request.get("body");
    const id = /\/([^/?]+)$/.exec(request.get("url")?.string ?? "")?.[1] ?? "";
    return body ? fusionAuthParts(registered(withIds(body, id)), files) : [];
  });
  return together(parts);
}

/** The text with the values of its variables. */
function resolved(json: Json): string {
  const variables = json.get("variables");
  return json.text.replaceAll(/#\{(\w+)\}/g, (whole, name: string) => {
    const value = variables?.get(name)?.string ?? "";
    return value === "" ? whole : JSON.stringify(value).slice(1, -1);
  });
}

/** The API's objects carry their ids; in a kickstart file these stand in the addresses. */
function withIds(body: Json, id: string): Json {
  if (!/^[\w-]{8,}$/.test(id)) return body;
  let { text } = body;
  for (const key of ["identityProvider", "application", "tenant", "user", "lambda"]) {
    const inner = body.get(key);
    if (inner?.type !== "object" || inner.has("id")) continue;
    const more = inner.keys.size > 0 ? "," : "";
    const opening = new RegExp(`("${key}"\\s*:\\s*\\{)`);
    text = text.replace(opening, (start) => `${start}"id":${JSON.stringify(id)}${more}`);
  }
  return Json.of(text) ?? body;
}

/** A user whose registration stands beside it carries it, as the API prints users. */
function registered(body: Json): Json {
  const [user, registration] = [body.get("user"), body.get("registration")];
  if (user?.type !== "object" || !registration || user.has("registrations")) return body;
  const more = user.keys.size > 0 ? "," : "";
  const members = user.text.replace(/^\{/, `{"registrations":[${registration.text}]${more}`);
  return Json.of(`{"user":${members}}`) ?? body;
}

/** One part for all users, and so on. */
function together(parts: readonly Part[]): readonly Part[] {
  const lists = new Map<Listed, string[]>();
  const others: Part[] = [];
  for (const part of parts) {
    if (!("items" in part)) others.push(part);
    else lists.set(part.kind, [...(lists.get(part.kind) ?? []), ...part.items]);
  }
  const joined = [...lists].map(
    ([kind, items]): Part => ({ kind, items, isAll: items.length > 1 }),
  );
  return [...joined, ...others];
}
