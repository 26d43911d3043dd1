// The card that explains a place: findings with their quick fixes, and what the field, claim or word means. The
// pointer brings it up as well as a key; by key it takes the focus, and Escape gives it back.

import { type EditorState, StateEffect, StateField } from "@codemirror/state";
import {
  type EditorView,
  hoverTooltip,
  showTooltip,
  type Tooltip,
  type TooltipView,
} from "@codemirror/view";
import { type Explanation, explain } from "./explain.js";
import { pageOf } from "./findings/page.js";
import { apply, findingsAt, type Placed, type Setting } from "./findings/shown.js";
import type { Span } from "./json/place.js";

/** What the editor is about; its card needs it. */
export interface About extends Setting {
  readonly piece: string;
}

const opened = StateEffect.define<Span | null>();

/** Reads what the editor of a state is about. */
type AboutOf = (state: EditorState) => About;

/** Shows the card for a stretch of the text and puts the focus on it. */
export function showCard(view: EditorView, { from, to }: Span): void {
  view.dispatch({ effects: opened.of({ from, to }) });
  const card = view.dom.querySelector<HTMLElement>(".cm-card-kept");
  const first = card?.querySelector<HTMLElement>("button") ?? card;
  // The editor places the card first.
  view.requestMeasure({
    read: () => undefined,
    write: () => first?.focus({ preventScroll: true }),
  });
}

/** Takes the card away; whether there was one. */
export function hideCard(view: EditorView): boolean {
  if (!view.dom.querySelector(".cm-card-kept")) return false;
  view.dispatch({ effects: opened.of(null) });
  view.focus();
  return true;
}

/** Cards by pointer and by key. */
export function cards(aboutOf: AboutOf) {
  const kept = StateField.define<Tooltip | null>({
    create: () => null,
    update(value, transaction) {
      for (const effect of transaction.effects) {
        if (effect.is(opened))
          return effect.value && tooltipAt(transaction.state, effect.value, aboutOf, true);
      }
      return transaction.docChanged || transaction.selection ? null : value;
    },
    provide: (field) => showTooltip.from(field),
  });
  const hovered = hoverTooltip(
    (view, at) => tooltipAt(view.state, { from: at, to: at }, aboutOf, false),
    {
      hideOnChange: true,
    },
  );
  return [kept, hovered];
}

function tooltipAt(
  state: EditorState,
  stretch: Span,
  aboutOf: AboutOf,
  isKept: boolean,
): Tooltip | null {
  const about = aboutOf(state);
  const findings = findingsAt(state, stretch);
  const explanation = explain(state, stretch.from, about.language, about.piece);
  if (findings.length === 0 && !explanation && !isKept) return null;
  const span = explanation?.span ?? findings[0] ?? stretch;
  return {
    pos: span.from,
    end: span.to,
    above: false,
    arrow: false,
    create: (view) => cardOf(view, findings, explanation, about, isKept),
  };
}

function cardOf(
  view: EditorView,
  findings: readonly Placed[],
  explanation: Explanation | undefined,
  about: About,
  isKept: boolean,
): TooltipView {
  const dom = element("div", isKept ? "cm-card cm-card-kept" : "cm-card");
  dom.setAttribute("role", isKept ? "dialog" : "tooltip");
  if (isKept) {
    dom.tabIndex = -1;
    dom.setAttribute("aria-label", "About this place");
    dom.addEventListener("keydown", (event) => keepInside(event, dom, view));
    dom.addEventListener("focusout", () => closeOnceLeft(dom, view));
  }
  dom.append(...findings.map((placed) => findingPart(view, placed, about)));
  if (explanation) dom.append(explanationPart(explanation));
  if (dom.childElementCount === 0) {
    dom.append(element("p", "", "Nothing is known about this place."));
  }
  return { dom };
}

/** Takes the card away when the focus is somewhere else on the page. */
function closeOnceLeft(card: HTMLElement, view: EditorView): void {
  // The focus arrives after it has left, and the editor may be about to take the card away itself.
  setTimeout(() => {
    const root = card.getRootNode() as Document | ShadowRoot;
    if (!card.isConnected || card.contains(root.activeElement)) return;
    view.dispatch({ effects: opened.of(null) });
  });
}

/** Tab goes round in the card, Escape leaves it. */
function keepInside(event: KeyboardEvent, card: HTMLElement, view: EditorView): void {
  event.stopPropagation();
  if (event.key === "Escape") {
    event.preventDefault();
    hideCard(view);
  }
  if (event.key !== "Tab") return;
  event.preventDefault();
  const buttons = [...card.querySelectorAll<HTMLElement>("button, pre[tabindex]")];
  const root = card.getRootNode() as ShadowRoot;
  const now = buttons.indexOf(root.activeElement as HTMLElement);
  buttons.at((now + (event.shiftKey ? -1 : 1)) % buttons.length)?.focus();
}

function findingPart(view: EditorView, placed: Placed, about: About): HTMLElement {
  const { finding, repairs } = placed;
  const part = element("section", `cm-card-finding cm-card-${finding.severity}`);
  const head = element("p", "cm-card-message");
  head.append(element("strong", "", finding.severity), ": ", ...wordsOf(`${finding.message}.`));
  const help = element("p", "");
  help.append(...wordsOf(sentence(finding.help)));
  part.append(head, help);
  if (finding.expected) part.append(element("p", "cm-card-faint", `Expected: ${finding.expected}`));
  const row = element("div", "cm-card-actions");
  for (const { title } of repairs) {
    row.append(
      button(title, () => {
        apply(view, finding, placed.from, title, about);
        view.focus();
      }),
    );
  }
  row.append(whyButton(finding.code, part));
  part.append(row);
  return part;
}

function sentence(text: string): string {
  const capital = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.?]$/.test(capital) ? capital : `${capital}.`;
}

/** Text in which what stands in backticks is code. */
function wordsOf(text: string): (string | HTMLElement)[] {
  return text.split("`").map((part, index) => (index % 2 === 1 ? element("code", "", part) : part));
}

function whyButton(code: string, part: HTMLElement): HTMLElement {
  const why = button(`Why: ${code}`, () => {
    const shown = part.querySelector(".cm-card-page");
    why.setAttribute("aria-expanded", String(!shown));
    if (shown) shown.remove();
    else void pageOf(code).then((page) => part.append(page));
  });
  why.setAttribute("aria-expanded", "false");
  return why;
}

function explanationPart({ title, lines }: Explanation): HTMLElement {
  const part = element("section", "cm-card-words");
  part.append(element("p", "cm-card-title", title));
  for (const line of lines) {
    const paragraph = element("p", "");
    paragraph.append(...wordsOf(line));
    part.append(paragraph);
  }
  return part;
}

function element(name: string, className: string, text = ""): HTMLElement {
  const made = document.createElement(name);
  if (className !== "") made.className = className;
  made.textContent = text;
  return made;
}

function button(text: string, press: () => void): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = text;
  made.addEventListener("click", press);
  return made;
}
