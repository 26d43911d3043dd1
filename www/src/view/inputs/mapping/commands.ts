// What can be done about mapping by name.

import { editLogin, editPolicy, editSection } from "../../../app/actions.js";
import type { Command } from "../../../app/commands.js";
import { inputTab } from "../../../app/layout.js";
import { draft } from "../../../app/store.js";
import { SECTIONS, type Section } from "../../../draft/draft.js";
import { pretty } from "../../../draft/pretty.js";
import { activeEditor, activePiece } from "../../../editor/active.js";
import { type MappingTab, mappingTab } from "./state.js";

function goTo(tab: MappingTab): void {
  inputTab.value = "mapping";
  mappingTab.value = tab;
}

/** Formats the text of the editor that was used last. */
function formatJson(): void {
  const piece = activePiece();
  const { policy, logins, sections } = draft.peek();
  if (piece === "policy") editPolicy({ text: pretty(policy.text) });
  if (piece?.startsWith("login ")) {
    const index = Number(piece.slice("login ".length));
    editLogin(index, pretty(logins[index] ?? "{}"));
  }
  if (isSection(piece)) editSection(piece, pretty(sections[piece]));
}

function isSection(piece: string | undefined): piece is Section {
  return SECTIONS.some((section) => section === piece);
}

function hasJson(): boolean {
  const piece = activePiece();
  return piece === "policy" || isSection(piece) || piece?.startsWith("login ") === true;
}

function hasEditor(): boolean {
  return activeEditor() !== undefined;
}

/** Commands of the mapping panel and of all editors. */
export const commands: readonly Command[] = [
  { id: "mapping.lambda", title: "Go to the lambda", group: "Go to", run: () => goTo("lambda") },
  { id: "mapping.policy", title: "Go to the policy", group: "Go to", run: () => goTo("policy") },
  {
    id: "mapping.mappings",
    title: "Go to the attribute mappings",
    group: "Go to",
    run: () => goTo("mappings"),
  },
  {
    id: "editor.format",
    title: "Format the JSON that was edited last",
    group: "Edit",
    isEnabled: hasJson,
    run: formatJson,
  },
  {
    id: "editor.explain",
    title: "Show documentation and quick fixes at the caret (Mod+i in the editor)",
    group: "Edit",
    isEnabled: hasEditor,
    run: () => activeEditor()?.explainCaret(),
  },
  {
    id: "editor.next-finding",
    title: "Go to the next finding (F8 in the editor)",
    group: "Edit",
    isEnabled: hasEditor,
    run: () => activeEditor()?.nextFinding(),
  },
  {
    id: "editor.previous-finding",
    title: "Go to the previous finding (Shift+F8 in the editor)",
    group: "Edit",
    isEnabled: hasEditor,
    run: () => activeEditor()?.previousFinding(),
  },
];
