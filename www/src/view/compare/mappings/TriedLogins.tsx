import { Broken } from "../Broken.js";
import { SIGNS, shapeOf, wordsOf } from "../verdict.js";
import type { FieldDifference } from "./fields.js";
import { isPolicyOnly } from "./sides.js";
import type { Confrontation, Tried } from "./tried.js";
import { inline } from "./value.js";

/** Both mappings on the grid's logins. */
export function TriedLogins({ known }: { readonly known: Confrontation }) {
  const { tried, before, after } = known;
  const differing = tried.filter(({ differences }) => differences.length > 0);
  const isProved = isPolicyOnly(before) && isPolicyOnly(after);
  return (
    <>
      <h3>On the logins of the grid</h3>
      <p class="about">
        {isProved
          ? "Both policies, run for each login above."
          : "Both were run for each login above, and for no other: a login that is not listed may still differ. Add logins to the grid to try more."}
      </p>
      <p class="count-line">
        <strong>
          {differing.length === 0
            ? `No difference on ${tried.length === 1 ? "this login" : `these ${tried.length} logins`}.`
            : `${differing.length} of ${tried.length} ${tried.length === 1 ? "login" : "logins"} ${differing.length === 1 ? "differs" : "differ"}.`}
        </strong>
      </p>
      <ul class="tried">
        {tried.map((one) => (
          <li key={one.login.id}>
            <One tried={one} />
          </li>
        ))}
      </ul>
    </>
  );
}

function One({ tried: { login, after, differences } }: { readonly tried: Tried }) {
  if (differences.length === 0) {
    return (
      <p class="equal">
        <span aria-hidden="true">=</span> <strong>{login.title}</strong>: the same under both,{" "}
        {SIGNS[shapeOf(after)]} {after.status} {wordsOf(after)}
      </p>
    );
  }
  return (
    <article aria-label={login.title}>
      <p>
        <span aria-hidden="true">≠</span> <strong>{login.title}</strong>: {differences.length}{" "}
        {differences.length === 1 ? "field differs" : "fields differ"}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard */}
      <section class="table-scroll" tabIndex={0} aria-label={`Differences for ${login.title}`}>
        <table>
          <thead>
            <tr>
              <th scope="col">field</th>
              <th scope="col">before</th>
              <th scope="col">after</th>
              <th scope="col">from the claims</th>
            </tr>
          </thead>
          <tbody>
            {differences.map((difference) => (
              <Field key={difference.field} difference={difference} />
            ))}
          </tbody>
        </table>
      </section>
    </article>
  );
}

function Field({ difference }: { readonly difference: FieldDifference }) {
  const { field, before, after, claims } = difference;
  return (
    <tr>
      <th scope="row">
        <code>
          <Broken name={field} />
        </code>
      </th>
      <td>{inline(before)}</td>
      <td>{inline(after)}</td>
      <td>
        {claims.length === 0 && <span class="none">none</span>}
        {claims.map(({ pointer, value }) => (
          <div key={pointer}>
            <code>
              <Broken name={pointer} />
            </code>{" "}
            {inline(value)}
          </div>
        ))}
      </td>
    </tr>
  );
}
