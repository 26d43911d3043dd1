// What the log says of one login, as far as a scenario can hold it.

import { ReconcileKitError } from "../../errors.js";
import { decodeIdToken } from "../../index.js";
import type { Role, Sample } from "./claim-names.js";
import type { Members } from "./json-block.js";
import type { Notes } from "./notes.js";
import type { Entry, LoggedLogin } from "./read-log.js";
import type { Tokens } from "./tokens-out.js";
import type { Kind } from "./wording.js";

/** The facts of one login. */
export class LoginFacts {
  readonly userinfo: Record<string, unknown>;
  /** Whether all of it is in the log. */
  readonly hasWholeUserinfo: boolean;
  /** The ID token's claims; `undefined` where there is no sign of a token. */
  idToken: Members | undefined;
  /** Whether FusionAuth used an ID token that the log does not show. */
  usesHiddenToken = false;

  constructor(
    readonly logged: LoggedLogin,
    tokens: Tokens,
    notes: Notes,
  ) {
    const answer = this.first("userinfo") ?? this.first("other-answer");
    this.userinfo = { ...tokens.outOfClaims(answer?.json?.members ?? {}) };
    this.hasWholeUserinfo = answer?.json !== undefined && !answer.json.isCut;
    if (answer?.isGuess) notes.conclude(answer.line, "read as what the userinfo endpoint answered");
    const claims = this.#idToken(notes);
    this.idToken = claims && { ...tokens.outOfClaims(claims) };
  }

  /** The first line of that kind. */
  first(kind: Kind): Entry | undefined {
    return this.logged.entries.find((entry) => entry.kind === kind);
  }

  /** Whether somebody came through: there is a person whom the log says something of. */
  get showsPerson(): boolean {
    const signs: Kind[] = ["email", "username", "unique-id", "returned", "linked", "exists"];
    return Object.keys(this.userinfo).length > 0 || signs.some((kind) => this.first(kind));
  }

  /** Where it begins. */
  get line(): number {
    return this.logged.header?.line ?? this.logged.entries[0]?.line ?? 1;
  }

  /** What FusionAuth resolved for a role. */
  resolved(kind: Role["kind"]): Sample | undefined {
    const other = ({ email: "exists", "unique-id": "returned", username: undefined } as const)[
      kind
    ];
    const entry = this.first(kind) ?? (other && this.first(other));
    if (!entry || saysNothing(entry.value)) return undefined;
    return {
      value: entry.value,
      line: entry.line,
      userinfo: this.userinfo,
      idToken: this.idToken,
    };
  }

  /** Writes a claim of the ID token that the log does not show. */
  supplyToken(claim: string, value: string): void {
    this.usesHiddenToken ||= this.idToken === undefined;
    this.idToken = { ...this.idToken, [claim]: value };
  }

  /** The login as a scenario writes it. */
  document(): object {
    const isRefused = this.first("not-verified") !== undefined;
    return {
      userinfo: this.userinfo,
      ...(this.idToken ? { idToken: this.idToken } : {}),
      ...(this.idToken && isRefused ? { idTokenVerified: false } : {}),
    };
  }

  /** The claims of the token that the token endpoint answered. */
  #idToken(notes: Notes): Members | undefined {
    const shown = this.first("id-token");
    if (shown?.json) {
      notes.conclude(shown.line, "read as the claims of the ID token");
      return shown.json.members;
    }
    const answer = this.first("token-answer");
    if (answer?.isGuess) notes.conclude(answer.line, "read as what the token endpoint answered");
    const text = answer?.json && ownText(answer.json.members, "id_token");
    const tried =
      this.first("no-keys") ?? this.first("client-secret") ?? this.first("not-verified");
    if (text === undefined) {
      if (tried) notes.conclude(tried.line, "there was an ID token; its claims are not in the log");
      return tried && {};
    }
    try {
      return decodeIdToken(text).claims;
    } catch (error) {
      if (!(error instanceof ReconcileKitError)) throw error;
      notes.leaveOut(answer?.line, `the ID token cannot be read (\`${error.code}\`)`);
      return tried && {};
    }
  }
}

/** Whether a value stands for nothing: empty, or as Java prints what is not there. */
export function saysNothing(value: string): boolean {
  return value === "" || value === "null";
}

function ownText(members: Members, name: string): string | undefined {
  const value = Object.hasOwn(members, name) ? members[name] : undefined;
  return typeof value === "string" ? value : undefined;
}
