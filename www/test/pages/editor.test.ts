import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findings } from "./axe.js";
import { DESKTOP, PHONE, Site } from "./support/site.js";

let site: Site;

beforeAll(async () => {
  site = await Site.start({ isSavingData: true });
});

afterAll(() => site?.close());

const SIZES = [
  ["desktop", DESKTOP],
  ["phone", PHONE],
] as const;

const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; connect-src 'self'; worker-src 'self'";

const LAMBDA = `function reconcile(user, registration, jwt) {
  console.warn("hello");
  user.data.name = jwt.given_name;
}`;

/** The mapping panel's tab of that name, with its editor loaded. */
async function mapping(page: Page, tab: "Lambda" | "Policy"): Promise<Locator> {
  await page.getByRole("tab", { name: /^Mapping/ }).click();
  await page.getByRole("tab", { name: tab }).click();
  const editor = page
    .locator(".cm-content")
    .and(page.getByRole("textbox", { name: tab, exact: true }));
  await editor.waitFor();
  return editor;
}

/** Puts a text in place of what the editor holds, as pasting does. */
async function write(page: Page, editor: Locator, text: string): Promise<void> {
  await editor.click();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.press("Delete");
  await page.keyboard.insertText(text);
}

/** The text of an editor whose lines are all in view. */
async function textOf(editor: Locator): Promise<string> {
  return (await editor.locator(".cm-line").allInnerTexts()).join("\n");
}

/** Takes the completion of that name. The list takes no key in its first moment, lest it swallow one meant as a new line. */
async function accept(page: Page, name: RegExp): Promise<void> {
  await page.locator(".cm-tooltip-autocomplete").getByRole("option", { name }).first().waitFor();
  const since = await page.evaluate(() => performance.now());
  await page.waitForFunction((start) => performance.now() - start > 80, since);
  await page.keyboard.press("Enter");
}

describe.each(SIZES)("at the size of a %s", (size, viewport) => {
  test("claims and fields of a lambda are completed by keyboard", async () => {
    const page = await site.open({ viewport });
    const editor = await mapping(page, "Lambda");
    await write(page, editor, "function reconcile(person, reg, claims) {}");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.type("person.fir");
    await accept(page, /firstName/);
    await page.keyboard.type(" = claims.giv");
    await page.getByRole("option", { name: /given_name/ }).waitFor();
    await site.picture(page, `editor-lambda-completion-${size}`);
    await accept(page, /given_name/);
    await expect(textOf(editor)).resolves.toContain("{person.firstName = claims.given_name}");
  });

  test("a finding is explained and repaired by keyboard", async () => {
    const page = await site.open({ viewport, colorScheme: "dark" });
    const editor = await mapping(page, "Lambda");
    await write(page, editor, LAMBDA);
    await page.getByRole("status").filter({ hasText: "1 warning" }).waitFor();
    await page.keyboard.press("F8");
    const card = page.getByRole("dialog", { name: "About this place" });
    await card.getByText("FusionAuth does not document").waitFor();
    await card.getByRole("button", { name: "Why: console-method" }).press("Enter");
    await card.getByRole("region", { name: "The rule console-method" }).waitFor();
    await site.picture(page, `editor-finding-dark-${size}`);
    await card.getByRole("button", { name: "Write console.error" }).press("Enter");
    await expect(textOf(editor)).resolves.toContain('console.error("hello");');
    await page.getByText("1 warning").waitFor({ state: "detached" });
    await expect(editor.evaluate((node) => node.matches(":focus"))).resolves.toBe(true);
  });
});

test("a policy is completed by keyboard", async () => {
  const page = await site.open();
  const editor = await mapping(page, "Policy");
  await write(page, editor, "{}");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.type('"ma');
  await accept(page, /^map/);
  await page.keyboard.type('"user.fir');
  await accept(page, /user\.firstName/);
  await page.keyboard.type("given");
  await page.getByRole("option", { name: /^given_name/ }).waitFor();
  await site.picture(page, "editor-policy-completion");
  await accept(page, /^given_name/);
  await expect(textOf(editor)).resolves.toBe('{"map": {"user.firstName": "given_name"}}');
});

test("the pointer explains a claim", async () => {
  const page = await site.open();
  const editor = await mapping(page, "Lambda");
  await write(page, editor, LAMBDA);
  await page.getByRole("status").filter({ hasText: "1 warning" }).waitFor();
  await editor.getByText("given_name").hover();
  const card = page.getByRole("tooltip").filter({ hasText: "In this login" });
  await card.waitFor();
  await expect(card.innerText()).resolves.toContain('In this login: "Jane"');
  await site.picture(page, "editor-explanation");
});

test("keys and what is pasted are the editor's alone", async () => {
  const page = await site.open();
  const editor = await mapping(page, "Lambda");
  await write(page, editor, "");
  await page.keyboard.type("e?e");
  const scenario = '{"login":{"userinfo":{"sub":"1"}}}';
  await editor.evaluate((node, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    const event = { clipboardData, bubbles: true, cancelable: true, composed: true };
    node.dispatchEvent(new ClipboardEvent("paste", event));
  }, scenario);
  await expect(textOf(editor)).resolves.toBe(`e?e${scenario}`);
  await expect(page.getByRole("dialog").count()).resolves.toBe(0);
});

test("what is typed over several lines takes their place", async () => {
  const page = await site.open();
  const editor = await mapping(page, "Policy");
  await write(page, editor, "first\nsecond\nthird");
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("{ ");
  await expect(textOf(editor)).resolves.toBe("{ }");
  await editor.fill("one\ntwo");
  await expect(textOf(editor)).resolves.toBe("one\ntwo");
  await editor.fill("three");
  await expect(textOf(editor)).resolves.toBe("three");
});

test("the text can be typed before the editor is there, and goes on in it where one was", async () => {
  const page = await site.open();
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  page.setDefaultTimeout(20_000);
  await page.route(/codemirror/, async (route) => {
    await held;
    await route.continue();
  });
  await page.getByRole("tab", { name: /^Mapping/ }).click();
  const plain = page.getByRole("textbox", { name: "Lambda", exact: true });
  await plain.click();
  await page.keyboard.type("function reconcile() {}");
  await page.keyboard.press("ArrowLeft");
  const frame = page.locator(".code-editor").first();
  const before = await frame.boundingBox();
  release();
  await page.locator(".cm-content").first().waitFor();
  await page.keyboard.type("return;");
  await expect(textOf(page.locator(".cm-content").first())).resolves.toBe(
    "function reconcile() {return;}",
  );
  expect(await frame.boundingBox()).toEqual(before);
});

test("Tab indents, and after Escape it leaves", async () => {
  const page = await site.open();
  const editor = await mapping(page, "Lambda");
  await write(page, editor, "x");
  await page.keyboard.press("Home");
  await page.keyboard.press("Tab");
  await expect(textOf(editor)).resolves.toBe("  x");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Tab");
  await expect(editor.evaluate((node) => node.matches(":focus"))).resolves.toBe(false);
  const description = await editor.evaluate((node) => {
    const id = node.getAttribute("aria-describedby") ?? "";
    return (node.getRootNode() as ShadowRoot).getElementById(id)?.textContent;
  });
  expect(description).toContain("press Escape, then Tab");
});

test("a text that comes from elsewhere takes its place", async () => {
  const page = await site.open();
  const editor = await mapping(page, "Lambda");
  await write(page, editor, "var old = 1;");
  const templates = page.getByRole("combobox", { name: "Start from" });
  await templates.focus();
  await templates
    .locator("option", { hasText: "FusionAuth's default" })
    .waitFor({ state: "attached" });
  await templates.selectOption({ label: "FusionAuth's default for OpenIDReconcile" });
  await expect.poll(() => textOf(editor)).toContain("user.firstName = jwt.given_name;");
  await editor.click();
  await page.keyboard.press("ControlOrMeta+z");
  await expect(textOf(editor)).resolves.toContain("user.firstName = jwt.given_name;");
});

test("the page's policy for content is kept", async () => {
  const page = await site.open();
  const violations: string[] = [];
  await page.exposeFunction("violated", (what: string) => violations.push(what));
  await page.addInitScript(() => {
    addEventListener("securitypolicyviolation", ({ violatedDirective, sourceFile, lineNumber }) => {
      const { violated } = globalThis as unknown as { violated(what: string): void };
      violated(`${violatedDirective} ${sourceFile}:${lineNumber}`);
    });
  });
  await page.route(site.address, async (route) => {
    const response = await route.fetch();
    await route.fulfill({
      response,
      headers: { ...response.headers(), "content-security-policy": POLICY },
    });
  });
  await page.goto(site.address);
  const editor = await mapping(page, "Lambda");
  await write(page, editor, LAMBDA);
  await page.getByRole("status").filter({ hasText: "1 warning" }).waitFor();
  await page.keyboard.press("F8");
  await page.getByRole("dialog", { name: "About this place" }).waitFor();
  await page.keyboard.press("Escape");
  await page.keyboard.press("ControlOrMeta+f");
  await page.getByRole("textbox", { name: "Find" }).fill("user");
  await page.keyboard.press("Escape");
  await page.keyboard.press("ControlOrMeta+Shift+M");
  await page.getByRole("listbox", { name: "Diagnostics" }).waitFor();
  await editor.click();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.type("\nuser");
  await page.keyboard.press("ControlOrMeta+Space");
  await page.locator(".cm-tooltip-autocomplete").getByRole("option").first().waitFor();
  await expect(editor.evaluate((node) => getComputedStyle(node).fontFamily)).resolves.toContain(
    "mono",
  );
  expect(violations).toEqual([]);
});

test("hostile text is text", async () => {
  const page = await site.open();
  const editor = await mapping(page, "Policy");
  const hostile = '{ "map": { "user.<img src=x onerror=document.title=1>": "name" } }';
  await write(page, editor, hostile);
  await expect(textOf(editor)).resolves.toBe(hostile);
  await page.getByRole("status").filter({ hasText: "1 error" }).waitFor();
  await page.keyboard.press("F8");
  await page.getByRole("dialog", { name: "About this place" }).waitFor();
  await expect(page.locator("img").count()).resolves.toBe(0);
  await expect(page.title()).resolves.not.toBe("1");
});

test("a megabyte can be edited", async () => {
  const page = await site.open();
  const editor = await mapping(page, "Policy");
  const rows = Array.from({ length: 20_000 }, (_, row) => `"user.data.field${row}": "given_name",`);
  const long = `{ "map": {\n${rows.join("\n")}\n"user.firstName": "given_name"\n} }`;
  expect(long.length).toBeGreaterThan(700_000);
  await editor.click();
  await editor.evaluate((node, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    node.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true }));
  }, long);
  await page.keyboard.press("ControlOrMeta+Home");
  await page.keyboard.type(" ");
  await expect(editor.locator(".cm-line").first().innerText()).resolves.toBe(' { "map": {');
});

test("colours follow the theme", async () => {
  const page = await site.open({ colorScheme: "light" });
  const editor = await mapping(page, "Lambda");
  await write(page, editor, LAMBDA);
  const keyword = editor.getByText("function", { exact: true });
  const colours = () =>
    keyword.evaluate((node) => {
      const ground = node.closest(".cm-editor");
      return [getComputedStyle(node).color, ground && getComputedStyle(ground).backgroundColor];
    });
  expect(await colours()).toEqual(["rgb(42, 82, 201)", "rgb(255, 255, 255)"]);
  await site.picture(page, "editor-light");
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await colours()).toEqual(["rgb(147, 178, 255)", "rgb(23, 29, 38)"]);
  await page.emulateMedia({ forcedColors: "active" });
  await site.picture(page, "editor-forced-colors");
});

test.each(SIZES)(
  "nothing is out of reach for assistive technology, at the size of a %s",
  async (_, viewport) => {
    const page = await site.open({ viewport });
    const editor = await mapping(page, "Lambda");
    await write(page, editor, LAMBDA);
    await page.getByRole("status").filter({ hasText: "1 warning" }).waitFor();
    await page.keyboard.press("F8");
    await page.getByRole("dialog", { name: "About this place" }).waitFor();
    expect(await findings(page, ".mapping")).toEqual([]);
  },
);
