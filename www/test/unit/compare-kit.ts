// The core in place of the page's worker and sandbox, for tests of what stands between both.

import * as kit from "reconcile-kit";

export class KitRefusal extends Error {
  readonly refusal: unknown;

  constructor(refusal: unknown) {
    super(refusal instanceof Error ? refusal.message : String(refusal));
    this.refusal = refusal;
  }
}

function answered<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new KitRefusal(error);
  }
}

export async function ask(question: string, about: Readonly<Record<string, string>>) {
  switch (question) {
    case "decodeIdToken":
      return answered(() => kit.decodeIdToken(about.token ?? ""));
    case "readCognito":
      return answered(() => kit.readCognito(about.payload ?? ""));
    case "diffPolicies":
      return answered(() => kit.diffPolicies(about.before ?? "", about.after ?? ""));
    default:
      throw new Error(`no test asks ${question}`);
  }
}

export async function simulate(scenario: string) {
  return answered(() => kit.simulateText(scenario));
}

export async function compare(scenario: string) {
  return answered(() => kit.compareText(scenario));
}

/** A token that says so; nobody verifies its signature. */
export function tokenOf(claims: object): string {
  const part = (value: object) => btoa(JSON.stringify(value)).replace(/=+$/, "");
  return `${part({ alg: "RS256" })}.${part(claims)}.c2ln`;
}
