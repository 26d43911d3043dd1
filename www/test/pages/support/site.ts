// The built page on a server of its own, and a real Chromium that opens it.

import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from "playwright-core";
import { onTestFinished } from "vitest";
import { type Asked, Host, type HostOptions } from "./server.js";

export { DIRECTORY } from "./server.js";

/** What `vite build` made. */
export const DIST = fileURLToPath(new URL("../../../dist", import.meta.url));
const SCREENSHOTS = fileURLToPath(new URL("../screenshots", import.meta.url));

/**
 * Chromium as a test needs it: without a sandbox inside a container, and without a word to anybody.
 */
const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** How long a page may take to show what is expected, in milliseconds. */
const PATIENCE = 15_000;

/** Widths that the page is tested at. */
export const DESKTOP = { width: 1280, height: 800 };
export const PHONE = { width: 375, height: 740 };

/** A phone, for `open`: fingers in place of a mouse, and more pixels. */
export const ON_PHONE: BrowserContextOptions = {
  viewport: PHONE,
  isMobile: true,
  hasTouch: true,
  deviceScaleFactor: 2,
};

/** How a page is opened. */
export interface OpenOptions extends BrowserContextOptions {
  /** What stands behind the address, with its `#`. */
  readonly hash?: string;
  /** A profile that was here before, in place of a new one. */
  readonly profile?: BrowserContext;
  /** Messages of the page's console are part of what is tested. */
  readonly mayComplain?: boolean;
  /** The outcome is not waited for. */
  readonly mayFail?: boolean;
}

/** A server, a browser, and everything that was asked of the server. */
export class Site {
  readonly host: Host;
  readonly #browser: Browser;
  readonly #isSavingData: boolean;

  private constructor(host: Host, browser: Browser, isSavingData: boolean) {
    this.host = host;
    this.#browser = browser;
    this.#isSavingData = isSavingData;
  }

  /** Serves `www/dist` below `/some/where/`, as a host with many sites would. */
  static async start({
    directory = DIST,
    isSavingData = false,
    ...options
  }: SiteOptions = {}): Promise<Site> {
    const host = await Host.start(directory, options);
    const executablePath = process.env.CHROMIUM || "/usr/bin/chromium";
    const browser = await chromium.launch({ executablePath, args: FLAGS });
    return new Site(host, browser, isSavingData);
  }

  /** Where the page is. */
  get address(): string {
    return this.host.address;
  }

  /** What was asked of the server, oldest first. */
  get requests(): readonly string[] {
    return this.host.asked.map(({ url }) => url);
  }

  /** A profile of its own: nothing is stored in it. */
  profile(options: BrowserContextOptions = {}): Promise<BrowserContext> {
    return this.#browser.newContext({ viewport: DESKTOP, ...options });
  }

  /**
   * The page in a profile of its own, with the first outcome on it. Messages of its console end the
   * test.
   */
  async open(options: OpenOptions = {}): Promise<Page> {
    const { hash = "", profile, mayComplain = false, mayFail = false, ...context } = options;
    const page = await (profile ?? (await this.profile(context))).newPage();
    closeAfterwards(page);
    if (this.#isSavingData) await page.addInitScript(saveData);
    page.setDefaultTimeout(PATIENCE);
    if (!mayComplain) refuseComplaints(page);
    await page.goto(this.address + hash);
    if (!mayFail) await outcomeOn(page);
    return page;
  }

  /**
   * Waits until everything is loaded that the page may ever need. What is asked of the server after
   * that is new.
   */
  async complete(page: Page): Promise<() => readonly Asked[]> {
    await page.locator("html[data-complete=true]").waitFor({ state: "attached" });
    const before = this.host.asked.length;
    return () => this.host.asked.slice(before);
  }

  /** Ends the server; the browser stays. */
  stop(): Promise<void> {
    return this.host.stop();
  }

  /** Keeps a picture of the page for people to look at, when `PICTURES` asks for it: drawing the page takes a while. */
  async picture(page: Page, name: string): Promise<void> {
    if (!process.env.PICTURES) return;
    await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`), fullPage: true });
  }

  async close(): Promise<void> {
    await this.#browser.close();
    await this.host.stop();
  }
}

/** What a site may be like. */
export interface SiteOptions extends HostOptions {
  /** In place of `www/dist`. */
  readonly directory?: string;
  /** Pages load only what is used. That is quicker, where a test is not about what comes after the first outcome. */
  readonly isSavingData?: boolean;
}

/** Tells the page that its visitor saves data. */
function saveData(): void {
  Object.defineProperty(Navigator.prototype, "connection", { get: () => ({ saveData: true }) });
}

/** Waits for the outcome of what the page shows. */
export async function outcomeOn(page: Page): Promise<void> {
  await page.getByRole("status").filter({ hasText: /\d{3}/ }).first().waitFor();
}

/** Pages that stay open go on with what they do, and slow down the tests that follow. */
function closeAfterwards(page: Page): void {
  try {
    onTestFinished(() => page.context().close());
  } catch {
    // Opened for several tests: the browser's end is its end.
  }
}

/** A message of the page's console ends the test. */
function refuseComplaints(page: Page): void {
  page.on("console", (message) => {
    throw new Error(`the page's console says: ${message.text()}`);
  });
  page.on("pageerror", (error) => {
    throw error;
  });
}
