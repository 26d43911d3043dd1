// `reconcile-kit/test`: scenarios, lambdas and policies in vitest, jest and node:test.

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
