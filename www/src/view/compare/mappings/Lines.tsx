import { useMemo } from "preact/hooks";
import { around, lineDiff } from "./lines.js";
import { type Mapping, textOf } from "./sides.js";

/** Lines shown before and after each change. */
const CONTEXT = 3;

const SIGNS = { both: " ", before: "−", after: "+" } as const;
const WORDS = { both: "", before: "only before: ", after: "only after: " } as const;

/** Both texts, line by line. */
export function Lines({ before, after }: { readonly before: Mapping; readonly after: Mapping }) {
  const [one, two] = [textOf(before), textOf(after)];
  const lines = useMemo(() => lineDiff(one, two), [one, two]);
  if (!lines) return <p>The texts are too long for that.</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard
    <section class="lines" tabIndex={0} aria-label="Both texts, line by line">
      {around(lines, CONTEXT).map((line, index) => (
        <div key={index} class={line ? line.side : "left-out"}>
          {line ? (
            <>
              <span class="sign" aria-hidden="true">
                {SIGNS[line.side]}
              </span>
              <span class="said">{WORDS[line.side]}</span>
              {line.text}
            </>
          ) : (
            "…"
          )}
        </div>
      ))}
    </section>
  );
}
