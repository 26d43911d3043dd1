// Reads a lambda's text with acorn.

import type { Comment, Program } from "acorn";
import { LimitedParser, TooDeep } from "../limited-parser.js";
import { Tree } from "./tree.js";

/** The longest text that is read, in UTF-16 units. Lambdas are a few thousand. */
export const LONGEST = 256 * 1024;

/** A lambda's text, read. */
export interface Parsed {
  readonly tree: Tree;
  readonly comments: readonly Comment[];
  /** Where the parser put a semicolon that the text leaves out. */
  readonly semicolons: readonly number[];
  /** Whether the text is a module, which FusionAuth does not load. */
  readonly isModule: boolean;
}

/** Why a text could not be read. */
export interface Fault {
  readonly kind: "syntax" | "too-large" | "too-deep";
  readonly message: string;
  readonly offset: number;
}

/** Reads `text` as FusionAuth does: as a script, in sloppy mode. */
export function parse(text: string): Parsed | Fault {
  if (text.length > LONGEST) return { kind: "too-large", message: "", offset: 0 };
  const script = attempt(text, "script");
  if (!("kind" in script) || script.kind !== "syntax") return script;
  const isPerhapsModule = /\b(?:import|export)\b/.test(text);
  const module = isPerhapsModule ? attempt(text, "module") : script;
  return "tree" in module && module.isModule ? module : script;
}

function attempt(text: string, sourceType: "script" | "module"): Parsed | Fault {
  const comments: Comment[] = [];
  const semicolons: number[] = [];
  try {
    const program = LimitedParser.parse(text, {
      ecmaVersion: "latest",
      sourceType,
      onComment: comments,
      onInsertedSemicolon: (offset) => semicolons.push(offset),
    });
    const tree = Tree.of(program);
    if (!tree) return { kind: "too-deep", message: "", offset: 0 };
    return {
      tree,
      comments,
      semicolons,
      isModule: sourceType === "module" && isModule(program, text),
    };
  } catch (error) {
    return faultOf(error);
  }
}

function isModule({ body }: Program, text: string): boolean {
  const hasDeclaration = body.some(
    ({ type }) => type.startsWith("Import") || type.startsWith("Export"),
  );
  return hasDeclaration || /\bimport\s*\.\s*meta\b/.test(text);
}

function faultOf(error: unknown): Fault {
  const isTooDeep = error instanceof TooDeep || error instanceof RangeError;
  if (isTooDeep) return { kind: "too-deep", message: "", offset: 0 };
  if (!(error instanceof SyntaxError)) throw error;
  const offset = "pos" in error && typeof error.pos === "number" ? error.pos : 0;
  return { kind: "syntax", message: error.message.replace(/ \(\d+:\d+\)$/, ""), offset };
}
