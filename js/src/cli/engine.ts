// `reconcile-kit engine`: which engines there are, and installing one.

import { installedEngines } from "../engines/list.js";
import { unknown } from "../engines/unknown.js";
import { GRAALJS, type GraalJsVersion, isGraalJsVersion, NEWEST } from "../engines/versions.js";
import { nearest } from "../nearest.js";
import { ENGINES } from "../sandbox/choice.js";
import type { Arguments } from "./arguments.js";
import type { Command } from "./command.js";
import { usageOf } from "./engine-choice.js";
import { EXIT, UsageError } from "./exit.js";
import { printJson } from "./report.js";

const VERSIONS = GRAALJS.map(({ version }) => version);

const HELP = `Says which engines can run lambdas, and installs the one that FusionAuth runs.

Usage: reconcile-kit engine list [--json]
       reconcile-kit engine install graaljs [--version V]

quickjs is built in and made to behave as FusionAuth's engine does. graaljs is
that engine itself. It needs Java 17 or newer to run, and Maven to be installed:
Maven fetches it into your cache directory.

Options:
  --version V  the GraalJS to install: ${VERSIONS.join(", ")}, or all
               (default: ${NEWEST}, which today's FusionAuth runs)
  --json       print the list as JSON
  --help       print this

Exit codes: 0 done, 2 bad usage, or Java or Maven is missing, or installing
failed.
`;

const ACTIONS: Readonly<Record<string, (call: Arguments) => Promise<void> | void>> = {
  list,
  install,
};

/** The command `engine`. */
export const engine: Command = {
  summary: "List what can run lambdas, and install FusionAuth's own engine",
  help: HELP,
  options: { version: "string", json: "boolean" },
  async run(call) {
    const [name] = call.operands;
    const help = "write `reconcile-kit engine list` or `reconcile-kit engine install graaljs`";
    if (name === undefined) throw new UsageError("`engine` needs to know what to do", help);
    const action = Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined;
    if (!action) {
      const near = nearest(name, Object.keys(ACTIONS));
      const hint = near ? `did you mean \`${near}\`?` : help;
      throw new UsageError(`\`engine\` cannot \`${name}\``, hint);
    }
    try {
      await action(call);
    } catch (error) {
      throw usageOf(error);
    }
    return EXIT.done;
  },
};

async function install({ operands: [, name, another], values, switches }: Arguments) {
  if (name === undefined || another !== undefined || switches.has("json")) {
    const help = "write `reconcile-kit engine install graaljs`";
    throw new UsageError("`engine install` takes the name of one engine", help);
  }
  if (name === "quickjs") {
    const help = "use it as it is, or install `graaljs`";
    throw new UsageError("`quickjs` is built in", help);
  }
  if (name !== "graaljs") throw unknown("an engine", name, ENGINES);
  const { install: installGraalJs } = await import("../engines/install.js");
  for (const version of versionsIn(values.get("version"))) {
    const directory = await installGraalJs(version, say);
    say(`GraalJS ${version} is installed in ${directory}`);
  }
}

function versionsIn(given: string = NEWEST): readonly GraalJsVersion[] {
  if (given === "all") return VERSIONS;
  if (isGraalJsVersion(given)) return [given];
  throw unknown("a version of `graaljs`", given, VERSIONS);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function list({ operands: [, operand], switches, values }: Arguments): void {
  const given = operand ?? (values.has("version") ? "--version" : undefined);
  if (given !== undefined) {
    const help = "write `reconcile-kit engine list`";
    throw new UsageError(`\`engine list\` takes no \`${given}\``, help);
  }
  const found = installedEngines();
  if (switches.has("json")) {
    printJson(JSON.stringify(found, null, 2));
    return;
  }
  say("quickjs  built in, for every FusionAuth; the default");
  for (const { version, fusionAuth, directory, isInstalled } of found.graaljs) {
    const where = isInstalled ? `installed in ${directory}` : "not installed";
    say(`graaljs  ${version}, for FusionAuth ${fusionAuth}: ${where}`);
  }
  const { java, maven } = found;
  const oldest = java && !java.isNewEnough ? ", which is too old: 17 is needed" : "";
  say("");
  say(`Java   ${java ? `${java.version} (${java.command})${oldest}` : "none; `graaljs` needs it"}`);
  say(
    `Maven  ${maven ? `${maven.version} (${maven.command})` : "none; needed to install `graaljs`"}`,
  );
}
