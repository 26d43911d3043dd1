// The worker: the core and the engine live in it, and the caller's thread only waits.

import quickjs from "embedded:quickjs";
import { start } from "../../core.js";
import { bytesOf } from "../../embedded/bytes.js";
import type { GraalJsVersion } from "../../engines/versions.js";
import { type Failure, failure, ReconcileKitError } from "../../errors.js";
import type { Engine } from "../engine.js";
import type { Limits } from "../limits.js";
import type { Beginning, Message, Request } from "../messages.js";
import { QuickJsEngine } from "../quickjs/engine.js";
import { Service } from "./service.js";

/** What the worker's host does for it. */
export interface WorkerHost {
  /** Expands what was compressed as zlib does it. */
  inflate(bytes: Uint8Array<ArrayBuffer>): Promise<BufferSource>;
  /** GraalJS, in processes of its own. */
  graalJs(limits: Required<Limits>, version?: GraalJsVersion): Engine;
  /** Says something to the owner. */
  say(message: Message): void;
  /** Hears what the owner says. */
  listen(hear: (message: Request | Beginning) => void): void;
}

let host: WorkerHost;

/** Requests wait here until everything is loaded. */
let early: Request[] | undefined = [];
let service: Service | undefined;

/** Begins to listen. */
export function workOn(given: WorkerHost): void {
  host = given;
  host.listen((message) => {
    if (message.kind === "begin") void begin(message);
    else if (early) early.push(message);
    else serve(message);
  });
}

async function begin(beginning: Beginning): Promise<void> {
  let reason: Failure | undefined;
  try {
    const [engine] = await Promise.all([engineFor(beginning), start()]);
    service = new Service(engine, signOfLife(beginning.limits));
    host.say({ kind: "alive" });
  } catch (error) {
    reason = failureOf(error);
  }
  const requests = early ?? [];
  early = undefined;
  for (const request of requests) serve(request, reason);
}

async function engineFor({ engine, limits }: Beginning): Promise<Engine> {
  if (engine.name === "graaljs") return host.graalJs(limits, engine.version);
  return new QuickJsEngine(await WebAssembly.compile(await host.inflate(bytesOf(quickjs))), limits);
}

function serve(request: Request, reason?: Failure): void {
  if (!service) {
    const unknown = failure(
      "sandbox-failed",
      "",
      "the sandbox did not start",
      "see earlier errors",
    );
    host.say({ kind: "failure", failure: reason ?? unknown });
    return;
  }
  try {
    host.say({ kind: "answer", text: service.answer(request) });
  } catch (error) {
    host.say({ kind: "failure", failure: failureOf(error) });
  }
}

/** Says that all is well, so that whoever waits goes on waiting, but not before every run. */
function signOfLife({ deadline }: Required<Limits>): () => void {
  let latest = performance.now();
  return () => {
    const now = performance.now();
    if (now - latest < deadline / 4) return;
    latest = now;
    host.say({ kind: "alive" });
  };
}

function failureOf(error: unknown): Failure {
  if (error instanceof ReconcileKitError) {
    const { message, code, path, help, url, line, column, found, expected, diagnostics } = error;
    return {
      message,
      code,
      path,
      help,
      url,
      line,
      column,
      found,
      expected,
      diagnostics,
    } as Failure;
  }
  const message = `the sandbox stopped: ${error instanceof Error ? error.message : String(error)}`;
  return failure("internal", "", message, "this is a fault of reconcile-kit: please report it");
}
