// The styles of the shadow root: a constructed sheet, as the editor's own are, so that the page's policy need not allow
// any style in the document.

import rules from "./shadow.css?inline";

let sheet: CSSStyleSheet | undefined;

/** The sheet, made once for all editors. */
export function cardStyle(): CSSStyleSheet {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
  }
  return sheet;
}
