// Which blocks of the model's code ran: what V8 counts. One that never ran is a rule that no login was compared by.

import { readFileSync } from "node:fs";
import { Session } from "node:inspector";
import { fileURLToPath } from "node:url";

const MODEL = new URL("model/", import.meta.url).href;

/** Starts to count. The model must not be loaded yet. */
export function countBlocks() {
  const session = new Session();
  session.connect();
  const ask = (method, options) => {
    let answer;
    session.post(method, options, (error, result) => {
      if (error) throw new Error(error.message);
      answer = result;
    });
    return answer;
  };
  ask("Profiler.enable");
  ask("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
  return {
    /** `file:line: text` of every block of the model that never ran. */
    missed() {
      const { result } = ask("Profiler.takePreciseCoverage");
      session.disconnect();
      return result.filter(({ url }) => url.startsWith(MODEL)).flatMap(missedIn);
    },
  };
}

function missedIn({ url, functions }) {
  const text = readFileSync(fileURLToPath(url), "utf8");
  const never = functions.flatMap(({ ranges }) => ranges).filter(({ count }) => count === 0);
  return never.map(({ startOffset, endOffset }) => {
    const line = text.slice(0, startOffset).split("\n").length;
    const what = text.slice(startOffset, endOffset).trim().split("\n")[0];
    return `${url.slice(MODEL.length)}:${line}: ${what}`;
  });
}
