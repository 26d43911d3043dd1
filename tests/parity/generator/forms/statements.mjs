// Statements: one, or several in a block.

import { READINGS } from "./dates.mjs";
import { LOCALE_STATEMENTS } from "./locales.mjs";
import { LOOPS, NESTING } from "./nesting.mjs";
import { NEWER } from "./newer.mjs";
import { ODDITIES } from "./oddities.mjs";
import { SIMPLE } from "./simple.mjs";

/** What is done when the lambda has returned, if at all. */
const LATER = [
  "(async () => { $lines })();",
  "(async () => { await null; $field = $text; })();",
  "Promise.resolve($text).then((§v) => { $field = §v; });",
  "Promise.all([$text, Promise.resolve($any)]).then((§v) => { $field = §v; });",
  "Promise.reject(new Error($text)).catch((§e) => { $field = §e.message; }).finally(() => console.info('done'));",
  "async function §f(§v) { $field = §v; await §v; console.info(`${§v}`); return $text; }\n§f($text!).then((§w) => { $field = §w; });",
  "(async () => { for await (const §a of [$text!, Promise.resolve($text!)]) $field = §a; })();",
  "(async () => { $failing; })();",
];

/** What a statement is, and how often of a hundred times. */
const SHARES = [
  [42, SIMPLE],
  [18, NESTING],
  [12, LOOPS],
  [4, READINGS.map((form) => [form])],
  [4, LOCALE_STATEMENTS.map((form) => [form])],
  [12, ODDITIES],
  [
    5,
    [
      ["try { $failing; } catch (§e) { console.info(§e.message); }"],
      ["try { $field = $failing; } catch (§e) { $field = String(§e); }"],
      [
        "try { $failing; $lines } catch (§e) { console.error(§e); $field = §e instanceof TypeError; }",
      ],
      ["try { $failing; } catch ({ name: §n, message: §m }) { $field = [§n, §m]; }"],
      ["try { $failing; } catch (§e) { $field = §e && §e.constructor && §e.constructor.name; }"],
      ["try { try { $failing; } finally { $field = $text; } } catch (§e) { $field = `${§e}`; }"],
    ],
  ],
  [2.4, NEWER],
  [0.8, LATER.map((form) => [form])],
  [1.6, [["$failing;"], ["if ($boolean) { $failing; }"]]],
];

/** One statement. */
function statement(writer) {
  const forms = writer.dice.weigh(SHARES);
  const isSimple = !writer.mayNest && (forms === NESTING || forms === LOOPS);
  return writer.statement(writer.pick(isSimple ? SIMPLE : forms));
}

/** Statements that stand in a block. */
export const body = { statements: (writer) => writer.block(1, 3, statement) };

/** One statement or two, before something in the same line. */
export const lines = {
  statements: (writer) => writer.block(1, 2, (one) => one.statement(one.pick(SIMPLE))),
};

/** Statements of a whole function: what they declare holds to its end. */
export function statements(writer, least, most) {
  return writer.dice.several(least, most, () => statement(writer)).join("\n");
}
