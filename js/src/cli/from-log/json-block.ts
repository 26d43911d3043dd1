// Reads the JSON that FusionAuth prints over many lines, also when it was cut.

import { parseExact } from "../json-text.js";
import type { LogLine } from "./log-lines.js";

/** Members of an object, as they were printed. */
export type Members = Readonly<Record<string, unknown>>;

/** An object that was printed. */
export interface JsonBlock {
  readonly members: Members;
  /** Its first line. */
  readonly line: number;
  /** Whether it ends too early, or goes on in a way that is not JSON. */
  readonly isCut: boolean;
  /** Whether a text in it was broken over lines. */
  readonly isWrapped: boolean;
}

/** A block, and the index of the first line after it. */
export interface ReadBlock {
  /** `undefined` where nothing of it can be read. */
  readonly block: JsonBlock | undefined;
  readonly after: number;
  /** What stands behind it in its last line. */
  readonly rest: string;
}

/** Deeper JSON is not claims, and would exhaust the stack of whoever walks through it. */
const DEEPEST = 100;

/** How often an end is sought in JSON that was cut. */
const ATTEMPTS = 50;

/**
 * The object that begins in the text `first`, or with the line at `index`, and goes on in the lines from
 * there on as long as `goesOn` says.
 */
export function readBlock(
  first: string,
  lines: readonly LogLine[],
  index: number,
  goesOn: (line: LogLine) => boolean,
): ReadBlock | undefined {
  const start = lines[index];
  const opening = first === "" && start && goesOn(start) ? start.text : first;
  if (!opening.startsWith("{")) return undefined;
  const line = (first === "" ? start?.number : lines[index - 1]?.number) ?? 1;
  const scan = new Scan();
  scan.read(opening);
  let after = first === "" ? index + 1 : index;
  for (let next = lines[after]; next && !scan.isComplete && goesOn(next); next = lines[after]) {
    scan.read(next.text);
    after += 1;
  }
  const { isWrapped } = scan;
  const rest = scan.rest.trim();
  if (scan.isTooDeep) return { block: undefined, after, rest };
  const members = scan.isComplete ? membersOf(scan.text) : undefined;
  if (members) return { block: { members, line, isCut: false, isWrapped }, after, rest };
  const rescued = rescue(scan);
  return { block: rescued && { members: rescued, line, isCut: true, isWrapped }, after, rest };
}

/** Goes through JSON character by character: how deep it is, and where a member of the object ends. */
class Scan {
  text = "";
  rest = "";
  isWrapped = false;
  #depth = 0;
  #inString = false;
  #escaped = false;
  #deepest = 0;
  /** Offsets of the commas between the members. */
  readonly commas: number[] = [];

  get isComplete(): boolean {
    return this.text !== "" && this.#depth === 0;
  }

  get isTooDeep(): boolean {
    return this.#deepest > DEEPEST;
  }

  /** Reads one more line. A text that a mail program broke over lines goes on as if it had not. */
  read(line: string): void {
    if (this.#inString) this.isWrapped = true;
    else if (this.text !== "") this.text += "\n";
    for (const character of line) {
      if (this.isComplete) {
        this.rest += character;
        continue;
      }
      this.#take(character);
      // JSON has no other blanks than plain ones between its parts, and a page has.
      this.text += !this.#inString && /\s/.test(character) ? " " : character;
    }
  }

  #take(character: string): void {
    if (this.#inString) {
      if (this.#escaped) this.#escaped = false;
      else if (character === "\\") this.#escaped = true;
      else if (character === '"') this.#inString = false;
      return;
    }
    if (character === '"') this.#inString = true;
    else if (character === "{" || character === "[") this.#depth += 1;
    else if (character === "}" || character === "]") this.#depth -= 1;
    else if (character === "," && this.#depth === 1) this.commas.push(this.text.length);
    this.#deepest = Math.max(this.#deepest, this.#depth);
  }
}

/** The members before the place where the JSON breaks off. */
function rescue({ text, commas }: Scan): Members | undefined {
  const ends = [text.length, ...commas.slice(-ATTEMPTS).reverse()];
  for (const end of ends) {
    const members = membersOf(`${text.slice(0, end).trimEnd()}}`);
    if (members && Object.keys(members).length > 0) return members;
  }
  return undefined;
}

function membersOf(text: string): Members | undefined {
  try {
    JSON.parse(text);
    return parseExact(text) as Members;
  } catch {
    return undefined;
  }
}
