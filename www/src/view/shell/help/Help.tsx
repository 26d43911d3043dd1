import "./help.css";
import { type Command, commands } from "../../../app/commands.js";
import { areSingleKeysOn } from "../../../app/keys.js";
import { isGuideShown } from "../../../app/layout.js";
import { versions } from "../../../app/status.js";
import { CopyButton } from "../../parts/CopyButton.js";
import { Dialog } from "../../parts/Dialog.js";
import { GUIDANCE } from "../guidance.js";
import { Keys } from "../Keys.js";
import { DOCS, WORDS } from "./words.js";

/** What one may want to know: first steps, keys, words, where what is typed goes. */
export function Help({ onClose }: { readonly onClose: () => void }) {
  const showGuide = () => {
    isGuideShown.value = true;
    onClose();
  };
  return (
    <Dialog title="Help" isWide onClose={onClose}>
      <div class="help-sheet">
        <section>
          <h3>First steps</h3>
          <ol>
            {GUIDANCE.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ol>
          {!isGuideShown.value && (
            <button type="button" class="small" onClick={showGuide}>
              Show on the page again
            </button>
          )}
        </section>
        <KeyMap />
        <section class="help-words">
          <h3>Words</h3>
          <dl>
            {WORDS.map(([word, means]) => (
              <div key={word}>
                <dt>{word}</dt>
                <dd>{means}</dd>
              </div>
            ))}
          </dl>
        </section>
        <Privacy />
        <Docs />
        <About />
      </div>
    </Dialog>
  );
}

function KeyMap() {
  const withKeys = commands.value.filter((command): command is Command & { keys: string } =>
    Boolean(command.keys),
  );
  return (
    <section>
      <h3>Keys</h3>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">Key</th>
            <th scope="col">What it does</th>
          </tr>
        </thead>
        <tbody>
          {withKeys.map(({ id, keys, title }) => (
            <tr key={id}>
              <td>
                <Keys keys={keys} />
              </td>
              <td>{title}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <label class="check">
        <input
          type="checkbox"
          checked={areSingleKeysOn.value}
          onChange={(event) => {
            areSingleKeysOn.value = event.currentTarget.checked;
          }}
        />
        <span>Single keys work, such as ?. They never do while something is typed.</span>
      </label>
    </section>
  );
}

function Privacy() {
  return (
    <section>
      <h3>Privacy</h3>
      <p>
        Everything is simulated in this browser. Tokens, users and lambdas are sent to nobody, and
        there is no server to send them to. What is open is kept in this browser's own storage. A
        link or a file that you share holds what you choose to put into it.
      </p>
    </section>
  );
}

function Docs() {
  return (
    <section>
      <h3>Read on</h3>
      <p class="muted">In the package reconcile-kit:</p>
      <dl class="help-docs">
        {DOCS.map(([file, about]) => (
          <div key={file}>
            <dt>
              <code>{file}</code>
            </dt>
            <dd>{about}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function About() {
  const known = versions.value;
  const all = `reconcile-kit ${known?.kit}, FusionAuth ${known?.fusionauth}, ${navigator.userAgent}`;
  return (
    <section>
      <h3>Versions</h3>
      <p>
        reconcile-kit {known?.kit}; simulates FusionAuth up to {known?.fusionauth}, or the version
        that the scenario names. Lambdas run in QuickJS, a JavaScript engine of its own inside a
        worker, which answers as the GraalJS of that version: they reach neither this page nor the
        network.
      </p>
      <CopyButton label="Copy versions for a report" text={all} class="small" />
      <p class="muted">
        reconcile-kit follows FusionAuth's public documentation, client sources and issues. It is
        not affiliated with FusionAuth or Amazon.
      </p>
    </section>
  );
}
