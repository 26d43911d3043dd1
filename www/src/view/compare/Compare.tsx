import { useEffect } from "preact/hooks";
import { refusal } from "../../app/store.js";
import { AddLogins } from "./AddLogins.js";
import { Grid } from "./Grid.js";
import { Mappings } from "./mappings/Mappings.js";
import { Opened, opened } from "./Opened.js";
import { followRows, rows } from "./rows.js";
import { Summary } from "./Summary.js";
import "./compare.css";
import "./opened.css";

/** The same logins under every strategy, and two mappings side by side. */
export function Compare() {
  useEffect(followRows, []);
  return (
    <div class="compare">
      <section aria-labelledby="compare-strategies">
        <h2 id="compare-strategies">Under every linking strategy</h2>
        <p class="about">
          Each login by itself, against the users and links of this scenario as they stand. ≠ marks
          what ends otherwise than under the scenario's own strategy. Arrow keys go from cell to
          cell, Enter opens one.
        </p>
        <Grid />
        <Refused />
        <Opened />
        {opened.value === undefined && <Summary />}
        <AddLogins />
      </section>
      <Mappings />
    </div>
  );
}

/** What stands in the way of rows. */
function Refused() {
  const refused = rows.value.filter((row) => row.refusal !== undefined);
  const whole = refusal.value;
  if (refused.length === 0 && !whole) return null;
  // What is wrong with the draft is wrong with each row, and is said once.
  const first = whole ?? refused[0]?.refusal;
  const names = refused.length === rows.value.length ? [] : refused.map(({ login }) => login.title);
  return (
    <div class="notice" role="note">
      <p>
        <strong>Cannot be simulated{names.length > 0 && `: ${names.join(", ")}`}.</strong>{" "}
        {first?.message}
      </p>
      {first?.help && <p>To do: {first.help}.</p>}
      <p>Dimmed cells show the last outcome there was.</p>
    </div>
  );
}
