import "./carry.css";
import { useEffect, useId, useMemo, useRef, useState } from "preact/hooks";
import { toClipboard } from "../../app/clipboard.js";
import { draft } from "../../app/store.js";
import { foundInWords } from "../../carry/redact/found.js";
import { redacted } from "../../carry/redact/redact.js";
import { LONG, VERY_LONG } from "../../carry/share.js";
import { Dialog } from "../parts/Dialog.js";
import { difference, linkTo } from "./links.js";

/** Shares the scenario as a link. */
export function ShareDialog({ onClose }: { readonly onClose: () => void }) {
  const now = draft.value;
  const other = useMemo(() => redacted(now), [now]);
  const found = foundInWords(other.found);
  const [isRedacted, setRedacted] = useState(found !== "");
  const link = useAwaited(() => linkTo(isRedacted ? other.draft : now), [now, isRedacted]);
  const differs = useAwaited(() => difference(now, other.draft), [now]);
  return (
    <Dialog title="Share" onClose={onClose}>
      <div class="carry">
        <p>
          The link holds the whole scenario behind its <code>#</code>. Browsers never send that part
          to a server: only who has the link can read it.
        </p>
        <Choice
          found={found}
          isRedacted={isRedacted}
          onChoose={setRedacted}
          differs={differs?.value}
        />
        {link && <Link link={link.value} />}
      </div>
    </Dialog>
  );
}

interface ChoiceProps {
  readonly found: string;
  readonly isRedacted: boolean;
  readonly differs: string | undefined;
  onChoose(isRedacted: boolean): void;
}

function Choice({ found, isRedacted, differs, onChoose }: ChoiceProps) {
  const name = useId();
  return (
    <fieldset class="choice">
      <legend>What the link holds</legend>
      <Option
        name={name}
        title="Redacted values"
        use="Names, addresses, ids, tokens and secrets become other ones, the same everywhere."
        isChosen={isRedacted}
        onChoose={() => onChoose(true)}
      />
      <Option
        name={name}
        title="Real values"
        use="Everything as it was typed, tokens and secrets too."
        isChosen={!isRedacted}
        onChoose={() => onChoose(false)}
      />
      {found !== "" && !isRedacted && (
        <p class="warning" role="status">
          <strong>This scenario seems to be about somebody.</strong> It holds {found}.
        </p>
      )}
      {isRedacted && found !== "" && <p class="quiet-words">Replaced: {found}.</p>}
      {isRedacted && differs !== undefined && (
        <p class="warning" role="status">
          <strong>The redacted scenario leads to something else:</strong> {differs}. A rule depends
          on a value that was replaced.
        </p>
      )}
    </fieldset>
  );
}

interface OptionProps {
  readonly name: string;
  readonly title: string;
  readonly use: string;
  readonly isChosen: boolean;
  onChoose(): void;
}

function Option({ name, title, use, isChosen, onChoose }: OptionProps) {
  const id = useId();
  return (
    <label>
      <input
        type="radio"
        name={name}
        checked={isChosen}
        aria-labelledby={id}
        aria-describedby={`${id}-use`}
        onChange={onChoose}
      />
      <span>
        <strong id={id}>{title}</strong>
        <span id={`${id}-use`} class="quiet-words">
          {use}
        </span>
      </span>
    </label>
  );
}

function Link({ link }: { readonly link: string | undefined }) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [isCopied, setCopied] = useState(false);
  useEffect(() => setCopied(false), [link]);
  if (link === undefined) {
    return (
      <p class="warning" role="status">
        The scenario is larger than 5 MB, too much for a link. Export it as a file instead.
      </p>
    );
  }
  const copyIt = async () => {
    const isDone = await toClipboard(link);
    setCopied(isDone);
    if (!isDone) field.current?.select();
  };
  return (
    <div class="stack">
      <label for={id}>Link</label>
      <textarea
        ref={field}
        id={id}
        class="mono link"
        rows={4}
        readOnly
        value={link}
        onFocus={(event) => event.currentTarget.select()}
      />
      <div class="row">
        <button type="button" class="primary" onClick={copyIt}>
          Copy link
        </button>
        <span class="quiet-words">{link.length.toLocaleString("en")} characters</span>
        <span role="status" class="done">
          {isCopied && "✓ Copied"}
        </span>
      </div>
      {link.length > LONG && <TooLong isVery={link.length > VERY_LONG} />}
    </div>
  );
}

function TooLong({ isVery }: { readonly isVery: boolean }) {
  return (
    <p class="warning" role="status">
      {isVery
        ? "Most chat and mail programs cut links of this length. Export the scenario as a file instead."
        : "Some chat and mail programs cut links of this length. Try it, or export a file."}
    </p>
  );
}

/** What a promise comes to, while it is the newest; `undefined` until then. */
function useAwaited<T>(
  start: () => Promise<T>,
  inputs: readonly unknown[],
): { readonly value: T } | undefined {
  const [state, setState] = useState<{ readonly value: T } | undefined>(undefined);
  useEffect(() => {
    let isNewest = true;
    // What belonged to other inputs must not be copied in the meantime.
    setState(undefined);
    void start().then((value) => {
      if (isNewest) setState({ value });
    });
    return () => {
      isNewest = false;
    };
  }, inputs);
  return state;
}
