import { assertOutcome, fixtures, lambdaFixture, scenarioTests } from "reconcile-kit/test";
import { describe, test } from "vitest";

describe("scenarios", () => {
  scenarioTests("scenarios", { test, from: import.meta.url });
});

describe("the lambda", () => {
  const application = {
    id: "3c219e58-ed0e-4b18-ad48-f4f92793ae32",
    roles: [{ name: "admin" }, { name: "user", isDefault: true }],
  };
  const identityProvider = fixtures.identityProvider({
    applicationConfiguration: { [application.id]: { enabled: true, createRegistration: true } },
  });
  const lambda = lambdaFixture("reconcile.js", {
    from: import.meta.url,
    application,
    identityProvider,
  });

  test("makes administrators of the group `admins` only", async () => {
    const admin = await lambda.login(
      fixtures.nativeUser({ "cognito:groups": ["admins", "staff"] }),
    );
    assertOutcome(admin, { status: 200, registration: { roles: ["admin", "user"] } });
    const other = await lambda.login(fixtures.nativeUser({ "cognito:groups": ["staff"] }));
    assertOutcome(other, { status: 200, registration: { roles: ["user"] } });
  });

  test("takes the picture of somebody who comes from Google", async () => {
    const google = fixtures.googleUser({ email_verified: true });
    assertOutcome(await lambda.login(google), {
      user: { imageUrl: google.userinfo.picture, fullName: null },
    });
  });

  test("cannot help somebody whose address nobody verified", async () => {
    assertOutcome(await lambda.login(fixtures.googleUser()), {
      status: 401,
      error: { code: "UnverifiedEmail" },
      user: null,
    });
  });

  test("leaves a name alone at the second login", async () => {
    const first = fixtures.nativeUser();
    const second = fixtures.nativeUser({ given_name: "Janet" });
    assertOutcome(await lambda.logins([first, second]), {
      logins: [
        { user: { firstName: "Jane" } },
        { decision: "linked", user: { firstName: "Jane" } },
      ],
    });
  });
});
