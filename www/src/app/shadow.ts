// Editors live in shadow roots, which hide from the page what an event is at, and what has the focus.

/** What an event is at, also inside an editor. */
export function targetOf(event: Event): EventTarget | null {
  return event.composedPath()[0] ?? event.target;
}

/** What has the focus, also inside an editor. */
export function focused(): Element | null {
  let { activeElement } = document;
  while (activeElement?.shadowRoot?.activeElement) {
    ({ activeElement } = activeElement.shadowRoot);
  }
  return activeElement;
}
