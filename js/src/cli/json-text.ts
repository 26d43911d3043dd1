// Works on JSON as text, because parsing it would lose the digits of numbers beyond 2^53.

/** A piece of JSON text: one of `{}[]:,`, or a whole string, number or word. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const WHITESPACE = new Set([" ", "\n", "\r", "\t"]);
const PUNCTUATION = new Set(["{", "}", "[", "]", ":", ","]);

/** The tokens of a JSON text that is known to be valid. */
export function* tokensOf(text: string): Generator<Token> {
  let start = 0;
  while (start < text.length) {
    const first = text.charAt(start);
    if (WHITESPACE.has(first)) {
      start += 1;
      continue;
    }
    const end = endOf(text, start, first);
    yield { start, end, text: text.slice(start, end) };
    start = end;
  }
}

function endOf(text: string, start: number, first: string): number {
  if (PUNCTUATION.has(first)) return start + 1;
  if (first === '"') return endOfString(text, start);
  let end = start + 1;
  while (
    end < text.length &&
    !PUNCTUATION.has(text.charAt(end)) &&
    !WHITESPACE.has(text.charAt(end))
  ) {
    end += 1;
  }
  return end;
}

function endOfString(text: string, start: number): number {
  let end = start + 1;
  while (end < text.length && text.charAt(end) !== '"') end += text.charAt(end) === "\\" ? 2 : 1;
  return end + 1;
}

/** A JSON text, written with two spaces to a level; what it says stays as it is. */
export function indent(text: string): string {
  let level = 0;
  let before = "";
  let written = "";
  for (const { text: token } of tokensOf(text)) {
    const closes = token === "}" || token === "]";
    if (closes) level -= 1;
    const empty = closes && (before === "{" || before === "[");
    if (!empty && (closes || before === "{" || before === "[" || before === ",")) {
      written += `\n${"  ".repeat(level)}`;
    }
    written += token === ":" ? ": " : token;
    if (token === "{" || token === "[") level += 1;
    before = token;
  }
  return written;
}

/** Where a member stands in a JSON text, key and value together. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The member that `keys` lead to, from the outermost object inwards. Of two of one name, the last. */
export function memberAt(text: string, keys: readonly string[]): Span | undefined {
  const tokens = [...tokensOf(text)];
  let value = 0;
  let found: Span | undefined;
  for (const key of keys) {
    const member = memberOf(tokens, value, key);
    if (!member) return undefined;
    const [first, last] = [tokens[member.key], tokens[member.after - 1]];
    found = first && last && { start: first.start, end: last.end };
    value = member.value;
  }
  return found;
}

/** Indices into the tokens: of a member's key, of its value, and after it. */
interface Member {
  readonly key: number;
  readonly value: number;
  readonly after: number;
}

function memberOf(tokens: Token[], object: number, wanted: string): Member | undefined {
  if (tokens[object]?.text !== "{") return undefined;
  let found: Member | undefined;
  let key = object + 1;
  for (let name = tokens[key]; name && name.text !== "}"; name = tokens[key]) {
    const after = afterValue(tokens, key + 2);
    if (JSON.parse(name.text) === wanted) found = { key, value: key + 2, after };
    key = tokens[after]?.text === "," ? after + 1 : after;
  }
  return found;
}

function afterValue(tokens: Token[], value: number): number {
  let depth = 0;
  let index = value;
  do {
    const text = tokens[index]?.text;
    if (text === "{" || text === "[") depth += 1;
    if (text === "}" || text === "]") depth -= 1;
    index += 1;
  } while (depth > 0);
  return index;
}

/** Marks a number that is written as a text for a moment; a private character that no name has. */
const MARK = "\ue000";

/** The value of a JSON text. Whole numbers that JavaScript cannot hold exactly become BigInt. */
export function parseExact(text: string): unknown {
  let marked = "";
  let copied = 0;
  for (const token of tokensOf(text)) {
    if (!/^-?\d{16,}$/.test(token.text)) continue;
    marked += `${text.slice(copied, token.start)}"${MARK}${token.text}"`;
    copied = token.end;
  }
  if (copied === 0) return JSON.parse(text);
  return JSON.parse(marked + text.slice(copied), (_, value) =>
    typeof value === "string" && /^\ue000-?\d+$/.test(value) ? BigInt(value.slice(1)) : value,
  );
}

/** The JSON text of a value that `parseExact` may have made. */
export function writeExact(value: unknown, indentation?: number): string {
  const mark = (_: string, item: unknown) => (typeof item === "bigint" ? `${MARK}${item}` : item);
  return JSON.stringify(value, mark, indentation).replaceAll(/"\ue000(-?\d+)"/g, "$1");
}
