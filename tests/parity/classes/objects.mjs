// Every object of the repository, as FusionAuth's class prints it beside ours.

import { documents, given, left, scenariosIn } from "./collect.mjs";
import { differences, skeleton } from "./compare.mjs";
import { explanation } from "./differences.mjs";
import { parseExactly } from "./exact.mjs";
import { read } from "./java.mjs";
import { reprinted } from "./ours.mjs";
import { outcomesOf } from "./outcomes.mjs";
import { isNewer } from "./since.mjs";

/** Compares them all, and counts in `tally` by class. */
export async function compareObjects(tally, listed) {
  const objects = distinct(await collected());
  const answers = await read(
    objects.flatMap(({ class: name, value }) =>
      [value, skeleton(value)].map((one) => ({ class: name, json: JSON.stringify(one) })),
    ),
  );
  for (const [index, object] of objects.entries()) {
    const found = differ(object, answers[2 * index], answers[2 * index + 1]);
    const explained = found.map((one) => ({ ...one, id: explanation(one, listed) }));
    tally.count(object.class, explained);
  }
}

async function collected() {
  const files = documents();
  const scenarios = files.flatMap(({ file, document }) =>
    [...scenariosIn(document)].map((scenario) => ({ file, scenario })),
  );
  const examples = scenarios.filter(({ file }) => file.startsWith("examples"));
  const documentsLeft = [...files, ...(await outcomesOf(examples))];
  const at = (file) => (object) => ({ file, ...object });
  return [
    ...scenarios.flatMap(({ file, scenario }) => [...given(scenario)].map(at(file))),
    ...documentsLeft.flatMap(({ file, document }) => [...left(document)].map(at(file))),
  ];
}

function distinct(objects) {
  const keyed = objects.map((object) => [object.class + JSON.stringify(object.value), object]);
  // The first place where an object stands is the one that is named.
  return [...new Map(keyed.toReversed()).values()].toReversed();
}

function differ(object, answer, bare) {
  const about = { part: "objects", class: object.class, place: `${object.file}#${object.place}` };
  if (answer.refused !== undefined) {
    return [{ ...about, pointer: "", ours: object.value.type ?? null, its: answer }];
  }
  const own = bare.printed === undefined ? undefined : parseExactly(bare.printed);
  return differences(reprinted(object), parseExactly(answer.printed), own)
    .filter(({ pointer, printed }) => printed !== undefined || !isNewer(object.class, pointer))
    .map(({ pointer, ours, printed }) => ({ ...about, pointer, ours, its: printed }));
}
