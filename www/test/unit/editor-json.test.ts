import { type Completion, CompletionContext } from "@codemirror/autocomplete";
import { javascript } from "@codemirror/lang-javascript";
import { json } from "@codemirror/lang-json";
import { ensureSyntaxTree, syntaxTree } from "@codemirror/language";
import { EditorState, type Extension } from "@codemirror/state";
import * as fc from "fast-check";
import { findNodeAtLocation, parseTree } from "jsonc-parser";
import { lambdaFacts as factsOf, type Outcome } from "reconcile-kit";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { pointerOf, stepsOf } from "../../src/draft/pointer.js";
import { canonicalClaims, loginClaims } from "../../src/editor/claims.js";
import { explain } from "../../src/editor/explain.js";
import { lambdaFacts } from "../../src/editor/facts.js";
import { completeJson } from "../../src/editor/json/complete.js";
import { find, pathOf, placeAt } from "../../src/editor/json/place.js";
import { completeLambda } from "../../src/editor/lambda/complete.js";
import { pointedAt, spansOf } from "../../src/editor/pointing.js";

vi.mock("../../src/kit/client.js", () => ({
  ask: () => Promise.reject(new Error("no core here")),
}));

const USERINFO = {
  sub: "1",
  given_name: "Jane",
  "custom:plan": "gold",
  address: { locality: "Bern" },
};
const ID_TOKEN = { sub: "1", "cognito:groups": ["Admins", "Staff"] };

beforeAll(() => {
  const scenario = {
    identityProvider: { enabled: true },
    application: { id: "a", roles: [{ name: "admin" }, { name: "viewer" }] },
    login: { userinfo: USERINFO, idToken: ID_TOKEN },
  };
  lambdaFacts.value = factsOf({ scenario: JSON.stringify(scenario) });
  loginClaims.value = { userinfo: USERINFO, idToken: ID_TOKEN };
  canonicalClaims.value = { ...ID_TOKEN, ...USERINFO };
});

/** A state, and the place of `|` in it. */
function at(marked: string, language = json()): { state: EditorState; pos: number } {
  const pos = marked.indexOf("|");
  const doc = marked.slice(0, pos) + marked.slice(pos + 1);
  return { state: read(doc, language), pos };
}

/** A state whose text is read to its end, however busy the machine is. */
function read(doc: string, language: Extension): EditorState {
  const state = EditorState.create({ doc, extensions: [language] });
  ensureSyntaxTree(state, doc.length, 5000);
  return state.update({}).state;
}

function offered(piece: string, marked: string): readonly Completion[] {
  const isCode = piece === "lambda";
  const { state, pos } = at(marked, isCode ? javascript() : json());
  const context = new CompletionContext(state, pos, true);
  const result = isCode ? completeLambda(context) : completeJson(piece)(context);
  return result?.options ?? [];
}

function labels(piece: string, marked: string): string[] {
  return offered(piece, marked).map(({ label }) => label);
}

describe("completion in a policy", () => {
  test("offers keys that are not there yet", () => {
    const found = labels("policy", '{ "map": {}, | }');
    expect(found).toEqual(expect.arrayContaining(["gates", "provider", "linkingStrategy"]));
    expect(found).not.toContain("map");
  });

  test("offers fields with what they hold", () => {
    const found = offered("policy", '{ "map": { "user.f|" } }');
    const field = found.find(({ label }) => label === "user.firstName");
    expect(field?.detail).toBe("a text · writable");
    expect(field?.info).toBe("Given name.");
  });

  test("offers claims of the login, and those that every policy knows", () => {
    const found = offered("policy", '{ "map": { "user.firstName": | } }');
    expect(found.find(({ label }) => label === "given_name")?.detail).toBe('"Jane"');
    expect(found.map(({ label }) => label)).toEqual(
      expect.arrayContaining(["assigned-groups", "jwt.given_name", "id_token.cognito:groups"]),
    );
  });

  test("offers the words of a rule", () => {
    const rule = (inside: string) => `{ "map": { "registration.roles": { ${inside} } } }`;
    expect(labels("policy", rule('"from": "a", |'))).toEqual(
      expect.arrayContaining(["transform", "table", "write", "missing", "when"]),
    );
    expect(labels("policy", rule('"write": "|"'))).toEqual([
      "always",
      "on-create",
      "if-empty",
      "add",
    ]);
    expect(labels("policy", rule('"transform": ["trim", "|"]'))).toContain("lower-case");
    expect(labels("policy", rule('"transform": [{ | }]'))).toEqual(
      expect.arrayContaining(["before", "after-last", "split"]),
    );
    expect(labels("policy", rule('"when": { | }'))).toEqual(
      expect.arrayContaining(["claim", "exists", "domain", "all"]),
    );
  });

  test("offers a table's keys by the claim's values, and the application's roles", () => {
    const table = (inside: string) =>
      `{ "map": { "registration.roles": { "from": "cognito:groups", "table": { ${inside} } } } }`;
    expect(labels("policy", table("|"))).toEqual(["Admins", "Staff"]);
    expect(labels("policy", table('"Admins": "|"'))).toEqual(["admin", "viewer"]);
  });
});

describe("completion in other pieces", () => {
  test("offers an identity provider's keys and strategies, with and without wrapper", () => {
    expect(labels("identityProvider", "{ | }")).toContain("linkingStrategy");
    expect(labels("identityProvider", '{ "linkingStrategy": "|" }')).toContain("LinkByUsername");
    expect(
      labels("identityProvider", '{ "identityProvider": { "linkingStrategy": "|" } }'),
    ).toContain("LinkByUsername");
  });

  test("offers assumptions and their values", () => {
    expect(labels("assumptions", "{ | }")).toContain("console-warn");
    expect(labels("assumptions", '{ "console-warn": "|" }')).toEqual(["exists", "missing"]);
  });

  test("offers users' fields and a login's keys", () => {
    expect(labels("users", "[{ | }]")).toContain("firstName");
    expect(labels("login 1", "{ | }")).toContain("idTokenVerified");
    expect(labels("login 1", '{ "noLink": | }')).toEqual(["true", "false"]);
  });

  test("offers attribute mappings' fields and claims", () => {
    expect(labels("attributeMappings", "{ | }")).toContain("user.firstName");
    expect(
      labels("identityProvider", '{ "attributeMappings": { "user.firstName": "|" } }'),
    ).toContain("jwt.given_name");
  });

  test("offers nothing where nothing can stand", () => {
    expect(labels("policy", '{ "map": {} | }')).toEqual([]);
    expect(labels("unheard of", "{ | }")).toEqual([]);
  });
});

describe("completion in a lambda", () => {
  const inside = (code: string) => `function reconcile(u, r, claims, token) {\n  ${code}\n}`;

  test("offers what is inside an argument, whatever it is called", () => {
    expect(labels("lambda", inside("claims.|"))).toEqual(Object.keys(USERINFO));
    expect(labels("lambda", inside("claims.address.|"))).toEqual(["locality"]);
    expect(labels("lambda", inside('token["|"]'))).toEqual(Object.keys(ID_TOKEN));
    expect(labels("lambda", inside("u.|"))).toContain("firstName");
    expect(labels("lambda", inside("r?.|"))).toContain("roles");
  });

  test("says what a field holds and whether it may be written", () => {
    const id = offered("lambda", inside("u.|")).find(({ label }) => label === "id");
    expect(id?.detail).toBe("a UUID · read only");
  });

  test("offers the console, and nothing for what is unknown", () => {
    expect(labels("lambda", inside("console.|"))).toEqual(["info", "log", "debug", "error"]);
    expect(labels("lambda", inside("other.|"))).toEqual([]);
    expect(labels("lambda", inside("// u.|"))).toEqual([]);
  });

  test("offers the arguments themselves", () => {
    expect(labels("lambda", inside("cl|"))).toEqual(expect.arrayContaining(["claims", "fetch"]));
  });
});

describe("explanations", () => {
  const told = (piece: string, marked: string) => {
    const isCode = piece === "lambda";
    const { state, pos } = at(marked, isCode ? javascript() : json());
    return explain(state, pos, isCode ? "javascript" : "json", piece)?.lines.join(" ");
  };

  test("of fields and claims in a lambda", () => {
    const code = (inside: string) => `function reconcile(user, r, jwt) { ${inside} }`;
    expect(told("lambda", code("user.first|Name"))).toContain("Holds a text.");
    expect(told("lambda", code("user.i|d"))).toContain("ignores what a lambda writes");
    expect(told("lambda", code("jwt.given|_name"))).toContain('In this login: "Jane"');
    expect(told("lambda", code('jwt["custom:|plan"]'))).toContain('In this login: "gold"');
    expect(told("lambda", code("jwt.nick|name"))).toContain("does not have it");
    expect(told("lambda", code("consol|e.info(1)"))).toContain("one argument");
  });

  test("of words and claims in a policy", () => {
    expect(told("policy", '{ "ga|tes": [] }')).toContain("What has to hold");
    expect(told("policy", '{ "map": { "user.firstName": "given|_name" } }')).toContain('"Jane"');
    expect(
      told("policy", '{ "map": { "user.firstName": { "from": "a", "write": "if-|empty" } } }'),
    ).toContain("Only while the field is empty");
  });

  test("of a linking strategy", () => {
    expect(told("identityProvider", '{ "linkingStrategy": "Link|ByEmail" }')).toContain(
      "e-mail address",
    );
  });
});

describe("what is pointed at", () => {
  const shown = {
    user: { id: "u2" },
    changes: [
      { path: "/user/firstName", by: { kind: "lambda", line: 2 }, from: ["/userinfo/given_name"] },
      { path: "/user/lastName", by: { kind: "policy", rule: "user.lastName#2" }, from: [] },
    ],
  } as unknown as Outcome;

  const lit = (
    piece: string,
    text: string,
    kind: "field" | "claim",
    path: string,
    language = json(),
  ) => {
    const { state } = at(`${text}|`, language);
    return spansOf(state, { kind, path }, piece, shown).map(({ from, to }) =>
      state.sliceDoc(from, to),
    );
  };

  test("is found in a login", () => {
    const login = JSON.stringify({ userinfo: USERINFO, idToken: ID_TOKEN });
    expect(lit("login 0", login, "claim", "/userinfo/given_name")).toEqual(['"Jane"']);
    expect(lit("login 0", login, "claim", "/idToken/cognito:groups/1")).toEqual(['"Staff"']);
    expect(lit("login 0", login, "claim", "/userinfo/none")).toEqual([]);
  });

  test("is what the caret is on", () => {
    const on = (piece: string, marked: string, language = json()) => {
      const { state, pos } = at(marked, language);
      return pointedAt(state, pos, piece);
    };
    const claim = { kind: "claim", path: "/userinfo/given_name" };
    expect(on("login 0", '{ "userinfo": { "given_name": "Ja|ne" } }')).toEqual(claim);
    expect(on("login 0", '{ "userinfo": { "given|_name": "Jane" } }')).toEqual(claim);
    expect(on("login 0", '{ "user|info": {} }')).toBeUndefined();
    const lambda = (code: string) => `function reconcile(user, r, claims) { ${code} }`;
    expect(on("lambda", lambda("claims.given|_name"), javascript())).toEqual(claim);
    const field = { kind: "field", path: "/user/firstName" };
    expect(on("lambda", lambda("user.first|Name"), javascript())).toEqual(field);
    expect(on("policy", '{ "map": { "user.firstName": "na|me" } }')).toEqual(field);
  });

  test("is found in the user, the lambda and the policy", () => {
    const users = '[{ "id": "u1", "firstName": "A" }, { "id": "u2", "firstName": "B" }]';
    expect(lit("users", users, "field", "/user/firstName")).toEqual(['"B"']);
    const lambda = "function reconcile(user, r, jwt) {\n  user.firstName = jwt.given_name;\n}";
    expect(lit("lambda", lambda, "claim", "/userinfo/given_name", javascript())).toEqual([
      "user.firstName = jwt.given_name;",
    ]);
    const policy = '{ "map": { "user.lastName": ["family_name", "name"] } }';
    expect(lit("policy", policy, "field", "/user/lastName")).toEqual(['"name"']);
  });
});

describe("places in JSON", () => {
  test("are found again by their paths", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), fc.nat(), (value, choice) => {
        const doc = JSON.stringify(value, null, 2);
        const state = read(doc, json());
        const node = syntaxTree(state).resolveInner(choice % (doc.length + 1), 1);
        if (!/^(?:String|Number|True|False|Null|Object|Array)$/.test(node.name)) return;
        const path = pathOf(node, state.doc);
        const root = parseTree(doc);
        const expected = root && findNodeAtLocation(root, [...path]);
        const found = find(state, path);
        // A key that is there twice stands for its last value in both.
        expect(found?.value.from).toBe(expected?.offset);
        expect(stepsOf(pointerOf(path))).toEqual(path.map(String));
      }),
    );
  });

  test("never fail, whatever is half typed", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'{}[]",: a1\n') }),
        fc.nat(),
        (doc, choice) => {
          const { state, pos } = at(
            `${doc.slice(0, choice % (doc.length + 1))}|${doc.slice(choice % (doc.length + 1))}`,
          );
          placeAt(state, pos);
          completeJson("policy")(new CompletionContext(state, pos, true));
          explain(state, pos, "json", "policy");
        },
      ),
    );
  });
});
