import { editLambda } from "../../../app/actions.js";
import { draft } from "../../../app/store.js";
import { CodeEditor } from "../../../editor/CodeEditor.js";

/** Lambda, policy or attribute mappings. */
export function MappingPanel() {
  const { body } = draft.value.lambda;
  return (
    <CodeEditor
      label="Lambda"
      language="javascript"
      piece="lambda"
      value={body}
      onChange={(text) => editLambda({ body: text, used: text !== "" })}
    />
  );
}
