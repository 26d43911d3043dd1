// The tabs that show more than one outcome, in one piece: a first view shows neither.

export { Compare } from "../compare/Compare.js";
export { History } from "../history/History.js";
