// The frame, as somebody uses it who has a keyboard, a small window, or another theme.

import type { BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { DESKTOP, PHONE, Site } from "./support/site.js";

vi.setConfig({ testTimeout: 30_000 });

let site: Site;

beforeAll(async () => {
  site = await Site.start({ isSavingData: true });
});

afterAll(() => site?.close());

let page: Page;

afterEach(() => page?.context().close());

/** The page as somebody finds it who has not been here before. */
async function visit(options: BrowserContextOptions = {}): Promise<void> {
  page = await site.open(options);
}

/** What the page says of the login. */
function verdict() {
  return page.getByRole("status").filter({ hasText: /\d{3}/ }).first();
}

/** Waits for an outcome that says so. */
async function becomes(words: RegExp): Promise<void> {
  await page.getByRole("status").filter({ hasText: words }).first().waitFor();
}

function focused(): Promise<string> {
  return page.evaluate(() => {
    const { activeElement: at } = document;
    return at?.getAttribute("aria-label") ?? at?.textContent ?? "";
  });
}

describe.each([DESKTOP, PHONE])("at $width", (viewport) => {
  test("the question of LinkByUsername is answered where the verdict is", async () => {
    await visit({ viewport });
    const strategy = page.getByRole("combobox", { name: "Linking strategy" });
    await expect(strategy.innerText()).resolves.toBe("LinkByEmail");
    await strategy.click();
    await page
      .getByRole("option", { name: /^LinkByUsername Link to the user with this username; c/ })
      .click();
    await expect(strategy.innerText()).resolves.toBe("LinkByUsername");
    await page.getByText("Link to the user with this username; create the user").last().waitFor();
    await becomes(/401/);
    await becomes(/no username to link on/);
  });

  test("keys alone open an example, change the strategy and read the verdict", async () => {
    await visit({ viewport });
    await page.keyboard.press("e");
    await page.getByRole("heading", { name: "Handle a missing" }).waitFor();
    // On a phone the search has to be asked for.
    if (viewport === PHONE) await page.keyboard.press("Tab");
    await page.keyboard.type("no-email");
    await page.getByText("Found (").waitFor();
    await page.keyboard.press("ArrowDown");
    expect(await focused()).toContain("The app client cannot read the e-mail address");
    await page.keyboard.press("Enter");
    await becomes(/401/);
    const strategy = page.getByRole("combobox", { name: "Linking strategy" });
    await strategy.focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("l");
    await page.keyboard.press("End");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    await expect(strategy.innerText()).resolves.toBe("LinkAnonymously");
    await becomes(/200/);
  });

  test("Escape leaves the strategy as it was", async () => {
    await visit({ viewport });
    const strategy = page.getByRole("combobox", { name: "Linking strategy" });
    await strategy.focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("End");
    await page.keyboard.press("Escape");
    expect(await strategy.getAttribute("aria-expanded")).toBe("false");
    await expect(strategy.innerText()).resolves.toBe("LinkByEmail");
  });

  test("an example that was opened can be undone", async () => {
    await visit({ viewport });
    const name = page.getByRole("textbox", { name: "Name of the scenario" });
    const before = await name.inputValue();
    await page.getByRole("button", { name: "Examples" }).click();
    await page.getByRole("button", { name: /Cognito has not verified/ }).click();
    await becomes(/401/);
    await page.keyboard.press("Control+z");
    await becomes(/200/);
    expect(await name.inputValue()).toBe(before);
    await page.keyboard.press("Control+Shift+Z");
    await becomes(/401/);
  });

  test("nothing scrolls sideways, and the guide goes for good", async () => {
    await visit({ viewport });
    expect(await sideways()).toBeLessThanOrEqual(0);
    await page.getByRole("button", { name: "Got it" }).click();
    await page.reload();
    await verdict().waitFor();
    expect(await page.getByRole("region", { name: "First steps" }).count()).toBe(0);
    await page.keyboard.press("?");
    await page.getByRole("button", { name: "Show on the page again" }).click();
    await page.getByRole("region", { name: "First steps" }).waitFor();
  });
});

function sideways(): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}

describe("the panes", () => {
  test("are resized by keyboard, which a reload keeps", async () => {
    await visit();
    const separator = page.getByRole("separator", { name: "Width of the panes" });
    const width = async () => (await page.locator("#pane-input").boundingBox())?.width ?? 0;
    const before = await width();
    await separator.focus();
    await page.keyboard.press("ArrowRight");
    expect(await separator.getAttribute("aria-valuenow")).toBe("50");
    expect(await width()).toBeGreaterThan(before);
    await page.keyboard.press("End");
    const most = await width();
    await page.reload();
    await verdict().waitFor();
    expect(await width()).toBeCloseTo(most, 0);
    await separator.dblclick();
    expect(await width()).toBeCloseTo(before, 0);
  });

  test("are resized by pointer, within limits", async () => {
    await visit();
    const separator = page.getByRole("separator", { name: "Width of the panes" });
    const at = await separator.boundingBox();
    await page.mouse.move((at?.x ?? 0) + 6, 400);
    await page.mouse.down();
    await page.mouse.move(700, 420);
    await page.mouse.move(10, 420);
    await page.mouse.up();
    expect(await separator.getAttribute("aria-valuenow")).toBe("25");
  });

  test("take the window's height, and scroll by themselves", async () => {
    await visit();
    const scrolls = () => page.evaluate(() => document.documentElement.scrollHeight - innerHeight);
    expect(await scrolls()).toBe(0);
    await page.getByRole("tab", { name: "JSON" }).click();
    expect(await scrolls()).toBe(0);
    const pane = page.locator(".pane-outcome .pane-scroll");
    expect(await pane.evaluate((at) => at.scrollHeight > at.clientHeight)).toBe(true);
  });

  test("take turns on a narrow window, with the verdict in sight", async () => {
    await visit({ viewport: PHONE });
    await page.evaluate(() => window.scrollTo(0, 400));
    await page.waitForFunction(() => window.scrollY > 100);
    expect(await verdict().isVisible()).toBe(true);
    expect((await verdict().boundingBox())?.y).toBeGreaterThanOrEqual(0);
    await page.getByRole("button", { name: /^Outcome 200 create/ }).click();
    expect(await page.getByRole("tab", { name: "Path" }).isVisible()).toBe(true);
    expect(await page.getByRole("tab", { name: "Login" }).isVisible()).toBe(false);
  });

  test.each([320, 801, 960])("fit a window of %i", async (width) => {
    await visit({ viewport: { width, height: 640 } });
    expect(await sideways()).toBeLessThanOrEqual(0);
  });
});

describe("the palette", () => {
  test("finds a command by a few letters, runs it, and lists it first the next time", async () => {
    await visit({ colorScheme: "light" });
    await page.keyboard.press("Control+k");
    await page.keyboard.type("use the dark");
    await page.getByRole("option", { name: "Use the dark theme", selected: true }).waitFor();
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Theme: dark" }).waitFor();
    await page.keyboard.press("Control+k");
    await page.keyboard.type("switch single");
    await page.getByRole("option", { name: "Switch single keys", selected: true }).waitFor();
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await page.keyboard.press("Control+k");
    const recent = page.getByRole("group", { name: "Recently used" });
    // What cannot be done now, such as choosing the theme that is chosen, is not listed.
    await expect(recent.innerText()).resolves.toMatch(/^Recently used\s+Switch single keys/);
    expect(await recent.getByRole("option").count()).toBe(1);
  });

  test("finds examples too, and says so when nothing is found", async () => {
    await visit();
    await page.keyboard.press("Control+k");
    const input = page.getByRole("combobox", { name: /Find a command/ });
    await input.fill("qqqq");
    await page.getByRole("status").filter({ hasText: "Nothing has these letters" }).waitFor();
    await input.fill("stranger turned away");
    await page.getByRole("option", { name: /neither user nor link/ }).click();
    await becomes(/512/);
  });

  test("gives the focus back", async () => {
    await visit();
    const separator = page.getByRole("separator", { name: "Width of the panes" });
    await separator.focus();
    await page.keyboard.press("Control+k");
    await page.getByRole("dialog").getByRole("option").first().waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    expect(await focused()).toBe("Width of the panes");
  });

  test("takes the keyboard to a pane", async () => {
    await visit();
    await page.keyboard.press("Control+k");
    await page.keyboard.type("go to the outcome");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.activeElement?.textContent?.startsWith("Path"));
  });
});

describe("keys", () => {
  test("do nothing while something is typed, except with Ctrl", async () => {
    await visit();
    const name = page.getByRole("textbox", { name: "Name of the scenario" });
    await name.fill("");
    await name.pressSequentially("e?");
    expect(await page.getByRole("dialog").count()).toBe(0);
    expect(await name.inputValue()).toBe("e?");
    await page.keyboard.press("Control+k");
    await page.getByRole("dialog", { name: "Commands" }).waitFor();
  });

  test("without Ctrl can be switched off", async () => {
    await visit();
    await page.keyboard.press("?");
    await page.getByRole("checkbox", { name: /Single keys/ }).uncheck();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await page.keyboard.press("e");
    await page.keyboard.press("Control+k");
    expect(await page.getByRole("dialog").getAttribute("aria-label")).toBe("Commands");
  });
});

describe("the theme", () => {
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

  test("is chosen, kept, and there before anything is drawn", async () => {
    // A worker that keeps the page for the next visit would answer in place of the network.
    await visit({ colorScheme: "light", serviceWorkers: "block" });
    const light = await ground();
    await page.getByRole("button", { name: /^Theme/ }).click();
    await page.getByRole("menuitemradio", { name: "Dark" }).click();
    const dark = await ground();
    expect(dark).not.toBe(light);
    // Without its module the page has what a first paint has: the style sheet and the script before it.
    await page.route(/assets\/index-.*\.js/, (route) => route.abort());
    page.removeAllListeners("console");
    await page.reload();
    expect(await ground()).toBe(dark);
    expect(await page.evaluate(() => document.getElementById("app")?.childElementCount)).toBe(0);
  });

  test("follows the device until one is chosen", async () => {
    await visit({ colorScheme: "dark" });
    const dark = await ground();
    await page.emulateMedia({ colorScheme: "light" });
    expect(await ground()).not.toBe(dark);
  });
});

test("the status line names versions, engine and privacy, and the draft's own version", async () => {
  await visit();
  const line = page.getByRole("contentinfo");
  await expect(line.innerText()).resolves.toMatch(/reconcile-kit \d.*FusionAuth 1\.\d+.*QuickJS/s);
  await expect(line.innerText()).resolves.toContain("Nothing leaves this browser");
  await line.getByText("lambdas run in QuickJS, as GraalJS 24.1 would").waitFor();
  await page.getByRole("tab", { name: /^Settings/ }).click();
  const version = page.getByLabel("FusionAuth version");
  await version.fill("1.50");
  await line.getByText("lambdas run in QuickJS, as GraalJS 22.3 would").waitFor();
  await version.fill("1.34");
  await line.getByText("lambdas run in QuickJS; FusionAuth 1.34.0 ran Nashorn").waitFor();
});

test("the menu opens and closes with its button, with keys, and by a press beside it", async () => {
  await visit();
  const button = page.getByRole("button", { name: /^Theme/ });
  const menu = page.getByRole("menu", { name: /^Theme/ });
  await button.click();
  await menu.waitFor();
  await button.click();
  await menu.waitFor({ state: "hidden" });
  await button.press("ArrowUp");
  expect(await focused()).toBe("Dark");
  await page.keyboard.press("l");
  expect(await focused()).toBe("Light");
  await page.keyboard.press("Escape");
  await menu.waitFor({ state: "hidden" });
  expect(await focused()).toMatch(/^Theme/);
  await button.press("Enter");
  await menu.waitFor();
  await page.mouse.click(300, 500);
  await menu.waitFor({ state: "hidden" });
});

test("a press beside a dialog closes it; one that only ends there does not", async () => {
  await visit();
  await page.keyboard.press("?");
  const dialog = page.getByRole("dialog", { name: "Help" });
  await dialog.getByText("First steps").hover();
  await page.mouse.down();
  await page.mouse.move(20, 400);
  await page.mouse.up();
  expect(await dialog.isVisible()).toBe(true);
  await page.mouse.click(20, 400);
  await dialog.waitFor({ state: "detached" });
});

test("versions can be copied, with and without the clipboard's API", async () => {
  await visit({ permissions: ["clipboard-read", "clipboard-write"] });
  await page.keyboard.press("?");
  const copy = page.getByRole("button", { name: "Copy versions for a report" });
  const pasted = () => page.evaluate(() => navigator.clipboard.readText());
  await copy.click();
  await page.getByRole("status").filter({ hasText: "Copied" }).waitFor();
  expect(await pasted()).toMatch(/^reconcile-kit \d/);
  await page.evaluate(async () => {
    await navigator.clipboard.writeText("something else");
    Object.defineProperty(navigator.clipboard, "writeText", { value: () => Promise.reject() });
  });
  await copy.waitFor();
  await copy.click();
  await expect.poll(pasted).toMatch(/^reconcile-kit \d/);
});

test.each([DESKTOP, PHONE])("the frame of $width stands still while it loads", async (viewport) => {
  await visit({ viewport });
  const moved = await page.evaluate(
    (frame) =>
      new Promise<string[]>((resolve) => {
        const seen = (list: PerformanceObserverEntryList) =>
          resolve(
            list
              .getEntries()
              .flatMap(
                (entry) => (entry as PerformanceEntry & { sources: { node: Node }[] }).sources,
              )
              .flatMap(({ node }) =>
                node instanceof Element && node.matches(frame) ? [node.className] : [],
              ),
          );
        new PerformanceObserver(seen).observe({ type: "layout-shift", buffered: true });
        // Nothing has moved at all where nothing is told.
        requestAnimationFrame(() => requestAnimationFrame(() => resolve([])));
      }),
    ".bar, .guide, .panes, .pane, .strategy, .narrow-strategy, .narrow-head, .status-line",
  );
  expect(moved).toEqual([]);
});

test("a tooltip comes with the focus, and Escape takes it away", async () => {
  await visit();
  await page.getByRole("button", { name: "Examples" }).focus();
  await page.keyboard.press("Tab");
  await page.getByRole("tooltip", { name: /Undo/ }).or(page.getByText("Undo (Ctrl+Z)")).waitFor();
  await page.keyboard.press("Escape");
  await page.getByText("Undo (Ctrl+Z)").waitFor({ state: "hidden" });
});

test("what is loaded first has one example only", async () => {
  await visit();
  const scripts = await page.evaluate(() =>
    Promise.all([...document.scripts].map(async ({ src }) => (await fetch(src)).text())),
  );
  expect(scripts.join()).toContain("A Cognito user signs in for the first time");
  expect(scripts.join()).not.toContain("A stranger is turned away");
});
