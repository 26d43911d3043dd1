// Why a question has no answer, whoever says so: the core, the sandbox, or what should have loaded
// them.

import type { Diagnostic } from "reconcile-kit";
import type { Refusal } from "./protocol.js";

/** A question that the core refuses: an invalid document, or a module that is not there. */
export class KitRefusal extends Error {
  override readonly name = "KitRefusal";
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.message);
    this.refusal = refusal;
  }
}

/** A refusal of the page's own, about no place in the scenario. */
export function refusal(code: string, message: string, help: string): Refusal {
  const finding: Diagnostic = { severity: "error", code, path: "", message, help, url: "" };
  return { code, path: "", message, help, url: "", diagnostics: [finding] };
}

/**
 * What `thrown` says: a `ReconcileKitError`, what the core itself throws, or a fault of the page.
 */
export function refusalOf(thrown: unknown): Refusal {
  if (thrown instanceof KitRefusal) return thrown.refusal;
  if (!isFinding(thrown)) {
    const help = "this is a fault of the playground: reload the page, and please report it";
    return refusal("internal", `the simulator stopped: ${reasonOf(thrown)}`, help);
  }
  // An error's message is no property of its own, so each is named.
  const { code, path, message, help, url, diagnostics } = thrown;
  const { line, column, found, expected } = thrown;
  const finding = { severity: "error", code, path, message, help, url } as const;
  const alone = [{ ...finding, ...defined({ line, column, found, expected }) }];
  return { code, path, message, help, url, diagnostics: diagnostics ?? alone };
}

type Finding = Omit<Diagnostic, "severity"> & { readonly diagnostics?: readonly Diagnostic[] };

function isFinding(thrown: unknown): thrown is Finding {
  return typeof thrown === "object" && thrown !== null && "code" in thrown && "help" in thrown;
}

function defined<T extends object>(members: T): Partial<T> {
  const there = Object.entries(members).filter(([, value]) => value != null);
  return Object.fromEntries(there) as Partial<T>;
}

/** What was thrown, in words. */
export function reasonOf(thrown: unknown): string {
  const hasMessage = typeof thrown === "object" && thrown !== null && "message" in thrown;
  return String(hasMessage ? thrown.message : thrown);
}
