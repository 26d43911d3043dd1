// What was found about people, in words.

import type { Kind } from "./kinds.js";

const WORDS: Readonly<Record<Kind, readonly [string, string]>> = {
  email: ["e-mail address", "e-mail addresses"],
  name: ["name", "names"],
  username: ["username", "usernames"],
  id: ["id of a person", "ids of persons"],
  phone: ["phone number", "phone numbers"],
  address: ["part of an address", "parts of addresses"],
  birth: ["birth date", "birth dates"],
  link: ["picture or link", "pictures or links"],
  ip: ["IP address", "IP addresses"],
  token: ["token", "tokens"],
  client: ["client id", "client ids"],
  secret: ["secret", "secrets"],
  answer: ["value that fetch answers", "values that fetch answers"],
  attribute: ["further attribute", "further attributes"],
};

/** Such as `2 e-mail addresses, 1 name and 1 secret`; empty where nothing was found. */
export function foundInWords(found: ReadonlyMap<Kind, number>): string {
  const parts = Object.entries(WORDS).flatMap(([kind, [one, many]]) => {
    const count = found.get(kind as Kind) ?? 0;
    return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];
  });
  const last = parts.pop() ?? "";
  return parts.length === 0 ? last : `${parts.join(", ")} and ${last}`;
}
