// What a run found, for a terminal and for docs/hosts.md.

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const BEGIN = "<!-- hosts: written by `cargo xtask hosts` -->";
const END = "<!-- /hosts -->";

/** Where the page is. */
export const PAGE = fileURLToPath(new URL("../../docs/hosts.md", import.meta.url));

function rowOf({ host, skipped, wrong, version, count }) {
  const state = skipped ? `skipped: ${skipped}` : wrong.length > 0 ? "FAILED" : `${count} the same`;
  const entries = host.parts.map((part) => (part === "main" ? "." : `./${part}`)).join(" ");
  return [host.name, version ?? "", entries, state];
}

/** A table in columns. */
export function table(results) {
  const rows = [["host", "version", "entries", "answers"], ...results.map(rowOf)];
  const widths = rows[0].map((_, at) => Math.max(...rows.map((row) => row[at].length)));
  const line = (row) => row.map((cell, at) => cell.padEnd(widths[at])).join("  ");
  return rows.map((row) => line(row).trimEnd()).join("\n");
}

/** The page with the table of a whole run in it. */
export function pageWith(results) {
  const page = readFileSync(PAGE, "utf8");
  const begin = page.indexOf(BEGIN);
  const end = page.indexOf(END);
  if (begin < 0 || end < begin) throw new Error(`${PAGE} has no place for the table`);
  return page.slice(0, begin + BEGIN.length) + markdown(results) + page.slice(end);
}

function markdown(results) {
  // Each failed run keeps the page as it was, so all of these gave the right answers.
  const rows = results.map(rowOf).map(([name, version, entries]) => {
    const shown = entries
      .split(" ")
      .map((entry) => `\`${entry}\``)
      .join(" ");
    return `| ${name} | ${version} | ${shown} |`;
  });
  const head = "| host | version | entries |\n| --- | --- | --- |";
  return `\n\n${head}\n${rows.join("\n")}\n\n`;
}

/** The hosts that the page names. */
export function hostsOnPage() {
  const page = readFileSync(PAGE, "utf8");
  const rows = page.slice(page.indexOf(BEGIN), page.indexOf(END)).split("\n").slice(4, -2);
  return rows.map((row) => row.split("|")[1]?.trim());
}
