// What every host does with the package: the same calls on the same cases, each answer as text. Nothing here knows
// which host it is, and nothing is imported, so that it runs wherever JavaScript does.

/**
 * Every answer by its name, which begins with the entry that gave it.
 *
 * `kit` has the entries that the host was able to import: `main`, `lambda`, `check`, `sandbox`, `test`.
 */
export async function probe(kit, cases) {
  const answers = {};
  const ask = async (name, work) => {
    try {
      answers[name] = text(await work());
    } catch (error) {
      answers[name] = described(error, kit);
    }
  };
  for (const [entry, questions] of Object.entries(QUESTIONS)) {
    if (!kit[entry]) continue;
    for (const [name, work] of questions(kit[entry], cases)) await ask(`${entry}: ${name}`, work);
  }
  return answers;
}

const QUESTIONS = { main, lambda, check, sandbox, test };

function text(value) {
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** An error with everything that the package promises of its errors. */
function described(error, { main, lambda }) {
  const { name, message, code, path, help, url, line, column, found, expected, denial } = error;
  const classes = [main?.ReconcileKitError, lambda?.ReconcileKitError];
  const isOurs = classes.some((one) => one && error instanceof one);
  const common = { isOurs, isError: error instanceof Error, name, message, code };
  // A host may add places of its own to errors of its own.
  if (!isOurs) return JSON.stringify({ ...common, expected });
  return JSON.stringify({ ...common, path, help, url, line, column, found, expected, denial });
}

/** The main entry. Where the core has to be fetched, this waits for it first. */
function main(kit, { scenarios, policies, broken, token }) {
  const [first] = scenarios;
  return [
    ["starts", () => kit.init().then(() => "started")],
    ["versions", () => kit.versions()],
    ...scenarios.map(({ file, text }) => [file, () => kit.simulateText(text)]),
    ["compare", () => kit.compareText(first.text)],
    ["check", () => kit.check(first.text)],
    ["prepare", () => prepared(kit, first.text)],
    ["a function reconciles", () => kit.simulate(first.text, { reconcile: rename })],
    ["token", () => kit.decodeIdToken(token)],
    ...policies.map(({ file, policy, given }) => [
      `policy ${file}`,
      () => new kit.Policy(policy).runText(given, { trace: true }),
    ]),
    ["exported policy", () => kit.exportPolicy(policies[0].policy, "lambda")],
    ...broken.map((text) => [`broken ${text}`, () => kit.simulate(text)]),
  ];
}

function rename(user) {
  user.firstName = "Renamed";
}

function prepared(kit, text) {
  const scenario = kit.prepare(text);
  try {
    return scenario.simulateText();
  } finally {
    scenario.free();
  }
}

function lambda(kit, { policies }) {
  const [{ policy }] = policies;
  return [
    ...policies.map(({ file, policy, given }) => [
      `policy ${file}`,
      () => new kit.Policy(policy).runText(given, { trace: true }),
    ]),
    [
      "reconcile",
      () => {
        const user = {};
        const registration = {};
        const person = { sub: "1", email: "jane@company.example", given_name: "Jane" };
        kit.createReconcile(policy)(user, registration, person, { "cognito:groups": ["Admins"] });
        return { user, registration };
      },
    ],
    ["refusal", () => kit.createReconcile(policy)({}, {}, { email: "eve@elsewhere.example" })],
    ["broken policy", () => kit.createReconcile({ map: { "user.frstName": "given_name" } })],
  ];
}

function check(kit, { lambdas }) {
  return [
    ...lambdas.map(({ file, body }) => [file, () => kit.checkLambda(body)]),
    ["unknown version", () => kit.checkLambda("", { version: "9.99" })],
  ];
}

/** The sandbox. A host without workers says so, to the first that asks. */
function sandbox(kit, { lambdas }) {
  const box = new kit.Sandbox({ limits: { deadline: 30_000 } });
  return [
    ...lambdas.map(({ file, scenario }) => [file, () => box.simulateText(scenario)]),
    ["broken scenario", () => box.simulateText("{}")],
    ["closes", () => box.close()],
  ].map(([name, work]) => [name, async () => (await work()) ?? "closed"]);
}

function test(kit, { scenarios }) {
  const outcome = JSON.parse(scenarios[0].outcome);
  return [
    ["what holds", () => kit.assertOutcome(outcome, { status: outcome.status }) ?? "holds"],
    ["what does not", () => kit.assertOutcome(outcome, { status: 999 })],
  ];
}
