// Node.js: the one in use and, from npm, each line that is maintained; as modules, CommonJS and TypeScript.

import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import {
  INLINE_PARTS,
  NODE_PARTS,
  PRINTED,
  program,
  required,
  toolDirectory,
  toolMissing,
} from "../project.mjs";

const LINES = ["20", "22", "24", "26"];

const IN_USE = {
  suffix: "in use",
  isQuick: true,
  command: () => process.execPath,
  missing: () => undefined,
};

const ALL = [
  IN_USE,
  ...LINES.map((line) => ({
    suffix: line,
    isQuick: false,
    command: () => join(toolDirectory(`node-${line}`), "bin/node"),
    missing: () => toolMissing(`node-${line}`),
  })),
];

const FORMS = [
  ["import", "esm", NODE_PARTS],
  ["import, inline", "esm", INLINE_PARTS],
  ["require", "cjs", NODE_PARTS],
  ["require, inline", "cjs", INLINE_PARTS],
];

function commonJs(parts) {
  const { head, kit } = required(parts);
  return `${head}
const { probe } = require("./probe.cjs");
probe(${kit}, require("./cases.cjs")).then((answers) => ${PRINTED.replace(";", "")});
`;
}

/** Runs it, and says which version it was. */
async function runBy(command, project, file) {
  const version = execFileSync(command, ["--version"], { encoding: "utf8" }).trim();
  return { answers: await project.answers(command, [file]), version: `Node.js ${version}` };
}

const plain = ALL.flatMap(({ suffix, isQuick, command, missing }) =>
  FORMS.map(([form, kind, parts]) => ({
    name: `Node.js ${suffix}, ${form}`,
    isQuick,
    parts,
    missing,
    run(project) {
      const name = `node-${form.replace(/\W+/g, "-")}.${kind === "esm" ? "mjs" : "cjs"}`;
      project.write(name, kind === "esm" ? program(parts, PRINTED) : commonJs(parts));
      return runBy(command(), project, name);
    },
  })),
);

/** Uses what only the types say. */
const TYPED = `
import type { Outcome, Scenario } from "reconcile-kit";
const scenario: Scenario = { identityProvider: {}, login: { userinfo: { sub: "1" } } };
const decision: Outcome["decision"] | undefined = ((given: Scenario): Outcome | undefined => {
  const preview = main.simulate(given);
  return "logins" in preview ? undefined : preview;
})(scenario)?.decision;
// Nothing in this login says who it is.
if (decision !== "reject") throw new Error(String(decision));
`;

/** Resolution, the module form that goes with it, the file's ending, and whether every test run includes it. */
const RESOLUTIONS = [
  ["node16", "node16", "mts", false],
  ["node16", "node16", "cts", true],
  ["nodenext", "nodenext", "mts", true],
  ["nodenext", "nodenext", "cts", false],
  ["bundler", "esnext", "mts", true],
];

function typescript([moduleResolution, module, ending, isQuick]) {
  const directory = `typescript-${moduleResolution}-${ending}`;
  return {
    name: `TypeScript, ${moduleResolution}, ${ending === "mts" ? "import" : "require"}`,
    isQuick,
    parts: NODE_PARTS,
    missing: () => undefined,
    async run(project) {
      const tsc = createRequire(import.meta.url).resolve("typescript/package.json");
      const text = ending === "mts" ? program(NODE_PARTS, PRINTED) : requiring();
      project.write(`${directory}/main.${ending}`, text.replaceAll('"./', '"../') + TYPED);
      const compilerOptions = {
        strict: true,
        module,
        moduleResolution,
        target: "ES2022",
        lib: ["ES2022", "DOM"],
        types: ["node"],
        typeRoots: [join(tsc, "../../@types")],
        skipLibCheck: false,
        esModuleInterop: true,
      };
      const config = { compilerOptions, files: [`main.${ending}`] };
      project.write(`${directory}/tsconfig.json`, JSON.stringify(config));
      try {
        const words = [join(tsc, "../bin/tsc"), "--project", directory];
        execFileSync(process.execPath, words, { cwd: project.directory, encoding: "utf8" });
      } catch (error) {
        throw new Error(error.stdout);
      }
      const { version } = createRequire(import.meta.url)("typescript/package.json");
      const { answers } = await runBy(
        process.execPath,
        project,
        `${directory}/main.${ending.replace("ts", "js")}`,
      );
      return { answers, version: `TypeScript ${version}` };
    },
  };
}

/** A CommonJS file in TypeScript: it is written with \`import\` too, and becomes \`require\`. */
function requiring() {
  return program(NODE_PARTS, PRINTED)
    .replace('import { probe } from "./probe.mjs";', 'const { probe } = require("./probe.cjs");')
    .replace('import cases from "./cases.mjs";', 'const cases = require("./cases.cjs");')
    .replace(/const answers = await ([^;]+);\n(.*)/, "void $1.then((answers: object) => { $2 });");
}

export const nodeHosts = [...plain, ...RESOLUTIONS.map(typescript)];
