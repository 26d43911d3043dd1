// What the comparison knows from the start on, although it is shown later: which logins an earlier visit added, and
// the mapping that the scenario was opened with.

import { keep } from "./logins.js";
import "./mappings/sides.js";

keep();
