// The realm inside an instance: its one function, by which everything goes.

import realmSource from "realm:source";
import { AUTHORS_FILE } from "../origins/position.js";
import type { Request, Settings } from "../realm/main.js";
import type { Address } from "./exports.js";
import type { Machine, Result } from "./machine.js";

/** Where the values are that every call needs. An image that is put back moves nothing. */
export interface Realm {
  readonly context: Address;
  readonly runtime: Address;
  /** Room for one address. */
  readonly room: Address;
  /** The realm's function. */
  readonly answer: Address;
  readonly undefined: Address;
  readonly authorsFile: Address;
  readonly requests: Readonly<Record<Request, Address>>;
}

/** How call stacks name the realm's own file. */
const REALMS_FILE = "<reconcile-kit>";

const REQUESTS: readonly Request[] = ["take", "refuse", "find", "run", "tell", "stopped", "global"];
const AS_SCRIPT = 0;
const ALL = -1;
const EVERYTHING = 0;

/** A value, of which nothing may go wrong. */
function known(machine: Machine, context: Address, value: Address): Address {
  const thrown = machine.quickjs.resolveException(context, value);
  if (thrown === 0) return value;
  throw new Error(`the realm of lambdas cannot be made: ${machine.text(context, thrown)}`);
}

/** Makes the realm in an instance in which nothing ran yet. */
export function establish(
  machine: Machine,
  stack: number,
  settings: Settings & { engine: "quickjs" },
): Realm {
  const { quickjs } = machine;
  quickjs.construct();
  const runtime = quickjs.newRuntime();
  const context = quickjs.newContext(runtime, EVERYTHING);
  quickjs.setMaxStackSize(runtime, stack * 1024);
  quickjs.enableInterruptHandler(runtime);
  const [source, length] = machine.write(realmSource);
  const [file] = machine.write(REALMS_FILE);
  const begin = known(machine, context, quickjs.eval(context, source, length, file, 0, AS_SCRIPT));
  quickjs.free(source);
  const ask = quickjs.newFunction(context, machine.write("ask")[0], 1, 0, 1);
  const given = quickjs.newString(context, machine.write(JSON.stringify(settings))[0]);
  const list = machine.list([ask, given]);
  const answer = known(
    machine,
    context,
    quickjs.call(context, begin, quickjs.undefined(), 2, list),
  );
  hide(machine, context, settings.caught);
  const requests = Object.fromEntries(
    REQUESTS.map((request) => [request, quickjs.newString(context, machine.write(request)[0])]),
  );
  return {
    context,
    runtime,
    room: machine.list([0]),
    answer,
    undefined: quickjs.undefined(),
    authorsFile: machine.write(AUTHORS_FILE)[0],
    requests: requests as Record<Request, Address>,
  };
}

/** Makes a global a constant of scripts: those that come later know it, and no object has it. */
function hide(machine: Machine, context: Address, name: string): void {
  const script = `const ${name}=globalThis.${name};delete globalThis.${name}`;
  const [source, length] = machine.write(script);
  const [file] = machine.write(REALMS_FILE);
  known(machine, context, machine.quickjs.eval(context, source, length, file, 0, AS_SCRIPT));
}

/** Evaluates the lambda's text as a script in sloppy mode. What that gives is not looked at. */
export function evaluate(machine: Machine, realm: Realm, body: string): Result {
  const { context, authorsFile } = realm;
  const work = () => {
    const [source, length] = machine.write(body);
    return machine.quickjs.eval(context, source, length, authorsFile, 0, AS_SCRIPT);
  };
  return machine.within(work, context, false);
}

/** Asks the realm's function something, about a text and perhaps what was thrown. */
export function ask(
  machine: Machine,
  realm: Realm,
  request: Request,
  text = "",
  thrown = realm.undefined,
): Result {
  const { quickjs } = machine;
  const { context, answer } = realm;
  const work = () => {
    const given = quickjs.newString(context, machine.write(text)[0]);
    const list = machine.list([realm.requests[request], given, thrown]);
    return quickjs.call(context, answer, realm.undefined, 3, list);
  };
  return machine.within(work, context, true);
}

/** Does the jobs of promises, within what is left of the limits. What one of them throws stays in its promise. */
export function doJobs(machine: Machine, { runtime, context, room }: Realm): Result {
  return machine.goOn(() => machine.quickjs.doJobs(runtime, ALL, room), context);
}
