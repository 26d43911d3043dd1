// Whose code the package carries, and on what terms: the npm packages in its bundles, and the crates in its modules.

import { execFileSync } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

const CARGO = "metadata --format-version 1 --locked --filter-platform wasm32-unknown-unknown";

/** The files in which crates have their terms. Of several licences to choose from, the shortest is taken. */
const TERMS = /^(LICEN[CS]E|COPYING|UNLICENSE)/i;
const CHOICE = [/MIT/i, /^LICEN[CS]E(\.md|\.txt)?$/i, /BSD/i, /ZLIB/i, /APACHE/i, /./];

/** The standard library is no package of Cargo's. */
const STANDARD_LIBRARY = {
  name: "Rust's standard library",
  licence: "MIT OR Apache-2.0",
  text: "Copyright (c) The Rust Project Contributors\n\nThe terms of both licences stand in LICENSE-MIT and LICENSE-APACHE beside this package's README.",
};

const MIT = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

/** The npm packages that `inputs`, paths of what was bundled, are of. */
export async function npmPackages(inputs) {
  const names = [...inputs].map((path) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1]);
  const found = [...new Set(names.filter((name) => name !== undefined))]
    .sort()
    .map(async (name) => {
      const directory = join(root, "node_modules", name);
      const { license } = JSON.parse(await readFile(join(directory, "package.json"), "utf8"));
      return { name, licence: license, text: await termsIn(directory) };
    });
  return Promise.all(found);
}

/** The crates that end up in the modules: those that run, not those that only compile. */
export async function crates() {
  const options = { cwd: root, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 };
  const metadata = JSON.parse(
    execFileSync(process.env.CARGO ?? "cargo", CARGO.split(" "), options),
  );
  const packages = new Map(metadata.packages.map((one) => [one.id, one]));
  const nodes = new Map(metadata.resolve.nodes.map((node) => [node.id, node]));
  const ours = metadata.packages.find(({ name }) => name === "reconcile-kit");
  const reached = new Set([ours.id]);
  for (const id of reached) {
    for (const { pkg, dep_kinds } of nodes.get(id).deps) {
      const runs = dep_kinds.some(({ kind }) => kind === null);
      if (runs && !isCompilers(packages.get(pkg)) && !isLeftOut(packages.get(pkg)))
        reached.add(pkg);
    }
  }
  reached.delete(ours.id);
  const found = [...reached].map(async (id) => {
    const { name, license, authors, manifest_path } = packages.get(id);
    const text = (await termsIn(dirname(manifest_path))) || termsOf(license, authors);
    return { name, licence: license, text };
  });
  return [...(await Promise.all(found)).sort(byName), STANDARD_LIBRARY];
}

const isCompilers = ({ targets }) => targets.some(({ kind }) => kind.includes("proc-macro"));

/** Derives the schemas, and is in no module. */
const isLeftOut = ({ name }) => name === "schemars";

const byName = (one, other) => (one.name < other.name ? -1 : 1);

/** The terms that lie in a package's directory; empty where there are none. */
async function termsIn(directory) {
  const files = (await readdir(directory)).filter((file) => TERMS.test(file));
  for (const wanted of CHOICE) {
    const file = files.sort().find((name) => wanted.test(name));
    if (file)
      return (await readFile(join(directory, file), "utf8")).trim().replaceAll("\r\n", "\n");
  }
  return "";
}

/** The terms of a package that has no copy of them. */
function termsOf(licence, authors) {
  if (!/\bMIT\b/.test(licence)) throw new Error(`the terms of ${licence} have to be found`);
  return `Copyright (c) ${authors.join(", ") || "its authors"}\n\n${MIT}`;
}

/** One text of all, in which the same terms stand once, below everything that they are of. */
export function licenceText(packages) {
  const groups = new Map();
  for (const { name, licence, text } of packages) {
    groups.set(text, [...(groups.get(text) ?? []), `${name} (${licence})`]);
  }
  const parts = [...groups].map(
    ([terms, names]) => `${names.join("\n")}\n${"-".repeat(40)}\n\n${terms}\n`,
  );
  return parts.join("\n\n");
}
