// JSON Pointers.

import type { Observed } from "./observed.js";
import { indexOf } from "./primordials.js";

/** The pointer of a member. */
export function below(place: string, name: string): string {
  if (indexOf(name, "~") < 0 && indexOf(name, "/") < 0) return `${place}/${name}`;
  let step = "";
  for (let index = 0; index < name.length; index++) {
    const character = name[index] as string;
    step += character === "~" ? "~0" : character === "/" ? "~1" : character;
  }
  return `${place}/${step}`;
}

/** Where an object was at the beginning. */
export function placeOf({ parent, name }: Observed): string {
  return parent === undefined ? name : below(placeOf(parent), name);
}
