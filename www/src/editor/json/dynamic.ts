// What the scenario at hand adds to the schema's words: claims that the login has, roles that the application has.

import words from "virtual:policy-words";
import { escaped } from "../../draft/pointer.js";
import { canonicalClaims, loginClaims, sample } from "../claims.js";
import { lambdaFacts } from "../facts.js";
import { writableMark } from "../lambda/words.js";
import { guide } from "../pieces.js";
import type { Path } from "./place.js";
import type { Form } from "./schema.js";

/** A text that can be written somewhere. */
export interface Word {
  readonly text: string;
  readonly detail: string;
  readonly info: string;
}

/** Texts that fit a value at `path` in `piece`. */
export function wordsFor(piece: string, path: Path, forms: readonly Form[]): Word[] {
  if (forms.some(({ named }) => named === "PolicyClaim"))
    return [...claims(), ...claimsAsTheyCome()];
  if (isMapping(piece, path.slice(0, -1))) return claimsAsTheyCome();
  if (isRole(path)) return roles();
  return [];
}

/** Keys that fit an object at `path` in `piece`; `rule` is the policy's rule around it. */
export function keysFor(piece: string, path: Path, rule: unknown): Word[] {
  if (isMapping(piece, path)) return fields();
  if (piece === "policy" && path.at(-1) === "table") return tableKeys(rule);
  if (piece.startsWith("login ") && (path.at(-1) === "userinfo" || path.at(-1) === "idToken")) {
    return words.claims.map(({ name, words: info }) => ({ text: name, detail: "claim", info }));
  }
  return [];
}

/** Whether an object at `path` maps fields to claims, as FusionAuth's attribute mappings do. */
export function isMapping(piece: string, path: Path): boolean {
  return piece === "attributeMappings" ? path.length === 0 : path.at(-1) === "attributeMappings";
}

function isRole(path: Path): boolean {
  if (path.at(-2) === "roles") return true;
  const isOfMap = path.includes("registration.roles");
  return isOfMap && (path.includes("value") || path.includes("table") || path.includes("default"));
}

function roles(): Word[] {
  const known = lambdaFacts.peek()?.scenario?.roles ?? [];
  return known.map((text) => ({ text, detail: "role", info: "A role of the application." }));
}

/** Claims in their canonical form: those of this login first, then those that every policy knows. */
export function claims(): Word[] {
  const own = canonicalClaims.peek();
  const described = new Map(words.claims.map(({ name, words: told }) => [name, told]));
  const here = Object.entries(own).map(([name, value]) => ({
    text: isPlain(name) ? name : `/claims/${escaped(name)}`,
    detail: sample(value),
    info: described.get(name) ?? "A claim of this login. Another person's login may lack it.",
  }));
  const others = words.claims
    .filter(({ name }) => !Object.hasOwn(own, name))
    .map(({ name, words: info }) => ({ text: name, detail: "not in this login", info }));
  return [...here, ...others];
}

function claimsAsTheyCome(): Word[] {
  const { userinfo, idToken } = loginClaims.peek();
  const of = (prefix: string, values: object, info: string) =>
    Object.entries(values)
      .filter(([name]) => isPlain(name))
      .map(([name, value]) => ({ text: `${prefix}.${name}`, detail: sample(value), info }));
  return [
    ...of("jwt", userinfo, "The claim of userinfo as it came."),
    ...of("id_token", idToken, "The claim of the ID token as it came."),
  ];
}

function isPlain(name: string): boolean {
  return !/[./~\s]/.test(name);
}

/** The fields that a mapping can name. */
function fields(): Word[] {
  const keys = guide.keys(guide.formsAt(guide.definition("PolicyMap"), []));
  return keys.map(({ name, description }) => ({
    text: name,
    detail: fieldDetail(name),
    info: description,
  }));
}

/** What a field such as `user.firstName` holds, and when it is written. */
export function fieldDetail(name: string): string {
  const field = fieldNamed(name);
  return field ? `${field.holds} · ${writableMark(field)}` : "";
}

/** What the core knows of a field such as `user.firstName`. */
export function fieldNamed(name: string) {
  const [object, key = ""] = name.split(".");
  const known = lambdaFacts.peek()?.fields;
  return object === "user" || object === "registration" ? known?.[object][key] : undefined;
}

/** The values in this login of the claim that a rule reads. */
function tableKeys(rule: unknown): Word[] {
  const from = typeof rule === "object" && rule !== null && "from" in rule ? rule.from : undefined;
  const names = [from].flat().filter((name) => typeof name === "string");
  return names.flatMap((name) => {
    const value = canonicalClaims.peek()[name.replace(/^\/claims\//, "")];
    const info = `A value of ${name} in this login.`;
    return [value]
      .flat()
      .filter((one) => ["string", "number", "boolean"].includes(typeof one))
      .map((one) => ({ text: String(one), detail: name, info }));
  });
}
