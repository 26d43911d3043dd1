// One made-up scenario, by the model and by the core.

import { scripted } from "../../js/test/support/scripted.mjs";
import { madeUp } from "./generator/scenario.mjs";
import { ASSUMPTIONS, assumed } from "./model/assumptions.mjs";
import { meet, quietly } from "./model/branches.mjs";
import { logIn } from "./model/login.mjs";
import { decisiveView, outcomeView, stateView } from "./views.mjs";

/** What differs for the scenario of `seed`: `{place, model, core}` each; and how many logins it has. */
export function compareSeed(seed, { simulate, readCognito }) {
  const { scenario, lambda, people = [] } = madeUp(seed);
  const read = { ...scenario, logins: scenario.logins.map(asReadFrom(people, readCognito)) };
  const core = simulate(read, lambda ? { reconcile: scripted(lambda) } : {});
  const known = new Set((scenario.users ?? []).map((user) => user.id));
  const differences = [];
  let state = { users: scenario.users ?? [], links: scenario.links ?? [] };
  const note = (place, model, found) => {
    if (JSON.stringify(model) === JSON.stringify(found)) return;
    const isDeep = [model, found].every(
      (side) => side !== null && typeof side === "object" && !Array.isArray(side),
    );
    if (!isDeep) differences.push({ place, model, core: found });
    else
      for (const key of Object.keys({ ...model, ...found }))
        note(`${place}/${key}`, model[key], found[key]);
  };
  scenario.logins.forEach((login, index) => {
    const outcome = core.logins[index];
    const model = logIn(scenario, state, login, lambda);
    const [wanted, found] = [outcomeView(model, known), outcomeView(outcome, known)];
    for (const part of Object.keys(wanted)) note(`${index} ${part}`, wanted[part], found[part]);
    for (const { id, model: told, core: said } of alternatives(
      { scenario, state, login, lambda, known },
      model,
      outcome,
    )) {
      note(`${index} assumption ${id}`, told, said);
    }
    if (model.user === null) note(`${index} changes`, [], outcome.changes);
    state = model.state;
  });
  const [wanted, found] = [stateView(state, known), stateView(core, known)];
  note("users", wanted.users, found.users);
  note("links", wanted.links, found.links);
  return { differences, logins: scenario.logins.length, scenario, lambda };
}

/** The core reads people of a user pool from whichever form of Cognito there is; the model knows how they log in. */
function asReadFrom(people, readCognito) {
  return (login, index) => {
    if (!people[index]) return login;
    meet(`cognito: ${people[index].form}`);
    const { userinfo, idToken } = readCognito(people[index].payload);
    return { ...login, userinfo, idToken };
  };
}

/** What every other value of every assumption leads to, and what the core says of it. */
function alternatives({ scenario, state, login, lambda, known }, model, outcome) {
  const answers = [];
  const before = decisiveView(model, known);
  for (const [id, values] of Object.entries(ASSUMPTIONS)) {
    const met = outcome.assumptions.find((one) => one.id === id);
    for (const value of values.filter((one) => one !== assumed(scenario, id))) {
      const changed = { ...scenario, assumptions: { ...scenario.assumptions, [id]: value } };
      const other = quietly(() => logIn(changed, state, login, lambda));
      const differs = decisiveView(other, known) !== before;
      const said = met?.alternatives.find((one) => one.value === value);
      const model = { differs, ...(differs || said ? ending(other) : {}) };
      const isSaid = said !== undefined && said.differs.length > 0;
      answers.push({
        id: `${id}=${value}`,
        model,
        core: { differs: isSaid, ...(said ? ending(said) : {}) },
      });
    }
  }
  return answers;
}

function ending({ status, decision, error }) {
  return { status, decision, error: error ?? null };
}
