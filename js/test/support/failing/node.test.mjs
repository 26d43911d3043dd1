import { test } from "node:test";
import * as helpers from "../../../dist/test.js";
import { fails } from "./body.cjs";

test("fails", () => fails(helpers));
