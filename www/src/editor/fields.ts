// Names for forms to offer: the fields that a mapping can write, and where their values can come from.

import { computed } from "@preact/signals";
import { pointerOf } from "../draft/pointer.js";
import { loginClaims, sample } from "./claims.js";
import { lambdaFacts } from "./facts.js";

/** Fields such as `user.firstName`, with what they hold; those that FusionAuth keeps itself are left out. */
export const fieldNames = computed(() => {
  const fields = lambdaFacts.value?.fields;
  if (!fields) return [];
  return (["user", "registration"] as const).flatMap((object) =>
    Object.entries(fields[object])
      .filter(([, { writable }]) => writable !== "never")
      .map(([name, { holds }]) => ({ name: `${object}.${name}`, holds })),
  );
});

/** Claims of the login as attribute mappings name them, with their values. */
export const claimSources = computed(() => {
  const { userinfo, idToken } = loginClaims.value;
  const named = (root: string, values: object) =>
    Object.entries(values).map(([name, value]) => ({
      name: /[./~\s:]/.test(name) ? pointerOf([root, name]) : `${root}.${name}`,
      value: sample(value),
    }));
  return [...named("jwt", userinfo), ...named("id_token", idToken)];
});
