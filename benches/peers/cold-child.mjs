// One process of `cold.mjs`: asks the engine with the given number once, and prints the milliseconds since its start.

import { ANSWERS, LOGINS } from "./claims.mjs";
import { ENGINES } from "./engines/index.mjs";
import { READ } from "./engines/reconcile-kit.mjs";

const engine = ENGINES[Number(process.argv[2])];
if (engine) {
  const tasks = await engine.load();
  const answer = await tasks.gate(LOGINS.allowed);
  const found = typeof answer === "boolean" ? answer : READ.gate(answer);
  if (found !== ANSWERS.gate.allowed) throw new Error(`${engine.name} answers ${found}`);
}
console.log(performance.now());
