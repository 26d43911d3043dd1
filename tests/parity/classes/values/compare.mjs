// What a field holds by our core, beside what it holds by FusionAuth's class.
//
// Both refuse, or both hold the same (`../compare.mjs`). A field that ours leaves out is the same as one that holds what the
// class prints where nobody gave the field, and a list or an object without entries is the same as nothing.

import { differences, isSame, skeleton } from "../compare.mjs";
import { parseExactly } from "../exact.mjs";

/** What to ask the class about a value: the value itself, and the skeleton of what ours holds of it. */
export function requests({ class: name, name: field, value, ours }) {
  const ask = (held) => ({ class: name, json: JSON.stringify({ [field]: held }), normalize: true });
  const isWhole = typeof ours.held === "object" && ours.held !== null;
  const bare = isWhole ? skeleton({ [field]: ours.held })[field] : undefined;
  return [ask(value), ask(bare)];
}

/** Every place where they differ; `bare` answers for the skeleton, `blank` is a new object. */
export function found({ name, ours }, [answer, bare], blank) {
  const its = answer.refused === undefined ? { held: parseExactly(answer.printed)[name] } : answer;
  const whole = [{ pointer: `/${name}`, ours, its }];
  if (its.refused !== undefined || ours.refused !== undefined) {
    return (its.refused === undefined) === (ours.refused === undefined) ? [] : whole;
  }
  const [one, other] = [nothing(ours.held), nothing(its.held)];
  if (one === undefined && isSame(its.held, blank[name])) return [];
  if (one === undefined || other === undefined) return one === other ? [] : whole;
  const own = bare.printed === undefined ? undefined : parseExactly(bare.printed)[name];
  return differences(one, other, own, `/${name}`).map(({ pointer, ours: our, printed }) => ({
    pointer,
    ours: { held: our },
    its: { held: printed },
  }));
}

/** What holds nothing is nothing. */
function nothing(value) {
  const isEmpty = typeof value === "object" && value !== null && Object.keys(value).length === 0;
  return isEmpty || value === null ? undefined : value;
}
