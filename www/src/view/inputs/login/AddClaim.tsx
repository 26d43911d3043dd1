import { useId, useState } from "preact/hooks";
import { type JsonForm, treeOf } from "../parts/json-form.js";
import { CLAIM_NAMES } from "./known-claims.js";

type Place = "userinfo" | "idToken" | "both";

interface Props {
  readonly login: JsonForm;
  readonly isTokenText: boolean;
}

/** Adds a claim, as a text or as any other JSON. */
export function AddClaim({ login, isTokenText }: Props) {
  const id = useId();
  const [name, setName] = useState("");
  const [value, setValue] = useState("");
  const [place, setPlace] = useState<Place>("userinfo");
  const [isJson, setJson] = useState(false);
  const isComplete = name !== "" && (!isJson || treeOf(value) !== undefined);
  const add = () => {
    const raw = isJson ? value : JSON.stringify(value);
    const next = sidesOf(isTokenText ? "userinfo" : place).reduce(
      (form, side) => form.with([side, name], raw),
      login,
    );
    login.replace(next.text);
    setName("");
    setValue("");
  };
  return (
    <form
      class="add-claim"
      aria-label="Add a claim"
      onSubmit={(event) => {
        event.preventDefault();
        if (isComplete) add();
      }}
    >
      <span class="field">
        <label for={`${id}-name`}>New claim</label>
        <input
          id={`${id}-name`}
          list={`${id}-names`}
          class="mono"
          spellcheck={false}
          autocomplete="off"
          placeholder="custom:department"
          value={name}
          onInput={({ currentTarget }) => setName(currentTarget.value)}
        />
        <datalist id={`${id}-names`}>
          {CLAIM_NAMES.map((known) => (
            <option key={known} value={known} />
          ))}
        </datalist>
      </span>
      <span class="field">
        <label for={`${id}-value`}>Value</label>
        <input
          id={`${id}-value`}
          class="mono"
          spellcheck={false}
          autocomplete="off"
          aria-invalid={isJson && value !== "" && !isComplete && name !== ""}
          placeholder={isJson ? 'true, 5, ["a"]' : ""}
          value={value}
          onInput={({ currentTarget }) => setValue(currentTarget.value)}
        />
      </span>
      <span class="field">
        <label for={`${id}-kind`}>As</label>
        <select
          id={`${id}-kind`}
          value={isJson ? "json" : "text"}
          onChange={({ currentTarget }) => setJson(currentTarget.value === "json")}
        >
          <option value="text">text</option>
          <option value="json">JSON</option>
        </select>
      </span>
      {!isTokenText && (
        <span class="field">
          <label for={`${id}-place`}>In</label>
          <select
            id={`${id}-place`}
            value={place}
            onChange={({ currentTarget }) => setPlace(currentTarget.value as Place)}
          >
            <option value="userinfo">userinfo</option>
            <option value="idToken">ID token</option>
            <option value="both">both</option>
          </select>
        </span>
      )}
      <button type="submit" disabled={!isComplete}>
        Add claim
      </button>
    </form>
  );
}

function sidesOf(place: Place): readonly ("userinfo" | "idToken")[] {
  return place === "both" ? ["userinfo", "idToken"] : [place];
}
