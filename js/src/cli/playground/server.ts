// Serves the playground to this machine, and to nobody who only pretends to be it.

import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname } from "node:path";
import { UsageError } from "../exit.js";
import { ENCODINGS, type Encoding, type Files } from "./files.js";

/**
 * The page's directory. What a browser keeps of a page, it keeps for a directory of an address, and another program may
 * have this address tomorrow.
 */
const DIRECTORY = "/playground/";
/** How many ports are tried when the first is taken. */
const TRIES = 50;

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".json": "application/json",
  ".webmanifest": "application/manifest+json",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};

/** A server that runs. */
export interface Running {
  readonly address: string;
  stop(): Promise<void>;
}

/**
 * Serves `files`.
 *
 * @param goesOn Whether another port will do when `port` is taken.
 * @throws {UsageError} when the port cannot be had.
 */
export async function serve(files: Files, port: number, goesOn: boolean): Promise<Running> {
  const server = createServer((request, response) => {
    answer(files, request, response).catch(() => response.destroy());
  });
  await listen(server, port, goesOn ? TRIES : 1);
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}${DIRECTORY}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function listen(server: Server, port: number, tries: number): Promise<void> {
  try {
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(port, "127.0.0.1", () => {
        server.off("error", reject);
        resolve();
      });
    });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "EADDRINUSE" && tries > 1) return listen(server, port + 1, tries - 1);
    const isTaken = code === "EADDRINUSE";
    const what = isTaken ? `port ${port} is taken` : `port ${port} cannot be used: ${message}`;
    throw new UsageError(what, "give another one: `--port N`, or `--port 0` for any that is free");
  }
}

async function answer(
  files: Files,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  for (const [name, value] of safety(files.policy)) response.setHeader(name, value);
  const { method, url = "/" } = request;
  const [path = ""] = url.split("?", 1);
  if (!isThisMachine(request.headers.host)) {
    return refuse(response, 403, "This page is served to the machine that it runs on.");
  }
  if (method !== "GET" && method !== "HEAD") {
    response.setHeader("allow", "GET, HEAD");
    return refuse(response, 405, "Files can only be read.");
  }
  if (path === "/" || path === DIRECTORY.slice(0, -1)) {
    response.writeHead(302, { location: DIRECTORY, "cache-control": "no-cache" }).end();
    return;
  }
  const name = path.startsWith(DIRECTORY) ? path.slice(DIRECTORY.length) || "index.html" : "";
  const tag = files.tag(name);
  if (tag === undefined) return refuse(response, 404, "There is no such file.");
  await send(files, name, tag, request, response);
}

/** What browsers are told not to allow, whatever the page says itself. */
function safety(policy: string): [string, string][] {
  return [
    ["content-security-policy", `${policy}; frame-ancestors 'none'`],
    ["x-content-type-options", "nosniff"],
    ["referrer-policy", "no-referrer"],
    ["cross-origin-opener-policy", "same-origin"],
    ["cross-origin-resource-policy", "same-origin"],
  ];
}

/** Whether the browser means this machine: a page elsewhere can have its own name lead here (DNS rebinding). */
function isThisMachine(host = ""): boolean {
  return /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i.test(host);
}

async function send(
  files: Files,
  name: string,
  tag: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const encoding = encodingFor(request.headers["accept-encoding"]);
  const etag = `"${tag}-${encoding}"`;
  // Their names tell what assets hold.
  const isForEver = name.startsWith("assets/");
  response.setHeader(
    "cache-control",
    isForEver ? "public, max-age=31536000, immutable" : "no-cache",
  );
  response.setHeader("etag", etag);
  response.setHeader("vary", "accept-encoding");
  if (request.headers["if-none-match"]?.includes(etag)) {
    response.writeHead(304).end();
    return;
  }
  const body = await files.body(name, encoding);
  if (encoding !== "identity") response.setHeader("content-encoding", encoding);
  response.setHeader("content-type", TYPES[extname(name)] ?? "application/octet-stream");
  response.setHeader("content-length", body.length);
  response.end(request.method === "HEAD" ? undefined : body);
}

/** The best encoding that `accepted` names and does not refuse. */
function encodingFor(accepted = ""): Encoding {
  const names = accepted
    .toLowerCase()
    .split(",")
    .map((part) => part.trim().split(/\s*;\s*q=/))
    .filter(([, quality]) => quality === undefined || Number(quality) > 0)
    .map(([name]) => name);
  return ENCODINGS.find((encoding) => names.includes(encoding)) ?? "identity";
}

function refuse(response: ServerResponse, status: number, words: string): void {
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8" });
  response.end(`${words}\n`);
}
