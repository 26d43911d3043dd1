// A project that has the packed tarball installed and nothing else, and the programs that run in it.

import { execFile, execFileSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { transformSync } from "esbuild";

const here = fileURLToPath(new URL(".", import.meta.url));
const js = fileURLToPath(new URL("../../js", import.meta.url));
const TOOLS = join(here, "tools");
const NPM = process.platform === "win32" ? "npm.cmd" : "npm";

/** The package's entries, by what the probe calls them. */
export const ENTRIES = {
  main: "reconcile-kit",
  inline: "reconcile-kit/inline",
  lambda: "reconcile-kit/lambda",
  check: "reconcile-kit/check",
  sandbox: "reconcile-kit/sandbox",
  test: "reconcile-kit/test",
};

/** Everything that can be imported in Node.js and its like, and in a browser. */
export const NODE_PARTS = ["main", "lambda", "check", "sandbox", "test"];
export const BROWSER_PARTS = ["main", "lambda", "check", "sandbox"];
/** With the module inside. The sandbox needs files in any case. */
export const INLINE_PARTS = ["inline", "lambda", "check"];

function npm(words, cwd) {
  return execFileSync(NPM, words, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
}

/** Packs, installs and writes the cases; without the network. */
export function makeProject(cases) {
  const directory = mkdtempSync(join(tmpdir(), "reconcile-kit-hosts-"));
  const [packed] = JSON.parse(npm(["pack", "--json", "--pack-destination", directory], js));
  const about = {
    name: "user",
    private: true,
    type: "module",
    // Parcel reads a package's exports only where this says so.
    "@parcel/resolver-default": { packageExports: true },
  };
  writeFileSync(join(directory, "package.json"), JSON.stringify(about));
  const quietly = ["--offline", "--no-audit", "--no-fund"];
  npm(["install", ...quietly, join(directory, packed.filename)], directory);
  const data = JSON.stringify(JSON.stringify(cases));
  const probe = readFileSync(join(here, "probe.mjs"), "utf8");
  writeFileSync(join(directory, "cases.mjs"), `export default JSON.parse(${data});\n`);
  writeFileSync(join(directory, "cases.cjs"), `module.exports = JSON.parse(${data});\n`);
  writeFileSync(join(directory, "probe.mjs"), probe);
  writeFileSync(join(directory, "probe.cjs"), transformSync(probe, { format: "cjs" }).code);
  writeFileSync(
    join(directory, "probe.d.mts"),
    "export function probe(kit: object, cases: unknown): Promise<Record<string, string>>;\n",
  );
  writeFileSync(
    join(directory, "cases.d.mts"),
    "declare const cases: unknown;\nexport default cases;\n",
  );
  return new Project(directory, packed);
}

/** A directory with the package installed. */
export class Project {
  constructor(directory, packed) {
    this.directory = directory;
    this.packed = packed;
  }

  path(...names) {
    return join(this.directory, ...names);
  }

  /** Writes a file, and its directory. */
  write(name, text) {
    const path = this.path(name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    return path;
  }

  /** Copies the files of the installed package beside a bundle, as docs/hosts.md says it for some bundlers. */
  copyPackage(to) {
    const dist = this.path("node_modules/reconcile-kit/dist");
    const wanted = readdirSync(dist).filter((name) => /\.(js|wasm)$/.test(name));
    for (const name of wanted) cpSync(join(dist, name), join(this.path(to), name));
  }

  /** Runs a program and reads the answers that it prints. */
  async answers(command, words, options = {}) {
    const { stdout } = await promisify(execFile)(command, words, {
      cwd: this.directory,
      maxBuffer: 64 * 1024 * 1024,
      ...options,
    });
    return JSON.parse(stdout);
  }

  remove() {
    rmSync(this.directory, { recursive: true, force: true });
  }
}

/** The lines of a module that import `parts`, and the object that the probe takes. */
export function imported(parts, from = ENTRIES) {
  const lines = parts.map((part) => `import * as ${part} from ${JSON.stringify(from[part])};`);
  return { head: lines.join("\n"), kit: kitOf(parts) };
}

/** The same for `require`. */
export function required(parts) {
  const lines = parts.map((part) => `const ${part} = require("${ENTRIES[part]}");`);
  return { head: lines.join("\n"), kit: kitOf(parts) };
}

/** What is imported as `inline` is the main entry to the probe. */
function kitOf(parts) {
  return `{ ${parts.map((part) => (part === "inline" ? "main: inline" : part)).join(", ")} }`;
}

/** A module that asks everything of `parts` and does `report` with the answers. */
export function program(parts, report, from) {
  const { head, kit } = imported(parts, from);
  return `${head}
import { probe } from "./probe.mjs";
import cases from "./cases.mjs";
const answers = await probe(${kit}, cases);
${report}
`;
}

/** Prints the answers. */
export const PRINTED = "process.stdout.write(JSON.stringify(answers));";
/** Leaves them where the one who opened the page looks. */
export const LEFT = "globalThis.answers = answers;";

/** Why a tool is not there; `undefined` when it is. */
export function toolMissing(name) {
  try {
    toolDirectory(name);
    return undefined;
  } catch {
    return `\`${name}\` is not installed`;
  }
}

/** Where a tool is installed, of those that only this needs. */
export function toolDirectory(name) {
  return dirname(createRequire(join(TOOLS, "package.json")).resolve(`${name}/package.json`));
}

/** A module of such a tool. */
export function tool(name) {
  return import(pathToFileURL(createRequire(join(TOOLS, "package.json")).resolve(name)).href);
}

/** Installs the tools. What is there stays, and npm takes the rest from its cache where it can. */
export function installTools() {
  execFileSync(NPM, ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline"], {
    cwd: TOOLS,
    stdio: ["ignore", "inherit", "inherit"],
  });
}

/** Whether the tools that are installed are those that are wanted. */
export function toolsAreCurrent() {
  try {
    const wanted = readFileSync(join(TOOLS, "package-lock.json"), "utf8");
    return readFileSync(join(TOOLS, "node_modules/.installed"), "utf8") === wanted;
  } catch {
    return false;
  }
}

/** Notes which tools were installed. */
export function noteTools() {
  cpSync(join(TOOLS, "package-lock.json"), join(TOOLS, "node_modules/.installed"));
}
