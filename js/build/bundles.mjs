// What esbuild makes: an entry for each kind of host, and the command line tool.

import { readFile, writeFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build, transform } from "esbuild";
import { commonJs, reached } from "./commonjs.mjs";
import { embedded, writeEmbedded } from "./embedded.mjs";

/**
 * wasm-bindgen's glue names the module's file as it is in pkg/. Our entries always say where the module
 * is, and bundlers that resolve such a name would look for a file that the package does not have.
 */
const withoutDefaultAddress = {
  name: "without-default-address",
  setup(plugin) {
    plugin.onLoad({ filter: /[\\/]pkg[\\/].*\.js$/ }, async ({ path }) => {
      const glue = await readFile(path, "utf8");
      const address = /new URL\('\w+_bg\.wasm', import\.meta\.url\)/;
      if (!address.test(glue)) throw new Error(`${path} does not name its module as expected`);
      return { contents: glue.replace(address, "undefined"), loader: "js" };
    });
  },
};

/** The small runtime runs policies on a core of its own. */
const onLambdaCore = {
  name: "on-lambda-core",
  setup(plugin) {
    plugin.onResolve({ filter: /^\.\.\/core\.js$/ }, ({ resolveDir }) => ({
      path: resolve(resolveDir, "../lambda/core.ts"),
    }));
  },
};

/** Cloudflare Workers compile the file that is imported when they are deployed, and no bytes later on. */
const fileBeside = {
  name: "file-beside",
  setup(plugin) {
    plugin.onResolve({ filter: /^file:/ }, ({ path }) => ({
      path: path.replace("file:", "./"),
      external: true,
    }));
  },
};

/**
 * The realm of lambdas is a program of its own, whose text the engine evaluates. It hands out its one
 * function and leaves no name behind.
 */
export const withRealm = {
  name: "with-realm",
  setup(plugin) {
    plugin.onResolve({ filter: /^realm:source$/ }, ({ resolveDir }) => ({
      path: `${resolveDir}/../realm/main.ts`,
      namespace: "realm",
    }));
    plugin.onLoad({ filter: /.*/, namespace: "realm" }, async ({ path }) => {
      const bundled = await build({ ...COMMON, entryPoints: [path], ...REALM });
      const [{ text }] = bundled.outputFiles;
      const contents = `(()=>{"use strict";let begin;const expose=(f)=>{begin=f};${text}return begin})()`;
      return { contents, loader: "text" };
    });
  },
};

const REALM = { plugins: [], format: "iife", splitting: false, minify: true, write: false };

/** `init` writes lambdas as they stand in the sources. */
const lambdasAsText = {
  name: "lambdas-as-text",
  setup(plugin) {
    plugin.onLoad({ filter: /lambdas[\\/]\w+\.js$/ }, async ({ path }) => {
      return { contents: await readFile(path, "utf8"), loader: "text" };
    });
  },
};

/** A file of an installed package. */
function packaged(path) {
  return fileURLToPath(new URL(`../../node_modules/${path}`, import.meta.url));
}

const COMMON = {
  bundle: true,
  splitting: true,
  format: "esm",
  // Whatever needs Node.js is imported by the entries for it alone.
  platform: "node",
  target: ["es2022", "node20"],
  legalComments: "none",
  // Names stay, so that errors, stack traces and what consoles print can be read; but see `shorten`.
  minifyWhitespace: true,
  minifySyntax: true,
  metafile: true,
  logLevel: "warning",
  plugins: [withoutDefaultAddress, embedded],
  // Their builds for Node.js load things at run time that are not needed here, and keep a bundle out of other hosts.
  alias: { yaml: packaged("yaml/browser/index.js"), fflate: packaged("fflate/esm/browser.js") },
};

/** The entries of the package, and what they start. They share what they have in common. */
const ENTRIES = {
  node: "entries/node",
  browser: "entries/browser",
  workerd: "entries/workerd",
  inline: "entries/inline",
  "lambda.workerd": "entries/lambda.workerd",
  check: "entries/check.node",
  "check.browser": "entries/check.browser",
  "check.workerd": "entries/check.workerd",
  sandbox: "entries/sandbox.node",
  "sandbox.browser": "entries/sandbox.browser",
  "sandbox-worker": "entries/sandbox-worker.node",
  "sandbox-worker.browser": "entries/sandbox-worker.browser",
  "graaljs-bridge": "sandbox/graaljs/bridge",
  test: "entries/test",
  cli: "entries/cli",
};

/** Those that are there for `require` too. */
const REQUIRED = ["node", "inline", "check", "sandbox", "test"];

/** Whose names are met by those who call them, in errors and in what consoles print. */
const NAMED = ["node", "browser", "workerd", "inline", "sandbox", "sandbox.browser"];

/** What these import from this size on is a parser. */
const LARGE = 30_000;

/** Takes the names out of all other bundles. */
async function shorten(dist, outputs) {
  const named = reached(outputs, NAMED);
  const others = Object.entries(outputs).filter(
    ([output, { bytes }]) => bytes > LARGE || !named.has(basename(output)),
  );
  const shortened = others.map(async ([output]) => {
    const path = join(dist, basename(output));
    const text = await readFile(path, "utf8");
    const { code } = await transform(text, { format: "esm", target: COMMON.target, minify: true });
    await writeFile(path, code);
  });
  await Promise.all(shortened);
}

/** Bundles everything in `js` into its dist/, and says which files it is made of. */
export async function bundle(js) {
  const source = (name) => `${js}/src/${name}.ts`;
  const make = (entryPoints, ...plugins) =>
    build({
      ...COMMON,
      entryPoints: Object.fromEntries(
        Object.entries(entryPoints).map(([name, path]) => [name, source(path)]),
      ),
      outdir: `${js}/dist`,
      plugins: [...COMMON.plugins, ...plugins],
    });
  const [whole, small] = await Promise.all([
    make(ENTRIES, fileBeside, withRealm, lambdasAsText),
    make({ lambda: "lambda/index" }, onLambdaCore),
    writeEmbedded(`${js}/dist`),
  ]);
  await shorten(`${js}/dist`, whole.metafile.outputs);
  await Promise.all([
    commonJs(`${js}/dist`, whole.metafile.outputs, REQUIRED),
    commonJs(`${js}/dist`, small.metafile.outputs, ["lambda"]),
  ]);
  return new Set([whole, small].flatMap(({ metafile }) => Object.keys(metafile.inputs)));
}
