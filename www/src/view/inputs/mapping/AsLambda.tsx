import { useEffect, useState } from "preact/hooks";
import type { Diagnostic } from "reconcile-kit";
import { CodeEditor } from "../../../editor/CodeEditor.js";
import { ask } from "../../../kit/client.js";
import { Findings } from "./FindingList.js";
import { reasonOf } from "./reason.js";
import { Words } from "./Words.js";

interface Exported {
  readonly text: string;
  readonly findings: readonly Diagnostic[];
  readonly reason?: string;
}

/** The lambda that does the same, to be read and copied. */
export function AsLambda({ policy }: { readonly policy: string }) {
  const [exported, setExported] = useState<Exported>();
  useEffect(() => {
    let isNewest = true;
    ask("exportPolicy", { policy, form: "lambda" }).then(
      (answer) => isNewest && setExported(answer),
      (error) => isNewest && setExported({ text: "", findings: [], reason: reasonOf(error) }),
    );
    return () => {
      isNewest = false;
    };
  }, [policy]);
  if (!exported) return null;
  return (
    <section class="mapping-part" aria-label="The policy as a lambda">
      <h3>As a lambda</h3>
      {exported.reason && (
        <p>
          <Words text={exported.reason} />
        </p>
      )}
      <Findings label="What the lambda does differently" findings={exported.findings} />
      {exported.text !== "" && (
        <CodeEditor
          label="The policy as a lambda, read only"
          language="javascript"
          piece="exported lambda"
          value={exported.text}
          findings={NONE}
          isReadOnly
          isByContent
        />
      )}
    </section>
  );
}

const NONE: readonly Diagnostic[] = [];
