// Tells what a text is. Anything can be dropped or pasted: it is told apart by what stands in it, not by its name.

import { isDeep } from "../redact/walk.js";
import { draftIn } from "../share.js";
import { MOST_BYTES } from "./files.js";
import { fusionAuthParts } from "./fusionauth.js";
import { Json } from "./json.js";
import { fault, type Incoming, type Kit, type Part } from "./types.js";
import { jsonOfYaml } from "./yaml.js";

/** What is understood, for people whose text is not. */
export const UNDERSTOOD =
  "a scenario or a policy (JSON or YAML), a lambda, a link to this page, an ID token, a Cognito user, or FusionAuth's JSON: identity providers, applications, tenants, users, links, lambdas, a kickstart file";

const SCENARIO_KEYS = ["login", "logins", "expect", "policy", "links", "assumptions", "fetch"];

/** The parts of a text; `files` are all that came in with it. */
export async function partsOf(
  incoming: Incoming,
  files: readonly Incoming[],
  kit: Kit,
): Promise<readonly Part[]> {
  const called = incoming.name === "" ? "The text" : incoming.name;
  const text = incoming.text.replace(/^\ufeff/, "").trim();
  if (text === "") return [fault(`${called} is empty.`)];
  if (text.length > MOST_BYTES) return [fault(`${called} is larger than 5 MB.`)];
  const link = /#?(\d{1,6}\.[\w-]{20,})\s*$/.exec(text)?.[1];
  if (link !== undefined && !/\s/.test(text)) return [await linkPart(link)];
  if (/^(Bearer\s+)?eyJ[\w-]*(\.[\w-]*)*$/i.test(text)) return tokenParts(text, kit, called);
  if (/^[[{]/.test(text)) return jsonParts(text, { ...incoming, name: incoming.name }, files, kit);
  if (isLambda(incoming.name, text)) return [lambdaPart(incoming, text)];
  return yamlParts(text, incoming, files, kit);
}

async function linkPart(link: string): Promise<Part> {
  const shared = await draftIn(link);
  return "draft" in shared ? { kind: "draft", draft: shared.draft } : fault(shared.fault.message);
}

function isLambda(name: string, text: string): boolean {
  return /\.[cm]?[jt]s$/i.test(name) || /\bfunction\s+\w+\s*\(|=>\s*\{|\breconcile\s*=/.test(text);
}

function lambdaPart({ name }: Incoming, body: string): Part {
  return { kind: "lambda", body: `${body}\n`, name, debug: false, id: "" };
}

/** A token: FusionAuth's answer to the question who that is. */
async function tokenParts(text: string, kit: Kit, called: string): Promise<readonly Part[]> {
  const token = text.replace(/^Bearer\s+/i, "");
  try {
    const { claims } = await kit.decodeIdToken(token);
    const quoted = JSON.stringify(token);
    if (claims.token_use === "access") {
      return [{ kind: "login", json: `{"accessToken":${quoted}}`, from: "The access token" }];
    }
    const userinfo = await userinfoOf(JSON.stringify(claims), kit);
    const json = `{"userinfo":${userinfo},"idToken":${quoted}}`;
    return [{ kind: "login", json, from: "The ID token" }];
  } catch (error) {
    return [fault(`${called} looks like a token, and cannot be read: ${reason(error)}`)];
  }
}

/** What userinfo would answer, as far as the core can tell; nothing for somebody who is not Cognito's. */
async function userinfoOf(claims: string, kit: Kit): Promise<string> {
  try {
    return JSON.stringify((await kit.readCognito(claims)).userinfo);
  } catch {
    return "{}";
  }
}

function reason(error: unknown): string {
  const { message, help } = error as { message?: string; help?: string };
  return [message, help].filter(Boolean).join("; ");
}

async function jsonParts(
  text: string,
  { name }: Incoming,
  files: readonly Incoming[],
  kit: Kit,
): Promise<readonly Part[]> {
  const called = name === "" ? "The text" : name;
  if (isDeep(text)) return [fault(`${called} is nested deeper than anything that is read here.`)];
  const json = Json.of(text);
  if (!json) return [await brokenJson(text, called, kit)];
  if (json.type === "object") {
    const own = ours(json, text, name);
    if (own) return [own];
  }
  const parts = fusionAuthParts(json, files);
  return parts.length > 0 ? parts : [await cognitoPart(json, text, called, kit)];
}

async function brokenJson(text: string, called: string, kit: Kit): Promise<Part> {
  const [finding] = await kit.check(text);
  const place = finding?.line ? `line ${finding.line}, column ${finding.column}: ` : "";
  const why = finding ? finding.message.replace("the document", "it") : "it is not JSON";
  return fault(
    `${called} cannot be read. ${capital(`${place}${why}`)}. ${capital(finding?.help ?? "")}`,
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The documents of this kit. */
function ours(json: Json, text: string, name: string): Part | undefined {
  if (isOutcome(json)) return outcomeFault(json);
  const hasWorld = json.has("identityProvider") && json.has("users", "lambda", "application");
  if (json.has("login", "logins") || (hasWorld && json.has(...SCENARIO_KEYS))) {
    return { kind: "scenario", json: text, name };
  }
  if (json.has("gates", "map") && !json.has("sub", "id"))
    return { kind: "policy", json: text, name };
  if (json.has("userinfo") || (json.has("idToken") && !json.has("sub"))) {
    return { kind: "login", json: json.text, from: "The login" };
  }
  return responseOfTokens(json);
}

function isOutcome(json: Json): boolean {
  const first = json.get("logins")?.items[0] ?? json;
  return first.has("verdict") && first.has("decision");
}

function outcomeFault(json: Json): Part {
  const first = json.get("logins")?.items[0] ?? json;
  const told = `${first.get("status")?.text ?? ""} ${first.get("decision")?.string ?? ""}`;
  return fault(
    `This is an outcome: it says “${told}: ${first.get("verdict")?.string ?? ""}”. It does not hold what led to it; open the scenario instead.`,
  );
}

/** What a token endpoint answers. */
function responseOfTokens(json: Json): Part | undefined {
  const [idToken, access] = [json.get("id_token"), json.get("access_token")];
  if (!idToken?.string && !access?.string) return undefined;
  const members = [
    idToken?.string ? `"idToken":${idToken.text}` : "",
    access?.string ? `"accessToken":${access.text}` : "",
  ];
  const text = `{"userinfo":{},${members.filter(Boolean).join(",")}}`;
  return { kind: "login", json: text, from: "The answer of a token endpoint" };
}

/** A user as Cognito writes one. Whether it is one, the core knows. */
async function cognitoPart(json: Json, text: string, called: string, kit: Kit): Promise<Part> {
  const [first, ...more] = json.get("Users")?.items ?? [];
  try {
    const user = await kit.readCognito(first && more.length > 0 ? first.text : text);
    const { form, userinfo, idToken } = user;
    const token = form === "id-token" ? json.text : JSON.stringify(idToken);
    const login = `{"userinfo":${form === "userinfo" ? json.text : JSON.stringify(userinfo)},"idToken":${token}}`;
    const from =
      first && more.length > 0 ? `The first of ${more.length + 1} Cognito users` : FORMS[form];
    return { kind: "login", json: login, from };
  } catch {
    return fault(`${called} is JSON, and nothing that is known here. Looked for: ${UNDERSTOOD}.`);
  }
}

const FORMS = {
  "id-token": "The claims of an ID token",
  userinfo: "The answer of the userinfo endpoint",
  "user-attributes": "The Cognito user",
  "api-gateway-rest": "The user of an API Gateway event",
  "api-gateway-http": "The user of an API Gateway event",
} as const;

async function yamlParts(
  text: string,
  incoming: Incoming,
  files: readonly Incoming[],
  kit: Kit,
): Promise<readonly Part[]> {
  const called = incoming.name === "" ? "The text" : incoming.name;
  const isNamed = /\.ya?ml$/i.test(incoming.name);
  if (!isNamed && !/^[\w$"'-]+\s*:/m.test(text)) {
    return [fault(`${called} is nothing that is known here. Looked for: ${UNDERSTOOD}.`)];
  }
  const json = await jsonOfYaml(text);
  if (typeof json !== "string") {
    return [fault(`${called} cannot be read. As YAML: ${json.why}.`)];
  }
  if (!/^[[{]/.test(json)) {
    return [fault(`${called} is nothing that is known here. Looked for: ${UNDERSTOOD}.`)];
  }
  return jsonParts(json, incoming, files, kit);
}
