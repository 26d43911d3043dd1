// Statements with statements in them. Loops go over what is made for them, so that they end.

export const NESTING = [
  ["if ($boolean) {\n$body\n}"],
  ["if ($boolean) {\n$body\n} else {\n$body\n}"],
  ["if ($claim) {\n$body\n} else if ($boolean) {\n$body\n} else {\n$body\n}"],
  ["if ($text.length > $tiny) {\n$body\n}"],
  ["switch ($text) {\ncase 'a': case $text:\n$body\nbreak;\ndefault:\n$body\ncase '':\n$body\n}"],
  ["switch (typeof $any) {\ncase 'string': {\n$body\nbreak;\n}\ncase 'object':\n$body\n}"],
  ["switch (true) { case $boolean: $lines break; case $number > 1: $lines }"],
  ["try {\n$body\n} catch (§e) {\nconsole.error(§e.message);\n}"],
  ["try {\n$body\nthrow new Error($text);\n} catch (§e) {\n$field = §e.message;\n$body\n}"],
  ["try {\n$body\n} catch {\n$body\n} finally {\n$body\n}"],
  ["try {\nif ($boolean) throw $any;\n$body\n} catch (§e) {\n$field = §e;\n}"],
  ["(function () {\n$body\nif ($boolean) return;\n$body\n})();"],
  ["(() => {\n$body\n})();"],
  [
    "$field = (function (§v) { try { if ($boolean) return §v; $lines } finally { $lines } return $text; })($text);",
  ],
  ["§l: {\nif ($boolean) break §l;\n$body\n}"],
  ["{\nlet §x = $text;\n$body(x:text)\n}"],
  ["function §f(§v) {\n$body(v:text)\nreturn $text;\n}\n$field = §f($text) + §f();"],
  ["var §f = function §g(§n) { return §n > 0 ? §g(§n - 1) + $text! : ''; }; $field = §f($tiny);"],
  ["$texts.forEach(function (§a, §i) {\n$body(a:text,i:number)\n});"],
  ["$field = $texts.map((§a) => {\n$lines\nreturn $any(a:text);\n});"],
  ["with ({ §w: $text }) { $field = §w; }"],
  [
    "class §c { constructor(§v) { this.v = §v; } get u() { return this.v + '!'; } static of(§v) { return new §c(§v); } toString() { return `C${this.v}`; } }\n$field = [`${§c.of($text)}`, new §c($any!).u];",
  ],
  [
    "class §a { x = $text!; m() { return this.x; } }\nclass §b extends §a { m() { return super.m() + '?'; } #p = 1; get p() { return this.#p; } }\n$field = [new §b().m(), new §b().p, new §b() instanceof §a];",
  ],
  [
    "function* §g() { $lines yield $text; const §r = yield ($any); return §r; }\nconst §i = §g(); $field = [§i.next(), §i.next(), §i.next($text!), §i.next()];",
  ],
  ["const §o = { *[Symbol.iterator]() { yield ($any); yield 2; } }; $field = [...§o];"],
  ["if (!($boolean)) {\n$body\n} else $field = $any;"],
  ["$field = $texts.reduce((§a, §b) => { $lines §a[§b] = §b.length; return §a; }, {});"],
  [
    "const §m = { a: () => $text, b($n) { return $any; } }; $field = (§m[$key] || (() => $text))();".replace(
      "($n)",
      "(§z)",
    ),
  ],
];

export const LOOPS = [
  ["for (let §i = 0; §i < 3; §i++) {\n$body(i:number)\n}"],
  ["for (var §i = 0; §i < $texts.length && §i < 4; §i += 1) {\n$body(i:number)\n}"],
  ["for (§i = 2; §i >= 0; §i--) {\n$body(i:number)\n}"],
  ["for (const §a of $texts) {\n$body(a:text)\n}"],
  ["for (const [§i, §a] of $texts.entries()) {\n$body(i:number,a:text)\n}"],
  ["for (const §c of $text.slice(0, 5)) {\n$body(c:text)\n}"],
  ["for (const §k in $record) {\n$body(k:text)\n}"],
  ["for (var §k in $texts) {\n$body(k:text)\n}"],
  ["for (const [§k, §v] of Object.entries($record)) {\n$body(k:text,v:any)\n}"],
  ["for (const [§k, §v] of $map) {\n$body(k:any,v:any)\n}"],
  ["for (const §v of $set) { $field = §v; if ($boolean) break; }"],
  ["for (const §k in jwt) { if (typeof jwt[§k] === 'string') user.data[§k] = jwt[§k]; }"],
  ["for (const §k of Object.keys(jwt)) {\nif (!/^[a-z]/.test(§k)) continue;\n$body(k:text)\n}"],
  ["let §n = 3; while (§n-- > 0) {\n$body\n}"],
  ["var §n = 0; do {\n$body\n} while (++§n < 2);"],
  [
    "§l: for (const §a of $texts) { for (const §b of $texts) { if (§a === §b) continue §l; if ($boolean) break §l; $field = §a + §b; } }",
  ],
  [
    "const §b = []; for (const §a of $texts) { if ($boolean(a:text)) continue; §b.push($text(a:text)); }\n$field = §b;",
  ],
  ["let §t = ''; for (const §c of $text) { §t = §c + §t; }\n$field = §t;", "t:text"],
  [
    "const §f = []; for (var §i = 0; §i < 3; §i++) §f.push(() => §i); $field = §f.map((§g) => §g());",
  ],
  [
    "const §f = []; for (let §i = 0; §i < 3; §i++) §f.push(() => §i); $field = §f.map((§g) => §g());",
  ],
  [
    "const §r = /(\\w)(\\d)?/g; let §m, §n = 0; while ((§m = §r.exec($text!)) && §n++ < 4) { $field = [§m[0], §m.index, §r.lastIndex]; }",
  ],
  ["const §c = {}; for (const §a of $texts) §c[§a] = (§c[§a] ?? 0) + 1;\n$field = §c;"],
  ["for (const { a: §a = $text!, ...§r } of $records) { $field = [§a, §r]; }"],
  [
    "let §n = $number; let §i = 0; while (§n > 1 && §i < 20) { §n /= 2; §i++; }\n$field = [§n, §i];",
  ],
];
