// The checker of lambdas as its callers see it: places, suppressions, and what it takes.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { checkLambda, codes, keepsFromLoading, reconcile } from "./support/lambda-check.mjs";

test("nothing is said of a lambda that has no fault", () => {
  assert.deepEqual(
    checkLambda(reconcile("user.firstName = user.firstName || jwt.given_name;")),
    [],
  );
});

test("a finding has everything that a reader needs", () => {
  const body = 'function reconcile(user) {\n  console.info("ä𝒳", user);\n}\n';
  assert.deepEqual(checkLambda(body, { file: "lambdas/reconcile.js" })[0], {
    code: "console-arguments",
    severity: "warning",
    message: "`console.info` is given 2 arguments and takes one",
    path: "",
    file: "lambdas/reconcile.js",
    line: 2,
    column: 3,
    found: 'console.info("ä𝒳", user)',
    help: 'make one text of them, as in `console.info("Hello " + user.email)`',
    url: "docs/rules/console-arguments.md",
  });
});

test("columns count characters, and lines end in every way", () => {
  const place = (body) => {
    const { line, column } = checkLambda(body).find(({ code }) => code === "console-object");
    return [line, column];
  };
  assert.deepEqual(place('function reconcile(user) { "𝒳𝒳"; console.log(user); }'), [1, 46]);
  assert.deepEqual(place("function reconcile(user) {\r\n  console.log(user);\r\n}"), [2, 15]);
  assert.deepEqual(place("function reconcile(user) {\r console.log(user);\r}"), [2, 14]);
});

test("findings come in the order of the text", () => {
  const findings = checkLambda(reconcile("x(jwt.a.b);", "console.warn('x');", "jwt.a = y;"));
  const lines = findings.map(({ line }) => line);
  assert.ok(lines.length >= 4);
  assert.deepEqual(lines, lines.toSorted?.((a, b) => a - b) ?? [...lines].sort((a, b) => a - b));
});

test("what is found is shortened, so that no secret is shown whole", () => {
  const secret = "eyJ".padEnd(400, "x");
  const findings = checkLambda(reconcile(`jwt.token = "${secret}";`));
  const found = findings.find(({ code }) => code === "argument-mutated").found;
  assert.equal([...found].length, 61);
  assert.ok(!JSON.stringify(findings).includes(secret.slice(0, 80)));
});

test("more than a hundred findings are counted", () => {
  const statements = Array.from({ length: 150 }, (_, index) => `x${index}();`);
  const findings = checkLambda(reconcile(...statements), { file: "a.js" });
  assert.equal(findings.length, 101);
  const { code, message, severity } = findings[100];
  assert.deepEqual([code, severity], ["more-findings", "info"]);
  assert.match(message, /50 more/);
});

test("an unknown type, version or scenario is refused by name", () => {
  const code = (options) => {
    try {
      checkLambda("", options);
      return undefined;
    } catch (error) {
      return error.code;
    }
  };
  assert.equal(code({ type: "GoogleReconcile", version: "1.50" }), undefined);
  assert.equal(code({ type: "Gogle" }), "unknown-lambda-type");
  assert.equal(code({ version: "2.0" }), "unknown-version");
  assert.equal(code({ scenario: {} }), "missing-key");
});

test("which findings keep a lambda from loading", () => {
  const loads = (body, options) => !checkLambda(body, options).some(keepsFromLoading);
  assert.ok(loads(reconcile("x();")));
  assert.ok(!loads("function ("));
  assert.ok(!loads("function populate() {}"));
  assert.ok(!loads("export function reconcile() {}"));
  assert.ok(!loads(reconcile("let a = 1;"), { version: "1.30" }));
  assert.ok(loads(reconcile("class A { x = 1; }")));
});

describe("a comment silences a rule", () => {
  const body = (first, second = "") => reconcile(first, `console.warn("x"); ${second}`);

  test("in the next line with code", () => {
    assert.deepEqual(codes(body("// reconcile-kit-ignore console-method")), []);
    assert.deepEqual(
      codes(body("/* reconcile-kit-ignore console-method -- it exists here */")),
      [],
    );
    assert.deepEqual(codes(body("// reconcile-kit-ignore console-method\n\n// and another\n")), []);
    assert.deepEqual(codes(body("/*\n * reconcile-kit-ignore console-method\n */")), []);
  });

  test("in its own line behind code, and not in the next", () => {
    assert.deepEqual(codes(body("", "// reconcile-kit-ignore console-method")), []);
    assert.deepEqual(codes(body("x = 1; // reconcile-kit-ignore console-method")), [
      "unused-suppression",
      "console-method",
    ]);
  });

  test("in the whole file", () => {
    const file = body("console.warn('y');", "/* reconcile-kit-ignore-file console-method */");
    assert.deepEqual(codes(file), []);
  });

  test("several at once", () => {
    const two = 'console.warn("x", "y");';
    const comment = "// reconcile-kit-ignore console-method, console-arguments -- known";
    assert.deepEqual(codes(reconcile(comment, two)), []);
    assert.deepEqual(codes(reconcile(comment.replace("-method,", "-method"), two)), []);
    assert.deepEqual(codes(reconcile("// reconcile-kit-ignore console-method", two)), [
      "console-arguments",
    ]);
  });

  test("and is a finding itself where it silences nothing", () => {
    assert.deepEqual(codes(reconcile("// reconcile-kit-ignore console-method", "x = 1;")), [
      "unused-suppression",
    ]);
    assert.deepEqual(codes(reconcile("// reconcile-kit-ignore", "x = 1;")), [
      "unknown-suppression",
    ]);
    assert.deepEqual(codes(reconcile("// reconcile-kit-ignore nothing", "x = 1;")), [
      "unknown-suppression",
    ]);
    const [{ line, column, found }] = checkLambda(reconcile("// reconcile-kit-ignore a, b"));
    assert.deepEqual([line, column, found], [2, 27, "a"]);
  });

  test("unless the rule could not speak at all", () => {
    const comment = "// reconcile-kit-ignore role-unknown, kickstart-semicolon";
    assert.deepEqual(codes(reconcile(comment, "x = 1;")), []);
  });

  test("only where it begins with the words", () => {
    assert.deepEqual(codes(body("// see reconcile-kit-ignore console-method")), ["console-method"]);
    assert.deepEqual(codes(body("// reconcile-kit-ignored console-method")), ["console-method"]);
  });
});
