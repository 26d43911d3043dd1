// Takes in whatever was dropped, chosen or pasted.

import type { Draft } from "../../draft/draft.js";
import { baseName } from "../export/files.js";
import { Json } from "./json.js";
import { put } from "./put.js";
import { partsOf } from "./recognise.js";
import type { Base, Imported, Incoming, Kit, Part } from "./types.js";

/** What is put in first: a scenario takes the place of everything, and what comes with it is put into it. */
const ORDER = ["draft", "scenario", "identityProvider", "tenant", "application"];

/** What the texts are, put into the draft there is. It never throws for what they hold. */
export async function importTexts(
  incoming: readonly Incoming[],
  base: Base,
  kit: Kit,
): Promise<Imported> {
  const found: Part[] = [];
  const named = namedBy(incoming);
  for (const one of incoming) {
    const isNamed = one.name !== "" && named.has(one.name);
    if (!isNamed) found.push(...(await partsOf(one, incoming, kit)));
  }
  const files = await withJsonPolicies(incoming, named, kit);
  const { draft, said } = putAll(chosen(found), base, files);
  const faults = found.flatMap((part) => (part.kind === "fault" ? [part.text] : []));
  return { draft, said, faults };
}

function rank({ kind }: Part): number {
  const at = ORDER.indexOf(kind);
  return at === -1 ? ORDER.length : at;
}

function putAll(
  parts: readonly Part[],
  { draft, login }: Base,
  files: readonly Incoming[],
): { draft: Draft | undefined; said: readonly string[] } {
  let result: Draft | undefined;
  const said: string[] = [];
  for (const part of [...parts].sort((one, other) => rank(one) - rank(other))) {
    if (part.kind === "said") said.push(part.text);
    const done = put(result ?? draft, part, login, files);
    if (!done) continue;
    result = done.draft;
    said.push(done.said);
  }
  return { draft: result, said };
}

/** Of several lambdas the one that the identity provider names, else the first. */
function chosen(parts: readonly Part[]): readonly Part[] {
  const lambdas = parts.filter((part) => part.kind === "lambda");
  if (lambdas.length < 2) return parts;
  const providers = parts.flatMap((part) => (part.kind === "identityProvider" ? part.items : []));
  const named = providers.map(
    (text) => Json.of(text)?.get("lambdaConfiguration", "reconcileId")?.string,
  );
  const taken = lambdas.find(({ id }) => id !== "" && named.includes(id)) ?? lambdas[0];
  const left = `${lambdas.length - 1} more lambdas are left out.`;
  const others = parts.filter((part) => part.kind !== "lambda" || part === taken);
  return [...others, { kind: "said", text: left }];
}

/** The names of files that scenarios among the texts name: these are parts of them. */
function namedBy(incoming: readonly Incoming[]): ReadonlySet<string> {
  if (incoming.length < 2) return new Set();
  const names = incoming.flatMap(({ text }) =>
    [...text.matchAll(/["']?\bfile["']?\s*:\s*["']?([^"'\s,}]+)/g)].map(([, file = ""]) => file),
  );
  const present = new Set(incoming.map(({ name }) => name));
  return new Set(names.map(baseName).filter((name) => present.has(name)));
}

/** The files that are named, policies as JSON. */
async function withJsonPolicies(
  incoming: readonly Incoming[],
  named: ReadonlySet<string>,
  kit: Kit,
): Promise<readonly Incoming[]> {
  const files = incoming.filter(({ name }) => named.has(name));
  const read = files.map(async (file): Promise<Incoming> => {
    if (!/\.(json|ya?ml)$/i.test(file.name)) return file;
    const [part] = await partsOf(file, files, kit);
    return part?.kind === "policy" ? { ...file, text: part.json } : file;
  });
  return Promise.all(read);
}
