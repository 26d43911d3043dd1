import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { edit } from "../../../app/actions.js";
import { draft } from "../../../app/store.js";
import { CodeEditor } from "../../../editor/CodeEditor.js";
import { Lines } from "./Lines.js";
import { PolicyDifferences } from "./PolicyDifferences.js";
import {
  exampleMappings,
  kept,
  loadExamples,
  mappingOf,
  other,
  pasted,
  wordsFor,
} from "./sides.js";
import { TriedLogins } from "./TriedLogins.js";
import { confrontation, followMappings, problem } from "./tried.js";
import "./mappings.css";

/** The scenario's mapping against another one. */
export function Mappings() {
  useEffect(() => {
    void loadExamples();
  }, []);
  return (
    <section class="mappings" aria-labelledby="compare-mappings">
      <h2 id="compare-mappings">Against another lambda or policy</h2>
      <p class="about">What this scenario's mapping does differently from another one.</p>
      <Choice />
      {other.value.kind === "pasted" && <Paste />}
      <Result />
    </section>
  );
}

function Choice() {
  const { policy, lambda } = mappingOf(draft.value);
  const which = other.value;
  const choose = (value: string) => {
    const [kind, name = ""] = value.split(":");
    if (kind === "opened" || kind === "exported" || kind === "pasted") other.value = { kind };
    else other.value = { kind: "example", name };
  };
  return (
    <div class="choice">
      <label>
        Compare with
        <select
          value={which.kind === "example" ? `example:${which.name}` : which.kind}
          onChange={(event) => choose(event.currentTarget.value)}
        >
          <option value="opened">the mapping as it was when this was opened</option>
          <option value="pasted">a policy or lambda that I paste</option>
          <option value="exported" disabled={!policy.used}>
            this policy, exported as a lambda
          </option>
          <optgroup label="Examples">
            {exampleMappings.value.map(({ name, mapping }) => (
              <option key={name} value={`example:${name}`}>
                {name} ({wordsFor(mapping)})
              </option>
            ))}
          </optgroup>
        </select>
      </label>
      {which.kind === "opened" && (
        <button
          type="button"
          disabled={kept.value.policy === policy && kept.value.lambda === lambda}
          onClick={() => {
            kept.value = mappingOf(draft.value);
          }}
        >
          Start from the mapping as it is now
        </button>
      )}
    </div>
  );
}

function Paste() {
  const isPolicy = pasted.value.trim().startsWith("{");
  return (
    <CodeEditor
      label="The other policy or lambda"
      language={isPolicy ? "json" : "javascript"}
      piece="other mapping"
      value={pasted.value}
      onChange={(text) => {
        pasted.value = text;
      }}
    />
  );
}

function Result() {
  useEffect(followMappings, []);
  const isTextShown = useSignal(false);
  const known = confrontation.value;
  if (problem.value) {
    return (
      <div class="notice" role="note">
        <p>
          <strong>These two cannot be compared.</strong> {problem.value.message}
        </p>
        {problem.value.help && <p>To do: {problem.value.help}.</p>}
      </div>
    );
  }
  if (!known) return <p class="about">Both are run …</p>;
  const { before, after, isSame, diff } = known;
  if (isSame) return <p class="same">{sameWords(wordsFor(after))}</p>;
  return (
    <>
      <p class="sides">
        Before: {wordsFor(before)}. After: {wordsFor(after)}, as this scenario has it.
        <button type="button" onClick={() => edit(before, "mapping")}>
          Use the one before in this scenario
        </button>
      </p>
      {diff && <PolicyDifferences diff={diff} before={before} />}
      <TriedLogins known={known} />
      <details
        onToggle={(event) => {
          isTextShown.value = event.currentTarget.open;
        }}
      >
        <summary>Both texts, line by line</summary>
        {isTextShown.value && <Lines before={before} after={after} />}
      </details>
    </>
  );
}

function sameWords(words: string): string {
  if (other.value.kind === "opened") {
    return words === "no mapping"
      ? "This scenario has neither lambda nor policy. Add one under Mapping, or compare with another."
      : `Nothing was changed since: ${words}, word for word the same. Edit it, or compare with another.`;
  }
  return "Both are the same, word for word.";
}
