// reconcile-kit's own policies, on the whole core and on the small one for lambdas.

import { POLICIES } from "../policies.mjs";

/** What a policy's result says, in the words of the other engines. */
export const READ = {
  gate: ({ allowed }) => allowed,
  copy: ({ writes }) =>
    Object.fromEntries(writes.map(({ path, value }) => [path.split("/").pop(), value])),
  roles: ({ writes }) => writes[0]?.value ?? [],
};

/** By task, the ways to run its policy. */
function tasksOf({ Policy }) {
  const tasks = Object.entries(POLICIES).map(([task, document]) => {
    const policy = new Policy(document);
    return [
      task,
      Object.assign((login) => policy.run(login), { text: (login) => policy.runText(login) }),
    ];
  });
  return Object.fromEntries(tasks);
}

export const reconcileKit = {
  name: "reconcile-kit",
  load: async () => tasksOf(await import("reconcile-kit")),
};

export const smallCore = {
  name: "reconcile-kit/lambda",
  load: async () => tasksOf(await import("reconcile-kit/lambda")),
};
