// Claims that light up: the one that is pointed at, and those that a pointed field came from.

import { computed } from "@preact/signals";
import { outcome, pointed } from "../../../app/store.js";
import { overlaps } from "./claims.js";

const lit = computed<readonly string[]>(() => {
  const target = pointed.value;
  if (!target) return [];
  if (target.kind === "claim") return [target.path];
  const changes = outcome.value?.changes ?? [];
  return changes.filter(({ path }) => overlaps(path, target.path)).flatMap(({ from }) => from);
});

/** Whether the claim at `pointer`, such as `/userinfo/given_name`, lights up. */
export function isLit(pointer: string): boolean {
  return lit.value.some((place) => overlaps(place, pointer));
}

/** What an element needs to point at a claim, by pointer and by keyboard. */
export function pointing(pointer: string) {
  const start = () => {
    pointed.value = { kind: "claim", path: pointer };
  };
  const end = () => {
    if (pointed.peek()?.path === pointer) pointed.value = undefined;
  };
  return { onMouseEnter: start, onMouseLeave: end, onFocusIn: start, onFocusOut: end };
}
