// What a claim's value says to a person: dates instead of numbers, a region and a pool instead of an address.

/** What values are compared with. */
export interface Surroundings {
  /** The identity provider's client id; empty where it has none. */
  readonly clientId: string;
  /** The identity provider's issuer; empty where it has none. */
  readonly issuer: string;
  /** The time of the login; empty for the default. */
  readonly now: string;
}

/** What is read out of a value. */
export interface Readable {
  readonly words: string;
  /** Whether it deserves a second look. */
  readonly isOdd: boolean;
  /** The identity provider's setting that it was compared with and is not the same as. */
  readonly setting?: "issuer" | "client_id";
}

/** The time of a login that says none. */
const DEFAULT_NOW = "2026-01-01T00:00:00Z";
const POOL = /^https:\/\/cognito-idp\.([a-z0-9-]+)\.amazonaws\.com(?:\.cn)?\/([\w-]+)\/?$/;

/** What `value` says; `undefined` where it speaks for itself. */
export function readable(name: string, value: unknown, around: Surroundings): Readable | undefined {
  switch (name) {
    case "exp":
    case "iat":
    case "auth_time":
    case "nbf":
    case "updated_at":
      return instant(name, value, around.now);
    case "iss":
      return issuer(value, around.issuer);
    case "aud":
    case "client_id":
      return client(value, around.clientId);
    case "identities":
      return identities(value);
    case "token_use":
      return value === "access"
        ? { words: "This is an access token, not an ID token", isOdd: true }
        : undefined;
    case "email_verified":
    case "phone_number_verified":
      return typeof value === "string"
        ? { words: "A text, not a boolean", isOdd: true }
        : undefined;
    default:
      return undefined;
  }
}

function instant(name: string, value: unknown, now: string): Readable | undefined {
  const seconds = typeof value === "string" && /^\d+$/.test(value) ? Number(value) : value;
  if (typeof seconds !== "number") return undefined;
  const date = new Date(seconds * 1000);
  if (Number.isNaN(date.getTime())) return undefined;
  const login = Date.parse(now === "" ? DEFAULT_NOW : now);
  const words = `${date.toISOString().slice(0, 16).replace("T", " ")} UTC`;
  if (Number.isNaN(login)) return { words, isOdd: false };
  const apart = span(date.getTime() - login);
  const isPast = date.getTime() <= login;
  if (name === "exp") {
    const when = isPast
      ? `expired ${apart} before this login`
      : `expires ${apart} after this login`;
    return { words: `${words}: ${when}`, isOdd: isPast };
  }
  if (date.getTime() === login) return { words: `${words}: the time of this login`, isOdd: false };
  const isOdd = !isPast && name !== "updated_at";
  return { words: `${words}: ${apart} ${isPast ? "before" : "after"} this login`, isOdd };
}

/** A span of time in its largest unit. */
function span(milliseconds: number): string {
  const minutes = Math.round(Math.abs(milliseconds) / 60_000);
  const [count, unit] =
    minutes >= 2 * 24 * 60
      ? [Math.round(minutes / (24 * 60)), "day"]
      : minutes >= 120
        ? [Math.round(minutes / 60), "hour"]
        : [minutes, "minute"];
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}

function issuer(value: unknown, expected: string): Readable | undefined {
  if (typeof value !== "string") return undefined;
  const [, region, pool] = POOL.exec(value) ?? [];
  const where = pool ? `Region ${region}, user pool ${pool}` : "Not a Cognito user pool";
  if (expected === "") return { words: where, isOdd: false };
  const isSame = value === expected;
  const compared = isSame ? "same as" : "differs from";
  const words = `${where}; ${compared} the identity provider's issuer`;
  return isSame ? { words, isOdd: false } : { words, isOdd: true, setting: "issuer" };
}

function client(value: unknown, expected: string): Readable | undefined {
  if (expected === "") return undefined;
  const isSame = Array.isArray(value) ? value.includes(expected) : value === expected;
  const compared = isSame ? "Same as" : "Differs from";
  const words = `${compared} the identity provider's client id`;
  return isSame ? { words, isOdd: false } : { words, isOdd: true, setting: "client_id" };
}

function identities(value: unknown): Readable | undefined {
  const list = typeof value === "string" ? parsed(value) : value;
  if (!Array.isArray(list)) return undefined;
  const words = list
    .map((identity: unknown) => {
      if (typeof identity !== "object" || identity === null) return "";
      const { providerName, userId } = identity as Record<string, unknown>;
      return `${String(providerName ?? "?")}: ${String(userId ?? "?")}`;
    })
    .join(", ");
  return { words: `Federated from ${words}`, isOdd: false };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
