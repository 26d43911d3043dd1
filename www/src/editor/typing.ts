// What is typed over more than one line. The browser would join the lines by writing style attributes, which the page's
// policy forbids and the console would tell of; so the text is changed here, as typing within a line is.

import { EditorView } from "@codemirror/view";

export const typedOverLines = EditorView.domEventHandlers({
  beforeinput(event, view) {
    const { data, inputType, isComposing } = event;
    const { state } = view;
    const { from, to } = state.selection.main;
    const isWithinLine = to <= state.doc.lineAt(from).to;
    if (inputType !== "insertText" || !data || isComposing || isWithinLine) return false;
    const insert = () => state.update(state.replaceSelection(data), { userEvent: "input.type" });
    const handlers = state.facet(EditorView.inputHandler);
    // Whoever completes brackets comes first.
    if (!handlers.some((handle) => handle(view, from, to, data, insert))) view.dispatch(insert());
    event.preventDefault();
    return true;
  },
});
