// Prints the answers of the built package, as it stands in js/dist, to the cases of a project.

import { join } from "node:path";
import { pathToFileURL } from "node:url";
import * as check from "../../js/dist/check.js";
import * as lambda from "../../js/dist/lambda.js";
import * as main from "../../js/dist/node.js";
import * as sandbox from "../../js/dist/sandbox.js";
import * as test from "../../js/dist/test.js";
import { probe } from "./probe.mjs";

const { default: cases } = await import(pathToFileURL(join(process.argv[2], "cases.mjs")).href);
process.stdout.write(JSON.stringify(await probe({ main, lambda, check, sandbox, test }, cases)));
