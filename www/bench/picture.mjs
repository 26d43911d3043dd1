// Draws the README's picture: the playground on an example, in a real browser.

import { fileURLToPath } from "node:url";
import { launch, serve } from "./served.mjs";

const PICTURE = fileURLToPath(new URL("../../docs/images/playground.png", import.meta.url));
/** An e-mail address that is found in another case, so that the path has a match in it. */
const EXAMPLE = "The e-mail address belongs to a FusionAuth user already";

const server = await serve();
const browser = await launch();
const page = await browser.newPage({
  viewport: { width: 1280, height: 860 },
  colorScheme: "light",
  serviceWorkers: "block",
});
await page.goto(server.address);
await page.getByRole("button", { name: "Got it" }).click();
await page.getByRole("button", { name: "Examples" }).click();
await page.getByRole("button", { name: EXAMPLE }).click();
await page.getByText("link-existing").first().waitFor();
await page.locator("html[data-complete=true]").waitFor({ state: "attached" });
await page.screenshot({ path: PICTURE });
await browser.close();
await server.stop();
console.log(`written: ${PICTURE}`);
