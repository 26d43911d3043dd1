import { readFile } from "node:fs/promises";
import type { Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { showAs, textOf, write } from "./support/inputs.js";
import { DESKTOP, PHONE, Site } from "./support/site.js";

let site: Site;

beforeAll(async () => {
  site = await Site.start({ isSavingData: true });
});

afterAll(() => site?.close());

// Several of these open the page twice, and simulate on a machine that does other things, too.
vi.setConfig({ testTimeout: 60_000 });
const PATIENT = { timeout: 20_000 };
const opened: Page[] = [];

async function open(options: Parameters<Site["open"]>[0] = {}): Promise<Page> {
  const page = await site.open(options);
  opened.push(page);
  return page;
}

afterEach(async () => {
  for (const page of opened.splice(0)) await page.context().close();
});

const verdict = (page: Page) => page.getByRole("status").filter({ hasText: /\d{3}/ }).first();

/** The login as JSON text. */
async function login(page: Page): Promise<Locator> {
  await showAs(page, "What Cognito sends", "JSON");
  return page.getByRole("textbox", { name: "What Cognito sends as JSON" });
}

async function loginText(page: Page): Promise<string> {
  return textOf(await login(page));
}

async function edit(page: Page, text: string): Promise<void> {
  const before = await verdict(page).innerText();
  await write(await login(page), text);
  await expect.poll(() => verdict(page).innerText(), PATIENT).not.toBe(before);
}

/** Opens it with its button, which on a phone is in the menu. */
async function openDialog(page: Page, title: string): Promise<void> {
  const menu = page.getByRole("button", { name: "Menu", exact: true });
  if (await menu.isVisible()) await menu.click();
  await page
    .getByRole("button", { name: title, exact: true })
    .or(page.getByRole("menuitem", { name: title, exact: true }))
    .click();
}

/** The link in the share dialog, once it is there. */
async function link(page: Page): Promise<string> {
  const field = page.getByRole("dialog").getByRole("textbox", { name: "Link" });
  await field.waitFor();
  return field.inputValue();
}

/** Lets files fall on the page, as a browser does. */
async function drop(page: Page, files: Record<string, string>): Promise<void> {
  const data = await page.evaluateHandle((all) => {
    const transfer = new DataTransfer();
    for (const [name, text] of Object.entries(all)) transfer.items.add(new File([text], name));
    return transfer;
  }, files);
  await page.dispatchEvent("body", "dragenter", { dataTransfer: data });
  await page.getByText("Drop to import").waitFor();
  await page.dispatchEvent("body", "drop", { dataTransfer: data });
}

async function paste(page: Page, text: string): Promise<void> {
  await page.getByRole("button", { name: /^Import/ }).click();
  const dialog = page.getByRole("dialog", { name: "Import" });
  await dialog.getByLabel("Or paste a text").fill(text);
  await dialog.getByRole("button", { name: "Import the text" }).click();
}

const JANE = JSON.stringify({
  userinfo: {
    sub: "sub-of-jane",
    email: "Jane.Roe@acme-corp.com",
    email_verified: "false",
    name: "Jane Roe",
  },
});

describe("share", () => {
  test("a link opened in a fresh profile gives the same verdict, and its address is cleaned", async () => {
    const page = await open();
    await edit(page, JANE);
    await page.getByRole("button", { name: /^Share/ }).click();
    const dialog = page.getByRole("dialog", { name: "Share" });
    expect(await dialog.getByRole("radio", { name: /Redacted values/ }).isChecked()).toBe(true);
    await dialog.getByRole("radio", { name: /Real values/ }).check();
    await dialog.getByText(/It holds .*2? ?e-mail address/).waitFor();
    await expect.poll(() => link(page), PATIENT).toMatch(/#1\./);
    const address = await link(page);
    await site.picture(page, "carry-share");
    const other = await open({ hash: new URL(address).hash });
    expect(await verdict(other).innerText()).toBe(await verdict(page).innerText());
    expect(await loginText(other)).toContain("Jane.Roe@acme-corp.com");
    expect(new URL(other.url()).hash).toBe("");
  });

  test("a redacted link has none of the values, and the same status and decision", async () => {
    const page = await open();
    await edit(page, JANE);
    await page.getByRole("button", { name: /^Share/ }).click();
    const address = await link(page);
    await site.picture(page, "carry-share-redacted");
    const other = await open({ hash: new URL(address).hash });
    const short = async (one: Page) => (await verdict(one).innerText()).slice(0, 10);
    expect(await short(other)).toBe(await short(page));
    const stored = await other.evaluate(() => document.body.innerText);
    const typed = await loginText(other);
    for (const value of ["sub-of-jane", "Jane", "Roe", "acme", "jane"]) {
      expect(stored + typed).not.toContain(value);
    }
    expect(typed).toMatch(/"email":"\w{4}\.\w{3}@\w+-\w+\.com"/);
  });

  test.each([
    ["a damaged link", "#1.AAAA", /damaged/],
    ["a link of a newer page", "#9.abc", /newer playground/],
  ])("%s is explained, and stays in the address", async (_, hash, words) => {
    const page = await open({ hash });
    await page.getByText(words).waitFor();
    expect(new URL(page.url()).hash).toBe(hash);
    expect(await verdict(page).innerText()).toMatch(/200/);
  });

  test("a link pasted into the address of an open page opens", async () => {
    const page = await open();
    await edit(page, JANE);
    await page.getByRole("button", { name: /^Share/ }).click();
    const address = await link(page);
    const other = await open();
    await other.evaluate((hash) => {
      location.hash = hash;
    }, new URL(address).hash);
    await expect.poll(() => loginText(other), PATIENT).toMatch(/@\w+-\w+\.com/);
    await expect.poll(() => new URL(other.url()).hash, PATIENT).toBe("");
  });
});

describe("what the browser keeps", () => {
  test("a reload keeps what was edited, also after a link was opened", async () => {
    const page = await open();
    await edit(page, JANE);
    await page.getByRole("tab", { name: "JSON" }).click();
    await page.reload();
    await verdict(page).waitFor();
    expect(await loginText(page)).toBe(JANE);
    expect(await page.getByRole("tab", { name: "JSON" }).getAttribute("aria-selected")).toBe(
      "true",
    );
  });

  test("broken and foreign content is ignored", async () => {
    const page = await open();
    await page.evaluate(() => {
      localStorage.setItem("reconcile-kit.draft", "1.{broken");
      localStorage.setItem("reconcile-kit.layout", "nowhere there");
    });
    // The page keeps its draft as it goes; this one is written behind its back.
    await page.addInitScript(() => localStorage.setItem("reconcile-kit.draft", '1.{"name":5}'));
    await page.reload();
    expect(await verdict(page).innerText()).toMatch(/200/);
  });

  test("a browser that keeps nothing is told once, and everything works", async () => {
    const page = await open();
    await page.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException("full", "QuotaExceededError");
      };
    });
    await page.reload();
    await page.getByText(/does not keep the scenario/).waitFor();
    await edit(page, JANE);
  });
});

describe("export", () => {
  test("each kind shows its text, downloads it, and has no secrets in it", async () => {
    const page = await open();
    await page.getByRole("button", { name: /^Export/ }).click();
    const dialog = page.getByRole("dialog", { name: "Export" });
    await dialog.getByText('"linkingStrategy": "LinkByEmail"').first().waitFor();
    await site.picture(page, "carry-export");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      dialog.getByRole("button", { name: "Download login.scenario.json" }).click(),
    ]);
    const text = await readFile((await download.path()) ?? "", "utf8");
    expect(JSON.parse(text).identityProvider.oauth2.client_secret).toBe("masked");
    await dialog.getByRole("checkbox", { name: /Include tokens/ }).check();
    await dialog.getByText("kept-out-of-the-scenario").waitFor();
    await dialog.getByRole("radio", { name: /^Report/ }).check();
    await dialog.getByText("## Changes").waitFor();
    await site.picture(page, "carry-export-report");
    expect(await dialog.getByRole("radio", { name: /^Policy/ }).isDisabled()).toBe(true);
  });

  test("a scenario that is not valid is exported, and its report says why there is none", async () => {
    const page = await open();
    await write(await login(page), '{"userinfo": 5}');
    await page.getByRole("button", { name: /^Export/ }).click();
    const dialog = page.getByRole("dialog", { name: "Export" });
    await dialog.getByRole("radio", { name: /^Report/ }).check();
    await dialog.getByText(/^This cannot be written:/).waitFor();
  });
});

describe("import", () => {
  test("files that are dropped together become one scenario", async () => {
    const page = await open();
    await drop(page, {
      "reconcile.js": 'function reconcile(user) {\n  throw new Error("from the dropped file");\n}',
      "login.json": JSON.stringify({
        identityProvider: { linkingStrategy: "LinkByEmail" },
        lambda: { file: "reconcile.js" },
        login: { userinfo: { sub: "1", email: "bo@x.test", email_verified: "true" } },
      }),
    });
    await page.getByText("The scenario login.json is open.").waitFor();
    await expect.poll(() => verdict(page).innerText(), PATIENT).toMatch(/512/);
    expect(await page.getByText("Drop to import").count()).toBe(0);
  });

  test("what FusionAuth's API answers is pasted, and told where it went", async () => {
    const page = await open();
    const user = { id: "u1", email: "jane@example.com", username: "jane", active: true };
    await paste(page, JSON.stringify({ users: [user], total: 1 }));
    await page.getByText("1 user is there before the login.").waitFor();
    await expect.poll(() => verdict(page).innerText(), PATIENT).toMatch(/link-existing/);
  });

  test("a text pasted beside the fields is taken, too", async () => {
    const page = await open();
    await page.evaluate(() => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", '{"sub":"pasted-sub","email":"p@x.test"}');
      document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true }));
    });
    await expect.poll(() => loginText(page), PATIENT).toContain("pasted-sub");
  });

  test("a text pasted into an editor is the editor's alone", async () => {
    const page = await open();
    const editor = (await login(page)).and(page.locator(".cm-content"));
    await editor.focus();
    await editor.evaluate((element) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", '{"sub":"pasted-sub","email":"p@x.test"}');
      element.dispatchEvent(
        new ClipboardEvent("paste", {
          clipboardData,
          bubbles: true,
          cancelable: true,
          composed: true,
        }),
      );
    });
    await expect.poll(() => loginText(page), PATIENT).toMatch(/pasted-sub[\s\S]*userinfo/);
  });

  test("a broken token is explained in the dialog, which stays", async () => {
    const page = await open();
    await paste(page, "eyJhbGciOiJSUzI1NiJ9.abc.def");
    await page
      .getByRole("alert")
      .getByText(/looks like a token, and cannot be read/)
      .waitFor();
    await site.picture(page, "carry-import-fault");
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
  });

  test("five megabytes and markup in claims do no harm", async () => {
    const page = await open();
    await drop(page, { "big.json": `{"login":{"userinfo":{"sub":"${"x".repeat(5_000_000)}"}}}` });
    await page.getByText(/big\.json is larger than 5 MB/).waitFor();
    const markup = '<script>document.title="gone"</script><img src=x onerror="document.title=1">';
    await drop(page, {
      "claims.json": JSON.stringify({ sub: markup, email: "a@x.test", name: markup }),
    });
    await expect.poll(() => loginText(page), PATIENT).toContain("onerror");
    await page.getByRole("button", { name: /^Export/ }).click();
    await page.getByRole("radio", { name: /^Report/ }).check();
    await page.getByText("<script>").first().waitFor();
    expect(await page.title()).toBe("reconcile-kit playground");
    expect(await page.locator("img[src=x]").count()).toBe(0);
  });
});

describe.each([
  ["desktop", DESKTOP],
  ["phone", PHONE],
])("at the width of a %s", (name, viewport) => {
  test.each(["light", "dark"] as const)("the dialogs fit, in %s", async (colorScheme) => {
    const page = await open({ viewport, colorScheme });
    for (const title of ["Share", "Export", "Import"]) {
      await openDialog(page, title);
      const dialog = page.getByRole("dialog", { name: title });
      await dialog.waitFor();
      if (title === "Share") await link(page);
      if (title === "Export") await dialog.getByRole("button", { name: /^Download/ }).waitFor();
      await site.picture(page, `carry-${title.toLowerCase()}-${name}-${colorScheme}`);
      const isWide = await dialog.evaluate((one) => one.scrollWidth > one.clientWidth);
      expect(isWide).toBe(false);
      await page.keyboard.press("Escape");
      await dialog.waitFor({ state: "detached" });
    }
  });
});
