// Other runtimes: Deno, Bun, and Cloudflare's workerd.

import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import { build } from "esbuild";
import {
  INLINE_PARTS,
  imported,
  NODE_PARTS,
  PRINTED,
  program,
  toolDirectory,
  toolMissing,
} from "../project.mjs";

function runtime({ name, title, binary, words }) {
  return [
    ["", NODE_PARTS],
    [", inline", INLINE_PARTS],
  ].map(([form, parts]) => ({
    name: `${title}${form}`,
    isQuick: false,
    parts,
    missing: () => toolMissing(name),
    async run(project) {
      const command = join(toolDirectory(name), binary);
      const file = `${title}${form.replace(", ", "-")}.mjs`.toLowerCase();
      project.write(file, program(parts, PRINTED));
      const [version] = execFileSync(command, ["--version"], { encoding: "utf8" }).split("\n");
      const answers = await project.answers(command, [...words, file]);
      return { answers, version: `${title} ${version.replace(/^deno | \(.*/g, "")}` };
    },
  }));
}

const deno = runtime({
  name: "@deno/linux-x64-glibc",
  title: "Deno",
  binary: "deno",
  words: ["run", "--allow-all", "--no-config", "--node-modules-dir=manual"],
});
const bun = runtime({
  name: "@oven/bun-linux-x64",
  title: "Bun",
  binary: "bin/bun",
  words: ["run"],
});

/** A Worker that answers with all answers; and at `/sandbox` with what the sandbox says where no thread can start. */
function workerOf(parts) {
  const { head, kit } = imported(parts);
  return `${head}
import { Sandbox } from "reconcile-kit/sandbox";
import { probe } from "./probe.mjs";
import cases from "./cases.mjs";
export default {
  async fetch({ url }) {
    if (!url.endsWith("/sandbox")) return Response.json(await probe(${kit}, cases));
    return new Response(await new Sandbox().simulateText("{}").catch(({ code }) => code));
  },
};
`;
}

async function answersOf(worker) {
  const ask = (path) => worker.dispatchFetch(`http://worker.example${path}`);
  const refused = await (await ask("/sandbox")).text();
  if (refused !== "sandbox-failed") throw new Error(`the sandbox says ${refused}`);
  return (await ask("/")).json();
}

function workerd(name, parts) {
  return {
    name,
    isQuick: true,
    parts,
    missing: () => undefined,
    async run(project) {
      const { Miniflare } = await import("miniflare");
      const directory = project.path(name.replace(/\W+/g, "-"));
      const outfile = join(directory, "worker.js");
      await build({
        entryPoints: [project.write(`${name.replace(/\W+/g, "-")}.mjs`, workerOf(parts))],
        outfile,
        bundle: true,
        format: "esm",
        // As Wrangler does it: the module stays a file beside the bundle, which the runtime compiles beforehand.
        conditions: ["workerd", "worker", "browser"],
        loader: { ".wasm": "copy" },
        assetNames: "[name]",
        logLevel: "error",
      });
      const worker = new Miniflare({
        modules: true,
        scriptPath: outfile,
        modulesRoot: directory,
        modulesRules: [
          { type: "ESModule", include: ["**/*.js"] },
          { type: "CompiledWasm", include: ["**/*.wasm"] },
        ],
        compatibilityDate: "2026-04-01",
      });
      try {
        const { version } = createRequire(import.meta.url)("workerd/package.json");
        return { answers: await answersOf(worker), version: `workerd ${version}` };
      } finally {
        await worker.dispose();
      }
    },
  };
}

export const runtimeHosts = [
  ...deno,
  ...bun,
  workerd("Cloudflare workerd", ["main", "lambda", "check"]),
  workerd("Cloudflare workerd, inline", INLINE_PARTS),
];
