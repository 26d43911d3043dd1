import { useState } from "preact/hooks";
import { editSection } from "../../../app/actions.js";
import { SecretField } from "../parts/fields.js";
import { Piece } from "../parts/Piece.js";
import { sectionForm } from "../parts/sections.js";
import { Foldable } from "./Foldable.js";

/** Secrets of lambdas. */
export function Secrets() {
  const form = sectionForm("secrets");
  const names = form.keys([]);
  const [name, setName] = useState("");
  const isNew = name !== "" && !names.includes(name);
  return (
    <Foldable title="Lambda secrets" isUsed={names.length > 0 || !form.fits("object")}>
      <Piece
        piece="secrets"
        title="Secrets"
        shape="object"
        form={form}
        onText={(text) => editSection("secrets", text)}
      >
        <p class="hint">
          What context.services.secrets.get(name) answers the lambda (since 1.64). Made-up values
          do; nothing leaves this page.
        </p>
        {names.map((one) => (
          <div key={one} class="secret">
            <SecretField form={form} path={[one]} label={one} />
            <button
              type="button"
              class="quiet remove"
              aria-label={`Remove the secret ${one}`}
              onClick={() => form.set([one], undefined)}
            >
              ✕
            </button>
          </div>
        ))}
        <form
          class="buttons"
          onSubmit={(event) => {
            event.preventDefault();
            if (!isNew) return;
            form.set([name], "not-a-real-secret");
            setName("");
          }}
        >
          <input
            aria-label="Name of a new secret"
            placeholder="directoryKey"
            spellcheck={false}
            autocomplete="off"
            value={name}
            onInput={({ currentTarget }) => setName(currentTarget.value)}
          />
          <button type="submit" disabled={!isNew}>
            Add secret
          </button>
        </form>
      </Piece>
    </Foldable>
  );
}
