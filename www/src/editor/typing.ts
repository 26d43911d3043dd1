// What is typed over more than one line, or is more than one line. The browser would join and split lines by writing style
// attributes, which the page's policy forbids and the console would tell of; so the text is changed here.

import { EditorView } from "@codemirror/view";

export const typedOverLines = EditorView.domEventHandlers({
  beforeinput(event, view) {
    const { data, inputType, isComposing } = event;
    const { state } = view;
    const { from, to } = selected(view);
    const isWithinLine = to <= state.doc.lineAt(from).to && !data?.includes("\n");
    if (inputType !== "insertText" || !data || isComposing || isWithinLine) return false;
    const insert = () => {
      const text = state.toText(data);
      const changes = { from, to, insert: text };
      const selection = { anchor: from + text.length };
      return state.update({ changes, selection, userEvent: "input.type", scrollIntoView: true });
    };
    const handlers = state.facet(EditorView.inputHandler);
    // Whoever completes brackets comes first.
    if (!handlers.some((handle) => handle(view, from, to, data, insert))) view.dispatch(insert());
    event.preventDefault();
    return true;
  },
});

/** What the browser is about to replace. The editor reads the selection a moment after it was made. */
function selected(view: EditorView): { readonly from: number; readonly to: number } {
  const root: DocumentOrShadowRoot & Partial<Pick<Document, "getSelection">> = view.root;
  const selection = root.getSelection?.();
  if (!selection?.anchorNode || !selection.focusNode) return view.state.selection.main;
  if (!view.contentDOM.contains(selection.anchorNode)) return view.state.selection.main;
  const anchor = view.posAtDOM(selection.anchorNode, selection.anchorOffset);
  const head = view.posAtDOM(selection.focusNode, selection.focusOffset);
  return { from: Math.min(anchor, head), to: Math.max(anchor, head) };
}
