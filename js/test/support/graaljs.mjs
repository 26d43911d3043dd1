// The real GraalJS, installed when it is not there yet. Tests that use it are not among those that need no Java.

import { readdirSync, readFileSync } from "node:fs";
import { Sandbox } from "../../dist/sandbox.js";
import { run } from "./cli.mjs";

/** All versions, newest first. */
export const VERSIONS = ["24.1.2", "23.1.2", "22.3.3"];

/** Makes sure that a version is there. */
export function ensureInstalled(version) {
  const { graaljs } = JSON.parse(run(["engine", "list", "--json"]).out);
  if (graaljs.some((one) => one.version === version && one.isInstalled)) return;
  const { code, err } = run(["engine", "install", "graaljs", "--version", version]);
  if (code !== 0) throw new Error(err);
}

/** A sandbox that is closed after the test. */
export function opened(context, options) {
  const sandbox = new Sandbox(options);
  context.after(() => sandbox.close());
  return sandbox;
}

/** The numbers of the processes of GraalJS below that of `parent`. */
export function processesBelow(parent) {
  const all = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return all.filter((pid) => parentOf(pid) === parent && isHost(pid)).map(Number);
}

function parentOf(pid) {
  return Number(read(`/proc/${pid}/stat`).split(") ").at(-1)?.split(" ")[1]);
}

function isHost(pid) {
  return read(`/proc/${pid}/cmdline`).includes("reconcilekit.Main");
}

function read(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    // It ended meanwhile.
    return "";
  }
}
