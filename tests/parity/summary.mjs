// What is printed at the end.

/** How much of a value is printed. */
const LONGEST = 200;

/** How wide the columns are. */
const NAME = 12;
const CELL = 26;

/** Says how many pairs were the same on which engines, which differed as listed, and which nothing explains. */
export function printSummary(tally, findings, seconds) {
  const engines = ["24.1.2", "23.1.2", "22.3.3"];
  console.log(`\n${"source".padEnd(NAME)}${engines.map((name) => name.padStart(CELL)).join("")}`);
  let all = 0;
  for (const [source, rows] of tally.bySource) {
    const cells = engines.map((engine) => cell(rows.get(engine)));
    console.log(source.padEnd(NAME) + cells.map((text) => text.padStart(CELL)).join(""));
    for (const { same, explained, unexplained } of rows.values())
      all += same + explained + unexplained;
  }
  for (const [id, times] of tally.byDifference)
    console.log(`listed difference \`${id}\`: ${times} pairs`);
  const generated = [...(tally.bySource.get("generated")?.values() ?? [])];
  const made = generated.reduce((sum, row) => sum + row.same + row.explained + row.unexplained, 0);
  if (made > 0)
    console.log(
      `${((100 * tally.ended) / made).toFixed(0)} % of the generated lambdas came to their end`,
    );
  for (const finding of findings) print(finding);
  const rest = tally.unexplained.length;
  const left = rest === 0 ? "no unexplained difference" : `${rest} unexplained differences`;
  console.log(
    `\nparity: ${all} pairs, ${left}, ${(all / seconds).toFixed(0)} pairs a second, ${seconds.toFixed(0)} s`,
  );
}

function cell(row) {
  if (!row) return "-";
  const { same, explained, unexplained } = row;
  const parts = [`${same} same`];
  if (explained > 0) parts.push(`${explained} listed`);
  if (unexplained > 0) parts.push(`${unexplained} differ`);
  return parts.join(", ");
}

function print({ source, name, engine, scenario, differences, file }) {
  console.log(`\n${source} ${name}, GraalJS ${engine}: ${file}`);
  console.log((scenario.lambda?.body ?? "(no lambda)").trim().replaceAll(/^/gm, "    "));
  for (const { pointer, ...values } of differences.slice(0, 3)) {
    console.log(`  ${pointer || "(the text)"}`);
    for (const [side, value] of Object.entries(values)) {
      console.log(`    ${side}: ${String(JSON.stringify(value)).slice(0, LONGEST)}`);
    }
  }
}
