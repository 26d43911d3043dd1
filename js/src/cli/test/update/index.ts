// `--update`: `expect` says afterwards what the outcome is.

import { readFileSync, writeFileSync } from "node:fs";
import type { Mismatch } from "../../../types.js";
import { UsageError } from "../../exit.js";
import { type JsonTree, plainValue, treeOf, valueAt } from "../../json-tree.js";
import { isYaml, type SourceDocument } from "../../read-document.js";
import type { Update } from "../result.js";
import { firstExpectation, renewed } from "./expectation.js";
import { type Edit, editJson } from "./json.js";

/** A scenario's text as it is to be, and what is new in it. */
export interface Renewal {
  readonly source: string;
  readonly updates: readonly Update[];
}

/**
 * What `document` has to say so that its test passes, if it does not say so already; `verification` is the JSON text
 * of how it was simulated and compared. Only what `expect` names is written; an empty one is filled.
 */
export async function renewalOf(
  document: SourceDocument,
  verification: string,
): Promise<Renewal | undefined> {
  const answer = treeOf(verification);
  const expected = valueAt(treeOf(document.text), "/expect");
  const preview = valueAt(answer, "/outcome");
  if (!expected || !preview) return undefined;
  const isEmpty = expected.kind === "object" && expected.members.length === 0;
  const renewals = isEmpty
    ? [{ path: "", expected, found: preview, value: firstExpectation(preview) }]
    : mismatchesOf(answer).map((mismatch) => ({
        ...mismatch,
        value: renewed(mismatch.path, mismatch.expected, mismatch.found, preview),
      }));
  if (renewals.length === 0) return undefined;
  const edits = renewals.map(({ path, value }) => ({ pointer: `/expect${path}`, value }));
  return { source: await edited(document, edits), updates: renewals.map(updateOf) };
}

interface Place {
  readonly path: string;
  readonly expected: JsonTree;
  readonly found: JsonTree | undefined;
}

function mismatchesOf(answer: JsonTree): Place[] {
  const list = valueAt(answer, "/mismatches");
  if (list?.kind !== "array") return [];
  return list.items.flatMap((item) => {
    const { path } = plainValue(item) as Mismatch;
    const expected = valueAt(item, "/expected");
    return expected ? [{ path, expected, found: valueAt(item, "/found") }] : [];
  });
}

function updateOf({ path, expected, found, value }: Place & { readonly value: JsonTree }): Update {
  return {
    path,
    expected: plainValue(expected),
    ...(found && { found: plainValue(found) }),
    written: plainValue(value),
  };
}

async function edited({ file, source }: SourceDocument, edits: readonly Edit[]): Promise<string> {
  if (!isYaml(file)) return editJson(source, edits);
  const { editYaml } = await import("./yaml.js");
  return editYaml(source, edits);
}

/**
 * Writes `source` into the document's file, unless somebody else changed that meanwhile.
 *
 * @throws {UsageError} when it was changed or cannot be written.
 */
export function write({ file, source: before }: SourceDocument, source: string): void {
  try {
    const present = readFileSync(file, "utf8");
    const text = present.replace(/^\ufeff/, "");
    if (text !== before) {
      throw new UsageError(`\`${file}\` was changed while it was tested`, "run the update again");
    }
    writeFileSync(file, present.slice(0, present.length - text.length) + source);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(
      `\`${file}\` cannot be written: ${reason}`,
      "make it writable, or change its `expect` by hand",
    );
  }
}
