import { editSection } from "../../../app/actions.js";
import { composed, draft, findings } from "../../../app/store.js";
import type { Section } from "../../../draft/draft.js";
import { findingsOf } from "../../../draft/place.js";
import { CodeEditor } from "../../../editor/CodeEditor.js";
import { FindingList } from "../parts/FindingList.js";
import { Foldable } from "./Foldable.js";

interface Props {
  readonly section: Section;
  readonly title: string;
  readonly help: string;
  /** What stands there first when somebody adds it. */
  readonly start: string;
}

/** A section that is edited as JSON only. */
export function JsonSection({ section, title, help, start }: Props) {
  const text = draft.value.sections[section];
  const found = findingsOf(section, composed.value, findings.value);
  const isThere = text.trim() !== "";
  return (
    <Foldable title={title} isUsed={isThere}>
      <p class="hint">{help}</p>
      <FindingList findings={found} label={title} />
      {isThere ? (
        <>
          <CodeEditor
            label={`${title} as JSON`}
            language="json"
            piece={section}
            value={text}
            findings={found}
            onChange={(next) => editSection(section, next)}
          />
          <p class="buttons">
            <button type="button" onClick={() => editSection(section, "")}>
              Remove {title.toLowerCase()}
            </button>
          </p>
        </>
      ) : (
        <button type="button" onClick={() => editSection(section, start)}>
          + Add {title.toLowerCase()}
        </button>
      )}
    </Foldable>
  );
}
