// A test that fails, for each runner that the helpers are made for.

const LAMBDA = "../../../../examples/testing/node-test/reconcile.js";

exports.fails = async ({ assertOutcome, fixtures, lambdaFixture }) => {
  const lambda = lambdaFixture(LAMBDA, { from: __dirname });
  const outcome = await lambda.login(fixtures.nativeUser());
  assertOutcome(outcome, { status: 401, user: { firstName: "Joe" } });
};
