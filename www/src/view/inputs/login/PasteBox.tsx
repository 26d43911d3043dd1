import { signal } from "@preact/signals";
import { useId, useRef, useState } from "preact/hooks";
import { open, undo } from "../../../app/actions.js";
import { draft } from "../../../app/store.js";
import type { Draft } from "../../../draft/draft.js";
import { ask, KitRefusal } from "../../../kit/client.js";
import { FindingList } from "../parts/FindingList.js";
import { replaceLogin } from "./logins.js";
import { type Reader, type Reading, read } from "./paste.js";

const CORE: Reader = {
  readCognito: (payload) => ask("readCognito", { payload }),
  decodeIdToken: (token) => ask("decodeIdToken", { token }),
  refusalOf: (error) => (error instanceof KitRefusal ? error.refusal : undefined),
};
/** A text beyond this is read without being shown: no browser lays it out quickly. */
const SHOWN = 100_000;

/** What was read last, and the draft that it made; kept while other tabs are open. */
const last = signal<{ reading: Reading; index: number; made: Draft | undefined } | undefined>(
  undefined,
);

/** Takes whatever Cognito wrote about a person into a login. */
export function PasteBox({ index }: { readonly index: number }) {
  const id = useId();
  const [text, setText] = useState("");
  const newest = useRef(0);
  const take = async (pasted: string) => {
    if (pasted.trim() === "") return;
    const number = ++newest.current;
    const reading = await read(pasted, draft.peek().logins[index] ?? "{}", CORE);
    if (number !== newest.current) return;
    apply(reading, index);
    setText(reading.kind === "refused" && pasted.length <= SHOWN ? pasted : "");
  };
  return (
    <div class="paste-box">
      <label for={id}>Paste an ID token, a userinfo answer, or any Cognito payload</label>
      <div class="paste-line">
        <textarea
          id={id}
          rows={2}
          spellcheck={false}
          autocomplete="off"
          placeholder={'eyJraWQiOi…   or   {"sub": "…", "email": "…"}'}
          aria-describedby={`${id}-said`}
          value={text}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
          onPaste={(event) => {
            const pasted = event.clipboardData?.getData("text/plain") ?? "";
            if (text !== "" || pasted === "") return;
            event.preventDefault();
            void take(pasted);
          }}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || event.shiftKey) return;
            event.preventDefault();
            void take(text);
          }}
        />
        <button
          type="button"
          class="primary"
          disabled={text.trim() === ""}
          onClick={() => void take(text)}
        >
          Read it
        </button>
      </div>
      <div id={`${id}-said`} aria-live="polite">
        {last.value && last.value.index === index && <Said index={index} />}
      </div>
    </div>
  );
}

function apply(reading: Reading, index: number): void {
  if (reading.kind === "login") replaceLogin(index, reading.login);
  if (reading.kind === "scenario") open(reading.scenario);
  const made = reading.kind === "refused" ? undefined : draft.peek();
  last.value = { reading, index: reading.kind === "scenario" ? 0 : index, made };
}

function Said({ index }: { readonly index: number }) {
  if (!last.value) return null;
  const { reading, made } = last.value;
  if (reading.kind === "refused") return <Refused reading={reading} index={index} />;
  return (
    <div class="notice good">
      <p>
        {reading.said}{" "}
        {reading.kind === "login" && "Signatures are not checked here; FusionAuth checks them."}
      </p>
      {reading.kind === "login" && <FindingList findings={reading.notes} label="what was pasted" />}
      <p class="buttons">
        {draft.value === made && (
          <button
            type="button"
            onClick={() => {
              undo();
              last.value = undefined;
            }}
          >
            Take it back
          </button>
        )}
        <Dismiss />
      </p>
    </div>
  );
}

interface RefusedProps {
  readonly reading: Reading & { readonly kind: "refused" };
  readonly index: number;
}

function Refused({ reading, index }: RefusedProps) {
  const { message, help, asUserinfo } = reading;
  return (
    <div class="notice bad">
      <p>
        <strong>Not read:</strong> {message}. The login stays as it was.
      </p>
      {help !== "" && <p>To do: {help}.</p>}
      <p class="buttons">
        {asUserinfo !== undefined && (
          <button
            type="button"
            onClick={() => {
              replaceLogin(index, asUserinfo);
              last.value = undefined;
            }}
          >
            Use it as userinfo all the same
          </button>
        )}
        <Dismiss />
      </p>
    </div>
  );
}

function Dismiss() {
  return (
    <button
      type="button"
      class="quiet"
      onClick={() => {
        last.value = undefined;
      }}
    >
      Close
    </button>
  );
}
