// Coverage in the format of lcov, which editors and coverage services read.

import type { LambdaCoverage } from "./measure.js";

/** The tracefile of the lambdas that are files, each under the path that `pathOf` gives it. */
export function lcovOf(
  lambdas: readonly LambdaCoverage[],
  pathOf: (file: string) => string,
): string {
  const files = lambdas.filter(({ isFile }) => isFile);
  return files.map((lambda) => recordOf(lambda, pathOf(lambda.name))).join("");
}

function recordOf({ lines, functions, branches }: LambdaCoverage, path: string): string {
  const ways = branches.flatMap(({ line, taken }, block) =>
    taken.map((count, way) => {
      const isReached = taken.some((other) => other > 0);
      return { count, text: `BRDA:${line},${block},${way},${isReached ? count : "-"}` };
    }),
  );
  const reached = (counts: readonly number[]) => counts.filter((count) => count > 0).length;
  const records = [
    "TN:",
    // A record is a line.
    `SF:${path.replaceAll(/[\r\n]/g, " ")}`,
    ...functions.map(({ line, name }) => `FN:${line},${name}`),
    ...functions.map(({ calls, name }) => `FNDA:${calls},${name}`),
    `FNF:${functions.length}`,
    `FNH:${reached(functions.map(({ calls }) => calls))}`,
    ...ways.map(({ text }) => text),
    `BRF:${ways.length}`,
    `BRH:${reached(ways.map(({ count }) => count))}`,
    ...[...lines].map(([line, count]) => `DA:${line},${count}`),
    `LF:${lines.size}`,
    `LH:${reached([...lines.values()])}`,
    "end_of_record",
  ];
  return `${records.join("\n")}\n`;
}
