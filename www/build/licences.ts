// The licences of what the built page contains, as they ask for.

import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

/** What the package's own bundles contain. */
const OF_PACKAGE = fileURLToPath(
  new URL("../../js/dist/THIRD-PARTY-LICENSES.txt", import.meta.url),
);
const NAMES = ["LICENSE", "LICENSE.md", "LICENCE", "license"];

/**
 * Collects packages while page and workers are built; `written` writes them down, and is for the
 * page only.
 */
export class Licences {
  readonly #directories = new Map<string, string>();

  /** Notes what is bundled. */
  collecting(): Plugin {
    return {
      name: "licences",
      apply: "build",
      generateBundle: (_, bundle) => {
        for (const file of Object.values(bundle)) {
          if (file.type === "chunk") for (const id of file.moduleIds) this.#note(id);
        }
      },
    };
  }

  /** Adds the file. */
  written(): Plugin {
    const text = () => this.#text();
    return {
      name: "licences-written",
      apply: "build",
      enforce: "post",
      generateBundle() {
        this.emitFile({
          type: "asset",
          fileName: "THIRD-PARTY-LICENSES.txt",
          source: text(),
        });
      },
    };
  }

  #note(id: string): void {
    const [, before, name] =
      id.match(/^(.*[\\/]node_modules[\\/])((?:@[^\\/]+[\\/])?[^\\/]+)/) ?? [];
    if (before && name) this.#directories.set(name.replaceAll("\\", "/"), join(before, name));
  }

  #text(): string {
    const names = [...this.#directories.keys()].sort();
    const texts = names.map((name) => {
      const directory = this.#directories.get(name) ?? "";
      const file = NAMES.map((candidate) => join(directory, candidate)).find(existsSync);
      if (!file) throw new Error(`${name} has no licence in ${dirname(directory)}`);
      return `${name}\n${"-".repeat(name.length)}\n\n${readFileSync(file, "utf8").trim()}\n`;
    });
    return [...texts, readFileSync(OF_PACKAGE, "utf8")].join("\n\n");
  }
}
