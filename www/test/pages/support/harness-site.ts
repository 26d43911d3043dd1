// The page without views, built as the real one is, and what tests ask it.

import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import type { kit, Said } from "./harness.js";
import { Site, type SiteOptions } from "./site.js";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

declare global {
  interface Window {
    readonly kit: typeof kit;
  }
}

/** Builds it into a directory that is gone when the process ends. */
export function buildHarness(): string {
  const outDir = mkdtempSync(join(tmpdir(), "reconcile-kit-harness-"));
  process.on("exit", () => rmSync(outDir, { recursive: true, force: true }));
  const vite = join(ROOT, "../node_modules/vite/bin/vite.js");
  const config = ["--config", "test/pages/support/harness.config.ts", "--logLevel", "error"];
  // In a process of its own: what is built inside a test is not what is built for people.
  execFileSync(process.execPath, [vite, "build", ...config, "--outDir", outDir, "--emptyOutDir"], {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: "production" },
  });
  return outDir;
}

/** A site of it. */
export function startHarness(directory: string, options: SiteOptions = {}): Promise<Site> {
  return Site.start({ ...options, directory });
}

/** Simulates as the page does. */
export function simulate(page: Page, scenario: object | string): Promise<Said> {
  const text = typeof scenario === "string" ? scenario : JSON.stringify(scenario);
  return page.evaluate((given) => window.kit.simulate(given), text);
}

/** Compares strategies as the page does. */
export function compare(page: Page, scenario: object): Promise<Said> {
  return page.evaluate((given) => window.kit.compare(given), JSON.stringify(scenario));
}

/** Asks the worker. */
export function ask(page: Page, question: string, about: object): Promise<Said> {
  return page.evaluate(([name, given]) => window.kit.ask(name as never, given as object), [
    question,
    about,
  ] as const);
}

/** Jane's login, with these changes. */
export function scenario(changes: object = {}): object {
  return {
    identityProvider: { enabled: true, linkingStrategy: "LinkByEmail" },
    login: { userinfo: { sub: "1", email: "jane@example.com", given_name: "Jane" } },
    ...changes,
  };
}

/** A policy that writes a name. */
export const POLICY = { provider: "cognito", map: { "user.firstName": "given_name" } };

/** A lambda that writes a name. */
export const LAMBDA = {
  body: "function reconcile(user, registration, jwt) { user.firstName = jwt.given_name; }",
};

/** What an answered simulation says. */
export function outcomeOf(said: Said): { status: number; user?: { firstName?: string } } {
  if (!("answer" in said)) throw new Error(`refused: ${said.refusal.code} ${said.refusal.message}`);
  return JSON.parse(String(said.answer));
}

/** Why there is no answer. */
export function refusalOf(said: Said) {
  if ("answer" in said) throw new Error(`answered: ${JSON.stringify(said.answer)}`);
  return said.refusal;
}
