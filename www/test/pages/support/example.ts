// Opens the page on one of the examples, by a link as people share it.

import examples from "virtual:examples";
import type { Page } from "playwright-core";
import { fragmentOf } from "../../../src/carry/share.js";
import { decompose } from "../../../src/draft/decompose.js";
import type { OpenOptions, Site } from "./site.js";

/** The page with an example in it, such as `cognito/no-email.json`, in a profile of its own. */
export async function openExample(
  site: Site,
  path: string,
  options: OpenOptions = {},
): Promise<Page> {
  return site.open({ ...options, hash: await linkTo(path) });
}

/** The part of a link that holds an example. */
async function linkTo(path: string): Promise<string> {
  const example = examples.find((one) => one.path === path);
  const draft = example && decompose(example.text);
  const fragment = draft && (await fragmentOf(draft));
  if (!fragment) throw new Error(`there is no example \`${path}\``);
  return fragment;
}
