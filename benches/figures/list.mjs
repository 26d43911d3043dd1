// Every figure that is measured: its name, its unit, what it is of, and the budget that it has. Documents name figures
// from here, and what measures records them by these names.

/** The figures in groups, in the order in which docs/performance.md has them. */
export const GROUPS = {
  policy: {
    "policy.text": { unit: "µs", what: "policy, prepared: text in and out", budget: 5 },
    "policy.trace": { unit: "µs", what: "the same with a trace", budget: 12 },
    "policy.object": { unit: "µs", what: "object in and out" },
    "policy.reconcile": { unit: "µs", what: "`reconcile`, in place" },
    "policy.lambda.text": { unit: "µs", what: "`reconcile-kit/lambda`: text in and out" },
    "policy.lambda.reconcile": {
      unit: "µs",
      what: "`reconcile-kit/lambda`: `createReconcile`, in place",
    },
    "policy.hand.text": { unit: "µs", what: "by hand in JavaScript: text in and out" },
    "policy.hand.object": { unit: "µs", what: "by hand in JavaScript: objects" },
    "policy.lambda.ratio": {
      unit: "×",
      what: "`reconcile-kit/lambda` beside by hand, both with JSON",
      budget: 2,
    },
    "policy.exported": { unit: "µs", what: "the exported lambda, in place" },
    "policy.exported.ratio": {
      unit: "×",
      what: "the exported lambda beside one by hand that takes the same care",
      budget: 1.3,
    },
    "policy.large.text": { unit: "µs", what: "200 groups and 50 custom claims: text in and out" },
    "policy.large.lambda.ratio": {
      unit: "×",
      what: "the same by `reconcile-kit/lambda`, beside by hand",
    },
  },
  preview: {
    "preview.prepared": { unit: "µs", what: "preview, prepared: login as text, outcome as text" },
    "preview.object": { unit: "µs", what: "the same with objects" },
    "preview.text": { unit: "µs", what: "preview from the scenario's text" },
    "preview.compare": { unit: "µs", what: "all linking strategies compared, from text" },
    "preview.first": {
      unit: "ms",
      what: "compile, instantiate and the first preview, in Node.js",
      budget: 8,
    },
    "preview.cli": { unit: "ms", what: "`reconcile-kit preview` over `node -e 0`", budget: 150 },
  },
  sandbox: {
    "sandbox.prepared": { unit: "µs", what: "a lambda in the sandbox, prepared", budget: 80 },
    "sandbox.cold": { unit: "µs", what: "the same with a text that is new", budget: 400 },
    "sandbox.standard.prepared": { unit: "µs", what: "FusionAuth's default lambda, prepared" },
    "sandbox.standard.cold": { unit: "µs", what: "the same with a text that is new" },
    "sandbox.vm": { unit: "µs", what: "the first lambda by `node:vm`, which shields nothing" },
    "sandbox.preview": {
      unit: "µs",
      what: "a preview with a lambda, prepared, through the worker",
    },
    "sandbox.preview.cold": { unit: "µs", what: "the same with a text that is new" },
  },
  engines: {
    "engines.quickjs.start": { unit: "ms", what: "the embedded engine, first login" },
    "engines.quickjs.warm": { unit: "µs", what: "the embedded engine, a login, prepared" },
    "engines.graaljs.start": { unit: "ms", what: "GraalJS, first login", budget: 3000 },
    "engines.graaljs.warm": { unit: "µs", what: "GraalJS, a login, prepared", budget: 2000 },
  },
  native: {
    "native.policy.text": { unit: "µs", what: "policy, prepared: text in and out" },
    "native.policy.trace": { unit: "µs", what: "the same with a trace" },
    "native.policy.read": { unit: "µs", what: "a policy read and checked" },
    "native.preview.prepared": { unit: "µs", what: "preview, prepared" },
    "native.preview.text": { unit: "µs", what: "preview from the scenario's text" },
    "native.preview.compare": { unit: "µs", what: "all linking strategies compared" },
    "native.token": { unit: "µs", what: "an id token decoded" },
  },
  playground: {
    "playground.first.brotli": {
      unit: "KB",
      what: "first visit until the outcome, brotli",
      budget: 350,
    },
    "playground.all.brotli": { unit: "KB", what: "everything, brotli" },
    "playground.first.gzip": {
      unit: "KB",
      what: "first visit until the outcome, gzip",
      budget: 350,
    },
    "playground.all.gzip": { unit: "KB", what: "everything, gzip" },
    "playground.key.policy": {
      unit: "ms",
      what: "keystroke to outcome, with a policy",
      budget: 50,
    },
    "playground.key.lambda": {
      unit: "ms",
      what: "keystroke to outcome, with a lambda",
      budget: 150,
    },
  },
  size: {
    "size.main": { unit: "KB", what: "the whole core, raw", budget: 300 },
    "size.main.gzip": { unit: "KB", what: "the whole core, gzip", budget: 120 },
    "size.lambda": { unit: "KB", what: "the core of `reconcile-kit/lambda`, raw" },
    "size.lambda.gzip": { unit: "KB", what: "the core of `reconcile-kit/lambda`, gzip" },
    "size.preview": { unit: "KB", what: "the core that the playground loads first, raw" },
    "size.preview.gzip": { unit: "KB", what: "the core that the playground loads first, gzip" },
  },
};

/** The figures by name. */
export const FIGURES = Object.assign({}, ...Object.values(GROUPS));

/** As in "300 KB": 1024 bytes. */
const KB = 1024;

function digits(value) {
  return value < 10 ? value.toFixed(1) : String(Math.round(value));
}

/** A value as documents have it: `6.9 µs`, `14 ms`, `483.2 KB` (rounded down), `1.2×`. */
export function shown(value, unit) {
  if (unit === "KB") return `${(Math.floor((value * 10) / KB) / 10).toFixed(1)} KB`;
  return unit === "×" ? `${value.toFixed(value < 10 ? 1 : 0)}×` : `${digits(value)} ${unit}`;
}

/** A budget in the unit of its figure. */
export function budgetShown({ budget, unit }) {
  return unit === "×" ? `${budget}×` : `${budget.toLocaleString("en")} ${unit}`;
}

/** Whether a measured value keeps the budget. */
export function isMet({ budget, unit }, value) {
  return value <= (unit === "KB" ? budget * KB : budget);
}
