// The ways to do a task. Each has a `name`, a `run` that is timed, and a `read` that makes its answer comparable.

import { NEEDED } from "./claims.mjs";
import { lambdasOf } from "./engines/lambdas.mjs";
import { READ } from "./engines/reconcile-kit.mjs";

const same = (answer) => answer;

/** Ours and those of one peer. `beside` is the way that a way is compared with. */
export function pairOf(task, ours, peer, tasks) {
  const read = READ[task];
  const answer = tasks[task];
  const object = { name: "reconcile-kit, objects", run: ({ login }) => ours[task](login), read };
  const text = {
    name: "reconcile-kit, text",
    run: (given) => ours[task].text(given.text),
    read: (found) => read(JSON.parse(found)),
  };
  const ways = [
    object,
    text,
    {
      name: `${peer.name}, objects`,
      run: ({ login }) => answer(login),
      read: same,
      beside: object,
    },
  ];
  if (peer.takesLess) {
    const name = `${peer.name}, needed claims only`;
    const run = ({ login }) => answer(needed(task, login));
    ways.push({ name, run, read: same, beside: object });
  }
  const name = `${peer.name}, text`;
  const run = (given) => printed(answer(JSON.parse(given.text)));
  return [...ways, { name, run, read: JSON.parse, beside: text }];
}

function printed(answer) {
  return answer instanceof Promise ? answer.then(JSON.stringify) : JSON.stringify(answer);
}

/** The login without the claims that the task does not ask for. */
function needed(task, login) {
  const { jwt, id_token } = NEEDED[task];
  return { jwt: picked(login.jwt, jwt), id_token: picked(login.id_token, id_token) };
}

function picked(claims, names) {
  const kept = {};
  for (const name of names) if (Object.hasOwn(claims, name)) kept[name] = claims[name];
  return kept;
}

/** Functions that change user and registration in place, the hand-written lambda first. */
export async function inPlace(task) {
  const lambdas = await lambdasOf(task);
  const ways = lambdas.map(([name, reconcile]) => ({
    name,
    run: ({ login }) => reconciled(reconcile, login),
    read: READ_IN_PLACE[task],
  }));
  for (const way of ways.slice(1)) way.beside = ways[0];
  return ways;
}

/** What a lambda leaves behind. Whatever it throws refuses the login, as in FusionAuth. */
function reconciled(reconcile, { jwt, id_token }) {
  const [user, registration] = [{}, {}];
  try {
    reconcile(user, registration, jwt, id_token);
  } catch (error) {
    return { error };
  }
  return { user, registration };
}

const READ_IN_PLACE = {
  gate: ({ error }) => error === undefined,
  copy({ user: { data, ...fields }, registration }) {
    return { ...fields, ...data, ...registration };
  },
  roles: ({ registration }) => registration.roles ?? [],
};
