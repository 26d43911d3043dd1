// All hosts, in the order of docs/hosts.md.

import { awsHosts } from "./aws.mjs";
import { browserHosts } from "./browsers.mjs";
import { bundlerHosts } from "./bundlers.mjs";
import { nodeHosts } from "./node.mjs";
import { runtimeHosts } from "./runtimes.mjs";

/**
 * A host has a `name`; `isQuick` when every test run includes it; `parts`, the entries that it imports; `missing()`,
 * the reason why it cannot run here; and `run(project)`, which gives its `answers` and its `version`.
 */
export const HOSTS = [...nodeHosts, ...runtimeHosts, ...browserHosts, ...bundlerHosts, ...awsHosts];
