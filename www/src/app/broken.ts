// What is said of a draft with pieces that are not JSON: each by itself, in the lines of the scenario's text.

import type { Diagnostic } from "reconcile-kit";
import { type BrokenPiece, BrokenPieces } from "../draft/broken.js";
import type { Composed } from "../draft/compose.js";
import type { Draft } from "../draft/draft.js";
import { ask } from "../kit/client.js";
import type { Refusal } from "../kit/protocol.js";

const pieces = new BrokenPieces((document) => ask("check", { document }));

/** The findings about texts that are not JSON; empty where all of them are. */
export async function brokenFindings(draft: Draft, composed: Composed): Promise<Diagnostic[]> {
  const broken = await pieces.of(draft);
  return broken.map((one) => inScenario(one, composed));
}

function inScenario({ piece, finding }: BrokenPiece, { stretches }: Composed): Diagnostic {
  const stretch = stretches.find((one) => one.piece === piece);
  if (!stretch) return finding;
  const { pointer, first } = stretch;
  return { ...finding, path: pointer, line: first + (finding.line ?? 1) - 1 };
}

/** Why a draft with such texts cannot be simulated. */
export function refusalByText(first: Diagnostic, all: readonly Diagnostic[]): Refusal {
  const { code, path, message, help, url } = first;
  return { code, path, message, help, url, diagnostics: all };
}
