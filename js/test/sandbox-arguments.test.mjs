// What a lambda does with its arguments comes to the same as when a plain function does it with plain objects.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { simulate } from "../dist/node.js";
import { Sandbox } from "../dist/sandbox.js";
import { firstLogin } from "./support/scenarios.mjs";

const sandbox = new Sandbox();
after(() => sandbox.close());

const APPLICATION = {
  id: "3c219e58-ed0e-4b18-ad48-f4f92793ae32",
  roles: ["a", "b", "c", "d"].map((name) => ({ name })),
};
const LOGIN = {
  userinfo: {
    sub: "1",
    email: "jane@example.com",
    email_verified: true,
    given_name: "Jane",
    groups: ["c", "a", "b"],
    address: { city: "Berlin", lines: ["Main St 1", "4th floor"] },
    "a/b~c": { "d;e": 1 },
    nothing: null,
  },
};
const USER = {
  id: "00000000-0000-0000-0000-00000000abcd",
  email: "jane@example.com",
  firstName: "Joan",
  verified: true,
  data: { theme: "dark", list: [3, 1, 2], deep: { er: { est: 1 } } },
  preferredLanguages: ["de"],
};

/** Each does something, and leaves what it saw in `seen`. */
const LAMBDAS = {
  "an object is the same each time":
    "seen.push(user.data === user.data, jwt.groups === jwt.groups);",
  "a claim's list becomes the roles, and both are one":
    "registration.roles = jwt.groups; jwt.groups.push('d'); registration.roles.sort(); seen.push(registration.roles === jwt.groups, jwt.groups.join());",
  "an object of claims is stored, and then changed":
    "user.data.address = jwt.address; jwt.address.city = 'Bonn'; user.data.address.zip = 53; seen.push(jwt.address.zip);",
  "an object of its own stays itself":
    "const own = { a: 1 }; user.data.own = own; own.b = 2; user.data.own.c = 3; seen.push(user.data.own === own, own.c);",
  "what is pushed is found":
    "const m = {}; user.data.list.push(m); seen.push(user.data.list.indexOf(m), user.data.list.includes(m));",
  "objects are keys":
    "const map = new Map([[user.data, 1]]); const set = new Set([jwt.address]); seen.push(map.get(user.data), set.has(jwt.address));",
  "lists are lists":
    "seen.push(Array.isArray(jwt.groups), Array.isArray(user.data), Object.prototype.toString.call(jwt.groups), jwt.groups instanceof Array);",
  "lists are sorted in place":
    "seen.push(jwt.groups.sort() === jwt.groups, jwt.groups.join(), user.data.list.sort().join());",
  "lists are changed in place":
    "user.data.list.splice(1, 1, 'x', 'y'); user.data.list.reverse(); user.data.list.unshift(0); seen.push(user.data.list.shift(), user.data.list.pop()); user.data.list.copyWithin(0, 1); user.data.list.fill(7, 2);",
  "lists are emptied by their length":
    "user.data.list.length = 0; user.preferredLanguages.length = 0; user.data.list[2] = 1;",
  "lists are copied":
    "user.data.copy = [...jwt.groups, ...user.data.list]; user.data.more = jwt.groups.concat(user.data.list, [jwt.groups]); user.data.part = jwt.groups.slice(1);",
  "lists are walked":
    "for (const one of jwt.groups) seen.push(one); jwt.groups.forEach((one, index) => seen.push(index)); for (const [index, one] of jwt.groups.entries()) seen.push(index + one);",
  "lists make other lists":
    "user.data.made = jwt.groups.map((g) => g + 1).filter((g) => g !== 'a1').toSorted(); user.data.flat = [jwt.groups, [1]].flat(); user.data.from = Array.from(jwt.groups, (g) => g); seen.push(jwt.groups.at(-1), jwt.groups.findLast((g) => g < 'c'));",
  "lists are arguments":
    "seen.push(Math.max.apply(null, user.data.list), Math.min(...user.data.list), String.fromCharCode.apply(null, [65]));",
  "objects are spread": "user.data = { ...user.data, ...jwt.address, mine: { ...user } };",
  "objects are taken apart":
    "const { data: { theme, ...rest }, ...others } = user; const [first, ...more] = jwt.groups; user.data.rest = rest; seen.push(theme, first, more.join(), Object.keys(others).length > 3);",
  "objects are walked":
    "for (const key in jwt.address) seen.push(key); for (const key in user.data) seen.push(key); for (const index in jwt.groups) seen.push(index);",
  "objects are listed":
    "seen.push(Object.keys(jwt).join(), Object.values(jwt.address).length, Object.entries(user.data)[0].join(), Object.getOwnPropertyNames(jwt.groups).join());",
  "fields are asked for":
    "seen.push('email' in user, 'nope' in jwt, jwt.hasOwnProperty('sub'), Object.hasOwn(user, 'nope'), jwt.propertyIsEnumerable('sub'), jwt.nope, jwt.nothing);",
  "keys may hold anything":
    "seen.push(jwt['a/b~c']['d;e']); user.data['x/y~z'] = { '': jwt['a/b~c'] }; user.data['x/y~z']['']['d;e'] = 2;",
  "fields are deleted":
    "seen.push(delete user.data.theme, delete user.nope, delete jwt.email, jwt.email, delete jwt.groups[0], 0 in jwt.groups); delete delete user.firstName;",
  "a deleted field comes back":
    "const { data } = user; delete user.data; user.data = data; user.data.back = true; seen.push(user.data === data);",
  "fields are moved":
    "user.data.moved = user.data.deep; delete user.data.deep; user.data.moved.er.est = 2; registration.data.too = user.data.moved; registration.data.too.er.more = 3;",
  "JSON is made of them":
    "seen.push(JSON.stringify(jwt), JSON.stringify(user.data, ['theme', 'list']), JSON.stringify({ a: jwt.address }, null, 1));",
  "JSON is made into them":
    "user.data = JSON.parse(JSON.stringify(jwt)); user.data.address.city = 'Bonn'; seen.push(jwt.address.city);",
  "they are assigned into one another":
    "Object.assign(user.data, jwt.address, { list: jwt.groups }); user.data.list.push('d');",
  "a getter is defined":
    "Object.defineProperty(user.data, 'twice', { enumerable: true, get() { return this === user.data && this.theme + this.theme; } }); seen.push(user.data.twice);",
  "a setter is defined":
    "Object.defineProperty(user.data, 'way', { set(value) { this.theme = value; }, get() { return 1; } }); user.data.way = 'light'; seen.push(user.data.way);",
  "a getter in place of an object":
    "const old = user.data.deep; Object.defineProperty(user.data, 'deep', { enumerable: true, get: () => old }); seen.push(user.data.deep === old); old.er.est = 5;",
  "a property is described":
    "const { value, writable, enumerable } = Object.getOwnPropertyDescriptor(user, 'data'); seen.push(value === user.data, writable, enumerable); value.changed = true;",
  "all properties are described":
    "const all = Object.getOwnPropertyDescriptors(user.data); seen.push(all.deep.value === user.data.deep); all.deep.value.er.est = 9;",
  "properties are redefined":
    "Object.defineProperty(user.data, 'theme', { value: 'x', enumerable: false }); Object.defineProperty(user.data, 'deep', { enumerable: false }); seen.push(Object.keys(user.data).join());",
  "they are frozen":
    "Object.freeze(user.data); user.data.theme = 'no'; user.data.deep.er.est = 4; delete user.data.list; seen.push(Object.isFrozen(user.data), user.data.deep === user.data.deep);",
  "they are sealed":
    "Object.seal(jwt.address); jwt.address.zip = 1; jwt.address.city = 'x'; seen.push(jwt.address.zip, jwt.address.city, Object.isExtensible(jwt.address));",
  "strict code may not write what is frozen":
    "Object.freeze(user.data); (function () { 'use strict'; try { user.data.theme = 1; } catch (e) { seen.push(e.name); } })();",
  "something inherits from them":
    "const child = Object.create(user.data); child.theme = 'own'; seen.push(user.data.theme, child.list === user.data.list, Object.getPrototypeOf(child) === user.data); child.list.push(4);",
  "they get a prototype":
    "Object.setPrototypeOf(user.data, { inherited: { a: 1 } }); user.data.inherited.a = 2; seen.push(user.data.inherited.a, 'inherited' in user.data);",
  "__proto__ is a key as another":
    "user.data.other = { ['__proto__']: 1 }; user.data.__proto__ = { p: 1 }; seen.push(user.data.p, Object.keys(user.data.other).join());",
  "methods are borrowed":
    "seen.push(Array.prototype.map.call(jwt.groups, (x) => x).length, Object.prototype.hasOwnProperty.call(jwt, 'sub')); Array.prototype.push.call(user.data.list, 9);",
  "Reflect works on them":
    "Reflect.set(user.data, 'r', 1); Reflect.deleteProperty(user.data, 'theme'); Reflect.defineProperty(user.data, 's', { value: 2, enumerable: true }); seen.push(Reflect.ownKeys(user.data).join(), Reflect.has(jwt, 'sub'), Reflect.get(user.data, 'r'));",
  "a proxy of its own around them":
    "const around = new Proxy(user, {}); around.firstName = 'P'; around.data.p = 1; seen.push(around.data === user.data);",
  "with works": "with (user) { firstName = 'W'; } with (jwt) { user.lastName = given_name; }",
  "values are undefined":
    "user.firstName = undefined; user.data.u = undefined; user.preferredLanguages = undefined;",
  "operators write":
    "user.data.n = 1; user.data.n += 2; user.data.n++; user.data.list[0] **= 2; user.data.theme ??= 'x'; user.data.nope ||= 'y'; user.firstName &&= 'z';",
  "patterns write":
    "[user.firstName, user.data.second] = ['A', jwt.address]; ({ city: user.data.city, lines: [user.data.line] } = jwt.address);",
  "loops write": "for (user.data.each of jwt.groups); for (user.data.key in { q: 1 });",
  "arguments is alive":
    "arguments[0].firstName = 'arg'; seen.push(arguments.length, arguments[0] === user);",
  "an argument is replaced": "user = { nothing: 1 }; jwt = null; seen.push('gone');",
  "dates and other objects are stored":
    "user.data.date = new Date(0); user.data.map = new Map([[1, 2]]); user.data.error = new Error('x'); user.data.re = /x/g; user.data.boxed = Object('text');",
  "lists with holes":
    "user.data.list = [1, , 3]; user.data.list[5] = undefined; registration.data.n = [NaN, Infinity, -0];",
  "symbols are no keys of JSON":
    "user[Symbol('x')] = 1; user.data[Symbol.toPrimitive] = () => 'prim'; seen.push(String(user.data));",
  "toJSON speaks for an object": "user.data.when = { toJSON() { return 'then'; } };",
};

const body = (statements) =>
  `function reconcile(user, registration, jwt) { const seen = ['seen']; const kept = user;
try { ${statements} } catch (e) { seen.push('threw ' + e.name); }
kept.middleName = seen.join('|'); }`;

for (const [name, statements] of Object.entries(LAMBDAS)) {
  test(name, async () => {
    const scenario = firstLogin({ application: APPLICATION, users: [USER], login: LOGIN });
    const text = body(statements);
    const reconcile = new Function(`${text}\nreturn reconcile;`)();
    const plain = simulate(scenario, { reconcile });
    const found = await sandbox.simulate({ ...scenario, lambda: { body: text } });
    const shown = ({ status, user, registration }) => ({ status, user, registration });
    assert.deepEqual(shown(found), shown(plain));
    assert.match(found.user.middleName, /^seen/);
  });
}
