import "./editor.css";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Diagnostic } from "reconcile-kit";
import { composed, findings as scenarioFindings } from "../app/store.js";
import type { Piece } from "../draft/compose.js";
import { findingsOf } from "../draft/place.js";
import { addEditor } from "./active.js";
import type { Handle } from "./codemirror.js";
import { loadEditor } from "./loading.js";

/** What an editor holds. */
export type Language = "json" | "javascript";

/** An editor for one text. */
export interface CodeEditorProps {
  /** What a screen reader calls it. */
  readonly label: string;
  readonly language: Language;
  readonly value: string;
  /** Which piece of the draft this is: what may be completed and explained depends on it. */
  readonly piece: string;
  /** Findings with line and column in this very text; those of the scenario in this piece where absent. */
  readonly findings?: readonly Diagnostic[];
  readonly isReadOnly?: boolean;
  /** Whether it is as high as its text, within limits, in place of the pane's height. */
  readonly isByContent?: boolean;
  /** Whether the simulated version's engine reads `?.`; quick fixes of a lambda depend on it. */
  readonly hasOptionalChaining?: boolean;
  onChange?(value: string): void;
}

/** A text with line numbers, completion, explanations and findings. */
export function CodeEditor(props: CodeEditorProps) {
  const { label, value, piece, isReadOnly = false, isByContent = false } = props;
  const host = useRef<HTMLDivElement>(null);
  const plain = useRef<HTMLTextAreaElement>(null);
  const newest = useRef(props);
  newest.current = props;
  const [handle, setHandle] = useState<Handle>();
  const findings =
    props.findings ?? findingsOf(piece as Piece, composed.value, scenarioFindings.value);
  useMounted(host, plain, newest, setHandle, piece);
  useLayoutEffect(() => handle?.setValue(value), [handle, value]);
  useEffect(() => {
    handle?.setAbout(aboutOf(props));
    handle?.setReadOnly(isReadOnly);
  }, [handle, props.hasOptionalChaining, isReadOnly]);
  const { findings: given, hasOptionalChaining } = props;
  // Findings that stand where others stood may still be of another text: every answer of the core counts.
  useEffect(
    () => handle?.setFindings(findings),
    [handle, given ?? scenarioFindings.value, hasOptionalChaining],
  );
  const lines = isByContent ? { "--lines": String(value.split("\n").length) } : {};
  return (
    <div class={isByContent ? "code-editor by-content" : "code-editor"} style={lines}>
      {!handle && (
        <textarea
          ref={plain}
          class="code-editor-plain"
          aria-label={label}
          spellcheck={false}
          readOnly={isReadOnly}
          value={value}
          onInput={(event) => props.onChange?.(event.currentTarget.value)}
        />
      )}
      <div class="code-editor-host" ref={host} hidden={!handle} />
    </div>
  );
}

function aboutOf({
  language,
  piece,
  isReadOnly = false,
  hasOptionalChaining = true,
}: CodeEditorProps) {
  return { language, piece, hasOptionalChaining, canRepair: !isReadOnly };
}

/** Puts the editor in place of the plain field once it is loaded, with caret, focus and scrolling as they are. */
function useMounted(
  host: { readonly current: HTMLDivElement | null },
  plain: { readonly current: HTMLTextAreaElement | null },
  newest: { readonly current: CodeEditorProps },
  setHandle: (handle: Handle | undefined) => void,
  piece: string,
): void {
  useEffect(() => {
    let made: Handle | undefined;
    let isGone = false;
    let remove: (() => void) | undefined;
    void loadEditor().then(({ mount }) => {
      if (isGone || !host.current) return;
      const field = plain.current;
      const isFocused = field !== null && document.activeElement === field;
      host.current.hidden = false;
      made = mount(host.current, {
        ...aboutOf(newest.current),
        label: newest.current.label,
        isReadOnly: newest.current.isReadOnly ?? false,
        value: field?.value ?? newest.current.value,
        selection: isFocused ? { from: field.selectionStart, to: field.selectionEnd } : undefined,
        scrollTop: field?.scrollTop ?? 0,
        onChange: (value) => newest.current.onChange?.(value),
        onFocus: () => made && addEditor(piece, made),
      });
      remove = addEditor(piece, made);
      setHandle(made);
    });
    return () => {
      isGone = true;
      remove?.();
      made?.destroy();
      setHandle(undefined);
    };
  }, [piece]);
}
