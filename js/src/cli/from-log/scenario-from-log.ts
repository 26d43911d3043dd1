// Makes scenarios of a log: one for each identity provider that it shows.

import { failure, ReconcileKitError } from "../../errors.js";
import { LoginFacts } from "./login-facts.js";
import { Notes } from "./notes.js";
import { type LoggedLink, peopleIn } from "./people-from-log.js";
import { providerFrom } from "./provider-from-log.js";
import type { LoggedLogin, ReadLog } from "./read-log.js";
import type { LogFile } from "./read-log-file.js";

/** What links need and a log without a header does not say. */
const UNKNOWN_PROVIDER = "unknown-identity-provider";

/** A scenario, and what there is to know of it. */
export interface LogScenario {
  readonly scenario: object;
  /** How many logins it has. */
  readonly logins: number;
  /** Where it begins in the log. */
  readonly line: number;
  readonly notes: Notes;
}

/**
 * The scenarios that a log shows. `source` is what to call the log.
 *
 * @throws {ReconcileKitError} `log-shows-no-login` where it ends before anybody is known.
 */
export function scenariosFrom(log: LogFile, source: string): readonly LogScenario[] {
  const groups = groupsOf(log.logins);
  const made = groups.map((logins) => scenarioFrom(logins, log, source));
  const shown = made.filter(({ logins }) => logins > 0);
  const [first] = shown;
  if (!first) throw noLogin(log);
  const others = made.filter(({ logins }) => logins === 0);
  first.notes.leftOut.push(...others.flatMap(({ notes }) => notes.leftOut));
  return shown;
}

/** Logins through one identity provider, under one strategy. */
export function groupsOf(logins: readonly LoggedLogin[]): LoggedLogin[][] {
  const groups = new Map<string, LoggedLogin[]>();
  for (const login of logins) {
    const { type, id, name } = login.header ?? {};
    const strategy = login.entries.find(({ kind }) => kind === "strategy")?.value;
    const key = JSON.stringify([type, id, name, strategy]);
    const group = groups.get(key);
    if (group) group.push(login);
    else groups.set(key, [login]);
  }
  return [...groups.values()];
}

function scenarioFrom(
  logged: readonly LoggedLogin[],
  { tokens }: LogFile,
  source: string,
): LogScenario {
  const notes = new Notes();
  const all = logged.map((login) => new LoginFacts(login, tokens, notes));
  const logins = all.filter((login) => login.showsPerson);
  for (const login of all) noteFailures(login, notes);
  const provider = providerFrom(logins, notes);
  const people = peopleIn(logins, notes);
  const links = linksOf(people.links, provider, notes);
  noteMissing(logins, notes);
  const documents = logins.map((login) => login.document());
  const [first] = logins;
  const scenario = {
    name: nameOf(logins, source, notes),
    ...(first?.logged.time ? { now: first.logged.time } : {}),
    identityProvider: links.length > 0 ? { id: UNKNOWN_PROVIDER, ...provider } : provider,
    users: people.users,
    links,
    ...(documents.length === 1 ? { login: documents[0] } : { logins: documents }),
  };
  const line = first?.line ?? 1;
  return { scenario: tokens.outOf(scenario), logins: logins.length, line, notes };
}

function linksOf(links: readonly LoggedLink[], provider: object, notes: Notes): object[] {
  const id = "id" in provider ? provider.id : UNKNOWN_PROVIDER;
  if (links.length > 0 && !("id" in provider)) {
    notes.conclude(undefined, `\`${UNKNOWN_PROVIDER}\` stands for the identity provider's id`);
  }
  return links.map((link) => ({ identityProviderId: id, ...link }));
}

/** What went wrong; the scenario cannot say it. */
function noteFailures(login: LoginFacts, notes: Notes): void {
  for (const { kind, value, line } of login.logged.entries) {
    if (kind === "request-failed" || (kind === "status" && !/^2\d\d$/.test(value))) {
      notes.leaveOut(line, "a request to the identity provider failed");
    }
    if (kind === "failed") notes.leaveOut(line, "the login failed");
    if (kind === "lambda-result") notes.leaveOut(line, "what the lambda left behind");
  }
  if (!login.showsPerson) notes.leaveOut(login.line, "a login that ends before anybody is known");
}

function noteMissing(logins: readonly LoginFacts[], notes: Notes): void {
  notes.miss("FusionAuth's version; the newest known one is simulated");
  notes.miss("the application, its roles, and whether a registration is created");
  if (logins.some((login) => login.first("lambda"))) {
    notes.miss('the lambda\'s text; add `"lambda": { "file": "reconcile.js" }` to run it');
  }
  if (logins.some((login) => !login.hasWholeUserinfo)) {
    notes.miss("what the userinfo endpoint answered, or a part of it");
  }
  if (logins.some(({ idToken }) => !idToken)) notes.miss("the ID token's claims, if there was one");
  notes.miss("other users, and what else the users have");
}

function nameOf(logins: readonly LoginFacts[], source: string, { missing }: Notes): string {
  const name = logins.find(({ logged }) => logged.header?.name)?.logged.header?.name;
  const what = logins.length === 1 ? "A login" : `${logins.length} logins`;
  const through = name ? ` through ${name}` : "";
  const unknown = missing.map((text) => text.split(/[;,]/, 1)[0]);
  return `${what}${through}, read from ${source}; not in the log: ${unknown.join(", ")}`;
}

function noLogin({ logins, lines }: ReadLog): ReconcileKitError {
  const last = logins.at(-1);
  const line = last?.entries.at(-1)?.line ?? last?.header?.line ?? lines.at(-1)?.number ?? 1;
  const message = "the log ends before it says anything of a person";
  const help = "take the entry of a login whose userinfo or unique id FusionAuth has seen";
  return new ReconcileKitError({
    ...failure("log-shows-no-login", "", message, help),
    line,
    column: 1,
    expected: "a line such as `Identity provider returned a unique Id [..].`",
  });
}
