// Bundlers: what they make of a program runs in Node.js or in Chromium.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { build as esbuild } from "esbuild";
import { answersOfPage, pageOf } from "../page.mjs";
import {
  BROWSER_PARTS,
  INLINE_PARTS,
  LEFT,
  NODE_PARTS,
  PRINTED,
  program,
  tool,
  toolDirectory,
  toolMissing,
} from "../project.mjs";

const require = createRequire(import.meta.url);

/** The version of a package that is installed for everybody. */
function versionOf(name) {
  return require(`${name}/package.json`).version;
}

/** The version of a tool that is installed for this alone. */
function toolVersion(name) {
  return JSON.parse(readFileSync(join(toolDirectory(name), "package.json"), "utf8")).version;
}

/** Writes the program, has it bundled into a directory of its own, and runs it where it belongs. */
function host(name, { parts, target, tool: needed, isQuick = false, version, bundle, copies }) {
  return {
    name,
    isQuick,
    parts,
    missing: () => (needed ? toolMissing(needed) : undefined),
    async run(project) {
      const directory = name.replace(/\W+/g, "-").toLowerCase();
      const entry = project.write(
        `${directory}.mjs`,
        program(parts, target === "node" ? PRINTED : LEFT),
      );
      const out = project.path(directory);
      const page = await bundle({ project, entry, out, target });
      if (copies) project.copyPackage(directory);
      const bundler = version();
      if (target === "node") {
        const answers = await project.answers(process.execPath, [`${directory}/main.mjs`]);
        return { answers, version: bundler };
      }
      if (!page) project.write(`${directory}/index.html`, pageOf("./main.js"));
      const { answers } = await answersOfPage(out, page ?? "index.html");
      return { answers, version: bundler };
    },
  };
}

async function byEsbuild({ entry, out, target }) {
  await esbuild({
    entryPoints: { main: entry },
    bundle: true,
    minify: true,
    format: "esm",
    platform: target,
    outdir: out,
    outExtension: { ".js": target === "node" ? ".mjs" : ".js" },
    logLevel: "error",
  });
}

async function byRollup({ entry, out, target }) {
  const { rollup } = await tool("rollup");
  const { nodeResolve } = await tool("@rollup/plugin-node-resolve");
  const { default: commonjs } = await tool("@rollup/plugin-commonjs");
  const bundle = await rollup({
    input: { main: entry },
    plugins: [nodeResolve({ browser: target === "browser" }), commonjs()],
    onwarn(warning) {
      throw new Error(warning.message);
    },
    external: [/^node:/],
  });
  const entryFileNames = target === "node" ? "[name].mjs" : "[name].js";
  await bundle.write({ dir: out, format: "es", entryFileNames });
  await bundle.close();
}

async function byWebpack({ entry, out, target, project }) {
  const { default: webpack } = await tool("webpack");
  const stats = await new Promise((resolve, reject) => {
    const options = {
      mode: "production",
      context: project.directory,
      entry: { main: entry },
      target: target === "node" ? "node20" : "web",
      output: {
        path: out,
        module: true,
        filename: target === "node" ? "[name].mjs" : "[name].js",
        chunkFormat: "module",
        publicPath: target === "node" ? undefined : "auto",
      },
      experiments: { outputModule: true, topLevelAwait: true },
      performance: false,
    };
    webpack(options, (error, result) => (error ? reject(error) : resolve(result)));
  });
  const { errors, warnings } = stats.toJson({ all: false, errors: true, warnings: true });
  const [problem] = [...errors, ...warnings];
  if (problem) throw new Error(problem.message);
}

async function byVite({ entry, out, project }) {
  const { build } = await import("vite");
  project.write("vite-page.html", pageOf(`./${entry.split(/[\\/]/).at(-1)}`));
  await build({
    root: project.directory,
    base: "./",
    configFile: false,
    logLevel: "error",
    worker: { format: "es" },
    build: {
      outDir: out,
      emptyOutDir: true,
      target: "es2022",
      rolldownOptions: { input: project.path("vite-page.html") },
    },
  });
  return "vite-page.html";
}

async function byParcel({ entry, out, project }) {
  const { Parcel } = await tool("@parcel/core");
  const page = project.write("parcel-page.html", pageOf(`./${entry.split(/[\\/]/).at(-1)}`));
  const parcel = new Parcel({
    entries: page,
    projectRoot: project.directory,
    defaultConfig: require.resolve("@parcel/config-default", { paths: [toolDirectory("parcel")] }),
    shouldDisableCache: true,
    cacheDir: project.path(".parcel-cache"),
    defaultTargetOptions: {
      distDir: out,
      publicUrl: "./",
      shouldOptimize: true,
      outputFormat: "esmodule",
    },
    additionalReporters: [],
    mode: "production",
  });
  try {
    await parcel.run();
  } catch (error) {
    const said = error.diagnostics?.map(({ message }) => message).join("\n");
    throw said ? new Error(said) : error;
  }
  return "parcel-page.html";
}

const rollup = {
  tool: "rollup",
  version: () => `Rollup ${toolVersion("rollup")}`,
  bundle: byRollup,
};
const webpack = {
  tool: "webpack",
  version: () => `webpack ${toolVersion("webpack")}`,
  bundle: byWebpack,
};
const withEsbuild = {
  version: () => `esbuild ${versionOf("esbuild")}`,
  bundle: byEsbuild,
};

export const bundlerHosts = [
  host("esbuild, inline, Node.js", {
    ...withEsbuild,
    isQuick: true,
    parts: INLINE_PARTS,
    target: "node",
  }),
  host("esbuild, files beside, Node.js", {
    ...withEsbuild,
    parts: NODE_PARTS,
    target: "node",
    copies: true,
  }),
  host("esbuild, inline, browser", { ...withEsbuild, parts: INLINE_PARTS, target: "browser" }),
  host("esbuild, files beside, browser", {
    ...withEsbuild,
    isQuick: true,
    parts: BROWSER_PARTS,
    target: "browser",
    copies: true,
  }),
  host("Rollup, inline, Node.js", { ...rollup, parts: INLINE_PARTS, target: "node" }),
  host("Rollup, inline, browser", { ...rollup, parts: INLINE_PARTS, target: "browser" }),
  host("Rollup, files beside, browser", {
    ...rollup,
    parts: BROWSER_PARTS,
    target: "browser",
    copies: true,
  }),
  host("webpack, Node.js", { ...webpack, parts: BROWSER_PARTS, target: "node" }),
  host("webpack, inline, Node.js", { ...webpack, parts: INLINE_PARTS, target: "node" }),
  host("webpack, browser", { ...webpack, parts: BROWSER_PARTS, target: "browser" }),
  host("webpack, inline, browser", { ...webpack, parts: INLINE_PARTS, target: "browser" }),
  host("Vite, browser", {
    version: () => `Vite ${versionOf("vite")}`,
    bundle: byVite,
    parts: BROWSER_PARTS,
    target: "browser",
  }),
  host("Parcel, browser", {
    tool: "parcel",
    version: () => `Parcel ${toolVersion("parcel")}`,
    bundle: byParcel,
    parts: BROWSER_PARTS,
    target: "browser",
  }),
];
