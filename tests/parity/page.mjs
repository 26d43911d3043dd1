// Writes what a comparison came to into docs/engines.md.

import { readFileSync, writeFileSync } from "node:fs";

const PAGE = new URL("../../docs/engines.md", import.meta.url);
const BEGIN = "<!-- parity: written by `RECONCILE_KIT_UPDATE=1 cargo xtask parity` -->\n";
const END = "<!-- end of parity -->\n";
const ENGINES = ["24.1.2", "23.1.2", "22.3.3"];

/** What stands on the page: how many pairs were the same, by where they come from, on each GraalJS. */
export function numbers({ bySource, byDifference, unexplained }) {
  const lines = [
    `| pairs | ${ENGINES.map((name) => `GraalJS ${name}`).join(" | ")} |`,
    `| --- |${" ---: |".repeat(ENGINES.length)}`,
  ];
  let [all, same] = [0, 0];
  for (const [source, rows] of bySource) {
    const cells = ENGINES.map((engine) => {
      const row = rows.get(engine);
      if (!row) return "–";
      const of = row.same + row.explained + row.unexplained;
      all += of;
      same += row.same;
      return of === row.same ? `${grouped(of)}` : `${grouped(row.same)} of ${grouped(of)}`;
    });
    lines.push(`| ${source} | ${cells.join(" | ")} |`);
  }
  const met = [...byDifference].filter(([, times]) => times > 0);
  const listed = met.map(([id, times]) => `\`${id}\` ${grouped(times)}`).join(", ");
  const rest = [
    `Of ${grouped(all)} pairs ${grouped(same)} gave the same outcome.`,
    listed === "" ? "" : ` Listed differences were met: ${listed}.`,
    unexplained.length === 0 ? " No difference is unexplained." : "",
  ].join("");
  return `${lines.join("\n")}\n\n${rest}\n`;
}

/** The page with other numbers. */
export function withNumbers(page, text) {
  const [before, rest] = page.split(BEGIN);
  const after = rest?.split(END)[1];
  if (after === undefined) throw new Error("docs/engines.md has lost its marks for the numbers");
  return `${before}${BEGIN}\n${text}\n${END}${after}`;
}

/** Writes the numbers when the run is asked to; they are those of the default seed and number of pairs. */
export function updatePage(tally) {
  if (process.env.RECONCILE_KIT_UPDATE === undefined || tally.unexplained.length > 0) return;
  writeFileSync(PAGE, withNumbers(readFileSync(PAGE, "utf8"), numbers(tally)));
  console.log("docs/engines.md has these numbers now");
}

function grouped(number) {
  return number.toLocaleString("en");
}
