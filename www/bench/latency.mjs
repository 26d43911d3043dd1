// From a keystroke to the outcome on the page: an e-mail address is typed into a claim, and the verdict follows.

import { quantile, record } from "../../benches/figures/record.mjs";
import { launch, serve } from "./served.mjs";

const KEYS = 40;
const EXAMPLES = [
  ["policy", "An ID token without groups takes the roles away", 50],
  ["lambda", "Somebody who comes through Google gets the roles of their groups", 150],
];

/** In the page: how long each keystroke takes until the outcome's words change and are painted. */
function watch() {
  let pressed;
  const times = [];
  addEventListener(
    "keydown",
    () => {
      pressed = performance.now();
    },
    true,
  );
  const who = document.querySelector(".who");
  new MutationObserver(() => {
    if (pressed === undefined) return;
    const since = pressed;
    pressed = undefined;
    requestAnimationFrame(() => times.push(performance.now() - since));
  }).observe(who, { subtree: true, childList: true, characterData: true });
  window.times = times;
}

async function measure(browser, address, title) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(address);
  await page.locator("html[data-complete=true]").waitFor({ state: "attached" });
  await page.getByRole("button", { name: "Examples" }).click();
  await page
    .getByRole("textbox", { name: /^Search/ })
    .or(page.getByRole("searchbox"))
    .fill(title);
  await page.getByRole("button", { name: title }).first().click();
  await page.getByText("not run").waitFor({ state: "hidden" });
  const email = page.getByRole("textbox", { name: "email in userinfo" });
  await email.click();
  await page.keyboard.press("Home");
  await page.evaluate(watch);
  for (let key = 1; key <= KEYS; key++) {
    await page.keyboard.type("x");
    await page.waitForFunction((count) => window.times.length >= count, key);
  }
  const times = await page.evaluate("times");
  await page.close();
  return times;
}

const server = await serve();
const browser = await launch();
for (const [what, title, budget] of EXAMPLES) {
  const times = await measure(browser, server.address, title);
  record(`playground.key.${what}`, ...times);
  const [median, slow] = [0.5, 0.9].map((part) => quantile(times, part).toFixed(1));
  const figures = `median ${median} ms, nine in ten within ${slow} ms`;
  console.log(`keystroke to outcome, ${what}: ${figures} (budget ${budget} ms)`);
}
await browser.close();
await server.stop();
