import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { masked } from "../../src/carry/mask.js";
import { textsIn } from "../../src/carry/redact/code.js";
import { foundInWords } from "../../src/carry/redact/found.js";
import { tokenOf, tokenText } from "../../src/carry/redact/jwt.js";
import { redacted } from "../../src/carry/redact/redact.js";
import { compose } from "../../src/draft/compose.js";
import { BLANK, type Draft } from "../../src/draft/draft.js";
import { closeSandbox, draftFrom, examples, outcomesOf } from "./carry-examples.js";

afterAll(closeSandbox);

const all = examples.map(({ path, draft }) => [path, draft] as const);

async function told(draft: Draft) {
  const outcomes = await outcomesOf(draft);
  return outcomes.map(({ status, decision, error, lambdaRuns, registration }) => ({
    status,
    decision,
    code: error?.code,
    lambdaRuns,
    roles: registration?.roles,
  }));
}

describe("every example leads to the same", () => {
  test.each(all)("redacted: %s", async (_, draft) => {
    expect(await told(redacted(draft).draft)).toEqual(await told(draft));
  });

  test.each(all)("masked: %s", async (_, draft) => {
    expect(await told(masked(draft))).toEqual(await told(draft));
  });
});

/** A scenario about somebody, of whom everything is somewhere else, too. */
function scenarioOf(who: Person): string {
  const { first, last, user, domain, sub, phone, secret, plan } = who;
  const email = `${user}@${domain}`;
  const upper = `${user[0]?.toUpperCase()}${user.slice(1)}@${domain.toUpperCase()}`;
  return JSON.stringify({
    name: `What ${first} ${last} sees`,
    identityProvider: {
      linkingStrategy: "LinkByEmail",
      oauth2: { client_id: `c${sub}`, client_secret: secret, issuer: "https://idp.test/pool" },
    },
    application: { id: "a1", roles: [{ name: "admin" }] },
    users: [{ id: `u-${sub}`, email, firstName: first, data: { plan, note: `${first} called` } }],
    links: [],
    policy: {
      gates: [{ require: { claim: "email", domain }, message: `Not ${email}` }],
      map: { "user.data.plan": { from: "custom:plan", table: { [plan]: "best" } } },
    },
    lambda: {
      body: `/* for ${first} */ function reconcile(user, registration, jwt) {
  if (jwt.email.toLowerCase().endsWith("@${domain}") && jwt["custom:plan"] === '${plan}') registration.roles = ["admin"];
  user.data.secret = "${secret}"; const known = ["${email}", \`\${jwt.sub}-${user}\`]; }`,
    },
    secrets: { api: secret },
    fetch: [
      {
        url: `https://people.test/?email=${encodeURIComponent(email)}`,
        status: 200,
        body: { phone },
      },
    ],
    login: {
      userinfo: {
        sub,
        email: upper,
        email_verified: "true",
        given_name: first,
        family_name: last,
        name: `${first} ${last}`,
        phone_number: phone,
        "cognito:username": `Google_${sub}`,
        identities: JSON.stringify([{ userId: sub, providerName: "Google", primary: "true" }]),
        "custom:plan": plan,
        "custom:list": `[${first}, ${last}]`,
        "cognito:groups": ["Staff"],
      },
      accessToken: `access-${secret}`,
    },
    expect: { user: { email, fullName: `${first} ${last}` } },
  });
}

interface Person {
  readonly first: string;
  readonly last: string;
  readonly user: string;
  readonly domain: string;
  readonly sub: string;
  readonly phone: string;
  readonly secret: string;
  readonly plan: string;
}

const word = (marks: string, min: number, max: number) =>
  fc.string({ unit: fc.constantFrom(...marks), minLength: min, maxLength: max });
/** Signs that no key of a scenario has, so that what is found is somebody's. */
const odd = (min = 5) => word("qxyzjkw", min, 12).map((rest) => `q${rest}`);
const people: fc.Arbitrary<Person> = fc
  .record({
    first: odd().map((name) => name[0]?.toUpperCase() + name.slice(1)),
    last: odd(),
    user: odd(),
    domain: fc.tuple(odd(), fc.constantFrom("com", "co.uk", "de")).map((parts) => parts.join(".")),
    sub: fc.oneof(fc.uuid(), word("123456789", 12, 21)),
    phone: word("123456789", 9, 12).map((digits) => `+49${digits}`),
    secret: odd(8),
    plan: odd(),
  })
  .filter((who) => new Set(Object.values(who).map((one) => one.toLowerCase())).size === 8);

describe("redaction", () => {
  test("nothing of somebody is left, and the login goes on as it did", async () => {
    await fc.assert(
      fc.asyncProperty(people, async (who) => {
        const draft = draftFrom(scenarioOf(who));
        const other = redacted(draft).draft;
        const text = JSON.stringify(other).toLowerCase();
        for (const value of Object.values(who)) {
          expect(text).not.toContain(value.toLowerCase().replace(/\.(com|co\.uk|de)$/, "."));
        }
        expect(text).not.toContain(who.phone.slice(3));
        expect(await told(other)).toEqual(await told(draft));
      }),
      { numRuns: 40 },
    );
  }, 120_000);

  test("the same value becomes the same everywhere, whatever its case", () => {
    const draft = draftFrom(
      JSON.stringify({
        users: [{ id: "5a1e9f70-7a35-4d0b-8b1e-1f2a3b4c5d6e", email: "jane@acme.com" }],
        login: {
          userinfo: {
            sub: "5a1e9f70-7a35-4d0b-8b1e-1f2a3b4c5d6e",
            email: "JANE@Acme.com",
            name: "Jane",
          },
        },
      }),
    );
    const other = JSON.parse(compose(redacted(draft).draft).text);
    const { userinfo } = other.login;
    expect(userinfo.email.toLowerCase()).toBe(other.users[0].email);
    expect(userinfo.email).not.toBe(other.users[0].email);
    expect(userinfo.email.split("@")[0]).toBe(userinfo.name.toUpperCase());
    expect(other.users[0].id).toBe(userinfo.sub);
    expect(userinfo.sub).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    expect(other.users[0].email).toMatch(/^[a-z]{4}@[a-z]{4}example\.com$/);
  });

  test("forms stay: dates, lists, booleans, phones, IP addresses and what comes before an underscore", () => {
    const userinfo = {
      sub: "109844300000000000000",
      birthdate: "1990-02-03",
      "custom:list": "[a1b2, c3d4]",
      "custom:on": "True",
      phone_number: "+351210000000",
      ip: "10.1.2.3",
      "cognito:username": "Google_109844300000000000000",
      "cognito:groups": ["Staff", "Jane's team"],
      picture: "https://pics.acme.com/u/jane.png",
      updated_at: 1767225600,
      employee_number: 12345678901234567890n.toString(),
    };
    const draft = draftFrom(JSON.stringify({ login: { userinfo } }));
    const other = JSON.parse(redacted(draft).draft.logins[0]).userinfo;
    expect(other.birthdate).toMatch(/^(19|20)\d\d-(0\d|1[0-2])-[0-3]\d$/);
    expect(other["custom:list"]).toMatch(/^\[[a-z]\d[a-z]\d, [a-z]\d[a-z]\d\]$/);
    expect(other["custom:on"]).toBe("True");
    expect(other.phone_number).toMatch(/^\+351\d{9}$/);
    expect(other.ip).toMatch(/^192\.0\.2\.\d+$/);
    expect(other["cognito:username"]).toBe(`Google_${other.sub}`);
    expect(other["cognito:groups"]).toEqual(userinfo["cognito:groups"]);
    expect(other.picture).toMatch(/^https:\/\/\w+\.\w+\.com\/\w\/\w{4}\.png$/);
    expect(other.updated_at).toBe(userinfo.updated_at);
    for (const key of ["sub", "birthdate", "phone_number", "ip", "picture"] as const) {
      expect(other[key]).not.toBe(userinfo[key]);
    }
  });

  test("numbers keep their length where they tell somebody, and doubled keys stay", () => {
    const draft = draftFrom(
      '{"login":{"userinfo":{"id":12345678901234567890,"a":"x1","a":"y2","level":7}}}',
    );
    const [login] = redacted(draft).draft.logins;
    expect(login).toMatch(/"id": 1\d{19},/);
    expect(login).not.toContain("12345678901234567890");
    expect(login).toMatch(/"a": "[a-z]\d",\n.*"a": "[a-z]\d"/);
    expect(login).toContain('"level": 7');
  });

  test("a token is read, redacted and written without a signature", () => {
    const header = btoa('{"alg":"RS256","kid":"k"}').replaceAll("=", "");
    const claims = '{"sub":"12345678901","email":"jane@acme.com","exp":1767225600}';
    const token = tokenText({ header, claims });
    const draft = draftFrom(
      JSON.stringify({ login: { userinfo: { sub: "12345678901" }, idToken: token } }),
    );
    const login = JSON.parse(redacted(draft).draft.logins[0]);
    const other = JSON.parse(tokenOf(login.idToken)?.claims ?? "{}");
    expect(other).toEqual({ sub: login.userinfo.sub, email: expect.any(String), exp: 1767225600 });
    expect(other.sub).not.toBe("12345678901");
    expect(other.email).not.toContain("jane");
    expect(JSON.parse(masked(draft).logins[0]).idToken).toEqual(JSON.parse(claims));
  });

  test("a text that is half typed loses its values, too", () => {
    const login =
      '{"userinfo": {"email": "jane@acme.com", "given_name": "Janet, "phone": +4912345678';
    const other = redacted({ ...BLANK, logins: [login] }).draft.logins[0];
    expect(other).toContain('"email"');
    for (const value of ["jane", "acme", "Janet", "12345678"]) expect(other).not.toContain(value);
  });

  test("more short values than there are others end, each as another one", () => {
    const ids = Array.from({ length: 300 }, (_, index) => `no ${index}`);
    const draft = draftFrom(
      JSON.stringify({ login: { userinfo: { sub: "s", "custom:ids": ids } } }),
    );
    const other: string[] = JSON.parse(redacted(draft).draft.logins[0]).userinfo["custom:ids"];
    expect(new Set(other).size).toBe(300);
    expect(other.every((id) => /^\w+ \d+$/.test(id))).toBe(true);
  });

  test("long words and long rows of labels end", () => {
    const long = {
      sub: "x".repeat(300_000),
      name: "a.".repeat(150_000),
      nickname: "@a".repeat(150_000),
    };
    const draft = draftFrom(JSON.stringify({ login: { userinfo: long } }));
    expect(redacted(draft).draft.logins[0]).not.toContain("xxxxx");
  });

  test("a scenario about nobody stays as it is", () => {
    const { draft, found } = redacted(BLANK);
    expect(draft).toEqual(BLANK);
    expect(foundInWords(found)).toBe("");
  });

  test("what was found is told in words", () => {
    expect(
      foundInWords(
        new Map([
          ["email", 2],
          ["name", 1],
          ["secret", 1],
        ]),
      ),
    ).toBe("2 e-mail addresses, 1 name and 1 secret");
  });
});

describe("texts in code", () => {
  const texts = (code: string) => textsIn(code).map(({ start, end }) => code.slice(start, end));

  test("strings, templates, regular expressions and comments are told from code", () => {
    const code =
      "a = 'x\\'y' + \"z\" / 2 / b; // end\n`t #{f({ k: `in #{v}` })} u`; s.replace(/[/'\"]\\//g, '')".replaceAll(
        "#{",
        `$${"{"}`,
      );
    expect(texts(code)).toEqual([
      "'x\\'y'",
      '"z"',
      "// end",
      "t ",
      "in ",
      " u",
      "/[/'\"]\\//",
      "''",
    ]);
  });

  test("any code is gone through, and no text overlaps another", () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: these are signs, one by one
    const code = fc.string({ unit: fc.constantFrom(..."'\"`${}/\\\n *a=(") });
    fc.assert(
      fc.property(code, (some) => {
        let before = 0;
        for (const { start, end } of textsIn(some)) {
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(some.length);
          before = end;
        }
      }),
      { numRuns: 1000 },
    );
  });
});
