import "./gallery.css";
import { useEffect, useState } from "preact/hooks";
import { isNarrow } from "../../../app/narrow.js";
import { rank } from "../../../app/rank.js";
import { type Example, examples, examplesFailed, loadExamples } from "../../../examples/all.js";
import { CATALOGUE } from "../../../examples/catalogue.js";
import { Dialog } from "../../parts/Dialog.js";
import { Field } from "../../parts/Field.js";
import { Card } from "./Card.js";
import { walk } from "./walk.js";

const TEACHES = new Map(
  CATALOGUE.flatMap(({ picks }) => picks.map(({ path, teaches }) => [path, teaches] as const)),
);

/** All examples: the ones to begin with by what somebody wants to do, and the others below. */
export function Gallery({ onClose }: { readonly onClose: () => void }) {
  const [query, setQuery] = useState("");
  useEffect(() => void loadExamples(), []);
  const all = examples.value;
  return (
    <Dialog title="Examples" isWide onClose={onClose}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrows go from card to card, which are buttons */}
      <div class="gallery" onKeyDown={walk}>
        <Field
          label="Search all examples"
          help="An example takes the place of what is open. Undo brings it back."
        >
          {(tied) => (
            <input
              {...tied}
              type="search"
              // On a phone the keyboard would cover what there is to choose from.
              data-first-focus={isNarrow.value ? undefined : true}
              value={query}
              onInput={(event) => setQuery(event.currentTarget.value)}
            />
          )}
        </Field>
        {examplesFailed.value && <Failed />}
        {all && (query.trim() === "" ? <Jobs all={all} /> : <Found all={all} query={query} />)}
      </div>
    </Dialog>
  );
}

function Failed() {
  return (
    <div class="note bad" role="alert">
      <p>The examples could not be loaded.</p>
      <button type="button" class="small" onClick={() => void loadExamples()}>
        Try again
      </button>
    </div>
  );
}

function Jobs({ all }: { readonly all: readonly Example[] }) {
  const byPath = new Map(all.map((example) => [example.path, example]));
  const others = all.filter(({ path }) => !TEACHES.has(path));
  return (
    <>
      {CATALOGUE.map(({ title, picks }) => (
        <Cards
          key={title}
          title={title}
          list={picks.flatMap(({ path }) => byPath.get(path) ?? [])}
        />
      ))}
      <Cards title={`All other examples (${others.length})`} list={others} />
    </>
  );
}

function Found({ all, query }: { readonly all: readonly Example[]; readonly query: string }) {
  const found = rank(query, all, ({ name, path }) => `${name} ${TEACHES.get(path) ?? ""} ${path}`);
  return (
    <>
      <p class="said" role="status">
        {found.length === 1 ? "1 example" : `${found.length} examples`}
      </p>
      {found.length === 0 ? (
        <div class="empty">
          <p>No example has these words. Try one of them alone, such as “roles” or “verified”.</p>
        </div>
      ) : (
        <Cards title={`Found (${found.length})`} list={found} />
      )}
    </>
  );
}

interface CardsProps {
  readonly title: string;
  readonly list: readonly Example[];
}

function Cards({ title, list }: CardsProps) {
  return (
    <section class="gallery-group">
      <h3>{title}</h3>
      <ul>
        {list.map((example) => (
          <li key={example.path}>
            <Card example={example} teaches={TEACHES.get(example.path)} />
          </li>
        ))}
      </ul>
    </section>
  );
}
