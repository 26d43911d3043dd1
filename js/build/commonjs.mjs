// The same package for `require`: every bundle that its entries lead to, turned from a module into CommonJS. The
// bundler itself cannot share code between bundles of that form.

import { readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { transform } from "esbuild";

/** Where a CommonJS bundle is, as `import.meta.url` says it in a module. */
const ADDRESS = 'const bundleAddress=require("node:url").pathToFileURL(__filename).href;';

/** The `require` of a neighbour. What is embedded is a script for both. */
const NEIGHBOUR = /(require\("\.\/[\w.-]+)\.js("\))/g;

/** Writes the CommonJS form of `entries`, of which the bundler gave out `outputs`, into `dist`. */
export async function commonJs(dist, outputs, entries) {
  const written = [...reached(outputs, entries)].map(async (name) => {
    const path = join(dist, name);
    const text = await readFile(path, "utf8");
    const isAddressed = text.includes("import.meta.url");
    const { code } = await transform(text, {
      format: "cjs",
      platform: "node",
      target: "node20",
      minifyWhitespace: true,
      minifySyntax: true,
      // What is loaded later is required too: jest runs CommonJS where nothing can be imported.
      supported: { "dynamic-import": false },
      define: { "import.meta.url": "bundleAddress" },
      ...(isAddressed ? { banner: ADDRESS } : {}),
    });
    await writeFile(path.replace(/\.js$/, ".cjs"), code.replaceAll(NEIGHBOUR, "$1.cjs$2"));
  });
  await Promise.all(written);
}

/** The bundles that `entries` import, and those that these import. */
export function reached(outputs, entries) {
  const byName = new Map(Object.entries(outputs).map(([path, made]) => [basename(path), made]));
  const names = new Set(entries.map((name) => `${name}.js`));
  for (const name of names) {
    for (const { path, external } of byName.get(name).imports) {
      if (!external) names.add(basename(path));
    }
  }
  return names;
}
