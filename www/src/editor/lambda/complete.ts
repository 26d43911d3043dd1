// Completion in a lambda: what is inside its arguments, in the login that is looked at.

import {
  type Completion,
  type CompletionContext,
  type CompletionResult,
  snippetCompletion,
} from "@codemirror/autocomplete";
import { syntaxTree } from "@codemirror/language";
import type { LambdaFacts } from "reconcile-kit";
import { type LoginClaims, loginClaims, sample, valueIn } from "../claims.js";
import { lambdaFacts } from "../facts.js";
import type { SyntaxNode } from "../json/place.js";
import { isPlainName, type Member, memberOf, type Names, namesIn } from "./names.js";
import { GLOBALS, MEMBERS, placeWords, type Word, writableMark, writableWords } from "./words.js";

/** Something inside an argument. */
interface Offer {
  readonly name: string;
  readonly detail: string;
  readonly info: string;
  readonly kind: string;
  readonly boost?: number;
}

/** Offers members of arguments, and the arguments and globals themselves. */
export function completeLambda(context: CompletionContext): CompletionResult | null {
  const facts = lambdaFacts.peek();
  if (!facts) return null;
  const node = syntaxTree(context.state).resolveInner(context.pos, -1);
  if (/Comment$/.test(node.name)) return null;
  const names = namesIn(context.state, facts);
  return (
    afterDot(context, node, names, facts) ??
    inBrackets(context, node, names, facts) ??
    named(context, node, names)
  );
}

function afterDot(
  context: CompletionContext,
  node: SyntaxNode,
  names: Names,
  facts: LambdaFacts,
): CompletionResult | null {
  const isName = node.name === "PropertyName";
  if (!isName && node.name !== "." && node.name !== "?.") return null;
  const object = node.parent?.name === "MemberExpression" ? node.parent.firstChild : null;
  const member = object && memberOf(object, context.state, names);
  const dot = isName ? node.prevSibling : node;
  if (!member || !dot) return null;
  const from = isName ? node.from : context.pos;
  const options = offersIn(member, facts).map((offer) =>
    isPlainName(offer.name) ? plain(offer) : bracketed(offer, dot.from, dot.name),
  );
  return options.length === 0 ? null : { from, options, validFor: /^[\w$:-]*$/ };
}

function inBrackets(
  context: CompletionContext,
  node: SyntaxNode,
  names: Names,
  facts: LambdaFacts,
): CompletionResult | null {
  const isText = node.name === "String";
  if (!isText && node.name !== "[") return null;
  const object = node.parent?.name === "MemberExpression" ? node.parent.firstChild : null;
  const member = object && memberOf(object, context.state, names);
  if (!member || (isText && node.from === object?.from)) return null;
  const quote = isText ? context.state.sliceDoc(node.from, node.from + 1) : '"';
  const isClosed = isText && context.state.sliceDoc(node.to - 1, node.to) === quote;
  const from = isText ? node.from + 1 : context.pos;
  const to = isText && isClosed ? node.to - 1 : context.pos;
  const options = offersIn(member, facts).map((offer) => ({
    ...plain(offer),
    apply: isText ? offer.name : JSON.stringify(offer.name),
  }));
  return options.length === 0 ? null : { from, to, options, validFor: /^[\w$:.-]*$/ };
}

function named(
  context: CompletionContext,
  node: SyntaxNode,
  names: Names,
): CompletionResult | null {
  const word = context.matchBefore(/[A-Za-z_$][\w$]*$/);
  if (
    (!word && !context.explicit) ||
    /^(?:String|TemplateString|PropertyName|\.|\?\.)/.test(node.name)
  ) {
    return null;
  }
  if (/Definition$/.test(node.name)) return null;
  const own = [...names].map(([name, place]) => ({
    label: name,
    type: "variable",
    detail: place,
    info: placeWords(place),
    boost: 2,
  }));
  const options = [
    ...own,
    ...GLOBALS.map(ofWord).map(plain),
    ...(names.size > 0 ? [] : [SKELETON]),
  ];
  return { from: word?.from ?? context.pos, options, validFor: /^[\w$]*$/ };
}

const SKELETON = snippetCompletion(
  "function reconcile(user, registration, jwt, id_token) {\n  #{}\n}",
  { label: "reconcile", type: "function", detail: "the lambda's function" },
);

/** What can follow `member`. */
export function offersIn({ root, keys }: Member, facts: LambdaFacts): Offer[] {
  const words = MEMBERS[[root, ...keys].join("/")];
  if (words) return words.map(ofWord);
  if (root === "/user" || root === "/registration") {
    return keys.length === 0 ? fieldOffers(root, facts) : [];
  }
  if (root !== "/userinfo" && root !== "/idToken") return [];
  return claimOffers(root, keys, loginClaims.peek(), facts);
}

function fieldOffers(root: "/user" | "/registration", { fields }: LambdaFacts): Offer[] {
  const own = root === "/user" ? fields.user : fields.registration;
  return Object.entries(own).map(([name, field]) => ({
    name,
    kind: "property",
    detail: `${field.holds} · ${writableMark(field)}`,
    info: `Holds ${field.holds}. ${writableWords(field)}`,
    boost: field.writable === "never" ? -20 : 0,
  }));
}

function claimOffers(
  root: "/userinfo" | "/idToken",
  keys: readonly string[],
  claims: LoginClaims,
  facts: LambdaFacts,
): Offer[] {
  const whole = valueIn(root === "/userinfo" ? claims.userinfo : claims.idToken, keys);
  if (typeof whole !== "object" || whole === null || Array.isArray(whole)) return [];
  const where = root === "/userinfo" ? "userinfo" : "the ID token";
  return Object.entries(whole).map(([name, value]) => {
    const always = facts.present.includes([root, ...keys, name].join("/"));
    const info = always
      ? `A claim of ${where}, which is always there.`
      : `A claim of ${where} in this login. Another person's login may lack it.`;
    return { name, kind: "property", detail: sample(value), info };
  });
}

function ofWord({ name, kind, detail, words }: Word): Offer {
  return { name, kind, detail, info: words };
}

function plain({ name, kind, detail, info, boost = 0 }: Offer): Completion {
  return { label: name, type: kind, detail, info, boost };
}

/** `jwt.` becomes `jwt["custom:x"]`: such a name cannot stand after a dot. */
function bracketed(offer: Offer, dot: number, sign: string): Completion {
  const isOptional = sign === "?.";
  return {
    ...plain(offer),
    apply: (view, _completion, _from, to) => {
      const insert = `${isOptional ? "?." : ""}[${JSON.stringify(offer.name)}]`;
      view.dispatch({
        changes: { from: dot, to, insert },
        selection: { anchor: dot + insert.length },
        userEvent: "input.complete",
      });
    },
  };
}
