import { afterAll, describe, expect, test } from "vitest";
import { redacted } from "../../src/carry/redact/redact.js";
import { closeSandbox, examples, mismatchesOf, outcomesOf } from "./carry-examples.js";

afterAll(closeSandbox);

describe("every example leads to the same after it was redacted", () => {
  test.each(examples.map(({ path, draft }) => [path, draft] as const))("%s", async (_, draft) => {
    const other = redacted(draft).draft;
    const [before, after] = [await outcomesOf(draft), await outcomesOf(other)];
    const told = (outcomes: typeof before) =>
      outcomes.map(({ status, decision, error, lambdaRuns }) => ({
        status,
        decision,
        code: error?.code,
        lambdaRuns,
      }));
    expect(told(after)).toEqual(told(before));
    expect(await mismatchesOf(other)).toEqual([]);
  });
});
