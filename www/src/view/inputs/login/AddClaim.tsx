import { useId, useState } from "preact/hooks";
import { treeOf } from "../../../draft/edit.js";
import { Row, SelectField } from "../parts/fields.js";
import type { JsonForm } from "../parts/json-form.js";
import type { Side } from "./claims.js";
import { CLAIM_NAMES } from "./known-claims.js";

type Place = Side | "both";

const KINDS = [
  { value: "text", words: "text" },
  { value: "json", words: "JSON" },
];
const PLACES = [
  { value: "userinfo", words: "userinfo" },
  { value: "idToken", words: "ID token" },
  { value: "both", words: "both" },
];

interface Props {
  readonly login: JsonForm;
  readonly isTokenText: boolean;
}

/** Adds a claim, as a text or as any other JSON. */
export function AddClaim({ login, isTokenText }: Props) {
  const [name, setName] = useState("");
  const [value, setValue] = useState("");
  const [place, setPlace] = useState<Place>("userinfo");
  const [isJson, setJson] = useState(false);
  const isValue = !isJson || treeOf(value) !== undefined;
  const isComplete = name !== "" && isValue;
  const add = () => {
    const raw = isJson ? value : JSON.stringify(value);
    const sides = sidesOf(isTokenText ? "userinfo" : place);
    login.replace(sides.reduce((form, side) => form.with([side, name], raw), login).text);
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
      <TextInput
        label="New claim"
        placeholder="custom:department"
        value={name}
        suggestions={CLAIM_NAMES}
        onText={setName}
      />
      <TextInput
        label="Value"
        placeholder={isJson ? 'true, 5, ["a"]' : ""}
        value={value}
        isWrong={value !== "" && !isValue}
        onText={setValue}
      />
      <SelectField
        label="As"
        value={isJson ? "json" : "text"}
        options={KINDS}
        onChoose={(kind) => setJson(kind === "json")}
      />
      {!isTokenText && (
        <SelectField
          label="In"
          value={place}
          options={PLACES}
          onChoose={(to) => setPlace(to as Place)}
        />
      )}
      <button type="submit" disabled={!isComplete}>
        Add claim
      </button>
    </form>
  );
}

interface InputProps {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  readonly suggestions?: readonly string[];
  readonly isWrong?: boolean;
  onText(text: string): void;
}

function TextInput({ label, placeholder, value, suggestions, isWrong, onText }: InputProps) {
  const id = useId();
  return (
    <Row id={id} label={label}>
      <input
        id={id}
        list={suggestions ? `${id}-list` : undefined}
        class="mono"
        spellcheck={false}
        autocomplete="off"
        aria-invalid={isWrong ?? false}
        placeholder={placeholder}
        value={value}
        onInput={({ currentTarget }) => onText(currentTarget.value)}
      />
      {suggestions && (
        <datalist id={`${id}-list`}>
          {suggestions.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      )}
    </Row>
  );
}

function sidesOf(place: Place): readonly Side[] {
  return place === "both" ? ["userinfo", "idToken"] : [place];
}
