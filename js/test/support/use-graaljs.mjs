// Simulates the scenario on standard input with the engine `graaljs` and with the embedded one, and prints what came
// of it.

import { text } from "node:stream/consumers";
import { Sandbox } from "../../dist/sandbox.js";

const { scenario, limits } = JSON.parse(await text(process.stdin));
const said = {};
const sandbox = new Sandbox({ engine: "graaljs", limits });
try {
  said.outcome = await sandbox.simulate(scenario);
} catch ({ code, message, help }) {
  said.error = { code, message, help };
}
await sandbox.close();
said.afterClose = await sandbox.simulate(scenario).catch(({ code }) => code);
const embedded = new Sandbox();
said.embedded = await embedded.simulate(scenario);
await embedded.close();
process.stdout.write(JSON.stringify(said));
