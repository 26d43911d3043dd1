// Group memberships are taken over when the user is created, and ignored afterwards.

import { fieldOf } from "../facts.js";
import type { Rule } from "../rule.js";

/** Speaks of memberships, once. */
export const membershipsWritten: Rule = {
  id: "memberships-written",
  *find({ facts, writes, guards }) {
    const write = writes.find(({ path }) => {
      const [name = ""] = path.keys;
      return name === "memberships" && fieldOf(facts, path.root, name)?.writable === "on-create";
    });
    if (!write) return;
    const list = { ...write.path, keys: write.path.keys.slice(0, 1) };
    yield {
      // Who asks for the list first knows that it is about new users.
      severity: guards.isAsked(list, write.node) ? "info" : "warning",
      at: write.target,
      message: "FusionAuth takes `user.memberships` over when it creates the user, and never again",
      help: "keep groups up to date with the Group API, or give roles in `registration.roles` instead",
    };
  },
};
