// CodeMirror writes its styles into <style> elements, which the page's policy forbids; it knows the
// other way, too.

import type { Plugin } from "vite";

const ONLY_IN_SHADOW = "!root.head && root.adoptedStyleSheets";

/** Has style-mod use constructed style sheets in documents as it does in shadow roots. */
export function adoptedStyles(): Plugin {
  return {
    name: "adopted-styles",
    apply: "build",
    transform(code, id) {
      if (!/[\\/]style-mod[\\/]src[\\/]style-mod\.js$/.test(id)) return undefined;
      if (!code.includes(ONLY_IN_SHADOW)) {
        throw new Error("style-mod chooses its kind of style sheet in another way than expected");
      }
      return { code: code.replace(ONLY_IN_SHADOW, "root.adoptedStyleSheets"), map: null };
    },
  };
}
