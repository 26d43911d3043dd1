import { useComputed } from "@preact/signals";
import type { Change, ChangeOp } from "reconcile-kit";
import { inputTab } from "../../../app/layout.js";
import { stepsOf } from "../../../draft/pointer.js";
import { Claim } from "../parts/Claim.js";
import { hold, isFieldLit, pointing } from "../parts/pointing.js";
import { Value } from "../parts/Value.js";
import { Breakable } from "../parts/Words.js";
import { WRITERS } from "../parts/words.js";
import type { Row } from "./rows.js";

const SIGNS: Readonly<Record<ChangeOp, { readonly sign: string; readonly word: string }>> = {
  add: { sign: "+", word: "added" },
  replace: { sign: "~", word: "changed" },
  remove: { sign: "−", word: "removed" },
};

/** One field before and after. Pointing at it shows the claims it came from. */
export function FieldRow({ row }: { readonly row: Row }) {
  const { path, name, before, after, change } = row;
  const from = change?.from ?? [];
  const look = useComputed(() => {
    const lit = isFieldLit(path, from) ? " is-lit" : "";
    return `changed ${change?.op ?? "same"}${lit}`;
  });
  const key = stepsOf(path).at(-1) ?? "";
  return (
    <tr class={look} {...pointing("field", path)}>
      <th scope="row">
        <Sign change={change} />
        <button type="button" class="field-name" aria-label={`${name}: show where it comes from`}>
          <Breakable text={name} />
        </button>
      </th>
      <td>
        <Value name={key} value={before} />
      </td>
      <td>
        <Value name={key} value={after} />
      </td>
      <td>{change && <Writer change={change} />}</td>
      <td>
        <span class="claims">
          {from.map((claim) => (
            <Claim key={claim} claim={claim} field={path} hasValue />
          ))}
        </span>
      </td>
    </tr>
  );
}

function Sign({ change }: { readonly change: Change | undefined }) {
  if (!change) return <span class="sign">stays</span>;
  const { sign, word } = SIGNS[change.op];
  return (
    <span class="sign">
      <b aria-hidden="true">{sign}</b> {word}
    </span>
  );
}

/** Who wrote it: a lambda's line leads into the lambda. */
function Writer({ change: { by, path } }: { readonly change: Change }) {
  const words = [
    WRITERS[by.kind],
    // A mapping's rule is its target and its source, which stand there already.
    ...(by.rule && by.kind !== "attribute-mapping" ? [by.rule] : []),
    ...(by.run && (by.kind === "lambda" || by.run > 1) ? [`run ${by.run}`] : []),
  ].join(", ");
  if (by.line == null) return <>{words}</>;
  return (
    <>
      {words},{" "}
      <button
        type="button"
        class="link"
        onClick={() => {
          inputTab.value = "mapping";
          hold("field", path);
        }}
      >
        line {by.line}
      </button>
    </>
  );
}
