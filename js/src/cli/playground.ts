// `reconcile-kit playground`: the page on which a login is tried out, served on this machine.

import type { Arguments } from "./arguments.js";
import type { Command } from "./command.js";
import { EXIT, UsageError } from "./exit.js";

const HELP = `Serves a page on which logins are tried out: paste a token, edit lambda or
policy, and see at once who the person becomes and why.

Usage: reconcile-kit playground [--port N] [--open]

The page is served to this machine only, and everything on it is worked out in
the browser: nothing leaves this machine. Press Ctrl+C to stop.

Options:
  --port N  the port, in place of 4180 or the next one that is free
  --open    open the page in the browser
  --help    print this

Exit codes: 0 stopped, 2 bad usage, the port is taken, or the package was built
without the playground.
`;

/** The port that is tried first, so that drafts which the browser keeps are found again. */
const PORT = 4180;

/** The command `playground`. */
export const playground: Command = {
  summary: "Serve a page on which logins are tried out",
  help: HELP,
  options: { port: "string", open: "boolean" },
  async run(call) {
    const port = portOf(call);
    const { readFiles } = await import("./playground/files.js");
    const { serve } = await import("./playground/server.js");
    const server = await serve(await readFiles(), port ?? PORT, port === undefined);
    process.stdout.write(`The playground is at ${server.address}
Nothing leaves this machine: the page talks to nobody.
Press Ctrl+C to stop.
`);
    if (call.switches.has("open")) {
      const { openInBrowser } = await import("./playground/browser.js");
      openInBrowser(server.address);
    }
    await interrupted();
    await server.stop();
    return EXIT.done;
  },
};

function portOf({ operands: [operand], values }: Arguments): number | undefined {
  if (operand !== undefined) {
    const help = "write `reconcile-kit playground`; scenarios are opened on the page";
    throw new UsageError(`\`playground\` takes no file, and \`${operand}\` was given`, help);
  }
  const written = values.get("port");
  if (written === undefined) return undefined;
  const port = Number(written);
  if (/^\d{1,5}$/.test(written) && port <= 65_535) return port;
  const help = "give a number from 1 to 65535, or 0 for any that is free";
  throw new UsageError(`\`${written}\` is not a port`, help);
}

/** Until somebody ends the program. */
function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
}
