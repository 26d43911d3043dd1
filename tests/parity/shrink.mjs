// Makes a pair smaller for as long as its difference stays.

import { smallerBodies } from "./shrink-lambda.mjs";

/** How often the engines are asked for one pair. */
const MOST_TRIES = 250;

/** The parts of a scenario that a difference seldom needs. */
const PARTS = ["users", "fetch", "secrets", "application", "expect", "now"];

/** The smallest result found that differs in the same places. */
export async function shrunk(result, engines) {
  let [smallest, tries] = [result, 0];
  const essence = essenceOf(result);
  const tried = new Set();
  for (let isSmaller = true; isSmaller && tries < MOST_TRIES; ) {
    isSmaller = false;
    for (const scenario of smaller(smallest.pair.scenario, tried)) {
      tries += 1;
      if (tries > MOST_TRIES) break;
      const found = await engines
        .compare({ ...smallest.pair, text: undefined, scenario })
        .catch(() => undefined);
      if (!found || !isAlike(found, essence)) continue;
      [smallest, isSmaller] = [found, true];
      break;
    }
  }
  return smallest;
}

/** Where a result differs, and in which words. */
function essenceOf(result) {
  const { pair, differences } = result;
  const words = differences
    .slice(0, 1)
    .flatMap(({ pointer: _, ...values }) => Object.values(values));
  return {
    places: placesOf(differences),
    words: words.map((value) => wordsOf(value, pair)).join(),
  };
}

function placesOf(differences) {
  const parts = differences.map(({ pointer }) => pointer.replace(/\d+/g, "n").split("/", 3));
  return new Set(parts.map((steps) => steps.join("/")));
}

/** The engine's own words in a value that tells of an error: those that are not the lambda's. */
function wordsOf(value, { scenario }) {
  const text = JSON.stringify(value) ?? "";
  if (!text.includes("Error")) return "";
  const names = new Set(scenario.lambda?.body.match(/\w+/g));
  return (text.match(/[A-Za-z]+/g) ?? []).filter((word) => !names.has(word)).join(" ");
}

/** Whether something differs still in the same way, and nothing in another place. */
function isAlike(found, { places, words }) {
  const now = essenceOf(found);
  const isWithin = [...now.places].every((place) => places.has(place));
  return now.places.size > 0 && isWithin && now.words === words;
}

/** Scenarios with something less, those with much less first. */
function* smaller(scenario, tried) {
  for (const part of PARTS.filter((name) => name in scenario)) {
    const { [part]: _, ...rest } = scenario;
    yield rest;
  }
  if (scenario.lambda?.body) {
    for (const body of smallerBodies(scenario.lambda.body, tried)) {
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
