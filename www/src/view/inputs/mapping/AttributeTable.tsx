import { useId, useState } from "preact/hooks";
import { claimSources, fieldNames } from "../../../editor/fields.js";
import { renameMapping, setMapping } from "./state.js";

interface Props {
  readonly mappings: Readonly<Record<string, unknown>>;
}

/** The mappings as a table: a field, and the claim that is copied into it. */
export function AttributeTable({ mappings }: Props) {
  const id = useId();
  const lists = { fields: `${id}-fields`, sources: `${id}-sources` };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard
    <section class="scrolling" aria-label="Attribute mappings" tabIndex={0}>
      <table class="mapping-table">
        <thead>
          <tr>
            <th scope="col">Field</th>
            <th scope="col">is copied from</th>
            <th scope="col">
              <span class="said">Remove</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {Object.entries(mappings).map(([field, source]) => (
            <Row key={field} field={field} source={source} lists={lists} />
          ))}
          <NewRow lists={lists} taken={Object.keys(mappings)} />
        </tbody>
      </table>
      <datalist id={lists.fields}>
        {fieldNames.value.map(({ name, holds }) => (
          <option key={name} value={name} label={holds} />
        ))}
      </datalist>
      <datalist id={lists.sources}>
        {claimSources.value.map(({ name, value }) => (
          <option key={name} value={name} label={value} />
        ))}
      </datalist>
    </section>
  );
}

interface Lists {
  readonly fields: string;
  readonly sources: string;
}

interface RowProps {
  readonly field: string;
  readonly source: unknown;
  readonly lists: Lists;
}

function Row({ field, source, lists }: RowProps) {
  return (
    <tr>
      <td>
        <input
          aria-label="Field"
          list={lists.fields}
          value={field}
          autoComplete="off"
          spellcheck={false}
          onChange={(event) => {
            const name = event.currentTarget.value.trim();
            if (name !== "" && name !== field) renameMapping(field, name);
            else event.currentTarget.value = field;
          }}
        />
      </td>
      <td>
        <input
          aria-label={`Claim for ${field}`}
          list={lists.sources}
          value={typeof source === "string" ? source : JSON.stringify(source)}
          autoComplete="off"
          spellcheck={false}
          onInput={(event) => setMapping(field, event.currentTarget.value)}
        />
      </td>
      <td>
        <button
          type="button"
          class="quiet"
          aria-label={`Remove ${field}`}
          onClick={() => setMapping(field, undefined)}
        >
          ✕
        </button>
      </td>
    </tr>
  );
}

function NewRow({ lists, taken }: { readonly lists: Lists; readonly taken: readonly string[] }) {
  const [field, setField] = useState("");
  const [source, setSource] = useState("");
  const name = field.trim();
  const add = () => {
    if (name === "" || taken.includes(name)) return;
    setMapping(name, source.trim());
    setField("");
    setSource("");
  };
  const addByEnter = (event: KeyboardEvent) => {
    if (event.key === "Enter") add();
  };
  return (
    <tr>
      <td>
        <input
          aria-label="New field"
          placeholder="user.firstName"
          list={lists.fields}
          value={field}
          autoComplete="off"
          spellcheck={false}
          onInput={(event) => setField(event.currentTarget.value)}
          onKeyDown={addByEnter}
        />
      </td>
      <td>
        <input
          aria-label="Claim for the new field"
          placeholder="jwt.given_name"
          list={lists.sources}
          value={source}
          autoComplete="off"
          spellcheck={false}
          onInput={(event) => setSource(event.currentTarget.value)}
          onKeyDown={addByEnter}
        />
      </td>
      <td>
        <button type="button" disabled={name === "" || taken.includes(name)} onClick={add}>
          Add
        </button>
      </td>
    </tr>
  );
}
