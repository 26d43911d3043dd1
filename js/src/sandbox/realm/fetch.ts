// `fetch` as FusionAuth has it: synchronous, answered from the scenario.

import {
  ErrorOf,
  enter,
  install,
  own,
  ownKeys,
  quoted,
  realm,
  TypeErrorOf,
  textOf,
  toLowerCase,
  toUpperCase,
} from "./primordials.js";

let answers: object = [];

/** What addresses answer: an array of `{url, method?, status, headers?, body?}`. */
export function answerFrom(list: unknown): void {
  if (typeof list === "object" && list !== null) answers = list;
}

/** Puts `fetch` into the realm. */
export function installFetch(): void {
  install(realm, "fetch", (url: unknown, options?: unknown) => {
    if (typeof url !== "string") {
      throw new TypeErrorOf("the first argument of fetch is the address, as a text");
    }
    const method = methodOf(options);
    const answer = found(url, method);
    if (answer === undefined) throw new ErrorOf(unlisted(url, method));
    return response(answer);
  });
}

function methodOf(options: unknown): string {
  if (typeof options !== "object" || options === null) return "GET";
  const { method } = options as { method?: unknown };
  return method === undefined ? "GET" : toUpperCase(textOf(method));
}

function found(url: string, method: string): object | undefined {
  const count = own(answers, "length") as number;
  for (let index = 0; index < count; index++) {
    const answer = own(answers, textOf(index)) as object;
    const answered = toUpperCase(textOf(own(answer, "method") ?? "GET"));
    if (own(answer, "url") === url && answered === method) return answer;
  }
  return undefined;
}

function unlisted(url: string, method: string): string {
  const asked = method === "GET" ? "" : `"method":${quoted(method)},`;
  const entry = `{"url":${quoted(url)},${asked}"status":200,"body":""}`;
  return `the scenario does not say what ${method} ${url} answers: add ${entry} to its \`fetch\``;
}

function response(answer: object): object {
  const headers = {};
  const given = own(answer, "headers");
  const names = typeof given === "object" && given !== null ? ownKeys(given) : [];
  for (let index = 0; index < names.length; index++) {
    const name = names[index] as string;
    enter(headers, toLowerCase(name), textOf(own(given as object, name)));
  }
  const made = {};
  enter(made, "status", own(answer, "status"));
  enter(made, "headers", headers);
  enter(made, "body", own(answer, "body") ?? "");
  return made;
}
