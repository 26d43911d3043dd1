// `Intl.Segmenter`: the host gives all segments of a text at once, when the first is asked for.

import { fix, supply } from "../language/supply.js";
import {
  create,
  enter,
  isNotANumber,
  Known,
  NumberOf,
  own,
  quoted,
  TypeErrorOf,
  textOf,
  trunc,
} from "../primordials.js";
import type { Edition } from "./formats.js";
import { tell } from "./host.js";
import { table } from "./options.js";
import { constructorOf, slotOf } from "./service.js";

/** A text with its segments: `[segment, index, isWordLike?]` each. */
interface Segments {
  readonly key: string;
  readonly text: string;
  list?: readonly unknown[];
}

const known = new Known<Segments>();
const iterations = new Known<{ readonly segments: Segments; at: number }>();

function listOf(segments: Segments): readonly unknown[] {
  segments.list ??= tell(segments.key, "segment", quoted(segments.text)) as readonly unknown[];
  return segments.list;
}

/** What a lambda gets of a segment. */
function shown({ text }: Segments, entry: readonly unknown[]): object {
  const object = {};
  enter(object, "segment", entry[0]);
  enter(object, "index", entry[1]);
  enter(object, "input", text);
  if (entry.length > 2) enter(object, "isWordLike", entry[2]);
  return object;
}

function containing(segments: Segments, given: unknown): object | undefined {
  const number = trunc(NumberOf(given));
  const index = isNotANumber(number) ? 0 : number;
  if (index < 0 || index >= segments.text.length) return undefined;
  const list = listOf(segments);
  for (let at = list.length - 1; at >= 0; at--) {
    const entry = list[at] as readonly unknown[];
    if ((entry[1] as number) <= index) return shown(segments, entry);
  }
  return undefined;
}

const segmentsPrototype = {};
const iteratorPrototype = create(
  Object.getPrototypeOf(Object.getPrototypeOf([][Symbol.iterator]())),
) as object;

function supplyPrototypes(): void {
  supply(segmentsPrototype, {
    containing(this: unknown, index: unknown): object | undefined {
      const segments = known.of(this);
      if (!segments) throw new TypeErrorOf("Segments object expected.");
      return containing(segments, index);
    },
    [Symbol.iterator](this: unknown): object {
      const segments = known.of(this);
      if (!segments) throw new TypeErrorOf("Segments object expected.");
      const iterator = create(iteratorPrototype) as object;
      iterations.enter(iterator, { segments, at: 0 });
      return iterator;
    },
  });
  supply(iteratorPrototype, {
    next(this: unknown): object {
      const iteration = iterations.of(this);
      if (!iteration) throw new TypeErrorOf("Segment Iterator object expected.");
      const entry = own(listOf(iteration.segments), textOf(iteration.at));
      iteration.at++;
      const result = {};
      enter(result, "value", entry && shown(iteration.segments, entry as readonly unknown[]));
      enter(result, "done", entry === undefined);
      return result;
    },
  });
  fix(iteratorPrototype, Symbol.toStringTag, "Segmenter String Iterator", true);
}

export function segmenterOf({ matcher }: Edition): new () => object {
  supplyPrototypes();
  const name = "Segmenter";
  const options = table(`${matcher};granularity=grapheme|word|sentence`);
  return constructorOf(
    { name, options, needsNew: true, takesObjects: true },
    {
      segment(this: unknown, text: unknown): object {
        const { key } = slotOf(this, name);
        const segments = create(segmentsPrototype) as object;
        known.enter(segments, { key, text: textOf(text) });
        return segments;
      },
    },
  );
}
