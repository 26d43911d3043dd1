// The worker that holds the core. It starts with the small module and goes on with the whole
// package.

import * as small from "./first.js";
import type { Answers, Message, Order, Question, Request } from "./protocol.js";
import { reasonOf, refusal, refusalOf } from "./refusal.js";

let first: Promise<Partial<Answers>> | undefined;
let whole: Promise<Answers> | undefined;
/** Everything, once it is there. */
let all: Answers | undefined;

function say(message: Message): void {
  self.postMessage(message);
}

async function loadWhole(): Promise<Answers> {
  whole ??= import("./whole.js").then(({ load }) => load());
  try {
    const answers = await whole;
    if (!all) say({ kind: "ready", with: "whole" });
    all = answers;
    return answers;
  } catch (error) {
    // What did not arrive now may arrive the next time.
    whole = undefined;
    const message = `the rest of the simulator could not be loaded: ${reasonOf(error)}`;
    throw refusal("kit-not-loaded", message, "reload the page when its server can be reached");
  }
}

async function begin(goesForWhole: boolean): Promise<void> {
  first = goesForWhole ? loadWhole() : small.load();
  try {
    await first;
    if (!all) say({ kind: "ready", with: "first" });
  } catch (error) {
    say({ kind: "failed", reason: reasonOf(error) });
  }
}

function work<Q extends Question>({ id, question, asked }: Request<Q>, answers: Answers): void {
  say({ kind: "begun", id });
  say({ kind: "answer", id, answer: answers[question](asked) });
}

/** Answers with what is there, or with the whole once it is. */
async function answer(request: Request): Promise<void> {
  try {
    const there = all ?? (await first);
    const isEnough = there !== undefined && request.question in there;
    try {
      work(request, isEnough ? (there as Answers) : await loadWhole());
    } catch (error) {
      if (refusalOf(error).code !== small.NEEDS_WHOLE) throw error;
      work(request, await loadWhole());
    }
  } catch (error) {
    say({ kind: "refusal", id: request.id, refusal: refusalOf(error) });
  }
}

self.onmessage = ({ data }: MessageEvent<Order>) => {
  if (data.kind === "begin") void begin(data.goesForWhole);
  else void answer(data);
};
