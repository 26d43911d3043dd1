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
/** Height in which a line bends: what is free between two rows. */
const BEND = 20;
/** Radius of a line's corners. */
const CORNER = 8;
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
  const out = from.row === 0 ? `M${from.left} ${start}H${RAIL}` : `M${RAIL} ${start}`;
  const line = `${out}V${end - 8}Q${RAIL} ${end} ${RAIL + 8} ${end}H${to.left - 4}`;
  return { line, head: arrow(to.left, end, "right") };
}

function sideways(from: Box, to: Box): Lines {
  const isRight = to.left >= from.right;
  const [x, tip] = isRight ? [from.right, to.left] : [from.left, to.right];
  const end = middle(to);
  const start = Math.min(Math.max(end, from.top + 8), from.bottom - 8);
  const half = (x + tip) / 2;
  const before = isRight ? tip - 4 : tip + 4;
  const line = `M${x} ${start}H${half}V${end}H${before}`;
  return { line, head: arrow(tip, end, isRight ? "right" : "left") };
}

function down(from: Box, to: Box, boxes: readonly Box[]): Lines {
  const obstacles = boxes.filter((box) => isBetween(box, from, to));
  const gaps = {
    floor: Math.max(...boxes.filter(({ row }) => row === from.row).map(({ bottom }) => bottom)),
    ceiling: Math.min(...boxes.filter(({ row }) => row === to.row).map(({ top }) => top)),
  };
  const straight = common(from, to);
  if (straight === undefined && obstacles.length === 0) return over(from, to, gaps);
  const beside = boxes.flatMap(({ left, right }) => [left - ROOM - 2, right + ROOM + 2]);
  const wish = straight === undefined ? [centre(from), centre(to)] : [straight];
  const x = best([...wish, ...beside], from, to, obstacles);
  return past(from, to, x, obstacles, gaps);
}

/** Where lines may bend: below the row that is left, and above the one that is reached. */
interface Gaps {
  readonly floor: number;
  readonly ceiling: number;
}

/** To a box that lies lower and aside, with nothing between. */
function over(from: Box, to: Box, { floor, ceiling }: Gaps): Lines {
  const start = isWider(from, to) ? reach(from, centre(to)) : centre(from);
  const end = isWider(to, from) ? reach(to, centre(from)) : centre(to);
  const line = `M${start} ${from.bottom}V${floor}${bent(start, floor, end, ceiling)}V${to.top - 4}`;
  return { line, head: arrow(end, to.top, "down") };
}

/** Down at `x`. A box that has others between itself and the way is left and met at its side. */
function past(from: Box, to: Box, x: number, obstacles: readonly Box[], gaps: Gaps): Lines {
  const isCovered = (box: Box) => obstacles.some((other) => isInFront(other, box));
  const out = isCovered(from) ? leaveAside(from, x) : leaveBelow(from, x, gaps);
  if (!isCovered(to)) {
    const [end, before] = [reach(to, x), gaps.ceiling - BEND];
    const turn = end === x ? "" : `V${before}${bent(x, before, end, gaps.ceiling)}`;
    return { line: `${out}${turn}V${to.top - 4}`, head: arrow(end, to.top, "down") };
  }
  const [tip, y] = [side(to, x), middle(to)];
  const isRight = tip > x;
  const line = `${out}V${y - 6}Q${x} ${y} ${isRight ? tip - 4 : tip + 4} ${y}`;
  return { line, head: arrow(tip, y, isRight ? "right" : "left") };
}

function leaveBelow(from: Box, x: number, { floor }: Gaps): string {
  const start = reach(from, x);
  const turn = start === x ? "" : `V${floor}${bent(start, floor, x, floor + BEND)}`;
  return `M${start} ${from.bottom}${turn}`;
}

function leaveAside(from: Box, x: number): string {
  const y = middle(from);
  return `M${side(from, x)} ${y}Q${x} ${y} ${x} ${y + BEND / 2}`;
}

/** Whether `other` stands above or below `box` in its own row. */
function isInFront(other: Box, box: Box): boolean {
  return other.row === box.row && other.left < box.right && box.left < other.right;
}

/** The free `x` with the shortest way; of several, the one named first. */
function best(xs: readonly number[], from: Box, to: Box, obstacles: readonly Box[]): number {
  const isFree = (x: number) =>
    obstacles.every(({ left, right }) => x < left - ROOM || right + ROOM < x);
  const way = (x: number) => Math.abs(reach(from, x) - x) + Math.abs(x - reach(to, x));
  return xs.filter(isFree).sort((one, other) => way(one) - way(other))[0] ?? RAIL;
}

/** In a row between both, or in the row of one of them and in the way there. */
function isBetween(box: Box, from: Box, to: Box): boolean {
  if (box === from || box === to) return false;
  return box.top >= from.bottom - 1 && box.bottom <= to.top + 1;
}

/** On from `x`, `y` in right angles with round corners. */
function bent(x: number, y: number, toX: number, toY: number): string {
  const radius = Math.min(CORNER, Math.abs(toX - x) / 2, (toY - y) / 2);
  if (radius < 1) return `V${y}H${toX}V${toY}`;
  const half = Math.round((y + toY) / 2);
  const turn = toX > x ? radius : -radius;
  return (
    `V${half - radius}Q${x} ${half} ${x + turn} ${half}` +
    `H${toX - turn}Q${toX} ${half} ${toX} ${half + radius}V${toY}`
  );
}

/** The place of a box's edge that is nearest to `x`, not too near to a corner. */
function reach({ left, right }: Box, x: number): number {
  const inset = Math.min(24, (right - left) / 2);
  return Math.min(Math.max(x, left + inset), right - inset);
}

/** An `x` at which both boxes can be met: the middle of the narrower one. */
function common(one: Box, other: Box): number | undefined {
  const [narrow, wide] = isWider(one, other) ? [other, one] : [one, other];
  const x = centre(narrow);
  return wide.left + 8 <= x && x <= wide.right - 8 ? x : undefined;
}

const width = ({ left, right }: Box) => right - left;
const isWider = (one: Box, other: Box) => width(one) > width(other) + 1;
const centre = ({ left, right }: Box) => (left + right) / 2;
const middle = ({ top, bottom }: Box) => (top + bottom) / 2;
const side = ({ left, right }: Box, x: number) => (x < left ? left : right);

function arrow(x: number, y: number, direction: "down" | "right" | "left"): string {
  if (direction === "down") return `M${x - 5} ${y - 8}L${x} ${y}L${x + 5} ${y - 8}Z`;
  const back = direction === "right" ? x - 8 : x + 8;
  return `M${back} ${y - 5}L${x} ${y}L${back} ${y + 5}Z`;
}
