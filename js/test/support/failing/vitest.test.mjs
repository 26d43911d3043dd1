import { test } from "vitest";
import * as helpers from "../../../dist/test.js";
import { fails } from "./body.cjs";

test("fails", () => fails(helpers));
