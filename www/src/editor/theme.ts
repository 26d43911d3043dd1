// How the editor looks, by the page's own tokens: they reach into its shadow root, so light and dark need no switch.

import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";

const frame = EditorView.theme({
  "&": { height: "100%", color: "var(--text)", backgroundColor: "var(--surface)" },
  // What is around the editor shows the focus.
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": {
    fontFamily: "var(--mono)",
    fontSize: "13px",
    lineHeight: "1.55",
    overflow: "auto",
  },
  ".cm-content": { caretColor: "var(--text)", padding: "6px 0" },
  ".cm-line": { padding: "0 10px 0 6px" },
  ".cm-gutters": {
    backgroundColor: "var(--surface)",
    color: "var(--dim)",
    border: "0",
    borderInlineEnd: "1px solid var(--line)",
  },
  ".cm-lineNumbers .cm-gutterElement": { minWidth: "26px", padding: "0 4px 0 2px" },
  "&.cm-focused .cm-activeLine": { backgroundColor: "var(--surface-2)" },
  ".cm-activeLine": { backgroundColor: "transparent" },
  "&.cm-focused .cm-activeLineGutter": {
    backgroundColor: "var(--surface-2)",
    color: "var(--text)",
  },
  ".cm-activeLineGutter": { backgroundColor: "transparent" },
  "&.cm-focused .cm-matchingBracket": {
    backgroundColor: "var(--accent-ground)",
    outline: "1px solid var(--line-strong)",
  },
  "&.cm-focused .cm-nonmatchingBracket": { backgroundColor: "var(--bad-ground)" },
  ".cm-searchMatch": { backgroundColor: "var(--warn-ground)", outline: "1px solid var(--warn)" },
  ".cm-searchMatch-selected": { backgroundColor: "var(--point)", color: "var(--on-point)" },
  ".cm-pointed": {
    backgroundColor: "var(--point)",
    color: "var(--on-point)",
    borderRadius: "3px",
    boxShadow: "0 0 0 1px var(--line-strong)",
  },
  ".cm-pointed *": { color: "inherit" },
  "@media (forced-colors: active)": {
    ".cm-pointed": { outline: "2px solid Highlight" },
    ".cm-searchMatch": { outline: "2px dashed Highlight" },
    ".cm-tooltip-autocomplete > ul > li[aria-selected]": {
      forcedColorAdjust: "none",
      backgroundColor: "Highlight !important",
      color: "HighlightText !important",
    },
  },
});

const floating = EditorView.theme({
  ".cm-tooltip": {
    backgroundColor: "var(--surface)",
    color: "var(--text)",
    border: "1px solid var(--line-strong)",
    borderRadius: "6px",
    boxShadow: "var(--shadow)",
    zIndex: "20",
  },
  ".cm-tooltip-autocomplete > ul": { fontFamily: "var(--mono)", maxWidth: "min(560px, 92vw)" },
  ".cm-tooltip-autocomplete > ul > li": {
    display: "flex",
    alignItems: "center",
    minHeight: "26px",
    padding: "3px 8px !important",
    fontSize: "13px",
  },
  ".cm-tooltip-autocomplete > ul > li[aria-selected]": {
    backgroundColor: "var(--accent-ground) !important",
    color: "var(--text) !important",
    boxShadow: "inset 3px 0 0 var(--accent)",
  },
  ".cm-completionMatchedText": { textDecoration: "none", fontWeight: "700" },
  ".cm-completionDetail": {
    fontStyle: "normal",
    color: "var(--text-2)",
    marginInlineStart: "auto",
    paddingInlineStart: "16px",
    overflow: "hidden",
    textOverflow: "ellipsis",
    maxWidth: "300px",
  },
  ".cm-tooltip.cm-completionInfo": {
    padding: "8px 10px",
    fontFamily: "var(--font)",
    fontSize: "13px",
    maxWidth: "300px",
  },
  // On a narrow screen it would cover the list.
  "@media (max-width: 640px)": {
    ".cm-tooltip.cm-completionInfo": { display: "none" },
  },
  ".cm-panels": {
    backgroundColor: "var(--surface-2)",
    color: "var(--text)",
    fontFamily: "var(--font)",
  },
  ".cm-panels.cm-panels-bottom": { borderTop: "1px solid var(--line)" },
  ".cm-panel.cm-search": { padding: "8px 32px 8px 8px", fontSize: "13px" },
  ".cm-panel.cm-search label": {
    fontSize: "13px",
    display: "inline-flex",
    alignItems: "center",
    gap: "4px",
  },
  ".cm-textfield": {
    backgroundColor: "var(--surface)",
    color: "var(--text)",
    border: "1px solid var(--line-strong)",
    borderRadius: "4px",
    font: "inherit",
    minHeight: "26px",
  },
  ".cm-button": {
    backgroundImage: "none",
    backgroundColor: "var(--surface)",
    color: "var(--text)",
    border: "1px solid var(--line-strong)",
    borderRadius: "4px",
    font: "inherit",
    minHeight: "26px",
    padding: "0 8px",
  },
  ".cm-panel.cm-search [name=close], .cm-panel.cm-panel-lint button[name=close]": {
    color: "var(--text)",
    minWidth: "26px",
    minHeight: "26px",
    fontSize: "18px",
  },
  ".cm-button:focus-visible, .cm-textfield:focus-visible": {
    outline: "2px solid var(--accent)",
    outlineOffset: "1px",
  },
});

/** Findings: waves under the text and a sign in the gutter, each severity with a shape of its own. */
const found = EditorView.theme({
  ".cm-lintRange": {
    backgroundImage: "none !important",
    textDecorationLine: "underline",
    textDecorationSkipInk: "none",
    textUnderlineOffset: "3px",
    paddingBottom: "0",
  },
  ".cm-lintRange-error": {
    textDecorationStyle: "wavy",
    textDecorationColor: "var(--bad)",
  },
  ".cm-lintRange-warning": {
    textDecorationStyle: "dashed",
    textDecorationColor: "var(--warn)",
  },
  ".cm-lintRange-info": {
    textDecorationStyle: "dotted",
    textDecorationColor: "var(--accent)",
  },
  ".cm-lintRange-active": { backgroundColor: "var(--surface-2)" },
  ".cm-lintPoint:after": { borderBottomColor: "var(--bad)" },
  ".cm-findings .cm-gutterElement": { width: "24px", padding: "0", textAlign: "center" },
  ".cm-sign": {
    fontFamily: "var(--font)",
    fontSize: "12px",
    lineHeight: "1.55",
    cursor: "pointer",
  },
  ".cm-sign-error": { color: "var(--bad)" },
  ".cm-sign-warning": { color: "var(--warn)" },
  ".cm-sign-info": { color: "var(--accent)" },
  ".cm-panel.cm-panel-lint ul": { maxHeight: "160px" },
  ".cm-panel.cm-panel-lint li": { padding: "4px 10px", fontSize: "13px" },
  ".cm-panel.cm-panel-lint ul:focus-visible": {
    outline: "2px solid var(--accent)",
    outlineOffset: "-2px",
  },
  ".cm-panel.cm-panel-lint ul [aria-selected], .cm-panel.cm-panel-lint ul:focus [aria-selected]": {
    background: "var(--accent-ground) !important",
    color: "var(--text) !important",
  },
  ".cm-diagnostic": { whiteSpace: "normal" },
  ".cm-diagnostic-error": { borderLeft: "4px solid var(--bad)" },
  ".cm-diagnostic-warning": { borderLeft: "4px dashed var(--warn)" },
  ".cm-diagnostic-info": { borderLeft: "4px dotted var(--accent)" },
  ".cm-diagnosticAction": {
    backgroundColor: "var(--accent)",
    color: "var(--on-accent)",
    borderRadius: "4px",
    minHeight: "24px",
    padding: "2px 8px",
    font: "inherit",
  },
});

const colours = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword], color: "var(--accent)" },
  { tag: [tags.bool, tags.null, tags.number], color: "var(--warn)" },
  { tag: [tags.string, tags.special(tags.string), tags.regexp], color: "var(--good)" },
  { tag: tags.comment, color: "var(--text-2)", fontStyle: "italic" },
  { tag: tags.definition(tags.variableName), fontWeight: "600" },
  { tag: tags.propertyName, color: "var(--text)" },
  { tag: tags.invalid, color: "var(--bad)" },
]);

/** The look of every editor. */
export const theme = [frame, floating, found, syntaxHighlighting(colours)];
