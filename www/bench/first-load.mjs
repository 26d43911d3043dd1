// How much a browser fetches until the first outcome is on the page, and until nothing more comes:
// the page in Chromium, behind the command line's server, with everything on the wire counted.

import { createServer, request } from "node:http";
import { record } from "../../benches/figures/record.mjs";
import { launch, serve } from "./served.mjs";

/** As in "350 KB": 1024 bytes. */
const KB = 1024;
const BUDGET = 350 * KB;
const OUTCOME = '[role="status"]';

/**
 * Stands between browser and server, and notes when each answer was asked for and how long it was.
 */
async function counting(address, encoding) {
  const answers = [];
  const proxy = createServer((asked, response) => {
    const answer = { path: asked.url, at: Date.now(), bytes: 0 };
    answers.push(answer);
    const headers = { ...asked.headers, "accept-encoding": encoding };
    const onward = request(new URL(asked.url, address), { method: asked.method, headers });
    onward.on("response", (found) => {
      answer.bytes = found.rawHeaders.join(": ").length;
      found.on("data", (chunk) => {
        answer.bytes += chunk.length;
      });
      response.writeHead(found.statusCode, found.headers);
      found.pipe(response);
    });
    onward.on("error", () => response.destroy());
    onward.end();
  });
  await new Promise((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  const { pathname } = new URL(address);
  return { answers, proxy, address: `http://127.0.0.1:${proxy.address().port}${pathname}` };
}

/**
 * Notes in the page when the outcome is there; what is asked for after that belongs to no first
 * load.
 */
function noteOutcome(selector) {
  new MutationObserver((_, observer) => {
    const isThere = [...document.querySelectorAll(selector)].some((found) =>
      /\d{3}/.test(found.textContent ?? ""),
    );
    if (!isThere) return;
    observer.disconnect();
    window.outcomeAt = Date.now();
  }).observe(document, { subtree: true, childList: true, characterData: true });
}

/** The bytes of one first visit. */
async function visit(browser, server, encoding) {
  const { answers, proxy, address } = await counting(server, encoding);
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.addInitScript(noteOutcome, OUTCOME);
  await page.goto(address);
  await page.waitForSelector("html[data-complete=true]", { state: "attached" });
  const outcomeAt = await page.evaluate("outcomeAt");
  await context.close();
  proxy.close();
  const first = answers.filter(({ at }) => at <= outcomeAt);
  return { first, firstBytes: sum(first), allBytes: sum(answers) };
}

function sum(answers) {
  return answers.reduce((total, { bytes }) => total + bytes, 0);
}

/** `304.5 KB`, in whole tenths that are rounded down. */
function kilobytes(bytes) {
  return `${(Math.floor((bytes * 10) / KB) / 10).toFixed(1)} KB`;
}

/** Measures, prints, and says whether a first visit is over its budget. */
async function measure() {
  const browser = await launch();
  const server = await serve();
  let isOver = false;
  for (const encoding of ["br", "gzip"]) {
    const { first, firstBytes, allBytes } = await visit(browser, server.address, encoding);
    const [now, later] = [kilobytes(firstBytes), kilobytes(allBytes)];
    const name = encoding === "br" ? "brotli" : encoding;
    record(`playground.first.${name}`, firstBytes);
    record(`playground.all.${name}`, allBytes);
    const budget = `(budget ${kilobytes(BUDGET)})`;
    console.log(
      `playground, ${encoding}: ${now} until the first outcome ${budget}, ${later} in all`,
    );
    if (process.argv.includes("--files")) {
      for (const { path, bytes } of first)
        console.log(`  ${kilobytes(bytes).padStart(9)}  ${path}`);
    }
    isOver ||= firstBytes > BUDGET;
  }
  await server.stop();
  await browser.close();
  return isOver;
}

process.exitCode = (await measure()) ? 1 : 0;
