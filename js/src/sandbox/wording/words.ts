// GraalJS's words for the errors that QuickJS makes.

import type { AnyNode } from "acorn";
import { declaredNames, wordsFor } from "./callee.js";
import { argumentsOf, type Failing, type Words } from "./failing.js";
import {
  computed,
  memberIn,
  nameIn,
  nothingGiven,
  nothingThere,
  notIterable,
  textIn,
} from "./nothing.js";
import { PLAIN } from "./plain.js";
import { printed, settled } from "./values.js";

/** The error in GraalJS's words; nothing when there are no others, or when the author made it. */
export function wordsOf(failing: Failing): Words | undefined {
  const { message } = failing;
  if (message === "stack overflow") {
    return { name: "RangeError", message: "Maximum call stack size exceeded" };
  }
  if (isAuthors(failing)) return undefined;
  const special = SPECIAL[message]?.(failing) ?? named(failing);
  if (special !== undefined) return { message: special };
  return plainWordsOf(message);
}

/** GraalJS's words where they follow from QuickJS's alone. */
export function plainWordsOf(message: string): Words | undefined {
  for (const [pattern, words] of PLAIN) {
    if (pattern.test(message)) return { message: message.replace(pattern, words) };
  }
  return undefined;
}

/** Whether the place is one where an error of that name is made on purpose. */
function isAuthors({ native, node, name, message }: Failing): boolean {
  if (native !== undefined) return false;
  // A class that has no constructor of its own passes on what it is given.
  if (node.type.startsWith("Class")) return !/constructor|class|not |private/.test(message);
  const callee =
    node.type === "NewExpression" || node.type === "CallExpression" ? node.callee : undefined;
  return (
    (callee?.type === "Super" && !message.startsWith("'this' ")) ||
    (callee?.type === "Identifier" && callee.name === name)
  );
}

/** What an error says that names something QuickJS names too. */
function named(failing: Failing): string | undefined {
  const { message, native, version } = failing;
  const readOnly = /^'(.+)' is read-only$/s.exec(message)?.[1];
  if (readOnly !== undefined) return constant(failing, readOnly);
  const notMaking = /^(.*) is not a constructor$/s.exec(message)?.[1];
  if (notMaking !== undefined) return notAConstructor(failing, notMaking);
  const missing = /^private class field '(#.+)' does not exist$/.exec(message)?.[1];
  if (missing !== undefined) return foreignMember(failing, missing);
  if (message === "invalid brand on object") {
    return version === "24.1.2"
      ? "Receiver must be an instance of class"
      : "Object must be an instance of class";
  }
  const isListless =
    native === "fromEntries" && /^cannot read property 'Symbol.iterator' of (.*)$/.exec(message);
  if (isListless) return `Cannot convert undefined or null to object: ${isListless[1]}`;
  return message === "cannot convert bigint to number" ? notANumber(failing) : undefined;
}

function notANumber({ native, node, version }: Failing): string | undefined {
  const isBare = version === "24.1.2" && (native === "max" || native === "min");
  if (native !== undefined) return `Cannot convert a BigInt value to a number${isBare ? "" : "."}`;
  return node.type === "BinaryExpression" ? mixed(node) : undefined;
}

function mixed({ operator }: AnyNode & { type: "BinaryExpression" }): string {
  return operator === "+"
    ? "Cannot convert a BigInt value to a number"
    : "Cannot mix BigInt and other types, use explicit conversions.";
}

function constant({ node, tree, native }: Failing, name: string): string | undefined {
  if (native !== undefined) return `Cannot redefine property: ${name}`;
  if (name.startsWith("#")) return foreignMember({ node, tree } as Failing, name);
  const target =
    node.type === "AssignmentExpression"
      ? node.left
      : node.type === "UpdateExpression"
        ? node.argument
        : node;
  if (target.type === "MemberExpression") {
    // An entry of a list that is frozen. What other objects are, QuickJS does not say.
    return /^\d+$/.test(name) ? `Cannot redefine property: ${name}` : undefined;
  }
  return `Assignment to constant "${name}"`;
}

function foreignMember({ node, tree }: Failing, name: string): string {
  const parent = tree.parentOf(node);
  const isWritten =
    node.type === "AssignmentExpression" ||
    (parent?.type === "AssignmentExpression" && tree.roleOf(node) === "left");
  const verb = isWritten ? "write" : "read";
  return `Cannot ${verb} private member ${name} ${isWritten ? "to" : "from"} an object whose class did not declare it.`;
}

/** `name` is a function that makes no objects. */
function notAConstructor({ node, tree, text }: Failing, name: string): string | undefined {
  if (node.type !== "NewExpression") return undefined;
  if (name === "Symbol") return "cannot construct a Symbol";
  if (name === "BigInt") return "BigInt is not a constructor";
  const { callee } = node;
  const function_ = settled(tree, callee);
  if (function_.type === "FunctionDeclaration" || function_.type === "FunctionExpression") {
    if (function_.generator && !function_.async) return "cannot construct a generator";
  }
  const own = printed(tree, text, callee);
  if (own !== undefined) return `${own} is not a constructor`;
  const method = tree
    .ofType("Property")
    .find(({ method, key }) => method && key.type === "Identifier" && key.name === name);
  if (method) return `${text.slice(method.start, method.end)} is not a constructor`;
  return name === "" ? undefined : `function ${name}() { [native code] } is not a constructor`;
}

type Special = (failing: Failing) => string | undefined;

/** What depends on where an error was made. */
const SPECIAL: Readonly<Record<string, Special | undefined>> = {
  "not a function": notAFunction,
  "cannot read property of undefined": (failing) => computed(failing, "undefined"),
  "cannot read property of null": (failing) => computed(failing, "null"),
  "cannot convert to object": nothingThere,
  "null or undefined are forbidden": nothingGiven,
  "value is not iterable": notIterable,
  "class constructors must be invoked with 'new'": classWithoutNew,
  "must be called with new": ({ native, node, tree: _ }) =>
    `Constructor ${native ?? nameIn(node)} requires 'new'`,
  "BigInt division by zero": ({ node }) =>
    node.type === "BinaryExpression" && node.operator === "%"
      ? "Remainder of zero division"
      : "Division by zero",
  "invalid number of digits": digits,
  "bad normalization form": ({ version }) =>
    version === "22.3.3"
      ? "invalid form string"
      : "The normalization form should be one of NFC, NFD, NFKC, NFKD.",
  "invalid code point": ({ tree, text, ...failing }) =>
    `Invalid code point ${Number(printed(tree, text, argumentsOf({ tree, text, ...failing })[0]))}`,
  "expecting hex digit": malformed,
  "regexp not supported": ({ native }) =>
    `First argument to String.prototype.${native} must not be a regular expression`,
  "regexp must have the 'g' flag": ({ native }) =>
    native === "matchAll"
      ? "Regular expression passed to matchAll() is missing 'g' flag."
      : "Only global regexps allowed",
  "invalid 'instanceof' right operand": instance,
  "invalid 'in' operand": (failing) => within(failing),
  "could not delete property": (failing) => undeletable(failing),
  "no setter for property": (failing) => withoutSetter(failing),
  "object is not extensible": (failing) => closed(failing),
  "property is not configurable": ({ native, ...failing }) =>
    `Cannot redefine property: ${native === "defineProperty" ? textIn(argumentsOf({ native, ...failing })[1]) : "prototype"}`,
  "not an object": notAnObject,
  "not a prototype": ({ tree, text, ...failing }) =>
    `Object prototype may only be an Object or null: ${printed(tree, text, argumentsOf({ tree, text, ...failing })[0]) ?? "undefined"}`,
  "cannot convert to BigInt": ({ tree, text, ...failing }) => {
    const value = printed(tree, text, argumentsOf({ tree, text, ...failing })[0]);
    return value && `Cannot convert ${value} to a BigInt.`;
  },
  "invalid bigint literal": (failing) =>
    `Cannot convert ${textIn(argumentsOf(failing)[0])} to a BigInt.`,
  "unexpected end": ({ tree, text, ...failing }) =>
    /\[[^\]]*$/.test(textIn(argumentsOf({ tree, text, ...failing })[0]))
      ? "Unterminated character class"
      : "Ends with an unfinished escape sequence",
};

/** Methods that call what they are given, and name it when it is no function. */
const TAKE_FUNCTIONS =
  /^(?:map|forEach|filter|reduce|reduceRight|find|findIndex|findLast|findLastIndex|some|every|flatMap|from|groupBy)$/;

function notAFunction(failing: Failing): string | undefined {
  const { native, node, tree, text } = failing;
  const names = declaredNames(tree);
  if (native === "sort" || native === "toSorted") {
    return "The comparison function must be either a function or undefined";
  }
  if (native === "Promise") return "cannot create promise: executor not callable";
  if (native !== undefined) {
    if (!TAKE_FUNCTIONS.test(native)) return undefined;
    const given = argumentsOf(failing)[native === "from" || native === "groupBy" ? 1 : 0];
    return `${given ? (printed(tree, text, given) ?? "undefined") : "undefined"} is not a function`;
  }
  if (node.type === "NewExpression") {
    const isPromise = node.callee.type === "Identifier" && node.callee.name === "Promise";
    if (isPromise) return "cannot create promise: executor not callable";
    return `${wordsFor(node.callee, names)} is not a constructor`;
  }
  const callee =
    node.type === "CallExpression"
      ? node.callee
      : node.type === "TaggedTemplateExpression"
        ? node.tag
        : undefined;
  if (!callee) return undefined;
  const isValue = /^(?:Object|Array|Sequence)Expression$/.test(callee.type);
  const value = isValue ? printed(tree, text, callee) : undefined;
  return `${value ?? wordsFor(callee, names)} is not a function`;
}

function classWithoutNew({ node, tree }: Failing): string {
  const outer =
    node.type === "ClassDeclaration" || node.type === "ClassExpression" ? node : undefined;
  const name = outer?.id?.name ?? nameIn(node);
  const around = [...tree.around(node)].find(({ type }) => type.startsWith("Class"));
  const own = around && "id" in around ? (around.id as { name?: string } | null)?.name : undefined;
  return `Class constructor ${outer ? name : (own ?? name)} cannot be invoked without 'new'`;
}

function digits({ native, version }: Failing): string | undefined {
  if (native === "toPrecision") {
    return version === "22.3.3"
      ? "precision not in range"
      : "toPrecision() argument must be between 1 and 100";
  }
  return native && `${native}() fraction digits need to be in range 0-100`;
}

function malformed(failing: Failing): string {
  const text = textIn(argumentsOf(failing)[0]);
  const rest = /%(?![\da-f]{2})(.*)$/i.exec(text)?.[1] ?? "";
  if (/%[89a-f]/i.test(text)) return "invalid encoding";
  return rest.length < 2
    ? "illegal escape sequence"
    : "decode: Illegal hex characters in escape (%) pattern";
}

function instance({ node, tree }: Failing): string | undefined {
  if (node.type !== "BinaryExpression") return undefined;
  const value = settled(tree, node.right);
  const isObject = value.type === "ObjectExpression" || value.type === "ArrayExpression";
  return `Right-hand-side of instanceof is not ${isObject ? "callable" : "an object"}`;
}

function within({ node, tree, text }: Failing): string | undefined {
  if (node.type !== "BinaryExpression") return undefined;
  const value = printed(tree, text, node.right);
  return value === undefined ? undefined : `${value} is not an Object`;
}

function undeletable({ native, node }: Failing): string | undefined {
  if (native !== undefined) return 'Cannot delete property "0" of sealed array';
  const member = node.type === "UnaryExpression" ? node.argument : node;
  return member.type === "MemberExpression"
    ? `"${textIn(member.property)}" is not a configurable property`
    : undefined;
}

function withoutSetter({ node }: Failing): string | undefined {
  const member = memberIn(node) ?? node;
  if (member.type !== "MemberExpression") return undefined;
  return `Cannot set property ${textIn(member.property)} of [object Object] which has only a getter`;
}

function closed(failing: Failing): string | undefined {
  const { native, node, tree, version } = failing;
  if (native === "defineProperty") {
    return `Cannot define property ${textIn(argumentsOf(failing)[1])}, object is not extensible`;
  }
  if (native === "setPrototypeOf") return "setPrototype failed";
  if (native !== undefined) return undefined;
  const member = memberIn(node) ?? node;
  if (version !== "24.1.2" || member.type !== "MemberExpression") return undefined;
  const value = settled(tree, member.object);
  const given = value.type === "CallExpression" ? value.arguments[0] : value;
  const kind = given?.type === "ArrayExpression" ? "Array" : "Object";
  return `Cannot add new property "${textIn(member.property)}" to non-extensible [object ${kind}]`;
}

function notAnObject(failing: Failing): string | undefined {
  const { native, tree, text } = failing;
  const given = argumentsOf(failing);
  if (native === "Map" || native === "fromEntries") return undefined;
  if (native === "defineProperty") {
    const value = printed(tree, text, given[2]);
    return printed(tree, text, given[0]) !== "{}" || value === undefined
      ? "Object.defineProperty called on non-object"
      : `Property description must be an object: ${value}`;
  }
  return undefined;
}
