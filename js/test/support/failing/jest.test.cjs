const helpers = require("../../../dist/test.cjs");
const { fails } = require("./body.cjs");

test("fails", () => fails(helpers));
