// Pages of a project in headless Chromium, served as any static host serves files.

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { chromium } from "playwright-core";

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

const TYPES = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".wasm": "application/wasm",
};

async function serve(directory) {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    try {
      const content = await readFile(join(directory, pathname));
      const type = TYPES[extname(pathname)] ?? "application/octet-stream";
      response.setHeader("content-type", type).end(content);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
}

/** Opens `path` of `directory`, and gives the answers that the page leaves. */
export async function answersOfPage(directory, path) {
  const server = await serve(directory);
  const executablePath = process.env.CHROMIUM || "/usr/bin/chromium";
  const browser = await chromium.launch({ executablePath, args: FLAGS }).catch((error) => {
    server.close();
    throw error;
  });
  try {
    const page = await browser.newPage();
    const said = [];
    page.on("console", (message) => said.push(message.text()));
    page.on("requestfailed", (request) => said.push(`${request.url()} failed`));
    page.on("response", (one) => one.ok() || said.push(`${one.url()}: ${one.status()}`));
    const failed = new Promise((_, refuse) => page.on("pageerror", refuse));
    failed.catch(() => {});
    await page.goto(`http://127.0.0.1:${server.address().port}/${path}`);
    const left = page.waitForFunction(() => globalThis.answers, undefined, { timeout: 60_000 });
    left.catch(() => {});
    const handle = await Promise.race([left, failed]).catch((error) => {
      throw new Error([error.message, ...said].join("\n"), { cause: error });
    });
    return { answers: await handle.jsonValue(), version: `Chromium ${browser.version()}` };
  } finally {
    await browser.close();
    server.close();
  }
}

/** A page that runs one script. */
export function pageOf(script, head = "") {
  return `<!doctype html><meta charset="utf-8"><title>host</title>${head}<script type="module" src="${script}"></script>`;
}
