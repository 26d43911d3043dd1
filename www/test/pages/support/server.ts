// A plain static host: what every host does with `www/dist`, and a record of what it was asked.

import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";

/** The host has more than one site, so the page is in a directory of it. */
export const DIRECTORY = "/some/where/";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".json": "application/json",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
};

const compress = promisify(gzip);

/** How files travel. */
export type Encoding = "gzip" | "identity";

/** Something that was asked of the host. */
export interface Asked {
  readonly method: string;
  /** With its query string, if it has one. */
  readonly url: string;
  /** When it arrived, in milliseconds since 1970. */
  readonly at: number;
  /** How long the answer's body was as it travelled. */
  bytes: number;
}

/** What a host may be like. */
export interface HostOptions {
  readonly encoding?: Encoding;
  /** What takes the place of a file, or is answered with 404 where it is `undefined`. */
  readonly instead?: ReadonlyMap<string, string | Buffer | undefined>;
}

/** A host of one directory. */
export class Host {
  readonly asked: Asked[] = [];
  /** Where its files are, even when it is gone. */
  address = "";
  /** Files are taken from here; another one is another version. */
  directory: string;
  readonly #options: HostOptions;
  readonly #server: Server;
  readonly #encoded = new Map<string, Promise<Buffer>>();

  private constructor(directory: string, options: HostOptions) {
    this.directory = directory;
    this.#options = options;
    this.#server = createServer((request, response) => void this.#answer(request, response));
  }

  static async start(directory: string, options: HostOptions = {}): Promise<Host> {
    const host = new Host(directory, options);
    await new Promise<void>((resolve) => host.#server.listen(0, "127.0.0.1", resolve));
    const { port } = host.#server.address() as AddressInfo;
    host.address = `http://127.0.0.1:${port}${DIRECTORY}`;
    return host;
  }

  /** Ends it; a second call does nothing. */
  async stop(): Promise<void> {
    if (!this.#server.listening) return;
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = "GET", url = "/" } = request;
    const asked: Asked = { method, url, at: Date.now(), bytes: 0 };
    this.asked.push(asked);
    const { pathname } = new URL(url, "http://localhost");
    const name = pathname.replace(DIRECTORY, "") || "index.html";
    try {
      const content = await this.#content(name);
      if (content === undefined) throw new Error("it is not there");
      const { encoding = "identity" } = this.#options;
      const body = await this.#encode(`${this.directory} ${name}`, content, encoding);
      asked.bytes = body.length;
      if (encoding !== "identity") response.setHeader("content-encoding", encoding);
      response.setHeader("content-type", TYPES[extname(name)] ?? "text/plain").end(body);
    } catch {
      response.writeHead(404).end();
    }
  }

  async #content(name: string): Promise<Buffer | undefined> {
    for (const [part, content] of this.#options.instead ?? []) {
      if (name.includes(part)) return content === undefined ? undefined : Buffer.from(content);
    }
    return readFile(join(this.directory, normalize(name)));
  }

  #encode(key: string, content: Buffer, encoding: Encoding): Promise<Buffer> {
    if (encoding === "identity") return Promise.resolve(content);
    const encoded = this.#encoded.get(key) ?? compress(content);
    this.#encoded.set(key, encoded);
    return encoded;
  }
}
