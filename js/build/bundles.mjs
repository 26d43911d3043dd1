// What esbuild makes: an entry for each kind of host, and the command line tool.

import { readFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { build } from "esbuild";

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

/** What differs in a browser is one file beside another. */
const forBrowsers = {
  name: "for-browsers",
  setup(plugin) {
    plugin.onLoad({ filter: /[\\/]src[\\/].*\benvironment\.ts$/ }, async ({ path }) => {
      const contents = await readFile(path.replace(/\.ts$/, ".browser.ts"), "utf8");
      return { contents, loader: "ts" };
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

/** The small module as bytes inside the bundle: a lambda has no file to look for, and nothing to wait for. */
const moduleInside = {
  name: "module-inside",
  setup(plugin) {
    plugin.onResolve({ filter: /^lambda:module$/ }, ({ resolveDir }) => ({
      path: resolve(resolveDir, "../../../pkg/lambda/reconcile_kit_lambda_bg.wasm"),
    }));
    plugin.onLoad({ filter: /_lambda_bg\.wasm$/ }, async ({ path }) => {
      return { contents: await readFile(path), loader: "binary" };
    });
  },
};

/** Cloudflare Workers compile what is imported when they are deployed, and no bytes later on. */
const moduleBeside = {
  name: "module-beside",
  setup(plugin) {
    plugin.onResolve({ filter: /^lambda:module$/ }, () => ({
      path: "./reconcile_kit_lambda.wasm",
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

const REALM = { plugins: [], format: "iife", minify: true, write: false };

/** One entry takes the error's class from another, so that there is one class to compare with. */
function errorsOf(entry) {
  return {
    name: "errors-of",
    setup(plugin) {
      plugin.onResolve({ filter: /\/errors\.js$/ }, ({ path, resolveDir, namespace }) => {
        if (namespace === "errors-of") return undefined;
        return { path: resolve(resolveDir, path), namespace: "errors-of" };
      });
      plugin.onResolve({ filter: /^entry:main$/ }, () => ({ path: entry, external: true }));
      plugin.onLoad({ filter: /.*/, namespace: "errors-of" }, ({ path }) => ({
        contents: `export * from ${JSON.stringify(path)}; export { ReconcileKitError } from "entry:main";`,
        resolveDir: dirname(path),
        loader: "ts",
      }));
    },
  };
}

/** Entries that use others of the package as their users do, so that there is one core, started once. */
function usesEntries(main, sandbox) {
  return {
    name: "uses-entries",
    setup(plugin) {
      plugin.onResolve({ filter: /^\.\.\/(sandbox\/)?index\.js$/ }, ({ path }) => ({
        path: path.includes("sandbox") ? sandbox : main,
        external: true,
      }));
    },
  };
}

/** `init` writes lambdas as they stand in the sources. */
const lambdasAsText = {
  name: "lambdas-as-text",
  setup(plugin) {
    plugin.onLoad({ filter: /lambdas[\\/]\w+\.js$/ }, async ({ path }) => {
      return { contents: await readFile(path, "utf8"), loader: "text" };
    });
  },
};

const COMMON = {
  bundle: true,
  target: "es2022",
  legalComments: "none",
  // Names stay, so that a stack trace can be read.
  minifyWhitespace: true,
  minifySyntax: true,
  logLevel: "warning",
  metafile: true,
  plugins: [withoutDefaultAddress],
};

const NODE = { ...COMMON, platform: "node", target: "node20" };

const ESM = { ...NODE, format: "esm" };
const CJS = {
  ...NODE,
  format: "cjs",
  define: { "import.meta.url": "bundleAddress" },
  banner: { js: 'const bundleAddress = require("node:url").pathToFileURL(__filename).href;' },
};
const BROWSER = { ...COMMON, platform: "browser", format: "esm" };

/** Bundles everything in `js` into its dist/, and says which files it is made of. */
export async function bundle(js) {
  const entry = (name) => `${js}/src/${name}.ts`;
  const one = (options, from, to, ...plugins) =>
    build({
      ...options,
      entryPoints: [entry(from)],
      outfile: `${js}/dist/${to}`,
      plugins: [...COMMON.plugins, ...plugins],
    });
  // YAML's build for Node.js is CommonJS, which a module bundle cannot `require` at run time.
  const alias = { yaml: `${js}/../node_modules/yaml/browser/index.js` };
  const built = await Promise.all([
    one(ESM, "index", "node.js"),
    one(CJS, "index", "node.cjs"),
    one(BROWSER, "index", "browser.js", forBrowsers),
    one(ESM, "lambda/index", "lambda.js", onLambdaCore, moduleInside),
    one(CJS, "lambda/index", "lambda.cjs", onLambdaCore, moduleInside),
    one(BROWSER, "lambda/index", "lambda.browser.js", onLambdaCore, moduleInside),
    one(BROWSER, "lambda/index", "lambda.workerd.js", onLambdaCore, moduleBeside),
    one(ESM, "lambda-check/public", "check.js", usesEntries("./node.js")),
    one(CJS, "lambda-check/public", "check.cjs", usesEntries("./node.cjs")),
    one(BROWSER, "lambda-check/public", "check.browser.js", usesEntries("./browser.js")),
    one(ESM, "sandbox/index", "sandbox.js", errorsOf("./node.js")),
    one(CJS, "sandbox/index", "sandbox.cjs", errorsOf("./node.cjs")),
    one(BROWSER, "sandbox/index", "sandbox.browser.js", forBrowsers, errorsOf("./browser.js")),
    one(
      { ...ESM, alias },
      "test/index",
      "test.js",
      usesEntries("./node.js", "./sandbox.js"),
      errorsOf("./node.js"),
    ),
    one(
      { ...CJS, alias },
      "test/index",
      "test.cjs",
      usesEntries("./node.cjs", "./sandbox.cjs"),
      errorsOf("./node.cjs"),
    ),
    one(ESM, "sandbox/worker/main", "sandbox-worker.js", withRealm),
    one(BROWSER, "sandbox/worker/main", "sandbox-worker.browser.js", forBrowsers, withRealm),
    one(ESM, "sandbox/graaljs/bridge", "graaljs-bridge.js"),
    build({
      ...NODE,
      plugins: [...COMMON.plugins, lambdasAsText],
      entryPoints: { cli: entry("cli/main") },
      outdir: `${js}/dist`,
      chunkNames: "cli-[name]-[hash]",
      format: "esm",
      // YAML and globbing are read only by the calls that need them.
      splitting: true,
      alias,
    }),
  ]);
  return new Set(built.flatMap(({ metafile }) => Object.keys(metafile.inputs)));
}
