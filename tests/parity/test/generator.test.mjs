// The programs that are made up: the same for the same seed, readable, and over the whole language.

import assert from "node:assert/strict";
import { test } from "node:test";
import { parse } from "acorn";
import { coverageOf } from "../generator/coverage.mjs";
import { pair } from "../generator/index.mjs";

const PAIRS = Array.from({ length: 1500 }, (_, number) => pair("test", number));
const BODIES = PAIRS.map(({ lambda }) => lambda.body);

test("a seed and a number are always the same pair, and others are others", () => {
  for (const number of [0, 7, 1499]) {
    assert.deepEqual(pair("test", number), PAIRS[number]);
    assert.notDeepEqual(pair("other", number), PAIRS[number]);
  }
  assert.equal(new Set(BODIES).size, BODIES.length);
});

test("every program parses", () => {
  for (const body of BODIES) parse(body, { ecmaVersion: "latest", sourceType: "script" });
});

test("every pair is JSON", () => {
  for (const one of PAIRS)
    assert.equal(JSON.stringify(JSON.parse(JSON.stringify(one))), JSON.stringify(one));
});

test("the three engines get their shares", () => {
  const minors = PAIRS.map(({ fusionauth }) => Number(fusionauth.split(".")[1]));
  const share = (is) => minors.filter(is).length / minors.length;
  assert.ok(Math.abs(share((minor) => minor >= 56) - 0.7) < 0.05);
  assert.ok(Math.abs(share((minor) => minor <= 50) - 0.15) < 0.05);
});

test("the language that lambdas use occurs, all of it", () => {
  const { syntax, operators, names } = coverageOf(BODIES);
  const missing = (known, found) => known.split(" ").filter((name) => !found.has(name));
  assert.deepEqual(missing(SYNTAX, syntax), []);
  assert.deepEqual(missing(OPERATORS, operators), []);
  assert.deepEqual(missing(NAMES, names), []);
  console.log(`${syntax.size} kinds of syntax, ${operators.size} operators, ${names.size} names`);
});

const SYNTAX =
  "ArrayExpression ArrayPattern ArrowFunctionExpression AssignmentExpression AssignmentPattern BlockStatement BreakStatement " +
  "CallExpression CatchClause ChainExpression ClassDeclaration ConditionalExpression ContinueStatement DoWhileStatement " +
  "ForInStatement ForOfStatement ForStatement FunctionDeclaration FunctionExpression IfStatement LabeledStatement " +
  "LogicalExpression NewExpression ObjectExpression ObjectPattern RestElement ReturnStatement SequenceExpression " +
  "SpreadElement SwitchStatement TaggedTemplateExpression TemplateLiteral ThisExpression ThrowStatement TryStatement " +
  "UnaryExpression UpdateExpression VariableDeclaration WhileStatement WithStatement YieldExpression";

const OPERATORS =
  "+ - * / % ** & | ^ ~ << >> >>> == != === !== < > >= && || ?? ! typeof void delete in instanceof = += ||= &&= ??= ++ --";

const NAMES =
  "at charAt charCodeAt codePointAt concat endsWith includes indexOf lastIndexOf localeCompare match matchAll normalize " +
  "padEnd padStart repeat replace replaceAll search slice split startsWith substr substring toLowerCase toUpperCase trim " +
  "every entries fill filter find findIndex flat flatMap forEach fromEntries hasOwnProperty isArray join keys map pop push " +
  "reduce reduceRight reverse shift some sort splice unshift values assign defineProperty freeze hasOwn parse stringify " +
  "add delete get has set size exec test lastIndex groups index toISOString getTime getFullYear getTimezoneOffset setMonth " +
  "setUTCHours toLocaleDateString toLocaleString toFixed toPrecision toString toExponential isInteger isSafeInteger isNaN " +
  "asUintN random floor round max min trunc sign now UTC next length message name info log debug error warn secrets " +
  "toSorted findLast groupBy union isWellFormed captureStackTrace NumberFormat DateTimeFormat Collator";
