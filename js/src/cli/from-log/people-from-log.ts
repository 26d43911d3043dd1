// The users and links that must have existed before the logins of a log.

import type { Members } from "./json-block.js";
import type { LoginFacts } from "./login-facts.js";
import type { Notes } from "./notes.js";

/** A user, as far as the log knows one. */
export interface LoggedUser {
  readonly id: string;
  readonly email?: string;
  readonly username?: string;
}

/** A link that the log shows. */
export interface LoggedLink {
  readonly identityProviderUserId: string;
  readonly userId: string;
}

/** Who existed. */
export interface People {
  readonly users: readonly LoggedUser[];
  readonly links: readonly LoggedLink[];
}

/** Reads users and links from logins in the order in which they happened. */
export function peopleIn(logins: readonly LoginFacts[], notes: Notes): People {
  const people = new Found(notes);
  for (const login of logins) people.note(login);
  return people;
}

class Found implements People {
  readonly users: LoggedUser[] = [];
  readonly links: LoggedLink[] = [];
  /** The unique ids, and the addresses, of people who logged in before. */
  readonly #seen = new Set<string>();
  readonly #addresses = new Set<string>();
  readonly #notes: Notes;

  constructor(notes: Notes) {
    this.#notes = notes;
  }

  note(login: LoginFacts): void {
    const uniqueId = uniqueIdOf(login);
    const linked = login.first("linked");
    const exists = login.first("exists");
    if (linked?.value) this.#link(login, linked, uniqueId);
    else if (exists?.value && !this.#knows(exists.value)) this.#add(login, exists);
    if (uniqueId !== undefined) this.#seen.add(uniqueId);
    const email = login.resolved("email")?.value;
    if (email !== undefined) this.#addresses.add(email.toLowerCase());
  }

  #link(
    login: LoginFacts,
    { value, line }: { value: string; line: number },
    uniqueId?: string,
  ): void {
    if (uniqueId === undefined) {
      this.#notes.leaveOut(line, "the link, because the person's unique id is not in the log");
      return;
    }
    if (this.#seen.has(uniqueId)) {
      const isKnown = this.links.some(({ identityProviderUserId: id }) => id === uniqueId);
      // Then an earlier login of the log made the link, and maybe the user.
      if (!isKnown) this.#notes.conclude(line, "an earlier login made this link; ids may differ");
      return;
    }
    const { email, username } = updatedUser(login);
    if (!this.users.some(({ id }) => id === value)) {
      this.users.push({ id: value, ...this.#free({ email, username }) });
    }
    this.links.push({ identityProviderUserId: uniqueId, userId: value });
  }

  #add(login: LoginFacts, { value: email, line }: { value: string; line: number }): void {
    if (this.#addresses.has(email.toLowerCase())) {
      this.#notes.conclude(line, "an earlier login made this user");
      return;
    }
    const { id, username } = updatedUser(login);
    if (id === undefined) {
      this.#notes.conclude(line, `the user's id is not in the log: \`user-of-line-${line}\``);
    }
    this.users.push({ id: id ?? `user-of-line-${line}`, email, ...this.#free({ username }) });
  }

  #knows(email: string): boolean {
    return this.users.some((user) => isSame(user.email, email));
  }

  /** What no other user has; two cannot share it. */
  #free({
    email,
    username,
  }: {
    email?: string | undefined;
    username?: string | undefined;
  }): object {
    return textMembers({
      email: this.users.some((user) => isSame(user.email, email)) ? undefined : email,
      username: this.users.some((user) => isSame(user.username, username)) ? undefined : username,
    });
  }
}

/** The unique id that FusionAuth resolved; where that line is missing, the claim that it usually is. */
function uniqueIdOf(login: LoginFacts): string | undefined {
  const { sub } = login.userinfo;
  return login.resolved("unique-id")?.value ?? (typeof sub === "string" ? sub : undefined);
}

/** Who FusionAuth says it updates. Identity does not change there, so it was the same before. */
function updatedUser(login: LoginFacts): Partial<LoggedUser> {
  const members: Members = login.first("updating")?.json?.members ?? {};
  return textMembers({ id: members.id, email: members.email, username: members.username });
}

function isSame(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && one.trim().toLowerCase() === other?.trim().toLowerCase();
}

/** Those members that are texts. */
function textMembers<T extends Record<string, unknown>>(members: T): { [K in keyof T]?: string } {
  const texts = Object.entries(members).filter(([, value]) => typeof value === "string" && value);
  return Object.fromEntries(texts) as { [K in keyof T]?: string };
}
