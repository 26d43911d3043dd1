import { editSection } from "../../../app/actions.js";
import { NumberField, TextField } from "../parts/fields.js";
import type { JsonForm } from "../parts/json-form.js";
import { Piece } from "../parts/Piece.js";
import { sectionForm } from "../parts/sections.js";
import { Foldable } from "./Foldable.js";

/** What addresses answer when a lambda fetches them. */
export function FetchAnswers() {
  const form = sectionForm("fetch");
  const count = form.length([]);
  return (
    <Foldable title="Answers to fetch" isUsed={count > 0 || !form.fits("array")}>
      <Piece
        piece="fetch"
        title="Answers"
        shape="array"
        form={form}
        onText={(text) => editSection("fetch", text)}
      >
        <p class="hint">
          The lambda reaches no network here: the first entry that fits answers it. A body other
          than text, and headers, are set in the JSON.
        </p>
        <ul class="entries">
          {Array.from({ length: count }, (_, index) => (
            <AnswerCard key={index} form={form} index={index} />
          ))}
        </ul>
        <button
          type="button"
          onClick={() => form.add([], { url: "https://", status: 200, body: {} })}
        >
          + Add an answer
        </button>
      </Piece>
    </Foldable>
  );
}

interface Props {
  readonly form: JsonForm;
  readonly index: number;
}

function AnswerCard({ form, index }: Props) {
  const body = form.node([index, "body"]);
  const isText = body === undefined || body.type === "string";
  return (
    <li class="entry">
      <fieldset>
        <legend>Answer {index + 1}</legend>
        <button
          type="button"
          class="quiet remove"
          aria-label={`Remove answer ${index + 1}`}
          onClick={() => form.set([index], undefined)}
        >
          ✕
        </button>
        <div class="fields narrow">
          <TextField form={form} path={[index, "url"]} label="Address" />
          <TextField form={form} path={[index, "method"]} label="Method" placeholder="GET" />
          <NumberField form={form} path={[index, "status"]} label="Status" />
          {isText && <TextField form={form} path={[index, "body"]} label="Body" />}
        </div>
        {!isText && (
          <p class="hint">
            Body: <code>{form.raw([index, "body"]).slice(0, 200)}</code>
          </p>
        )}
      </fieldset>
    </li>
  );
}
