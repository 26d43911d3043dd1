// A thread between the sandbox's worker, which waits without turning its event loop, and the process.

import { type ChildProcess, spawn } from "node:child_process";
import { type MessagePort, workerData } from "node:worker_threads";

/** What the thread is given. */
export interface BridgeData {
  readonly command: string;
  readonly arguments: readonly string[];
  /** Where lines to the process come from, and what it says goes. */
  readonly port: MessagePort;
  /** Counts what was said, and wakes whoever waits for it. */
  readonly said: Int32Array;
}

/** What comes from the process: a line of its, or that it ended and why. */
export type FromProcess =
  | { readonly kind: "line"; readonly texts: readonly string[] }
  | { readonly kind: "ended"; readonly reason: string };

/** Longest line that may come, and how much of what is printed as an error is kept. */
const LONGEST_LINE = 64 * 1024 * 1024;
const LONGEST_ERROR = 4000;

const { command, arguments: words, port, said } = workerData as BridgeData;

function tell(message: FromProcess): void {
  port.postMessage(message);
  Atomics.add(said, 0, 1);
  Atomics.notify(said, 0);
}

/** Says once that the process ended, and makes sure that it did. */
function end(child: ChildProcess, reason: string): void {
  if (isEnded) return;
  isEnded = true;
  child.kill("SIGKILL");
  tell({ kind: "ended", reason });
  port.close();
}

let isEnded = false;
let errors = "";
let begun: string[] = [];
let length = 0;

const child = spawn(command, words, { stdio: "pipe", windowsHide: true });
child.stdout.setEncoding("utf8").on("data", (text: string) => hear(text));
child.stderr.setEncoding("utf8").on("data", (text: string) => {
  errors = (errors + text).slice(0, LONGEST_ERROR);
});
// Whether it reads is known by whether it lives.
child.stdin.on("error", () => {});
child.on("error", (error) => end(child, error.message));
child.on("close", (code, signal) => {
  const how = signal ? `was ended by ${signal}` : `ended with code ${code}`;
  end(child, `its process ${how}${firstError()}`);
});

// A text is a line for the process, and `null` asks for its end.
port.on("message", (line: string | null) => {
  if (line === null) end(child, "it was ended");
  else child.stdin.write(line);
});

function hear(text: string): void {
  const lines = text.split("\n");
  for (const [index, line] of lines.entries()) {
    begun.push(line);
    length += line.length;
    if (index < lines.length - 1) {
      understand(begun.join(""));
      begun = [];
      length = 0;
    }
  }
  if (length > LONGEST_LINE) end(child, "its process printed what is no answer");
}

function understand(line: string): void {
  if (isEnded) return;
  const texts = textsIn(line);
  if (texts) tell({ kind: "line", texts });
  else end(child, `its process printed what is no answer: \`${line.trim().slice(0, 80)}\``);
}

function textsIn(line: string): string[] | undefined {
  try {
    const value: unknown = JSON.parse(line);
    const isTexts = Array.isArray(value) && value.every((text) => typeof text === "string");
    return isTexts && value.length > 0 ? value : undefined;
  } catch {
    return undefined;
  }
}

/** What Java says first is why; the rest is where. */
function firstError(): string {
  const line = errors
    .split("\n")
    .map((text) => text.trim())
    .find((text) => text !== "" && !text.startsWith("Picked up "));
  return line ? `: ${line.slice(0, 300)}` : "";
}
