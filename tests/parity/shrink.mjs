// Makes a pair smaller for as long as its difference stays.

import { smallerBodies } from "./shrink-lambda.mjs";

/** How often the engines are asked for one pair. */
const MOST_TRIES = 250;

/** The parts of a scenario that a difference seldom needs. */
const PARTS = ["users", "fetch", "secrets", "application", "expect", "now"];

/** The smallest result found that differs in the same places. */
export async function shrunk(result, engines) {
  let [smallest, tries] = [result, 0];
  const places = placesOf(result);
  for (let isSmaller = true; isSmaller && tries < MOST_TRIES; ) {
    isSmaller = false;
    for (const scenario of smaller(smallest.pair.scenario)) {
      tries += 1;
      if (tries > MOST_TRIES) break;
      const found = await engines.compare({ ...smallest.pair, scenario }).catch(() => undefined);
      if (!found || !isAlike(found, places)) continue;
      [smallest, isSmaller] = [found, true];
      break;
    }
  }
  return smallest;
}

function placesOf({ differences }) {
  return new Set(differences.map(({ pointer }) => pointer.replace(/\d+/g, "n").split("/", 3).join("/")));
}

/** Whether something differs still, and nowhere else. */
function isAlike(found, places) {
  const now = placesOf(found);
  return now.size > 0 && [...now].every((place) => places.has(place));
}

/** Scenarios with something less, those with much less first. */
function* smaller(scenario) {
  for (const part of PARTS.filter((name) => name in scenario)) {
    const { [part]: _, ...rest } = scenario;
    yield rest;
  }
  if (scenario.lambda?.body) {
    for (const body of smallerBodies(scenario.lambda.body)) {
      yield { ...scenario, lambda: { ...scenario.lambda, body } };
    }
  }
  const { login } = scenario;
  if (!login) return;
  if (login.idToken) yield { ...scenario, login: { ...login, idToken: undefined } };
  for (const name of Object.keys(login.userinfo ?? {})) {
    const { [name]: _, ...userinfo } = login.userinfo;
    yield { ...scenario, login: { ...login, userinfo } };
  }
}
