// The browser's entry, in a browser: one `init()`, and then the same outcomes as in Node.js.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { simulateText } from "../dist/node.js";
import { cases } from "./support/cases.mjs";

const js = fileURLToPath(new URL("..", import.meta.url));

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

const TYPES = { ".js": "text/javascript", ".mjs": "text/javascript", ".wasm": "application/wasm" };
const PAGE = `<!doctype html><title>reconcile-kit</title>`;
const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";

let server;
let browser;
let page;

/** Serves dist/ and the test's own modules, and an empty page. */
async function answer(request, response) {
  const { pathname } = new URL(request.url, "http://localhost");
  response.setHeader("content-security-policy", POLICY);
  if (pathname === "/") {
    response.setHeader("content-type", "text/html").end(PAGE);
    return;
  }
  try {
    const content = await readFile(join(js, pathname));
    response.setHeader("content-type", TYPES[extname(pathname)] ?? "text/plain").end(content);
  } catch {
    response.writeHead(404).end();
  }
}

before(async () => {
  server = createServer(answer);
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
    args: FLAGS,
  });
  page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
});

after(async () => {
  await browser?.close();
  server?.close();
});

test("before `init()` a call says what is missing", async () => {
  const code = await page.evaluate(async () => {
    const { simulate } = await import("/dist/browser.js");
    try {
      simulate("{}");
    } catch (error) {
      return error.code;
    }
  });
  assert.equal(code, "not-initialised");
});

test("`init()` may be called twice at once, and fetches the module once", async () => {
  const fetched = await page.evaluate(async () => {
    const { init } = await import("/dist/browser.js");
    await Promise.all([init(), init()]);
    await init();
    return performance.getEntriesByType("resource").filter(({ name }) => name.endsWith(".wasm"))
      .length;
  });
  assert.equal(fetched, 1);
});

test("outcomes are those of Node.js", async () => {
  const plain = cases().filter(({ reconcile }) => !reconcile);
  const texts = plain.map(({ scenario }) => JSON.stringify(scenario));
  const found = await page.evaluate(async (scenarios) => {
    const { init, simulateText } = await import("/dist/browser.js");
    await init();
    return scenarios.map((scenario) => simulateText(scenario));
  }, texts);
  assert.ok(found.length > 40);
  assert.deepEqual(
    found,
    texts.map((text) => simulateText(text)),
  );
});

test("a function reconciles there too", async () => {
  const scripted = cases().filter(({ reconcile }) => reconcile);
  const found = await page.evaluate(
    async (given) => {
      const { init, simulateText } = await import("/dist/browser.js");
      const { scripted } = await import("/test/support/scripted.mjs");
      await init();
      return given.map(({ text, reconcile }) =>
        simulateText(text, { reconcile: scripted(reconcile) }),
      );
    },
    scripted.map(({ scenario, reconcile }) => ({ text: JSON.stringify(scenario), reconcile })),
  );
  const { scripted: inNode } = await import("./support/scripted.mjs");
  assert.deepEqual(
    found,
    scripted.map(({ scenario, reconcile }) =>
      simulateText(scenario, { reconcile: inNode(reconcile) }),
    ),
  );
});

test("nothing is asked of anybody else", async () => {
  const foreign = await page.evaluate(() =>
    performance
      .getEntriesByType("resource")
      .filter(({ name }) => !name.startsWith(location.origin)),
  );
  assert.deepEqual(foreign, []);
});
