// What somebody pasted, and what becomes of the login: recognised by the core, and put where it belongs.

import type { CognitoForm, CognitoUser, Diagnostic, IdToken } from "reconcile-kit";
import { decompose } from "../../../draft/decompose.js";
import type { Draft } from "../../../draft/draft.js";
import { pretty } from "../../../draft/pretty.js";
import type { Refusal } from "../../../kit/protocol.js";
import { JsonForm, put, putRaw } from "../parts/json-form.js";

/** The questions to the core. */
export interface Reader {
  readCognito(payload: string): Promise<CognitoUser>;
  decodeIdToken(token: string): Promise<IdToken>;
  /** Why the core refused, where that is what was thrown. */
  refusalOf(error: unknown): Refusal | undefined;
}

/** What was read. */
export type Reading =
  | {
      readonly kind: "login";
      /** What it was and where it went. */
      readonly said: string;
      readonly notes: readonly Diagnostic[];
      readonly login: string;
    }
  | { readonly kind: "scenario"; readonly said: string; readonly scenario: Draft }
  | {
      readonly kind: "refused";
      readonly message: string;
      readonly help: string;
      /** What the login would be if the object were taken as userinfo all the same. */
      readonly asUserinfo?: string;
    };

const FORMS: Readonly<Record<CognitoForm, string>> = {
  "id-token": "the claims of an ID token",
  userinfo: "a userinfo answer",
  "user-attributes": "a user as Cognito's ListUsers, AdminGetUser or a trigger writes one",
  "api-gateway-rest": "the claims that an API Gateway REST API passes on",
  "api-gateway-http": "the claims that an API Gateway HTTP API passes on",
};
/** The rule that tells an access token. */
const ACCESS_TOKEN = "cognito-access-token";
/** What the core reads at most; a larger text is not even parsed here, the core refuses it. */
const LARGEST = 4 * 1024 * 1024;

/** Reads what was pasted into a login. */
export async function read(pasted: string, login: string, core: Reader): Promise<Reading> {
  const text = pasted.trim();
  const current = new JsonForm(login, () => {}).fits("object") ? login : "{}";
  try {
    if (/^[[{]/.test(text)) return await readJson(text, current, core);
    return await readToken(bare(text), current, core);
  } catch (error) {
    const refusal = core.refusalOf(error);
    if (!refusal) throw error;
    return { kind: "refused", message: refusal.message, help: refusal.help };
  }
}

/** A token without what it was copied with: quotes, `Bearer`, line breaks. */
function bare(text: string): string {
  const inner = text.replace(/^(authorization:\s*)?bearer\s+/i, "").replace(/^["'`]|["'`]$/g, "");
  return /^[\w.\-\s]+$/.test(inner) ? inner.replace(/\s+/g, "") : inner;
}

async function readToken(token: string, login: string, core: Reader): Promise<Reading> {
  const { claims } = await core.decodeIdToken(token);
  const user = await userOf(JSON.stringify(claims), core);
  if (isAccessToken(user)) {
    return {
      kind: "login",
      said: "This was an access token. It went into the login's access token; FusionAuth reads no claims from it, only a lambda can.",
      notes: user?.notes ?? [],
      login: put(login, ["accessToken"], token),
    };
  }
  const withToken = put(login, ["idToken"], token);
  const { text, said } = withUserinfo(withToken, claims.sub, user);
  return {
    kind: "login",
    said: `This was an ID token. Its text went into the login's ID token. ${said}`,
    notes: user?.notes ?? [],
    login: text,
  };
}

async function readJson(text: string, login: string, core: Reader): Promise<Reading> {
  const value = text.length > LARGEST ? undefined : objectOf(text);
  if (!value) return readClaims(text, undefined, login, core);
  if ("identityProvider" in value && ("login" in value || "logins" in value)) {
    const scenario = decompose(text);
    const said = "This was a whole scenario. It took the place of everything that was here.";
    if (scenario) return { kind: "scenario", said, scenario };
  }
  const whole = "login" in value ? new JsonForm(text, () => {}, ["login"]) : undefined;
  const form = whole ?? new JsonForm(text, () => {});
  if (form.node(["userinfo"]) || form.node(["idToken"])) {
    const said = "This was a whole login. It took the place of the one that was here.";
    return { kind: "login", said, notes: [], login: pretty(form.raw([])) };
  }
  if (typeof value.id_token === "string") return readTokens(value, value.id_token, login, core);
  return readClaims(text, value, login, core);
}

/** The answer of a token endpoint. */
async function readTokens(
  answer: Readonly<Record<string, unknown>>,
  idToken: string,
  login: string,
  core: Reader,
): Promise<Reading> {
  const { access_token: access } = answer;
  const start = typeof access === "string" ? put(login, ["accessToken"], access) : login;
  const reading = await readToken(idToken, start, core);
  if (reading.kind !== "login") return reading;
  const rest = typeof access === "string" ? " The access token went beside it." : "";
  const said = `This was a token endpoint's answer. ${reading.said}${rest}`;
  return { ...reading, said };
}

async function readClaims(
  text: string,
  value: Readonly<Record<string, unknown>> | undefined,
  login: string,
  core: Reader,
): Promise<Reading> {
  let user: CognitoUser;
  try {
    user = await core.readCognito(text);
  } catch (error) {
    const refusal = core.refusalOf(error);
    if (!refusal) throw error;
    const { message, help } = refusal;
    const offer = value && { asUserinfo: putRaw(login, ["userinfo"], text) };
    return { kind: "refused", message, help, ...offer };
  }
  const [note] = user.notes;
  if (isAccessToken(user) && note) {
    return { kind: "refused", message: note.message, help: note.help };
  }
  return { kind: "login", notes: user.notes, ...(await taken(user, text, login, core)) };
}

/** Where the claims of a user go, whichever form they came in. */
async function taken(
  user: CognitoUser,
  text: string,
  login: string,
  core: Reader,
): Promise<{ said: string; login: string }> {
  const what = `This was ${FORMS[user.form]}.`;
  if (user.form === "userinfo") {
    const { next, said } = await withoutAnother(putRaw(login, ["userinfo"], text), user, core);
    return { said: `${what} It is the login's userinfo now, as it came. ${said}`, login: next };
  }
  if (user.form === "id-token") {
    const beside = withUserinfo(putRaw(login, ["idToken"], text), user.claims.sub, user);
    return {
      said: `${what} They are the login's ID token now. ${beside.said}`,
      login: beside.text,
    };
  }
  const both = put(put(login, ["userinfo"], user.userinfo), ["idToken"], user.idToken);
  return {
    said: `${what} Userinfo and ID token were made of it, each as Cognito would send it.`,
    login: put(both, ["accessToken"], undefined),
  };
}

/** Beside userinfo: the tokens of the same person stay, those of another one do not. */
async function withoutAnother(
  login: string,
  user: CognitoUser,
  core: Reader,
): Promise<{ next: string; said: string }> {
  const token = new JsonForm(login, () => {}).value(["idToken"]);
  if (token === undefined) return { next: login, said: "" };
  const sub = typeof token === "string" ? await subOf(token, core) : claim(token, "sub");
  if (sub !== undefined && sub === user.claims.sub) {
    return { next: login, said: "The ID token of the same person stayed." };
  }
  const next = put(put(login, ["idToken"], undefined), ["accessToken"], undefined);
  return { next, said: "The ID token that was here was somebody else's, and is gone." };
}

/** Beside an ID token: the userinfo of the same person stays, that of another one does not. */
function withUserinfo(
  login: string,
  sub: unknown,
  user: CognitoUser | undefined,
): { text: string; said: string } {
  const userinfo = new JsonForm(login, () => {}).value(["userinfo"]);
  if (sub !== undefined && claim(userinfo, "sub") === sub) {
    return { text: login, said: "The userinfo of the same person stayed as it was." };
  }
  if (user) {
    const said =
      "The userinfo was made of its claims, as Cognito's userinfo endpoint would answer.";
    return { text: put(login, ["userinfo"], user.userinfo), said };
  }
  const said =
    "It is not Cognito's, so what userinfo would answer is not known: paste that as well.";
  return { text: put(login, ["userinfo"], undefined), said };
}

function claim(claims: unknown, name: string): unknown {
  return typeof claims === "object" && claims !== null && Object.hasOwn(claims, name)
    ? (claims as Readonly<Record<string, unknown>>)[name]
    : undefined;
}

async function subOf(token: string, core: Reader): Promise<unknown> {
  try {
    return (await core.decodeIdToken(token)).claims.sub;
  } catch (error) {
    if (core.refusalOf(error)) return undefined;
    throw error;
  }
}

async function userOf(claims: string, core: Reader): Promise<CognitoUser | undefined> {
  try {
    return await core.readCognito(claims);
  } catch (error) {
    if (core.refusalOf(error)) return undefined;
    throw error;
  }
}

function isAccessToken(user: CognitoUser | undefined): boolean {
  return user?.notes.some(({ code }) => code === ACCESS_TOKEN) ?? false;
}

function objectOf(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}
