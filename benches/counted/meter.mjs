// A WebAssembly module that counts the instructions it executes: the same code, and before each piece of it that runs
// from its beginning to its end an addition of how long the piece is. The count is the same on every machine.

const SECTION = { IMPORT: 2, GLOBAL: 6, EXPORT: 7, CODE: 10 };
/** What can be imported, beside memories. */
const KIND = { FUNCTION: 0, TABLE: 1, GLOBAL: 3 };
/** A section with nothing in it. */
const NONE = Uint8Array.of(0);
/** A section's place in the order that modules have. */
const ORDER = [1, 2, 3, 4, 5, 13, 6, 7, 8, 9, 12, 10, 11];

/** The name of the exported global. */
export const COUNTER = "executed instructions";

/** Reads numbers and instructions from bytes. */
class Reader {
  constructor(bytes, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  byte() {
    const byte = this.bytes[this.at];
    if (byte === undefined) throw new Error("the module is cut short");
    this.at += 1;
    return byte;
  }

  /** A number in LEB128, of 32 bits. */
  number() {
    let [value, shift] = [0, 0];
    for (;;) {
      const byte = this.byte();
      value += (byte & 127) * 2 ** shift;
      shift += 7;
      if (byte < 128) return value;
    }
  }

  numbers(count) {
    for (let index = 0; index < count; index += 1) this.number();
  }

  slice(length) {
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }
}

/** How a number is written in LEB128. */
function leb(number) {
  const bytes = [];
  let rest = number;
  do {
    const low = rest % 128;
    rest = Math.floor(rest / 128);
    bytes.push(rest > 0 ? low + 128 : low);
  } while (rest > 0);
  return bytes;
}

/** The same for a number with a sign. */
function signed(number) {
  const bytes = [];
  let rest = number;
  for (;;) {
    const low = rest & 127;
    rest >>= 7;
    const isLast = (rest === 0 && (low & 64) === 0) || (rest === -1 && (low & 64) !== 0);
    bytes.push(isLast ? low : low + 128);
    if (isLast) return bytes;
  }
}

/** The instructions behind which another piece begins: blocks, branches and their ends. */
const BORDERS = new Set([0x00, 0x02, 0x03, 0x04, 0x05, 0x0b, 0x0c, 0x0d, 0x0e, 0x0f]);

/** Passes over what stands behind the instruction's first byte. */
function operands(reader, code) {
  if (code >= 0x28 && code <= 0x3e) return reader.numbers(2);
  if (code >= 0x45 && code <= 0xc4) return undefined;
  if (code >= 0x20 && code <= 0x26) return reader.number();
  switch (code) {
    case 0x02:
    case 0x03:
    case 0x04:
    case 0x0c:
    case 0x0d:
    case 0x10:
    case 0x3f:
    case 0x40:
    case 0x41:
    case 0x42:
    case 0xd0:
    case 0xd2:
      return reader.number();
    case 0x11:
      return reader.numbers(2);
    case 0x0e:
      return reader.numbers(reader.number() + 1);
    case 0x1c:
      return reader.numbers(reader.number());
    case 0x43:
      return reader.slice(4);
    case 0x44:
      return reader.slice(8);
    case 0xfc:
      return bulk(reader);
    case 0x00:
    case 0x01:
    case 0x05:
    case 0x0b:
    case 0x0f:
    case 0x1a:
    case 0x1b:
    case 0xd1:
      return undefined;
    default:
      throw new Error(`the instruction 0x${code.toString(16)} is not known here`);
  }
}

/** Conversions that saturate, and instructions on memories and tables. */
function bulk(reader) {
  const code = reader.number();
  if (code < 8) return;
  const two = new Set([8, 10, 12, 14]);
  if (code > 17) throw new Error(`the instruction 0xfc ${code} is not known here`);
  reader.numbers(two.has(code) ? 2 : 1);
}

/** Adds `count` to the counter: `global.get`, `i64.const`, `i64.add`, `global.set`. */
function addition(counter, count) {
  return [0x23, ...counter, 0x42, ...signed(count), 0x7c, 0x24, ...counter];
}

/** The body of a function with its additions. */
function metered(body, counter) {
  const reader = new Reader(body);
  for (let groups = reader.number(); groups > 0; groups -= 1) {
    reader.number();
    reader.byte();
  }
  const parts = [body.subarray(0, reader.at)];
  while (reader.at < body.length) {
    const start = reader.at;
    let count = 0;
    let code;
    do {
      code = reader.byte();
      operands(reader, code);
      count += 1;
    } while (!BORDERS.has(code) && reader.at < body.length);
    // What joins branches executes nothing itself.
    if (code === 0x0b || code === 0x05) count -= 1;
    if (count > 0) parts.push(Uint8Array.from(addition(counter, count)));
    parts.push(body.subarray(start, reader.at));
  }
  return Buffer.concat(parts);
}

function sized(bytes) {
  return Buffer.concat([Uint8Array.from(leb(bytes.length)), bytes]);
}

/** The sections of a module, by number; those of a name of its own are left out. */
function sectionsOf(module) {
  const reader = new Reader(module, 8);
  const sections = new Map();
  while (reader.at < module.length) {
    const id = reader.byte();
    const content = reader.slice(reader.number());
    if (id !== 0) sections.set(id, content);
  }
  return sections;
}

/** How many globals a module imports, which come before its own. */
function importedGlobals(section) {
  const reader = new Reader(section);
  let globals = 0;
  for (let entries = reader.number(); entries > 0; entries -= 1) {
    reader.slice(reader.number());
    reader.slice(reader.number());
    const kind = reader.byte();
    if (kind === KIND.FUNCTION) reader.number();
    else if (kind === KIND.GLOBAL) reader.numbers(2);
    else {
      if (kind === KIND.TABLE) reader.byte();
      const hasMaximum = (reader.byte() & 1) === 1;
      reader.numbers(hasMaximum ? 2 : 1);
    }
    if (kind === KIND.GLOBAL) globals += 1;
  }
  return globals;
}

/** The list in a section with one more entry. */
function withEntry(section, entry) {
  const reader = new Reader(section);
  const count = reader.number();
  const rest = section.subarray(reader.at);
  return Buffer.concat([Uint8Array.from(leb(count + 1)), rest, Uint8Array.from(entry)]);
}

function code(section, counter) {
  const reader = new Reader(section);
  const count = reader.number();
  const bodies = [Uint8Array.from(leb(count))];
  for (let index = 0; index < count; index += 1) {
    bodies.push(sized(metered(reader.slice(reader.number()), counter)));
  }
  return Buffer.concat(bodies);
}

/** The bytes of `module`, so that it counts. */
export function withCounter(module) {
  const sections = sectionsOf(module);
  const globals = sections.get(SECTION.GLOBAL) ?? NONE;
  const imported = importedGlobals(sections.get(SECTION.IMPORT) ?? NONE);
  const counter = leb(imported + new Reader(globals).number());
  const I64_THAT_CHANGES = [0x7e, 0x01, 0x42, 0x00, 0x0b];
  sections.set(SECTION.GLOBAL, withEntry(globals, I64_THAT_CHANGES));
  const name = [...Buffer.from(COUNTER)];
  const entry = [...leb(name.length), ...name, 0x03, ...counter];
  sections.set(SECTION.EXPORT, withEntry(sections.get(SECTION.EXPORT) ?? NONE, entry));
  sections.set(SECTION.CODE, code(sections.get(SECTION.CODE), counter));
  const parts = ORDER.filter((id) => sections.has(id)).map((id) =>
    Buffer.concat([Uint8Array.of(id), sized(sections.get(id))]),
  );
  return Buffer.concat([module.subarray(0, 8), ...parts]);
}
