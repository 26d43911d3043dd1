// Opens an address in the browser, as each system does.

import { spawn } from "node:child_process";

/** The program and what comes before the address. */
function opener(): [string, string[]] {
  if (process.platform === "darwin") return ["open", []];
  // `start` takes the first text in quotes for a window's title.
  if (process.platform === "win32") return ["cmd", ["/c", "start", '""']];
  return ["xdg-open", []];
}

/** Opens `address`. Where that fails, somebody has to do it by hand, and nothing else is lost. */
export function openInBrowser(address: string): void {
  const [program, words] = opener();
  const browser = spawn(program, [...words, address], { stdio: "ignore", detached: true });
  browser.on("error", () => sayHow(address));
  browser.on("exit", (code) => {
    if (code !== 0) sayHow(address);
  });
  browser.unref();
}

function sayHow(address: string): void {
  process.stderr.write(`No browser could be opened: open ${address} yourself.\n`);
}
