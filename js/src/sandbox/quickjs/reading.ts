// A lambda as QuickJS is given it: its text with translations of what it catches, and who answers its realm.

import type { GraalJsVersion } from "../../engines/versions.js";
import type { Answers } from "../host-calls/answers.js";
import type { Position } from "../origins/position.js";
import type { LambdaText } from "../source/lambda-text.js";
import { withTranslations } from "../wording/catches.js";
import { Translation } from "../wording/translate.js";
import type { Image } from "./image.js";
import type { Realm } from "./realm.js";

/** A realm, and an instance with it in which no lambda is. */
export interface Pristine {
  readonly realm: Realm;
  /** Answers what the realm asks of locales. */
  readonly answers: Answers;
  readonly image: Image;
}

/** A lambda, and what QuickJS is given of it. */
export interface Reading {
  readonly lambda: LambdaText;
  readonly realm: Realm;
  readonly body: string;
  /** The instant that `Date` answers. */
  readonly now: number;
  /** Where a place of `body` is in the lambda's own text. */
  readonly originalOf: (position: Position) => Position;
  /** Answers the realm. */
  readonly answer: (question: string) => string;
}

/** A lambda's text as QuickJS reads it, and the way back from there. */
export function readingOf(
  lambda: LambdaText,
  now: number,
  version: GraalJsVersion,
  { realm, answers }: Pristine,
): Reading {
  const { text, lines } = lambda;
  const isRewritten = text.includes("catch") || text.includes("...");
  const rewritten = withTranslations(text, isRewritten ? lambda.tree : undefined, lines);
  const translation = new Translation(lambda, rewritten, version);
  return {
    lambda,
    realm,
    body: rewritten.text,
    now,
    originalOf: (position) => rewritten.originalOf(position),
    // Questions about locales are lists, and those about the lambda's text are objects.
    answer: (question) =>
      question.startsWith("[") ? answers.answer(question) : translation.answer(question),
  };
}
