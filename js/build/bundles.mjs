// What esbuild makes: an entry for each kind of host, and the command line tool.

import { readFile } from "node:fs/promises";
import { build } from "esbuild";

/**
 * wasm-bindgen's glue names the module's file as it is in pkg/. Our entries always say where the module
 * is, and bundlers that resolve such a name would look for a file that the package does not have.
 */
const withoutDefaultAddress = {
  name: "without-default-address",
  setup(plugin) {
    plugin.onLoad({ filter: /[\\/]pkg[\\/]reconcile_kit\.js$/ }, async ({ path }) => {
      const glue = await readFile(path, "utf8");
      const address = "new URL('reconcile_kit_bg.wasm', import.meta.url)";
      if (!glue.includes(address)) throw new Error(`${path} does not name its module as expected`);
      return { contents: glue.replace(address, "undefined"), loader: "js" };
    });
  },
};

/** What differs in a browser is one file. */
const forBrowsers = {
  name: "for-browsers",
  setup(plugin) {
    plugin.onLoad({ filter: /[\\/]src[\\/]environment\.ts$/ }, async ({ path }) => {
      const contents = await readFile(path.replace(/\.ts$/, ".browser.ts"), "utf8");
      return { contents, loader: "ts" };
    });
  },
};

const COMMON = {
  bundle: true,
  target: "es2022",
  legalComments: "none",
  logLevel: "warning",
  plugins: [withoutDefaultAddress],
};

const NODE = { ...COMMON, platform: "node", target: "node20" };

/** Bundles everything in `js` into its dist/. */
export async function bundle(js) {
  const entry = (name) => `${js}/src/${name}.ts`;
  const out = (name) => `${js}/dist/${name}`;
  await Promise.all([
    build({ ...NODE, entryPoints: [entry("index")], outfile: out("node.js"), format: "esm" }),
    build({
      ...NODE,
      entryPoints: [entry("index")],
      outfile: out("node.cjs"),
      format: "cjs",
      define: { "import.meta.url": "bundleAddress" },
      banner: {
        js: 'const bundleAddress = require("node:url").pathToFileURL(__filename).href;',
      },
    }),
    build({
      ...COMMON,
      platform: "browser",
      plugins: [...COMMON.plugins, forBrowsers],
      entryPoints: [entry("index")],
      outfile: out("browser.js"),
      format: "esm",
    }),
    build({
      ...NODE,
      entryPoints: { cli: entry("cli/main") },
      outdir: `${js}/dist`,
      chunkNames: "cli-[name]-[hash]",
      format: "esm",
      // YAML and globbing are read only by the calls that need them.
      splitting: true,
      // Its build for Node.js is CommonJS, which a module bundle cannot `require` at run time.
      alias: { yaml: `${js}/../node_modules/yaml/browser/index.js` },
    }),
  ]);
}
