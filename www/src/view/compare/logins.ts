// The logins that the grid has: those of the draft, variants of the one looked at, and those that were added.

import { computed, effect, signal } from "@preact/signals";
import { chosenLogin, draft, outcome } from "../../app/store.js";
import { decompose } from "../../draft/decompose.js";
import { type Variant, variantOf, withReadableToken } from "./variants.js";

/** A login of the grid. */
export interface GridLogin {
  readonly id: string;
  readonly title: string;
  /** Its place in the draft; absent for one that is only compared. */
  readonly index?: number;
  /** Its JSON text; `undefined` for a variant of a login that has nothing to vary. */
  text(): Promise<string | undefined>;
}

/** A login that was added. */
export interface Added {
  readonly name: string;
  readonly text: string;
}

/** The variants on offer, and what they are called beside the login they vary. */
export const VARIANTS: readonly { readonly variant: Variant; readonly title: string }[] = [
  { variant: "no-email", title: "no e-mail" },
  { variant: "unverified-email", title: "e-mail not verified" },
  { variant: "no-username", title: "no username" },
  { variant: "another-person", title: "another sub" },
  { variant: "no-id-token", title: "no ID token" },
];

/** Where both lists are kept between visits. */
const KEPT = "reconcile-kit.compare";
/** More logins than a grid shows usefully, and than a browser keeps for sure. */
const MOST = 20;

/** The variants that are switched on. */
export const variants = signal<readonly Variant[]>([]);
/** The logins that were added. */
export const added = signal<readonly Added[]>([]);

/** Switches a variant on or off. */
export function toggle(variant: Variant): void {
  const isOn = variants.value.includes(variant);
  variants.value = VARIANTS.map((one) => one.variant).filter((one) =>
    one === variant ? !isOn : variants.value.includes(one),
  );
}

/** Adds logins; one that is there already moves to the end. */
export function add(more: readonly Added[]): void {
  const others = added.value.filter(({ text }) => !more.some((one) => one.text === text));
  added.value = [...others, ...more].slice(-MOST);
}

/** Takes one away. */
export function remove(login: Added): void {
  added.value = added.value.filter((one) => one !== login);
}

/** Whether there is anything to vary in the login that is looked at. */
export function canVary(variant: Variant): boolean {
  const identity = outcome.value?.identity;
  const login = base();
  return identity !== undefined && variantOf(login, variant, identity) !== undefined;
}

function base(): string {
  const { logins } = draft.value;
  return logins[chosenLogin.value] ?? logins[0];
}

/** Everything that has a row. */
export const gridLogins = computed<readonly GridLogin[]>(() => {
  const { logins } = draft.value;
  const own = logins.map((text, index) => ({
    id: `login ${index}`,
    title: logins.length === 1 ? "This login" : `Login ${index + 1}`,
    index,
    text: () => Promise.resolve(text),
  }));
  const varied = VARIANTS.filter(({ variant }) => variants.value.includes(variant)).map(varying);
  const others = added.value.map(({ name, text }, index) => ({
    id: `added ${index} ${name}`,
    title: name,
    text: () => Promise.resolve(text),
  }));
  return [...own, ...varied, ...others];
});

function varying({ variant, title }: (typeof VARIANTS)[number]): GridLogin {
  const [login, identity] = [base(), outcome.value?.identity];
  const of = draft.value.logins.length === 1 ? "" : `login ${chosenLogin.value + 1}: `;
  return {
    id: `variant ${variant}`,
    title: `${of}${title}`,
    text: async () => identity && variantOf(await withReadableToken(login), variant, identity),
  };
}

/** Reads what an earlier visit kept, as far as it can be read, and keeps what changes from now on. */
export function keep(): () => void {
  const storage = browserStorage();
  if (!storage) return () => {};
  restore(storage);
  return effect(() => {
    const text = JSON.stringify({ variants: variants.value, added: added.value });
    try {
      storage.setItem(KEPT, text);
    } catch {
      // A browser without room or permission forgets; the page works all the same.
    }
  });
}

/** A browser that keeps nothing for this page throws when it is asked. */
function browserStorage(): Storage | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}

function restore(storage: Storage): void {
  try {
    const kept = JSON.parse(storage.getItem(KEPT) ?? "{}");
    const names: unknown[] = Array.isArray(kept?.variants) ? kept.variants : [];
    const logins: unknown[] = Array.isArray(kept?.added) ? kept.added : [];
    variants.value = VARIANTS.map(({ variant }) => variant).filter((one) => names.includes(one));
    added.value = logins.filter(isAdded).slice(-MOST);
  } catch {
    // Something else wrote there: begin anew.
  }
}

function isAdded(one: unknown): one is Added {
  if (typeof one !== "object" || one === null) return false;
  const { name, text } = one as Record<string, unknown>;
  return typeof name === "string" && typeof text === "string";
}

/** The logins of an example, each with a name. */
export function loginsOf({ path, text }: { path: string; text: string }): readonly Added[] {
  const logins = decompose(text)?.logins ?? [];
  const name = path.replace(/(\.scenario)?\.json$/, "");
  return logins.map((login, index) => ({
    name: logins.length === 1 ? name : `${name}, login ${index + 1}`,
    text: login,
  }));
}
