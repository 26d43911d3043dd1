import { useEffect } from "preact/hooks";
import { versions } from "../../app/status.js";
import { draft } from "../../app/store.js";
import { followFacts } from "../../editor/facts.js";
import { offline } from "../../kit/stage.js";
import { engineWords } from "../parts/engine.js";
import { Icon } from "../parts/Icon.js";

/** What simulates, which version of FusionAuth, and where what is typed goes. */
export function StatusLine() {
  useEffect(followFacts, []);
  const known = versions.value;
  const engine = engineWords(draft.value.fusionauth);
  return (
    <footer class="status-line">
      {known && (
        <>
          <span>reconcile-kit {known.kit}</span>
          <span>simulates FusionAuth {draft.value.fusionauth || known.fusionauth}</span>
          <span title={engine.long}>lambdas run in {engine.short}</span>
        </>
      )}
      {offline.value === "ready" && <span>works offline</span>}
      <a href="./THIRD-PARTY-LICENSES.txt">Licences</a>
      <span class="status-private">
        <Icon sign="lock" size={14} />
        Nothing leaves this browser
      </span>
    </footer>
  );
}
