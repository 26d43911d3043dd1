// What is found in the lambda and in the policy, whether logins run them or not.

import { batch, computed, effect, signal } from "@preact/signals";
import type { Diagnostic } from "reconcile-kit";
import type { CheckLambdaOptions } from "reconcile-kit/check";
import { composed, draft, findings, outcome, result } from "../../../app/store.js";
import { findingsOf } from "../../../draft/place.js";
import { newestOf } from "../../../editor/newest.js";
import { ask } from "../../../kit/client.js";
import { isForKickstart } from "./state.js";

/** Pause after a change before the texts are checked, in milliseconds. */
const PAUSE = 200;

/** Asks for nothing but one thing that only newer engines read. */
const PROBE = "function reconcile(user) { user?.id; }";

const ofLambda = signal<{ readonly body: string; readonly findings: readonly Diagnostic[] }>({
  body: "",
  findings: [],
});
const ofPolicy = signal<readonly Diagnostic[]>([]);

/** Whether the engine of the simulated version reads `?.`. */
export const hasOptionalChaining = signal(true);

/** Where the lambda failed in the login that is shown, as long as its text is the one that ran. */
const failures = computed<readonly Diagnostic[]>(() => {
  const ran = result.value?.draft.lambda;
  const { used, body } = draft.value.lambda;
  if (!used || ran?.body !== body) return [];
  const all = outcome.value?.diagnostics ?? [];
  return all.filter(({ path, line }) => path.startsWith("/lambda") && line != null);
});

/** Everything found in the lambda: by its rules, and where it failed. */
export const lambdaFindings = computed<readonly Diagnostic[]>(() =>
  draft.value.lambda.body.trim() === "" ? [] : [...failures.value, ...ofLambda.value.findings],
);

/** Everything found in the policy: by itself, and in the scenario. */
export const policyFindings = computed<readonly Diagnostic[]>(() => {
  const { used, text } = draft.value.policy;
  if (text.trim() === "") return [];
  const inScenario = used ? findingsOf("policy", composed.value, findings.value) : [];
  const known = new Set(inScenario.map(placeOf));
  return [...inScenario, ...ofPolicy.value.filter((finding) => !known.has(placeOf(finding)))];
});

/** What the scenario says about mapping as a whole: that two ways exclude one another, that a lambda is missing. */
export const mappingFindings = computed<readonly Diagnostic[]>(() =>
  findings.value.filter(({ code }) =>
    /^(?:lambda|policy)-(?:and-attribute-mappings|not-given|not-read|strategy-differs)$|^lambda-of-wrong-type$/.test(
      code,
    ),
  ),
);

function placeOf({ code, line, column }: Diagnostic): string {
  return `${code} ${line}:${column}`;
}

/** Keeps the findings in step with the draft. */
export function followMapping(): () => void {
  const lambda = newestOf(PAUSE, async ({ body, options }: LambdaQuestion, isNewest) => {
    const [found, knows] = await Promise.all([
      check(body, options),
      readsOptionalChaining(options),
    ]);
    if (!isNewest()) return;
    batch(() => {
      ofLambda.value = { body, findings: found };
      hasOptionalChaining.value = knows;
    });
  });
  const policy = newestOf(PAUSE, async (text: string, isNewest) => {
    const found = text.trim() === "" ? [] : await ask("check", { document: text }).catch(() => []);
    if (isNewest()) ofPolicy.value = found;
  });
  const stops = [
    effect(() => {
      const { body } = draft.value.lambda;
      lambda.start({
        body,
        options: { scenario: composed.value.text, kickstart: isForKickstart.value },
      });
    }),
    effect(() => policy.start(draft.value.policy.text)),
    lambda.stop,
    policy.stop,
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

interface LambdaQuestion {
  readonly body: string;
  readonly options: CheckLambdaOptions;
}

/** Checks with the scenario's facts; without them where the scenario cannot be read. */
async function check(body: string, options: CheckLambdaOptions): Promise<Diagnostic[]> {
  if (body.trim() === "") return [];
  const { scenario: _, ...plain } = options;
  return ask("checkLambda", { body, options }).catch(() =>
    ask("checkLambda", { body, options: plain }).catch(() => []),
  );
}

const probed = new Map<string, boolean>();

/** Whether the core says that the version's engine reads `?.`. */
async function readsOptionalChaining(options: CheckLambdaOptions): Promise<boolean> {
  const version = draft.peek().fusionauth;
  const known = probed.get(version);
  if (known !== undefined) return known;
  const found = await ask("checkLambda", { body: PROBE, options }).catch(() => undefined);
  if (!found) return true;
  const isRead = !found.some(
    ({ code, severity }) => code === "lambda-newer-syntax" && severity === "error",
  );
  probed.set(version, isRead);
  return isRead;
}
