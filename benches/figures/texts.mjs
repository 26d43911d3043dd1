// The text of each figure and table, as documents have it.

import { budgetShown, FIGURES, GROUPS, isMet, shown } from "./list.mjs";

function table(head, rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return ["", line(head), line(head.map(() => "---")), ...rows.map(line), ""].join("\n");
}

function spread({ low, high }, unit) {
  if (low === undefined) return "";
  const [from, to] = [low, high].map((value) => shown(value, unit).replace(/\s?\D+$/, ""));
  return from === to ? shown(high, unit) : `${from}–${shown(high, unit)}`;
}

function budget(figure, { value }) {
  if (figure.budget === undefined) return ["", ""];
  return [budgetShown(figure), isMet(figure, value) ? "met" : "**missed**"];
}

/** A group of figures; what was not measured on this machine is said to be so. */
function group(figures, measured) {
  const rows = Object.entries(figures).map(([name, figure]) => {
    const found = measured[name];
    if (!found) return [figure.what, "not measured", "", "", ""];
    const { value } = found;
    return [
      figure.what,
      shown(value, figure.unit),
      spread(found, figure.unit),
      ...budget(figure, found),
    ];
  });
  return table(["what", "median", "four fifths of runs", "budget", ""], rows);
}

const microseconds = (value) => value.toFixed(value < 10 ? 2 : 1);

/** The tables of other engines, one a task and pair. */
function peers(tables) {
  const rows = tables.flatMap(({ task, rows }) =>
    rows.map(({ name, low, middle, high, quotient }) => [
      `\`${task}\``,
      name,
      `${microseconds(middle)} µs`,
      `${microseconds(low)}–${microseconds(high)} µs`,
      quotient === undefined ? "" : `${quotient.toFixed(2)}×`,
    ]),
  );
  return table(["task", "way", "median", "four fifths of runs", "beside"], rows);
}

function starts(rows) {
  const line = ({ name, low, middle, high, more }) => [
    name,
    `${middle.toFixed(1)} ms`,
    `${low.toFixed(1)}–${high.toFixed(1)} ms`,
    `${more < 0 ? "−" : "+"}${Math.abs(more).toFixed(1)} ms`,
  ];
  return table(["engine", "median", "four fifths of runs", "over Node.js alone"], rows.map(line));
}

function machine({ machine, versions, date }) {
  const named = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  const { processor, cores, memory, system } = machine;
  return table(
    ["", ""],
    [
      ["measured on", date],
      ["processor", `${processor}, ${cores} cores`],
      ["memory", memory],
      ["system", system],
      ["versions", named.join(", ")],
    ],
  );
}

/** The texts by the name that a mark has. */
export function textsOf(results) {
  const texts = new Map([
    ["table.machine", machine(results)],
    ["table.peers", peers(results.tables.peers ?? [])],
    ["table.starts", starts(results.tables.starts ?? [])],
  ]);
  for (const [name, figures] of Object.entries(GROUPS)) {
    texts.set(`table.${name}`, group(figures, results.figures));
  }
  for (const [name, { value, high }] of Object.entries(results.figures)) {
    const { unit } = FIGURES[name];
    texts.set(name, shown(value, unit));
    if (high !== undefined) texts.set(`${name}.high`, shown(high, unit));
  }
  return texts;
}
