// Why a text is no JSON, in GraalJS's words, and where: it is read once more, by hand, after `JSON.parse` failed.

import { charCodeAt, indexOf, slice } from "./primordials.js";

const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const QUOTE = 0x22;
const COLON = 0x3a;
const COMMA = 0x2c;
const MINUS = 0x2d;
const ZERO = 0x30;

let text = "";
let at = 0;
let fault: string | undefined;
let isNewest = true;

/** The first fault in `json`; `undefined` when there is none. */
export function faultIn(json: string, isOfNewest: boolean): string | undefined {
  text = json;
  at = 0;
  fault = undefined;
  isNewest = isOfNewest;
  if (value()) {
    blanks();
    if (at < text.length) fail(`JSON cannot be fully parsed at position ${at}`);
  }
  return fault;
}

function fail(message: string): boolean {
  fault = message;
  return false;
}

function unexpected(): boolean {
  if (at >= text.length) return fail("Unexpected end of JSON input");
  return fail(`Unexpected token ${slice(text, at, at + 1)} in JSON at position ${at}`);
}

function code(): number {
  return at < text.length ? charCodeAt(text, at) : -1;
}

function isDigit(unit: number): boolean {
  return unit >= ZERO && unit <= 0x39;
}

function blanks(): void {
  for (let unit = code(); unit === 32 || unit === 9 || unit === 10 || unit === 13; unit = code())
    at++;
}

function value(): boolean {
  blanks();
  const unit = code();
  if (unit === OPEN_OBJECT) return members();
  if (unit === OPEN_LIST) return entries();
  if (unit === QUOTE) return word();
  if (unit === MINUS || isDigit(unit)) return number();
  return literal("true") || literal("false") || literal("null") || unexpected();
}

function literal(name: string): boolean {
  if (slice(text, at, at + name.length) !== name) return false;
  at += name.length;
  return true;
}

function members(): boolean {
  at++;
  blanks();
  if (code() === CLOSE_OBJECT) return step();
  for (;;) {
    blanks();
    if (isDigit(code())) return fail(`Unexpected number in JSON at position ${at}`);
    if (code() !== QUOTE) return unexpected();
    if (!word()) return false;
    blanks();
    if (code() !== COLON) return withoutColon();
    at++;
    if (!value()) return false;
    blanks();
    if (code() === CLOSE_OBJECT) return step();
    if (code() === QUOTE) return fail(`Unexpected string in JSON at position ${at}`);
    if (code() !== COMMA) return unexpected();
    at++;
  }
}

function withoutColon(): boolean {
  if (at >= text.length) return unexpected();
  const words = isNewest ? "Expected ':' after property name in JSON" : ": expected";
  return fail(`${words} at position ${at}`);
}

function entries(): boolean {
  at++;
  blanks();
  if (code() === CLOSE_LIST) return step();
  for (;;) {
    if (!value()) return false;
    blanks();
    if (code() === CLOSE_LIST) return step();
    if (at >= text.length) return unexpected();
    if (code() !== COMMA) return fail(`closing quote ] expected at position ${at}`);
    at++;
  }
}

function step(): boolean {
  at++;
  return true;
}

const ESCAPES = '"\\/bfnrt';
const HEX = "0123456789abcdefABCDEF";

function word(): boolean {
  at++;
  for (;;) {
    const unit = code();
    if (unit < 0) return unexpected();
    if (unit < 32) return fail(`invalid string at position ${at}`);
    at++;
    if (unit === QUOTE) return true;
    if (unit === 0x5c && !escaped()) return false;
  }
}

function escaped(): boolean {
  if (at >= text.length) return unexpected();
  const character = slice(text, at, at + 1);
  at++;
  if (character !== "u") {
    return indexOf(ESCAPES, character) >= 0 || fail(`wrong escape sequence at position ${at}`);
  }
  const digits = slice(text, at, at + 4);
  at += 4;
  if (digits.length < 4) return fail("Unexpected end of JSON input");
  for (let index = 0; index < 4; index++) {
    if (indexOf(HEX, digits[index] as string) < 0) return fail(`invalid string at position ${at}`);
  }
  return true;
}

function number(): boolean {
  if (code() === MINUS) {
    at++;
    if (at >= text.length) return fail(`malformed number at position ${at}`);
    if (code() === 0x2e) return fail(`malformed number at position ${at + 1}`);
    if (!isDigit(code())) return unexpected();
  }
  const start = at;
  digits();
  const isZero = charCodeAt(text, start) === ZERO;
  if (isZero && (at > start + 1 || code() === 0x78 || code() === 0x58)) {
    return fail(`octal and hexadecimal not allowed at position ${at}`);
  }
  if (code() === 0x2e) {
    at++;
    if (!digits() || code() === 0x2e) return fail(`malformed number at position ${at}`);
  }
  return code() === 0x65 || code() === 0x45 ? exponent() : true;
}

function digits(): boolean {
  const start = at;
  while (isDigit(code())) at++;
  return at > start;
}

function exponent(): boolean {
  at++;
  if (at >= text.length) return unexpected();
  if (code() === 0x2b || code() === MINUS) {
    at++;
    return digits() || fail(`malformed number at position ${at}`);
  }
  return digits() || fail(`Expected number but found ident at position ${at}`);
}
