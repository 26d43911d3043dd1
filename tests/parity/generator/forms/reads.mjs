// Reads of claims, guarded as people guard them, and now and then not.

import { CLAIMS } from "../claim-names.mjs";

/** A claim as it is read: after a dot, or in brackets where its name asks for them, or an author likes to. */
function readOf(writer, object, name, isOptional = false) {
  const isPlain = /^[a-z_]\w*$/i.test(name);
  if (isPlain && !writer.dice.chance(8)) return `${object}${isOptional ? "?." : "."}${name}`;
  return `${object}${isOptional ? "?." : ""}[${JSON.stringify(name)}]`;
}

function claimNamed(writer, kind) {
  return writer.dice.pick(CLAIMS.filter((claim) => claim.kind === kind)).name;
}

/** A claim of a kind, whatever it may be in this login. */
function read(writer, kind) {
  return readOf(writer, "jwt", claimNamed(writer, kind));
}

/** How what may be missing or something else becomes a text. */
const AS_TEXT = [
  (value) => `(${value} || '')`,
  (value) => `(${value} || 'none')`,
  (value) => `(${value} ?? '-')`,
  (value) => `(${value} ? ${value} : 'n')`,
  (value) => `(${value} && ${value} + '')`,
  (value) => `(${value} === undefined ? 'undefined!' : ${value})`,
  (value) => `(${value} != null ? ${value} : '')`,
];

/** Guards after which it is a text for sure. */
const SURELY_TEXT = [
  (value) => `String(${value})`,
  (value) => `\`\${${value}}\``,
  (value) => `(typeof ${value} === 'string' ? ${value} : '')`,
  (value) => `(${value} + '')`,
  (value) => `(${value} || '').toString()`,
  (value) => `String(${value} || '')`,
  (value) => `[].concat(${value}).join()`,
];

/** A claim as a text. */
export function guardedText(writer) {
  const value = read(writer, "text");
  if (writer.dice.chance(4)) return value;
  return writer.dice.pick(writer.dice.chance(20) ? AS_TEXT : SURELY_TEXT)(value);
}

/** A claim of the id token, which may not be there. */
export function guardedTokenText(writer) {
  const name = claimNamed(writer, "text");
  return writer.dice
    .pick([
      `((id_token && ${readOf(writer, "id_token", name)}) || 'none') + ''`,
      `(${readOf(writer, "id_token", name, true)} ?? '').toString()`,
      `String((id_token || {})[${JSON.stringify(name)}])`,
      `\`\${${readOf(writer, "id_token", name, true)}}\``,
    ])
    .replace(/^.* \+ ''$/, "($&)");
}

export function guardedNumber(writer) {
  const value = read(writer, "number");
  return writer.dice.pick([
    `(+${value} || 0)`,
    `Number(${value})`,
    `parseInt(${value}, 10)`,
    `parseFloat(${value})`,
    `(${value} | 0)`,
    `(${value} * 1)`,
    `Math.round(${value})`,
    `Number(${value} ?? 1)`,
  ]);
}

export function guardedList(writer) {
  const value = read(writer, "list");
  return writer.dice.pick([
    `[].concat(${value} || []).map(String)`,
    `(Array.isArray(${value}) ? ${value}.map(String) : [])`,
    `String(${value} || '').split(',')`,
    `Array.from(${value} || [], String)`,
    `[...(${value} ?? [])].map((one) => \`\${one}\`)`,
  ]);
}

export const claim = {
  leaves: [
    (writer) =>
      read(writer, writer.dice.pick(["text", "text", "number", "list", "object", "flag"])),
    (writer) => `id_token?.[${JSON.stringify(claimNamed(writer, "text"))}]`,
    "jwt[$key]",
    "jwt.none",
    "jwt.address?.locality",
    "jwt?.address?.['street']?.name",
  ],
};
