// A draft about somebody else: whatever could tell who somebody is becomes something else, the same everywhere, so
// that the login goes on as it did.

import { type Draft, SECTIONS, type Section } from "../../draft/draft.js";
import { tokenOf, tokenText } from "./jwt.js";
import {
  type ClaimKinds,
  type Kind,
  keyOf,
  policyRole,
  type Role,
  roleOf,
  type Steps,
} from "./kinds.js";
import { Known } from "./known.js";
import { literal, redactedLambda } from "./lambda.js";
import { isDomain, Replacing, wordsOf } from "./text.js";
import { type Visitor, walk } from "./walk.js";
import { Words } from "./words.js";

/** A draft without the people in it. */
export interface Redacted {
  readonly draft: Draft;
  /** How many different values of each kind were replaced. */
  readonly found: ReadonlyMap<Kind, number>;
}

/** What is the same for everybody, or too short to tell anything. */
const NOBODYS = /^(true|false|null|undefined|yes|no|none|\p{N}{0,2}|[^\p{L}\p{N}]*)$/iu;
/** A country's code: too many people live there. */
const COUNTRY = /^[A-Z]{2,3}$/;
/** Numbers of these kinds tell who somebody is, however short. */
const NUMBERED: ReadonlySet<Kind> = new Set([
  "id",
  "phone",
  "address",
  "username",
  "name",
  "client",
]);
/** Providers that Cognito puts before the usernames of those who come through them. */
const PROVIDERS = ["google", "facebook", "signinwithapple", "loginwithamazon"];
const FILE_TYPES = ["png", "jpg", "jpeg", "gif", "svg", "webp"];
/** Hosts of pictures and profiles that belong to everybody. */
const PLATFORMS = ["googleusercontent", "githubusercontent", "github", "discordapp", "gravatar"];
/** Names of claims and fields: they are not somebody's where they stand in a program. */
const VOCABULARY =
  "user users registration data email name username phone address sub claim claims role roles group groups login provider policy lambda http https com org net admin viewer editor member staff new first last value values text list id ids is not the and for with of to in a an";

/** Something that is done to every value of a draft. */
interface Pass {
  json(text: string, role: (steps: Steps) => Role): string;
  text(text: string): string;
  lambda(body: string): string;
}

/** The draft with other people in it. */
export function redacted(draft: Draft): Redacted {
  const claims = claimKinds(draft);
  const every = JSON.stringify(draft);
  const avoided = new Set(wordsOf(every.toLowerCase()));
  const vocabulary = new Set(VOCABULARY.split(" "));
  const words = new Words(avoided);
  const known = new Known(words, vocabulary);
  for (const word of [...PROVIDERS, ...FILE_TYPES, ...PLATFORMS]) words.keep(word);
  through(draft, claims, surveying(known, words, vocabulary, avoided));
  through(draft, claims, collecting(known));
  const replacing = new Replacing(words, hostsOf(draft));
  const other = through(draft, claims, rewriting(known, words, replacing));
  const found = [...known.found].map(([kind, values]) => [kind, values.size] as const);
  return { draft: other, found: new Map(found) };
}

/** The claims to which the identity provider's settings give a meaning. */
function claimKinds({ sections: { identityProvider } }: Draft): ClaimKinds {
  const kinds = { uniqueIdClaim: "id", usernameClaim: "username", emailClaim: "email" } as const;
  const pairs = Object.entries(kinds).flatMap(([setting, kind]) => {
    const place = new RegExp(`"${setting}"\\s*:\\s*"([^"]+)"`, "g");
    return [...identityProvider.matchAll(place)].map(([, claim = ""]) => [claim, kind] as const);
  });
  return new Map(pairs);
}

/** The hosts that the identity provider itself has. */
function hostsOf({ sections: { identityProvider } }: Draft): ReadonlySet<string> {
  const hosts = identityProvider.matchAll(/https:\/\/([\w.-]+)/g);
  return new Set([...hosts].map(([, host = ""]) => host.toLowerCase()));
}

/** The draft as a pass leaves it. */
function through(draft: Draft, claims: ClaimKinds, pass: Pass): Draft {
  const section = (name: Section | "login", text: string) =>
    text.trim() === "" ? text : pass.json(text, (steps) => roleOf(name, steps, claims));
  const sections = { ...draft.sections };
  for (const name of SECTIONS) sections[name] = section(name, draft.sections[name]);
  const [first, ...rest] = draft.logins.map((text) => section("login", text));
  const { policy, lambda } = draft;
  const other = Object.entries(draft.other).map(([key, text]) => [
    key,
    pass.json(text, () => "attribute"),
  ]);
  return {
    ...draft,
    name: pass.text(draft.name),
    sections,
    logins: [first ?? "{}", ...rest],
    policy: { ...policy, text: policy.text.trim() && pass.json(policy.text, policyRole) },
    lambda: { ...lambda, body: pass.lambda(lambda.body) },
    other: Object.fromEntries(other),
  };
}

/** Notes what stays: names of keys, of groups and roles, and of providers. */
function surveying(
  known: Known,
  words: Words,
  vocabulary: Set<string>,
  avoided: Set<string>,
): Pass {
  const visitor = (role: (steps: Steps) => Role): Visitor => ({
    text(value, steps) {
      const token = tokenOf(value);
      if (token) {
        for (const word of wordsOf(token.claims.toLowerCase())) avoided.add(word);
        walk(token.claims, visitor(role), steps);
      }
      if (keyOf(steps) === "providerName") for (const word of wordsOf(value)) words.keep(word);
      if (role(steps) === "keep") {
        known.kept.add(value.trim().toLowerCase());
        for (const part of value.split(/[[\],]/)) known.kept.add(part.trim().toLowerCase());
      }
      return undefined;
    },
    number: () => undefined,
    key(key, steps) {
      const isValue = role([...steps, key]) === "literal" && steps.includes("table");
      if (!isValue) for (const word of wordsOf(key.toLowerCase())) vocabulary.add(word);
      return undefined;
    },
  });
  return { json: (text, role) => walk(text, visitor(role)), text: same, lambda: same };
}

function same(text: string): string {
  return text;
}

/** Notes what is somebody's. */
function collecting(known: Known): Pass {
  const emails = (text: string) => {
    for (const email of Known.emailsIn(text)) known.add(email, "email");
    return text;
  };
  const visitor = (role: (steps: Steps) => Role): Visitor => ({
    text(value, steps) {
      const kind = role(steps);
      const token = tokenOf(value);
      if (token && kind !== "keep") walk(token.claims, visitor(role), steps);
      if (kind === "literal" && keyOf(steps) === "domain") known.addDomains([value]);
      if (kind === "keep" || kind === "text" || kind === "literal") emails(value);
      else if (!token && isSomebodys(value, kind, known)) known.add(value, kind);
      return undefined;
    },
    number(digits, steps) {
      const kind = role(steps);
      if (isPersonal(kind) && isTelling(digits, kind)) known.add(digits, kind);
      return undefined;
    },
    key: (key) => void emails(key),
  });
  const lambda = (body: string) => {
    emails(body);
    for (const [, domain = ""] of body.matchAll(/@([\p{L}\p{N}-]+(?:\\?\.[\p{L}\p{N}-]+)+)/gu)) {
      known.addDomains([domain.replaceAll("\\", "")]);
    }
    return body;
  };
  return { json: (text, role) => walk(text, visitor(role)), text: emails, lambda };
}

/** Puts something else in the place of what is somebody's. */
function rewriting(known: Known, words: Words, replacing: Replacing): Pass {
  const visitor = (role: (steps: Steps) => Role): Visitor => ({
    text(value, steps) {
      const kind = role(steps);
      if (kind === "keep") return withoutEmails(value, replacing);
      if (kind === "text") return known.replacedIn(value, replacing);
      if (kind === "literal") return literal(value, known, replacing);
      const token = tokenOf(value);
      if (token) return tokenText({ ...token, claims: walk(token.claims, visitor(role), steps) });
      if (!isSomebodys(value, kind, known)) return value;
      if (kind === "secret" || kind === "token") return words.ofSecret(value, kind);
      return kind === "email" && isDomain(value) ? replacing.domain(value) : replacing.all(value);
    },
    number(digits, steps) {
      const kind = role(steps);
      const isReplaced = isPersonal(kind) ? isTelling(digits, kind) : false;
      return isReplaced || (kind !== "keep" && known.isKnownNumber(digits, 3))
        ? replacing.all(digits)
        : undefined;
    },
    key(key, steps) {
      const isValue = steps.includes("table") && role([...steps, key]) === "literal";
      return isValue ? literal(key, known, replacing) : withoutEmails(key, replacing);
    },
  });
  return {
    json: (text, role) => walk(text, visitor(role)),
    text: (text) => known.replacedIn(text, replacing),
    lambda: (body) => redactedLambda(body, known, replacing),
  };
}

function isPersonal(role: Role): role is Kind {
  return role !== "keep" && role !== "text" && role !== "literal";
}

/** Whether a value is somebody's, where such values stand. */
function isSomebodys(value: string, kind: Kind, known: Known): boolean {
  if (NOBODYS.test(value.trim()) || (kind === "address" && COUNTRY.test(value))) return false;
  const isFree = kind === "attribute" || kind === "answer";
  return !(isFree && known.isNobodys(value));
}

/** Whether a number tells who somebody is: counts and times do not. */
function isTelling(digits: string, kind: Kind): boolean {
  if (!/^\d{3,}$/.test(digits)) return false;
  return NUMBERED.has(kind) || (digits.length >= 7 && !/^1[0-9]{9}([0-9]{3})?$/.test(digits));
}

function withoutEmails(value: string, replacing: Replacing): string {
  return Known.emailsIn(value).reduce(
    (text, email) => text.replaceAll(email, replacing.all(email)),
    value,
  );
}
