// The worker that holds the core: answers the page's questions one after the other.

import * as kit from "reconcile-kit";
import { checkLambda } from "reconcile-kit/check";
import type { Answer, Asked, Message, Question, Refusal, Request } from "./protocol.js";

type Answers = { readonly [Q in Question]: (asked: Asked<Q>) => Answer<Q> };

const ANSWERS: Answers = {
  simulate: ({ scenario, strategy }) =>
    kit.simulateText(scenario, strategy ? { strategy: strategy as kit.LinkingStrategy } : {}),
  compare: ({ scenario }) => kit.compareText(scenario),
  verify: ({ scenario }) => kit.verify(scenario),
  check: ({ document }) => kit.check(document),
  checkLambda: ({ body, options }) => checkLambda(body, options),
  lambdaFacts: ({ scenario }) => kit.lambdaFacts({ scenario }),
  readCognito: ({ payload }) => kit.readCognito(payload),
  decodeIdToken: ({ token }) => kit.decodeIdToken(token),
  exportPolicy: ({ policy, form }) => kit.exportPolicy(policy, form),
  importPolicy: ({ identityProvider }) => kit.importPolicy(identityProvider),
  why: ({ policy, question }) => kit.why(policy, question),
  diffPolicies: ({ before, after }) => kit.diffPolicies(before, after),
  versions: () => kit.versions(),
};

function say(message: Message): void {
  self.postMessage(message);
}

function refusal(error: unknown): Refusal {
  if (!(error instanceof kit.ReconcileKitError)) {
    const message = error instanceof Error ? error.message : String(error);
    return {
      code: "internal",
      path: "",
      message,
      help: "reload the page",
      url: "",
      diagnostics: [],
    };
  }
  const { code, path, message, help, url, diagnostics } = error;
  return { code, path, message, help, url, diagnostics };
}

function answer<Q extends Question>({ id, question, asked }: Request<Q>): void {
  try {
    say({ kind: "answer", id, answer: ANSWERS[question](asked) });
  } catch (error) {
    say({ kind: "refusal", id, refusal: refusal(error) });
  }
}

const started = kit.init();
self.onmessage = ({ data }: MessageEvent<Request>) => {
  void started.then(() => answer(data)).catch(() => {});
};
started.then(
  () => say({ kind: "ready" }),
  (error: unknown) => say({ kind: "failed", reason: refusal(error).message }),
);
