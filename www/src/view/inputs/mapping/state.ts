// What the mapping panel shows, and what it puts aside for later.

import { computed, signal } from "@preact/signals";
import type { Diagnostic, ImportedPolicy } from "reconcile-kit";
import { edit, editSection } from "../../../app/actions.js";
import { draft } from "../../../app/store.js";
import { canPut, valueAt, withValue } from "../../../draft/edit.js";

/** The tabs of the mapping panel. */
export type MappingTab = "lambda" | "policy" | "mappings";

export const mappingTab = signal<MappingTab>("lambda");

/** Whether the lambda is also checked for a kickstart file, which joins its lines. */
export const isForKickstart = signal(false);

/** Attribute mappings that were switched off, to switch them on again. */
const putAside = signal<Readonly<Record<string, unknown>>>({});

const provider = computed(() => draft.value.sections.identityProvider);

/** Where the attribute mappings are: the API's answer may be in a wrapper. */
const path = computed(() => {
  const isWrapped = typeof valueAt(provider.value, ["identityProvider"]) === "object";
  return isWrapped ? ["identityProvider", "attributeMappings"] : ["attributeMappings"];
});

/** The identity provider's attribute mappings; `undefined` where it has none. */
export const mappings = computed<Readonly<Record<string, unknown>> | undefined>(() => {
  const value = valueAt(provider.value, path.value);
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  return isObject ? (value as Record<string, unknown>) : undefined;
});

/** Whether the identity provider's text is a JSON object, in which mappings can be written. */
export const hasProvider = computed(() => canPut(provider.value, path.value));

/** The id of the lambda that the identity provider runs, as its configuration says. */
export const configuredLambda = computed(() => {
  const [wrapper] = path.value.length === 2 ? ["identityProvider"] : [];
  const start = wrapper === undefined ? [] : [wrapper];
  const id = valueAt(provider.value, [...start, "lambdaConfiguration", "reconcileId"]);
  return typeof id === "string" && id !== "" ? id : undefined;
});

/** Puts attribute mappings into the identity provider; `undefined` takes them out. */
export function setMappings(value: Readonly<Record<string, unknown>> | undefined): void {
  editSection("identityProvider", withValue(provider.peek(), path.peek(), value));
}

/** Switches attribute mappings off, or on as they were. */
export function switchMappings(isOn: boolean): void {
  if (!isOn) putAside.value = mappings.peek() ?? {};
  setMappings(isOn ? putAside.peek() : undefined);
}

/** What was said when mappings were turned into the policy that has this text. */
export const conversion = signal<{
  readonly text: string;
  readonly findings: readonly Diagnostic[];
}>({ text: "", findings: [] });

/** The order in which people read a policy. */
const READ: readonly string[] = ["name", "provider", "linkingStrategy", "gates", "map"];

/** Puts a policy in place of the attribute mappings that it was made of, in one step. */
export function convertMappings({ policy, findings }: ImportedPolicy): void {
  const entries = Object.entries(policy).sort(
    ([one], [other]) => READ.indexOf(one) - READ.indexOf(other),
  );
  const text = JSON.stringify(Object.fromEntries(entries), null, 2);
  putAside.value = mappings.peek() ?? {};
  conversion.value = { text, findings };
  const identityProvider = withValue(provider.peek(), path.peek(), undefined);
  const sections = { ...draft.peek().sections, identityProvider };
  edit({ policy: { used: true, text, file: "" }, sections }, `convert ${text}`);
  mappingTab.value = "policy";
}

/** Changes one mapping, and leaves the others as they are written. */
export function setMapping(field: string, source: string | undefined): void {
  const text = withValue(provider.peek(), [...path.peek(), field], source);
  editSection("identityProvider", text);
}

/** Gives a mapping another field, at the place where it stands. */
export function renameMapping(before: string, after: string): void {
  const entries = Object.entries(mappings.peek() ?? {});
  setMappings(
    Object.fromEntries(
      entries.map(([field, source]) => [field === before ? after : field, source]),
    ),
  );
}
