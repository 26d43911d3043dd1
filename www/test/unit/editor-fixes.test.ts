import { Text } from "@codemirror/state";
import { check, type Diagnostic } from "reconcile-kit";
import { checkLambda } from "reconcile-kit/check";
import { describe, expect, test } from "vitest";
import { offsetOf } from "../../src/editor/findings/place.js";
import type { Repair } from "../../src/editor/fixes/fix.js";
import { JSON_FIXES, LAMBDA_FIXES, repairsIn } from "../../src/editor/fixes/table.js";

interface Case {
  readonly code: string;
  readonly body: string;
  readonly fixed: string;
  readonly kickstart?: boolean;
  readonly version?: string;
}

const STANDARD = "function reconcile(user, registration, jwt, id_token) {\n  ";

/** A case whose text is the inside of `reconcile`. */
function inside(code: string, body: string, fixed: string, setting: Partial<Case> = {}): Case {
  const whole = (text: string) => `${STANDARD}${text}\n}`;
  return { code, body: whole(body), fixed: whole(fixed), ...setting };
}

const LAMBDAS: readonly Case[] = [
  inside(
    "claim-may-be-missing",
    "user.firstName = jwt.given_name",
    "if (jwt.given_name) {\n    user.firstName = jwt.given_name;\n  }",
  ),
  inside(
    "claim-read-unguarded",
    "user.data.c = jwt.address.locality;",
    "user.data.c = jwt.address?.locality;",
  ),
  inside(
    "claim-read-unguarded",
    'user.data.c = jwt["custom:a"]["b"];',
    'user.data.c = jwt["custom:a"]?.["b"];',
  ),
  inside(
    "claim-read-unguarded",
    "user.data.c = jwt.address.locality;",
    "user.data.c = (jwt.address || {}).locality;",
    { version: "1.30" },
  ),
  inside(
    "cognito-claim-misplaced",
    'user.data.n = jwt["cognito:username"];',
    "user.data.n = jwt.username;",
  ),
  inside(
    "cognito-text-value",
    'registration.roles = jwt["custom:groups"];',
    'registration.roles = String(jwt["custom:groups"] || "").replace(/^\\[|\\]$/g, "").split(", ").filter(Boolean);',
  ),
  inside(
    "cognito-text-value",
    'user.data.a = jwt["custom:admin"] === "true"; user.data.b = jwt["custom:b"];',
    'user.data.a = String(jwt["custom:admin"]).toLowerCase() === "true"; user.data.b = jwt["custom:b"];',
  ),
  inside(
    "cognito-text-value",
    'user.data.a = jwt.identities.map(String); user.data.b = jwt["custom:b"];',
    'user.data.a = JSON.parse(jwt.identities || "[]").map(String); user.data.b = jwt["custom:b"];',
  ),
  inside(
    "console-arguments",
    'console.info("a", user.email);',
    'console.info(["a", user.email].join(" "));',
  ),
  inside("console-method", 'console.warn("a");', 'console.error("a");'),
  inside("console-object", "console.info(user);", "console.info(JSON.stringify(user, null, 2));"),
  inside("engine-global", 'print("a");', 'console.info("a");'),
  inside("field-not-writable", 'user.id = "x";\n  user.data.a = 1;', "user.data.a = 1;"),
  inside("field-unknown", 'user.fristName = "a";', 'user.firstName = "a";'),
  inside("field-unknown", "registration.plan = 1;", "registration.data.plan = 1;"),
  inside(
    "id-token-unguarded",
    'user.data.g = id_token["cognito:groups"];',
    'user.data.g = id_token?.["cognito:groups"];',
  ),
  inside(
    "kickstart-line-comment",
    "// a */ b\n  user.data.a = 1;",
    "/* a * / b */\n  user.data.a = 1;",
    { kickstart: true },
  ),
  inside(
    "kickstart-semicolon",
    "user.data.a = 1\n  user.data.b = 2;",
    "user.data.a = 1;\n  user.data.b = 2;",
    { kickstart: true },
  ),
  {
    code: "lambda-async",
    body: "function* reconcile(user) {\n  user.data.a = 1;\n}",
    fixed: "function reconcile(user) {\n  user.data.a = 1;\n}",
  },
  { code: "lambda-module", body: `export ${STANDARD}}`, fixed: `${STANDARD}}` },
  { code: "lambda-module", body: `export default ${STANDARD}}`, fixed: `${STANDARD}}` },
  {
    code: "lambda-no-reconcile",
    body: "var a = 1;",
    fixed:
      "function reconcile(user, registration, jwt, id_token, tokens, context) {\n}\n\nvar a = 1;",
  },
  {
    code: "lambda-parameter-misplaced",
    body: "function reconcile(jwt, user, registration) {}",
    fixed: "function reconcile(user, registration, jwt) {}",
  },
  {
    code: "lambda-parameter-misplaced",
    body: "function reconcile(user, registration, id_token) {}",
    fixed: "function reconcile(user, registration, jwt, id_token) {}",
  },
  inside("name-undefined", "user.data.a = id_tokn && 1;", "user.data.a = id_token && 1;"),
  inside(
    "profile-overwritten",
    'user.firstName = jwt.sub ? "b" : "c";',
    'user.firstName = user.firstName || (jwt.sub ? "b" : "c");',
  ),
  inside("return-ignored", "user.data.a = 1; return user;", "user.data.a = 1; return;"),
  inside(
    "string-boolean",
    "if (jwt.email_verified) {}",
    'if (String(jwt.email_verified) === "true") {}',
  ),
  inside(
    "string-boolean",
    "if (!jwt.email_verified) {}",
    'if (String(jwt.email_verified) !== "true") {}',
  ),
  inside(
    "string-boolean",
    "if (jwt.email_verified === false) {}",
    'if (String(jwt.email_verified) === "false") {}',
  ),
  inside(
    "string-boolean",
    "if (true != jwt.email_verified) {}",
    'if (String(jwt.email_verified) !== "true") {}',
  ),
  inside(
    "string-boolean",
    "user.data.a = !!jwt.email_verified;",
    'user.data.a = !(String(jwt.email_verified) !== "true");',
  ),
  inside(
    "string-boolean",
    "user.data.a = jwt.email_verified && jwt.sub;",
    'user.data.a = String(jwt.email_verified) === "true" && jwt.sub;',
  ),
  inside(
    "unknown-suppression",
    "// reconcile-kit-ignore console-metod\n  return;",
    "// reconcile-kit-ignore console-method\n  return;",
  ),
  inside(
    "unused-suppression",
    "// reconcile-kit-ignore console-method -- why\n  return;",
    "return;",
  ),
];

const COGNITO = "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_EXAMPLE";

function scenario(provider: string): string {
  return `{ "identityProvider": { ${provider} }, "login": { "userinfo": { "sub": "a" } } }`;
}

function oauth2(issuer: string, scope: string): string {
  return scenario(`"enabled": true, "oauth2": { "issuer": "${issuer}", "scope": "${scope}" }`);
}

function policy(map: string): string {
  return `{"provider":"cognito","map":{${map}}}`;
}

/** By the rule's code, a document that shows it, and the document repaired. */
const DOCUMENTS: readonly (readonly [string, string, string])[] = [
  ["cognito-issuer-slash", oauth2(`${COGNITO}/`, "openid"), oauth2(COGNITO, "openid")],
  ["scope-without-openid", oauth2(COGNITO, "email"), oauth2(COGNITO, "openid email")],
  [
    "enabled-not-stated",
    scenario('"linkingStrategy": "LinkByEmail"'),
    scenario('"enabled": true, "linkingStrategy": "LinkByEmail"'),
  ],
  [
    "unknown-value",
    scenario('"linkingStrategy": "Disabeld"'),
    scenario('"linkingStrategy": "Disabled"'),
  ],
  [
    "unknown-key",
    policy('"user.data.a":{"value":1,"when":{"claim":"name","exist":true}}'),
    policy('"user.data.a":{"value":1,"when":{"claim":"name","exists":true}}'),
  ],
  [
    "unknown-value",
    policy('"user.firstName":{"from":"name","write":"alwys"}'),
    policy('"user.firstName":{"from":"name","write":"always"}'),
  ],
  ["policy-field-unknown", policy('"user.fristName":"name"'), policy('"user.firstName":"name"')],
  [
    "policy-claim-unlikely",
    policy('"user.firstName":["nickname","given_nam"]'),
    policy('"user.firstName":["nickname","given_name"]'),
  ],
  [
    "policy-own-groups-as-roles",
    policy('"registration.roles":{"from":"cognito:groups"}'),
    policy('"registration.roles":{"from":"assigned-groups"}'),
  ],
  [
    "policy-string-boolean",
    policy('"user.data.a":{"value":1,"when":{"claim":"phone_number_verified","equals":"true"}}'),
    policy('"user.data.a":{"value":1,"when":{"claim":"phone_number_verified","equals":true}}'),
  ],
];

function applied(text: string, { changes }: Repair): string {
  return [...changes]
    .sort((one, other) => other.from - one.from)
    .reduce((whole, { from, to, insert }) => whole.slice(0, from) + insert + whole.slice(to), text);
}

function repairsOf(
  text: string,
  language: "json" | "javascript",
  finding: Diagnostic,
  version = "1.70",
): Repair[] {
  const hasOptionalChaining = version === "1.70";
  const at = offsetOf(finding, Text.of(text.split("\n")));
  return repairsIn({ text, language, hasOptionalChaining })(finding, at);
}

function of(code: string, findings: readonly Diagnostic[]): Diagnostic[] {
  return findings.filter((finding) => finding.code === code);
}

describe("every fix of a lambda satisfies its rule", () => {
  test("and every one has a case", () => {
    const codes = new Set(LAMBDAS.map(({ code }) => code));
    expect([...codes].sort()).toEqual(Object.keys(LAMBDA_FIXES).sort());
  });

  test.each(LAMBDAS)("$code: $fixed", ({ code, body, fixed, kickstart = false, version }) => {
    const options = { kickstart, ...(version === undefined ? {} : { version }) };
    const [finding] = of(code, checkLambda(body, options));
    if (!finding) throw new Error(`the case shows no ${code}`);
    const [repair] = repairsOf(body, "javascript", finding, version);
    expect(repair && applied(body, repair)).toBe(fixed);
    const left = checkLambda(fixed, options);
    expect(of(code, left)).toEqual([]);
    expect(left.filter(({ severity }) => severity === "error")).toEqual([]);
  });

  const silenced = LAMBDAS.filter(({ code }) => !/suppression$/.test(code));
  test.each(silenced)(
    "and silencing silences: $code: $body",
    ({ code, body, kickstart = false }) => {
      for (const finding of of(code, checkLambda(body, { kickstart }))) {
        const repairs = repairsOf(body, "javascript", finding);
        const silencing = repairs.find(({ title }) => title.startsWith("Silence"));
        expect(silencing === undefined).toBe(finding.severity === "error");
        if (!silencing) continue;
        const left = checkLambda(applied(body, silencing), { kickstart });
        const line = (finding.line ?? 0) + 1;
        expect(of(code, left).filter((one) => one.line === line)).toEqual([]);
        expect(of("unused-suppression", left)).toEqual([]);
      }
    },
  );
});

describe("every fix of a document satisfies its rule", () => {
  test("and every one has a case", () => {
    const codes = DOCUMENTS.map(([code]) => code);
    expect(codes).toEqual(expect.arrayContaining(Object.keys(JSON_FIXES)));
  });

  test.each(DOCUMENTS)("%s: %s", (code, text, fixed) => {
    const [finding] = of(code, check(text));
    if (!finding) throw new Error(`the case shows no ${code}`);
    const [repair] = repairsOf(text, "json", finding);
    expect(repair && applied(text, repair)).toBe(fixed);
    expect(of(code, check(fixed))).toEqual([]);
  });
});

test("what is written is never guarded with ?.", () => {
  const body = `${STANDARD}jwt.address.street = 1;\n}`;
  const titles = checkLambda(body).flatMap((finding) =>
    repairsOf(body, "javascript", finding).map(({ title }) => title),
  );
  expect(titles.filter((title) => title.includes("?."))).toEqual([]);
});
