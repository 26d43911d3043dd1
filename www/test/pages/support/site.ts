// The built page on a server of its own, and a real Chromium that opens it.

import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";

const DIST = fileURLToPath(new URL("../../../dist", import.meta.url));
const SCREENSHOTS = fileURLToPath(new URL("../screenshots", import.meta.url));

/** Chromium as a test needs it: without a sandbox inside a container, and without a word to anybody. */
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

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".json": "application/json",
  ".webmanifest": "application/manifest+json",
};

/** Widths that the page is tested at. */
export const DESKTOP = { width: 1280, height: 800 };
export const PHONE = { width: 375, height: 740 };

/** A server, a browser, and everything that was asked of the server. */
export class Site {
  readonly requests: string[] = [];
  readonly #server: Server;
  readonly #browser: Browser;

  private constructor(server: Server, browser: Browser) {
    this.#server = server;
    this.#browser = browser;
  }

  /** Serves `www/dist` below `/some/where/`, as a host with many sites would. */
  static async start(): Promise<Site> {
    const server = createServer();
    const executablePath = process.env.CHROMIUM || "/usr/bin/chromium";
    const browser = await chromium.launch({ executablePath, args: FLAGS });
    const site = new Site(server, browser);
    server.on("request", async (request, response) => {
      const { pathname } = new URL(request.url ?? "/", "http://localhost");
      site.requests.push(request.url ?? "/");
      const name = pathname.replace("/some/where/", "") || "index.html";
      try {
        const content = await readFile(join(DIST, name));
        response.setHeader("content-type", TYPES[extname(name)] ?? "text/plain").end(content);
      } catch {
        response.writeHead(404).end();
      }
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return site;
  }

  /** Where the page is. */
  get address(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/some/where/`;
  }

  /** The page in a profile of its own, with the first outcome on it. Messages of its console end the test. */
  async open(options: BrowserContextOptions & { hash?: string } = {}): Promise<Page> {
    const { hash = "", ...context } = options;
    const profile = await this.#browser.newContext({ viewport: DESKTOP, ...context });
    const page = await profile.newPage();
    page.on("console", (message) => {
      throw new Error(`the page's console says: ${message.text()}`);
    });
    page.on("pageerror", (error) => {
      throw error;
    });
    await page.goto(this.address + hash);
    await page.getByRole("status").filter({ hasText: /\d{3}/ }).first().waitFor();
    return page;
  }

  /** Keeps a picture of the page for people to look at. */
  async picture(page: Page, name: string): Promise<void> {
    await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`), fullPage: true });
  }

  async close(): Promise<void> {
    await this.#browser.close();
    this.#server.close();
  }
}
