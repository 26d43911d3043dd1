// A page in headless Chromium that loads the built package and the tests' own modules, and nothing else.

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const js = fileURLToPath(new URL("../..", import.meta.url));

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

/** Opens an empty page; `close` ends the browser and its server. */
export async function openPage() {
  const server = createServer(answer);
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const executablePath = process.env.CHROMIUM || "/usr/bin/chromium";
  const browser = await chromium.launch({ executablePath, args: FLAGS }).catch((error) => {
    // A server that goes on would keep the test from ending.
    server.close();
    throw error;
  });
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  const close = async () => {
    await browser.close();
    server.close();
  };
  return { page, close };
}
