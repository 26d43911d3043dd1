// Where lambdas run: each kind of question has a sandbox of its own, so that none waits for
// another.

import type { Sandbox } from "reconcile-kit/sandbox";
import { KitRefusal, reasonOf, refusal, refusalOf } from "./refusal.js";

/** Somebody waits and looks; an ordinary lambda takes some milliseconds. */
const LIMITS = { deadline: 1000 };
/** What a sandbox says that did not start, or that stopped. */
const BROKEN = new Set(["sandbox-failed", "internal"]);

/** A sandbox that is loaded when the first lambda runs, and again when it broke. */
export class LazySandbox {
  #sandbox: Promise<Sandbox> | undefined;

  /**
   * What `work` does with the sandbox.
   *
   * @throws {KitRefusal} when the scenario is not valid, or there is no sandbox.
   */
  async run(work: (sandbox: Sandbox) => Promise<string>): Promise<string> {
    const sandbox = await this.#load();
    try {
      return await work(sandbox);
    } catch (error) {
      const why = refusalOf(error);
      if (BROKEN.has(why.code)) this.#drop(sandbox);
      throw new KitRefusal(why);
    }
  }

  #drop(sandbox: Sandbox): void {
    this.#sandbox = undefined;
    void sandbox.close();
  }

  async #load(): Promise<Sandbox> {
    this.#sandbox ??= import("reconcile-kit/sandbox").then(
      ({ Sandbox }) => new Sandbox({ limits: LIMITS }),
    );
    try {
      return await this.#sandbox;
    } catch (error) {
      // What did not arrive now may arrive the next time.
      this.#sandbox = undefined;
      const message = `lambdas cannot be run: ${reasonOf(error)}`;
      const help = "reload the page when its server can be reached, or take the lambda out";
      throw new KitRefusal(refusal("sandbox-failed", message, help));
    }
  }
}
