// What every editor can do.

import {
  acceptCompletion,
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { javascript, javascriptLanguage } from "@codemirror/lang-javascript";
import { json, jsonLanguage } from "@codemirror/lang-json";
import { bracketMatching, indentOnInput, indentUnit } from "@codemirror/language";
import { linter, lintKeymap, nextDiagnostic, previousDiagnostic } from "@codemirror/lint";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { Compartment, EditorState, type Extension } from "@codemirror/state";
import {
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import { type About, cards, hideCard, showCard } from "./card.js";
import { findingsGutter } from "./findings/gutter.js";
import { completeJson } from "./json/complete.js";
import { completeLambda } from "./lambda/complete.js";
import { pointingIn } from "./pointing.js";
import { theme } from "./theme.js";
import { typedOverLines } from "./typing.js";

/** What an editor is told when it is made. */
export interface Options extends About {
  readonly label: string;
  /** The id of the text that says how to leave the editor. */
  readonly described: string;
}

/** Parts that change while the editor stands. */
export const parts = {
  history: new Compartment(),
  readOnly: new Compartment(),
};

/** The extensions of an editor. */
export function extensions(options: Options, aboutOf: (state: EditorState) => About): Extension[] {
  return [
    lineNumbers(),
    findingsGutter,
    parts.history.of(history()),
    highlightSpecialChars(),
    highlightActiveLine(),
    highlightActiveLineGutter(),
    EditorView.lineWrapping,
    EditorState.tabSize.of(2),
    indentUnit.of("  "),
    indentOnInput(),
    bracketMatching(),
    closeBrackets(),
    typedOverLines,
    highlightSelectionMatches(),
    search({ top: false }),
    autocompletion({ icons: false, maxRenderedOptions: 100, closeOnBlur: true }),
    // Cards say what findings mean, in place of the tooltip that comes with findings.
    linter(null, { tooltipFilter: () => [] }),
    cards(aboutOf),
    language(options),
    pointingIn(options.piece),
    keys(),
    theme,
    EditorView.contentAttributes.of({
      "aria-label": options.label,
      "aria-describedby": options.described,
      spellcheck: "false",
      autocapitalize: "off",
      autocorrect: "off",
      translate: "no",
      // What scrolls has to be reachable, and checkers know an editable text by this alone.
      tabindex: "0",
    }),
  ];
}

function language({ language, piece }: About): Extension {
  if (language === "javascript") {
    return [javascript(), javascriptLanguage.data.of({ autocomplete: completeLambda })];
  }
  return [json(), jsonLanguage.data.of({ autocomplete: completeJson(piece) })];
}

function keys(): Extension {
  return keymap.of([
    { key: "Mod-i", run: explainCaret, preventDefault: true },
    { key: "Mod-.", run: explainCaret, preventDefault: true },
    { key: "Escape", run: hideCard },
    { key: "F8", run: (view) => nextDiagnostic(view) && explainCaret(view) },
    { key: "Shift-F8", run: (view) => previousDiagnostic(view) && explainCaret(view) },
    { key: "Tab", run: acceptCompletion },
    ...closeBracketsKeymap,
    ...completionKeymap,
    ...searchKeymap,
    ...historyKeymap,
    ...lintKeymap,
    ...defaultKeymap.filter(({ key }) => key !== "Mod-i"),
    indentWithTab,
  ]);
}

/** Shows what there is to say about the caret's place. */
export function explainCaret(view: EditorView): boolean {
  showCard(view, view.state.selection.main);
  return true;
}
