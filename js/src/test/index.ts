/**
 * Scenarios, lambdas and policies as tests in vitest, jest and node:test.
 *
 * @example
 * ```ts
 * import { test } from "node:test";
 * import { assertOutcome, fixtures, lambdaFixture } from "reconcile-kit/test";
 *
 * test("the given name becomes the first name", async () => {
 *   const lambda = lambdaFixture("reconcile.js");
 *   const outcome = await lambda.login(fixtures.nativeUser({ given_name: "Jane" }));
 *   assertOutcome(outcome, { status: 200, user: { firstName: "Jane" } });
 * });
 * ```
 *
 * @module reconcile-kit/test
 */

export { assertOutcome, type Expected } from "./assert-outcome.js";
export { type CognitoLogin, fixtures } from "./fixtures.js";
export type { Origin } from "./origin.js";
export { type ScenarioTestOptions, scenarioTests, type TestFunction } from "./scenario-tests.js";
export {
  type FixtureLogin,
  type FixtureSetting,
  type LambdaFixture,
  lambdaFixture,
  policyFixture,
} from "./world-fixture.js";
