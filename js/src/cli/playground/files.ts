// The playground's files, as the package holds them: compressed, and the modules where the package has them anyway.

import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { brotliCompress, brotliDecompress, constants, gzip } from "node:zlib";
import { UsageError } from "../exit.js";

const DIRECTORY = new URL("./", import.meta.url);

/** How a file may travel, the best first. */
export const ENCODINGS = ["br", "gzip", "identity"] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** What the build wrote about the playground. */
interface Manifest {
  /** The page's Content-Security-Policy. */
  readonly policy: string;
  readonly files: Readonly<Record<string, Stored>>;
}

interface Stored {
  /** Where the package has it; what ends in `.br` is compressed. */
  readonly stored: string;
  /** Tells what it holds. */
  readonly tag: string;
}

/** The files of the playground, and nothing else: what is not in the manifest does not exist. */
export class Files {
  readonly policy: string;
  readonly #files: ReadonlyMap<string, Stored>;
  readonly #bodies = new Map<string, Promise<Buffer>>();

  constructor({ policy, files }: Manifest) {
    this.policy = policy;
    this.#files = new Map(Object.entries(files));
  }

  /** What identifies the content at `path`; `undefined` where there is no such file. */
  tag(path: string): string | undefined {
    return this.#files.get(path)?.tag;
  }

  /** The file at `path` as it travels, which is worked out once. */
  body(path: string, encoding: Encoding): Promise<Buffer> {
    const key = `${encoding} ${path}`;
    const body = this.#bodies.get(key) ?? this.#encode(path, encoding);
    this.#bodies.set(key, body);
    return body;
  }

  async #encode(path: string, encoding: Encoding): Promise<Buffer> {
    const { stored } = this.#files.get(path) ?? { stored: "" };
    if (encoding === "gzip") return promisify(gzip)(await this.body(path, "identity"));
    const content = await readFile(new URL(stored, DIRECTORY));
    const isCompressed = stored.endsWith(".br");
    if (encoding === "br") return isCompressed ? content : compressQuickly(content);
    return isCompressed ? promisify(brotliDecompress)(content) : content;
  }
}

/** Somebody waits. */
function compressQuickly(content: Buffer): Promise<Buffer> {
  return promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
}

/**
 * The playground that the package has.
 *
 * @throws {UsageError} when it was built without one.
 */
export async function readFiles(): Promise<Files> {
  try {
    const manifest = await readFile(new URL("playground/playground.json", DIRECTORY), "utf8");
    return new Files(JSON.parse(manifest));
  } catch {
    const help = "in the repository, run `cargo xtask build`; elsewhere, install the package again";
    throw new UsageError("this package was built without the playground", help);
  }
}
