// Takes off what a browser, the API or a mail program put around a log.

import { positionAt } from "../position.js";

/** A piece of a file, and the line on which it begins. */
export interface Piece {
  readonly line: number;
  readonly text: string;
}

/**
 * The log that `text` holds: the messages of FusionAuth's event-log API or of an outcome, a page's HTML
 * without its markup, else the text as it is.
 */
export function unwrapped(text: string): Piece[] {
  return (messagesIn(text) ?? [{ line: 1, text }]).map(({ line, text }) => ({
    line,
    text: withoutMarkup(text),
  }));
}

/** The messages, where the text is JSON that has some. */
function messagesIn(text: string): Piece[] | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined;
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    return undefined;
  }
  const messages = entriesOf(document).flatMap(messageOf);
  if (messages.length === 0) return undefined;
  let after = 0;
  return messages.map((message) => {
    // Another writer may have escaped it differently; its first line is then enough to find it.
    const places = [message, message.split("\n", 1)[0] ?? ""].map((part) =>
      text.indexOf(JSON.stringify(part).slice(0, -1), after),
    );
    const place = places.find((found) => found >= 0) ?? after;
    after = place;
    return { line: positionAt(text, place).line, text: message };
  });
}

/** The event-log entries in an answer of the API (one or a search), an outcome, or several outcomes. */
function entriesOf(document: unknown): unknown[] {
  if (Array.isArray(document)) return document;
  const { eventLog, eventLogs, logins } = membersOf(document);
  const ofLogins = Array.isArray(logins) ? logins.flatMap(entriesOf) : [];
  return [eventLog, eventLogs].flatMap((entries) => entries ?? []).concat(ofLogins);
}

function messageOf(entry: unknown): string[] {
  const { message } = membersOf(entry);
  return typeof message === "string" ? [message] : [];
}

function membersOf(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  apos: "'",
  gt: ">",
  lt: "<",
  nbsp: " ",
  quot: '"',
};
const ENTITY = /&(?:(amp|apos|gt|lt|nbsp|quot)|#(\d{1,6})|#x([\da-f]{1,5}));/gi;
const TAG = /<\/?(?:pre|code|p|div|span|td|tr|tbody|table|body|html)\b[^<>]*>/gi;

/** The text of a page; more than once, because what is pasted into a page is escaped again. */
function withoutMarkup(text: string): string {
  let plain = text;
  for (let round = 0; round < 3 && isMarkup(plain); round += 1) {
    plain = plain.replace(TAG, "").replace(ENTITY, unescaped);
  }
  return plain;
}

/** A log that is not escaped has its quotes, and may have `&amp;` in the address of a picture. */
function isMarkup(text: string): boolean {
  const quotes = text.split('"').length;
  const escaped = text.match(/&(?:quot|#34|#x22);/gi)?.length ?? 0;
  return escaped > 0 ? escaped >= quotes - 1 : quotes === 1 && text.search(ENTITY) >= 0;
}

function unescaped(entity: string, name?: string, decimal?: string, hexadecimal?: string): string {
  if (name) return ENTITIES[name.toLowerCase()] ?? entity;
  const code = decimal ? Number.parseInt(decimal, 10) : Number.parseInt(hexadecimal ?? "", 16);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : entity;
}
