// How the lines of the drawing run: from box to box, and around boxes that are in the way.

/** Where a box is, in pixels of the drawing. */
export interface Box {
  readonly name: string;
  /** Its row, from 0. */
  readonly row: number;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A line with its arrowhead, as SVG paths. */
export interface Edge {
  readonly key: string;
  readonly line: string;
  readonly head: string;
}

type Pair = readonly [from: string, to: string];

/** Free room beside a line. */
const ROOM = 5;
/** Height in which a line bends. */
const BEND = 20;
/** The narrow drawing's rail, from the left. */
const RAIL = 10;
/** How far below its top a box is met in the narrow drawing: at its first line. */
const FIRST_LINE = 17;

/** The lines of `pairs` between `boxes`; pairs without a box are left out. */
export function edgesOf(boxes: readonly Box[], pairs: readonly Pair[], isNarrow: boolean): Edge[] {
  const byName = new Map(boxes.map((box) => [box.name, box]));
  return pairs.flatMap(([from, to]) => {
    const [one, other] = [byName.get(from), byName.get(to)];
    if (!one || !other) return [];
    const key = `${from} ${to}`;
    if (isNarrow) return [{ key, ...alongRail(one, other) }];
    return [{ key, ...(one.row === other.row ? sideways(one, other) : down(one, other, boxes)) }];
  });
}

type Lines = Pick<Edge, "line" | "head">;

function alongRail(from: Box, to: Box): Lines {
  const [start, end] = [from.top + FIRST_LINE, to.top + FIRST_LINE];
  const line = `M${RAIL} ${start}V${end - 8}Q${RAIL} ${end} ${RAIL + 8} ${end}H${to.left - 4}`;
  return { line, head: arrow(to.left, end, "right") };
}

function sideways(from: Box, to: Box): Lines {
  const isRight = to.left >= from.right;
  const [x, tip] = isRight ? [from.right, to.left] : [from.left, to.right];
  const end = middle(to);
  const start = Math.min(Math.max(end, from.top + 8), from.bottom - 8);
  const half = (x + tip) / 2;
  const before = isRight ? tip - 4 : tip + 4;
  const line = `M${x} ${start}C${half} ${start} ${half} ${end} ${before} ${end}`;
  return { line, head: arrow(tip, end, isRight ? "right" : "left") };
}

function down(from: Box, to: Box, boxes: readonly Box[]): Lines {
  const straight = common(from, to);
  const obstacles = boxes.filter((box) => isBetween(box, from, to));
  const isFree = (x: number) =>
    obstacles.every(({ left, right }) => x < left - ROOM || right + ROOM < x);
  const [start, end] = [straight ?? centre(from), straight ?? centre(to)];
  if (isFree(start) && isFree(end)) {
    const bend = Math.max((to.top - from.bottom) / 2, 0);
    const line =
      to.row - from.row === 1
        ? `M${start} ${from.bottom}C${start} ${from.bottom + bend} ${end} ${to.top - bend} ${end} ${to.top - 4}`
        : `M${start} ${from.bottom}${bent(start, from.bottom, end, from.bottom + BEND)}V${to.top - 4}`;
    return { line, head: arrow(end, to.top, "down") };
  }
  return around(from, to, gap(from, to, boxes, isFree), obstacles);
}

/** Past what is in the way, at `x`. A box under others in its row is left and met at its side. */
function around(from: Box, to: Box, x: number, obstacles: readonly Box[]): Lines {
  const isCovered = (box: Box) =>
    obstacles.some(
      (other) => other.row === box.row && other.left < box.right && box.left < other.right,
    );
  const [start, end] = [reach(from, x), reach(to, x)];
  const out = isCovered(from)
    ? `M${side(from, x)} ${middle(from)}Q${x} ${middle(from)} ${x} ${middle(from) + BEND / 2}`
    : `M${start} ${from.bottom}${bent(start, from.bottom, x, from.bottom + BEND)}`;
  if (isCovered(to)) {
    const tip = side(to, x);
    const isRight = tip > x;
    const into = `V${middle(to) - 6}Q${x} ${middle(to)} ${isRight ? tip - 4 : tip + 4} ${middle(to)}`;
    return { line: out + into, head: arrow(tip, middle(to), isRight ? "right" : "left") };
  }
  const into = `V${to.top - BEND}${bent(x, to.top - BEND, end, to.top - 4)}`;
  return { line: out + into, head: arrow(end, to.top, "down") };
}

/** The nearest free `x` beside a box, or at the edge of the drawing. */
function gap(from: Box, to: Box, boxes: readonly Box[], isFree: (x: number) => boolean): number {
  const beside = boxes.flatMap(({ left, right }) => [left - ROOM - 2, right + ROOM + 2]);
  const way = (x: number) => Math.abs(reach(from, x) - x) + Math.abs(x - reach(to, x));
  return beside.filter(isFree).sort((one, other) => way(one) - way(other))[0] ?? RAIL;
}

/** In a row between both, or in the row of one of them and in the way there. */
function isBetween(box: Box, from: Box, to: Box): boolean {
  if (box === from || box === to) return false;
  return box.top >= from.bottom - 1 && box.bottom <= to.top + 1;
}

function bent(x: number, y: number, toX: number, toY: number): string {
  if (x === toX) return `V${toY}`;
  const half = (y + toY) / 2;
  return `C${x} ${half} ${toX} ${half} ${toX} ${toY}`;
}

/** The place of a box's edge that is nearest to `x`, not too near to a corner. */
function reach({ left, right }: Box, x: number): number {
  const inset = Math.min(24, (right - left) / 2);
  return Math.min(Math.max(x, left + inset), right - inset);
}

/** An `x` at which both boxes can be met: the middle of the narrower one. */
function common(one: Box, other: Box): number | undefined {
  const [narrow, wide] =
    one.right - one.left <= other.right - other.left ? [one, other] : [other, one];
  const x = centre(narrow);
  return wide.left + 8 <= x && x <= wide.right - 8 ? x : undefined;
}

const centre = ({ left, right }: Box) => (left + right) / 2;
const middle = ({ top, bottom }: Box) => (top + bottom) / 2;
const side = ({ left, right }: Box, x: number) => (x < left ? left : right);

function arrow(x: number, y: number, direction: "down" | "right" | "left"): string {
  if (direction === "down") return `M${x - 5} ${y - 8}L${x} ${y}L${x + 5} ${y - 8}Z`;
  const back = direction === "right" ? x - 8 : x + 8;
  return `M${back} ${y - 5}L${x} ${y}L${back} ${y + 5}Z`;
}
