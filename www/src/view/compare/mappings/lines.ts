// Two texts line by line, by their longest common subsequence.

/** A line, and which of the texts has it. */
export interface Line {
  readonly side: "both" | "before" | "after";
  readonly text: string;
}

/** Beyond this many lines a table of all pairs is too large. */
const MOST = 2000;

/** The lines of both texts in order; `undefined` where there are too many. */
export function lineDiff(before: string, after: string): readonly Line[] | undefined {
  const [one, two] = [before.split("\n"), after.split("\n")];
  if (one.length > MOST || two.length > MOST) return undefined;
  const lengths = commonLengths(one, two);
  const lines: Line[] = [];
  let [i, j] = [0, 0];
  while (i < one.length || j < two.length) {
    if (i < one.length && j < two.length && one[i] === two[j]) {
      lines.push({ side: "both", text: one[i] ?? "" });
      i++;
      j++;
    } else if (
      j >= two.length ||
      (i < one.length && at(lengths, i + 1, j) >= at(lengths, i, j + 1))
    ) {
      lines.push({ side: "before", text: one[i++] ?? "" });
    } else {
      lines.push({ side: "after", text: two[j++] ?? "" });
    }
  }
  return lines;
}

/** How long the longest common subsequence is of what begins at each pair of lines. */
function commonLengths(one: readonly string[], two: readonly string[]): readonly Uint16Array[] {
  const rows = Array.from({ length: one.length + 1 }, () => new Uint16Array(two.length + 1));
  for (let i = one.length - 1; i >= 0; i--) {
    const row = rows[i];
    for (let j = two.length - 1; row && j >= 0; j--) {
      row[j] =
        one[i] === two[j]
          ? at(rows, i + 1, j + 1) + 1
          : Math.max(at(rows, i + 1, j), at(rows, i, j + 1));
    }
  }
  return rows;
}

function at(rows: readonly Uint16Array[], i: number, j: number): number {
  return rows[i]?.[j] ?? 0;
}

/** The lines that differ, each with a few around it; `undefined` stands for lines left out. */
export function around(lines: readonly Line[], context: number): (Line | undefined)[] {
  const shown: (Line | undefined)[] = [];
  lines.forEach((line, index) => {
    const near = lines.slice(Math.max(0, index - context), index + context + 1);
    if (near.some(({ side }) => side !== "both")) shown.push(line);
    else if (shown.at(-1) !== undefined || shown.length === 0) shown.push(undefined);
  });
  return shown;
}
