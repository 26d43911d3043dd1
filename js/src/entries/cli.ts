#!/usr/bin/env node
// The command line tool.

import { main } from "../cli/main.js";
import { offer } from "../environment.js";
import { environment } from "./environment.node.js";

offer(environment);
await main();
