// What counts as asking for a claim before a part of it is read, and what does not.

import assert from "node:assert/strict";
import { test } from "node:test";
import { codes, reconcile } from "./support/lambda-check.mjs";

const CLAIM = "claim-read-unguarded";
const TOKEN = "id-token-unguarded";

/** Ways to ask, each with a read that is safe after it. */
const GUARDED = {
  "an if": "if (jwt.a) { x(jwt.a.b); }",
  "an else": "if (!jwt.a) { x(1); } else { x(jwt.a.b); }",
  "the end of an if that leaves": "if (!jwt.a) return; x(jwt.a.b);",
  "an else that throws": "if (jwt.a) { x(1); } else { throw new Error('no'); } x(jwt.a.b);",
  "continue in a loop": "for (var i = 0; i < 2; i++) { if (!jwt.a) continue; x(jwt.a.b); }",
  and: "x(jwt.a && jwt.a.b);",
  "or, turned round": "x(!jwt.a || jwt.a.b);",
  "a choice": "x(jwt.a ? jwt.a.b : null);",
  "optional chaining": "x(jwt.a?.b.c);",
  "a default with or": "x((jwt.a || {}).b);",
  "a default with ??": "x((jwt.a ?? {}).b);",
  "a default in a name": "var a = jwt.a || {}; x(a.b);",
  "a default while taking apart": "const { a = {} } = jwt; x(a.b);",
  "a default written back": "jwt.a = jwt.a || {}; x(jwt.a.b);",
  "a default where it is missing": "if (!jwt.a) { jwt.a = {}; } x(jwt.a.b);",
  "a logical assignment": "jwt.a ??= {}; x(jwt.a.b);",
  "an assignment after or": "jwt.a || (jwt.a = {}); x(jwt.a.b);",
  typeof: "if (typeof jwt.a === 'object') x(jwt.a.b);",
  "typeof, turned round": "if (typeof jwt.a === 'undefined') return; x(jwt.a.b);",
  "not undefined": "if (jwt.a !== undefined) x(jwt.a.b);",
  "not null, loosely": "if (jwt.a != null) x(jwt.a.b);",
  "undefined, and away": "if (jwt.a === undefined) return; x(jwt.a.b);",
  "equal to a text": "if (jwt.a === 'jane') x(jwt.a.length);",
  in: "if ('a' in jwt) x(jwt.a.b);",
  hasOwnProperty: "if (jwt.hasOwnProperty('a')) x(jwt.a.b);",
  "Object.hasOwn": "if (Object.hasOwn(jwt, 'a')) x(jwt.a.b);",
  "Object.prototype.hasOwnProperty.call":
    "if (Object.prototype.hasOwnProperty.call(jwt, 'a')) x(jwt.a.b);",
  "Array.isArray": "if (Array.isArray(jwt.a)) x(jwt.a.length);",
  "its own length": "if (jwt.a?.length > 0) x(jwt.a[0]);",
  "a function of one's own": "if (isThere(jwt.a)) x(jwt.a.b);",
  "the opposite function": "if (isMissing(jwt.a)) return; x(jwt.a.b);",
  "a part of it": "if (jwt.a?.b) x(jwt.a.c);",
  "a name for the answer": "var has = jwt.a && jwt.z; if (has) x(jwt.a.b);",
  "a name for it": "var a = jwt.a; if (a) x(a.b);",
  "another name": "var a = jwt.a; if (jwt.a) x(a.b);",
  "several questions": "if (jwt.z && (jwt.a && jwt.y)) x(jwt.a.b);",
  "either way": "if (jwt.a === 'x' || jwt.a === 'y') x(jwt.a.length);",
  "not (this or that)": "if (!(jwt.z || !jwt.a)) x(jwt.a.b);",
  "the question of a loop": "while (jwt.a) { x(jwt.a.b); }",
  "outside a function within": "if (jwt.a) { list.forEach(function () { x(jwt.a.b); }); }",
  "try and catch": "try { x(jwt.a.b); } catch (e) { x(e.message); }",
  "an assignment in the question": "var m; if ((m = jwt.a)) x(jwt.a.b);",
};

/** Reads that throw for somebody. */
const UNGUARDED = {
  "nothing asked": "x(jwt.a.b);",
  "a call": "x(jwt.a.trim());",
  "an index": "x(jwt['a'][0]);",
  "another claim asked for": "if (jwt.z) x(jwt.a.b);",
  "the wrong branch": "if (jwt.a) { x(1); } else { x(jwt.a.b); }",
  "one of two asked for": "if (jwt.a || jwt.z) x(jwt.a.b);",
  "different from another claim": "if (jwt.a !== jwt.z) x(1); x(jwt.a.b);",
  "asked for too late": "x(jwt.a.b); if (jwt.a) x(1);",
  "an if that goes on": "if (!jwt.a) { x(1); } x(jwt.a.b);",
  "null as a default": "x((jwt.a || null).b);",
  "undefined is what it is": "if (jwt.a === undefined) x(jwt.a.b);",
  "another name for the claims": "var c = jwt; x(c.a.b);",
  "a claim taken out": "const { a } = jwt; x(a.b);",
  "a claim taken out of an argument": "var a = jwt.a; x(a.b);",
  "optional one step too early": "x(jwt?.a.b);",
  "a loop over it": "for (const one of jwt.a) x(one);",
  "taking it apart": "const { b } = jwt.a; x(b);",
  "spreading it": "x([...jwt.a]);",
  "its keys": "x(Object.keys(jwt.a));",
  in: "if ('b' in jwt.a) x(1);",
  "parsing it": "x(JSON.parse(jwt.a));",
  "finally without catch": "try { x(jwt.a.b); } finally { x(1); }",
  "a computed name": "const KEY = 'a'; x(jwt[KEY].b);",
};

for (const [name, statements] of Object.entries(GUARDED)) {
  test(`${name}: the read is safe`, () => {
    const claim = codes(reconcile(statements)).filter((code) => code === CLAIM);
    assert.deepEqual(claim, [], statements);
  });
}

for (const [name, statements] of Object.entries(UNGUARDED)) {
  test(`${name}: the read throws`, () => {
    const claim = codes(reconcile(statements)).filter((code) => code === CLAIM);
    assert.deepEqual(claim, [CLAIM], statements);
  });
}

test("the ID token is asked for in the same ways", () => {
  const has = (statements) => codes(reconcile(statements)).includes(TOKEN);
  assert.ok(has("x(id_token.email);"));
  assert.ok(has("var t = id_token; x(t.email);"));
  assert.ok(has("const { email } = id_token; x(email);"));
  assert.ok(has("if (tokens) x(id_token.email);"));
  assert.ok(!has("if (id_token) x(id_token.email);"));
  assert.ok(!has("if (!id_token) return; x(id_token.email);"));
  assert.ok(!has("id_token = id_token || {}; x(id_token.email);"));
  assert.ok(!has("x(id_token?.email);"));
  assert.ok(!has("x((id_token || jwt).email);"));
  assert.ok(!has("const claims = { ...jwt, ...id_token }; x(claims.email);"));
  const byDefault = "function reconcile(user, registration, jwt, t = {}) { x(t.email); }";
  assert.ok(!codes(byDefault).includes(TOKEN));
});

test("parameters are known by their position, whatever they are called", () => {
  const body = "function reconcile(u, r, c, t) { r.data.x = c.a.b; r.data.y = t.z; }";
  assert.deepEqual(codes(body), [CLAIM, TOKEN]);
  const apart = "const reconcile = (u, r, { address }) => { u.data.x = address.locality; };";
  assert.deepEqual(codes(apart), [CLAIM]);
});

test("what a helper function does with a claim counts, and what its callers ask", () => {
  const helper = "function city(claims) { return claims.address.locality; }\n";
  const call = (statements) => codes(helper + reconcile(statements)).includes(CLAIM);
  assert.ok(call("user.data.city = city(jwt);"));
  assert.ok(!call("if (jwt.address) user.data.city = city(jwt);"));
  assert.ok(call("if (jwt.address) { city(jwt); } user.data.city = city(jwt);"));
  const own = "function city(claims) { if (claims.address) return claims.address.locality; }\n";
  assert.ok(!codes(own + reconcile("user.data.city = city(jwt);")).includes(CLAIM));
  // Nothing is known of a function that is passed on, or called with several things.
  assert.ok(!call("[jwt].map(city);"));
  assert.ok(!call("city(jwt); city({ address: {} });"));
});

test("only the claim itself may be missing, not what is inside it", () => {
  const body = "if (jwt.picture) { user.imageUrl = jwt.picture.data.url; }";
  assert.ok(!codes(reconcile(body)).includes(CLAIM));
  assert.ok(!codes(reconcile("x(jwt.sub.length);")).includes(CLAIM));
});

test("a SAML response is no set of claims", () => {
  const body = reconcile("user.data.x = jwt.assertion.attributes.x;");
  assert.ok(!codes(body, { type: "SAMLv2Reconcile" }).includes(CLAIM));
});

test("a claim is named once, at its first read", () => {
  const body = reconcile("x(jwt.a.b);", "x(jwt.a.c);", "x(jwt.d.e);");
  assert.deepEqual(
    codes(body).filter((code) => code === CLAIM),
    [CLAIM, CLAIM],
  );
});
