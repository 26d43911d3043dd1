// What is exported runs on the command line as it is: the very files, the very command.

import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { write } from "./support/inputs.js";
import { Site } from "./support/site.js";

const CLI = fileURLToPath(new URL("../../../js/dist/cli.js", import.meta.url));
// The page and the command line are both started.
vi.setConfig({ testTimeout: 60_000 });
const run = promisify(execFile);
let directory: string;
let site: Site;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "playground-"));
  site = await Site.start({ isSavingData: true });
});

afterAll(async () => {
  await site?.close();
  await rm(directory, { recursive: true, force: true });
});

async function cli(...args: string[]): Promise<string> {
  const { stdout } = await run(process.execPath, [CLI, ...args], { cwd: directory });
  return stdout;
}

/** A page with a lambda, whose exports of a kind are saved into the directory. */
async function exported(kind: string): Promise<readonly string[]> {
  const page = await site.open();
  const lambda =
    'function reconcile(user, registration, jwt) {\n  registration.roles = ["admin"];\n}\n';
  await page.getByRole("tab", { name: "Mapping" }).click();
  await write(page.getByRole("textbox", { name: "Lambda", exact: true }), lambda);
  await page.getByRole("button", { name: /^Export/ }).click();
  const dialog = page.getByRole("dialog", { name: "Export" });
  await dialog.getByRole("radio", { name: kind, exact: true }).check();
  const names: string[] = [];
  const buttons = dialog.getByRole("button", { name: /^Download (?!all)/ });
  await buttons.first().waitFor();
  for (const button of await buttons.all()) {
    const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
    names.push(download.suggestedFilename());
    await download.saveAs(join(directory, download.suggestedFilename()));
  }
  await page.context().close();
  return names;
}

test("the scenario previews as it does on the page", async () => {
  expect(await exported("Scenario")).toEqual(["login.scenario.json"]);
  expect(await cli("preview", "login.scenario.json", "--trace")).toMatch(/200 create[\s\S]*admin/);
});

test("the scenario with files finds its lambda", async () => {
  expect(await exported("Scenario with files")).toEqual(["login.scenario.json", "reconcile.js"]);
  expect(await cli("preview", "login.scenario.json")).toMatch(/reconcile\.js:2/);
});

test("the test case passes, and fails when the lambda does something else", async () => {
  expect(await exported("Test case")).toEqual(["login.test.json"]);
  expect(await cli("test", "login.test.json")).toMatch(/1 passed|passed/);
  const path = join(directory, "login.test.json");
  const text = await readFile(path, "utf8");
  await writeFile(
    path,
    text.replace('registration.roles = [\\"admin\\"]', "registration.roles = []"),
  );
  await expect(cli("test", "login.test.json")).rejects.toThrow();
});

test("the command is the one that the command line has", async () => {
  await exported("Scenario");
  expect(await exported("Command")).toEqual(["preview.sh"]);
  const command = await readFile(join(directory, "preview.sh"), "utf8");
  const [npx, name, ...args] = command.trim().split(" ");
  expect([npx, name]).toEqual(["npx", "reconcile-kit"]);
  expect(await cli(...args)).toContain("200 create");
});
