// AWS Lambda: its runtime interface, played by a small server, and a function as it is deployed, bundled and not.

import { execFile } from "node:child_process";
import { cpSync, readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { build } from "esbuild";
import { imported, NODE_PARTS } from "../project.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const EXAMPLE = here("../../../examples/runtimes/aws-lambda");
const BOOTSTRAP = here("../bootstrap.mjs");
const VERSION = "2018-06-01";

async function bodyOf(request) {
  const parts = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString();
}

/**
 * Hands out `events` as AWS Lambda's runtime interface does, and takes what comes back, in their order: `response`
 * or `error`, or `init` when the function did not even load.
 */
async function playInterface(events, runFunction) {
  const invocations = events.map((event, index) => ({ id: `request-${index}`, event }));
  const results = [];
  const server = createServer(async (request, response) => {
    const path = request.url.replace(`/${VERSION}/runtime/`, "");
    if (request.method === "GET" && path === "invocation/next") {
      const next = invocations.shift();
      if (!next) {
        // There are no more events. AWS would freeze the function here.
        response.writeHead(410).end();
        return;
      }
      response.writeHead(200, {
        "content-type": "application/json",
        "lambda-runtime-aws-request-id": next.id,
        "lambda-runtime-deadline-ms": String(Date.now() + 30_000),
        "lambda-runtime-invoked-function-arn": "arn:aws:lambda:us-east-1:111122223333:function:f",
      });
      response.end(JSON.stringify(next.event));
      return;
    }
    const [, kind] = /^(?:invocation\/[\w-]+\/(response|error)|init\/error)$/.exec(path) ?? [];
    results.push({ kind: kind ?? "init", body: JSON.parse(await bodyOf(request)) });
    response.writeHead(202, { "content-type": "application/json" }).end('{"status":"OK"}');
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    await runFunction(`127.0.0.1:${server.address().port}`);
    return results;
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

/** Runs the function in `directory` on `events`, in an environment that has what AWS's has. */
function invoke(directory, events) {
  return playInterface(events, (address) =>
    promisify(execFile)(process.execPath, [BOOTSTRAP], {
      cwd: directory,
      env: {
        PATH: process.env.PATH,
        AWS_LAMBDA_RUNTIME_API: address,
        LAMBDA_TASK_ROOT: directory,
        _HANDLER: "handler.handler",
      },
    }),
  );
}

/** The example's events with what the handler answers to each when it is called directly. */
async function expected() {
  const { handler } = await import(pathToFileURL(`${EXAMPLE}/handler.mjs`).href);
  const files = readdirSync(`${EXAMPLE}/events`).sort();
  const events = files.map((file) => JSON.parse(readFileSync(`${EXAMPLE}/events/${file}`, "utf8")));
  const results = [];
  for (const event of events) {
    try {
      results.push({ kind: "response", body: JSON.parse(JSON.stringify(await handler(event))) });
    } catch ({ name, message }) {
      results.push({ kind: "error", body: { errorType: name, errorMessage: message } });
    }
  }
  return { events, results };
}

function withoutTrace({ kind, body }) {
  const { trace: _, ...rest } = body;
  return { kind, body: rest };
}

/** The example's own handler has to answer as it does without AWS. */
async function checkExample(directory) {
  const { events, results } = await expected();
  const found = await invoke(directory, events);
  if (JSON.stringify(found.map(withoutTrace)) !== JSON.stringify(results)) {
    throw new Error(`the example's handler answers ${JSON.stringify(found)}`);
  }
}

/** A handler that answers every event with all answers. */
function askingAll() {
  const { head, kit } = imported(NODE_PARTS);
  return `${head}
import { probe } from "./probe.mjs";
import cases from "./cases.mjs";
export const handler = () => probe(${kit}, cases);
`;
}

function host(name, isQuick, prepare) {
  return {
    name,
    isQuick,
    parts: NODE_PARTS,
    missing: () => undefined,
    async run(project) {
      const directory = name.replace(/\W+/g, "-");
      const example = project.path(directory, "example");
      cpSync(`${EXAMPLE}/policy.json`, `${example}/policy.json`);
      await prepare(`${EXAMPLE}/handler.mjs`, example, project, `${directory}/example`);
      await checkExample(example);
      const all = project.write(`${directory}-all.mjs`, askingAll());
      const every = project.path(directory, "all");
      await prepare(all, every, project, `${directory}/all`);
      const [{ kind, body }] = await invoke(every, [{}]);
      if (kind !== "response") throw new Error(body.errorMessage);
      return { answers: body, version: `Node.js ${process.version}` };
    },
  };
}

/** The files as they are, with `node_modules` above them. */
async function plainly(entry, directory) {
  cpSync(entry, `${directory}/handler.mjs`);
  for (const name of ["probe.mjs", "cases.mjs"])
    cpSync(`${directory}/../../${name}`, `${directory}/${name}`);
}

/** One file, as the example's README says it. */
async function bundled(entry, directory, project, name) {
  await build({
    entryPoints: [entry],
    outfile: `${directory}/handler.mjs`,
    bundle: true,
    platform: "node",
    format: "esm",
    nodePaths: [project.path("node_modules")],
    logLevel: "error",
  });
  project.copyPackage(name);
}

export const awsHosts = [
  host("AWS Lambda", false, plainly),
  host("AWS Lambda, bundled", true, bundled),
];
