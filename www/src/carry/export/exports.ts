// Everything that the draft can be taken away as.

import type { Diagnostic, ExportedPolicy, PolicyForm, Versions } from "reconcile-kit";
import type { Draft } from "../../draft/draft.js";
import { expectOf } from "./expect.js";
import type { ExportFile } from "./files.js";
import { lambdaKickstart } from "./kickstart.js";
import { report } from "./report.js";
import { SCENARIO, scenarioFile, scenarioFiles, withEnd } from "./scenario.js";

/** What an export is made of. */
export interface Subject {
  /** The draft, masked unless its tokens were asked for. */
  readonly draft: Draft;
  /** What it leads to, as JSON text. */
  outcome(): Promise<string>;
  exportPolicy(policy: string, form: PolicyForm): Promise<ExportedPolicy>;
  /** FusionAuth's type of the lambda. */
  lambdaType(): Promise<string>;
  versions(): Promise<Versions>;
}

/** What came out. */
export interface Exported {
  readonly files: readonly ExportFile[];
  /** What has to be known, in sentences. */
  readonly notes: readonly string[];
}

/** A way to take the draft away. */
export interface ExportKind {
  readonly id: string;
  readonly title: string;
  /** What it is for. */
  readonly use: string;
  /** Why it is not to be had; `undefined` where it is. */
  missing(draft: Draft): string | undefined;
  make(subject: Subject): Promise<Exported>;
}

const NO_POLICY = "Needs a policy";
const always = () => undefined;
const policyOnly = ({ policy }: Draft) => (policy.used ? undefined : NO_POLICY);
const programOnly = ({ policy, lambda }: Draft) =>
  policy.used || lambda.used ? undefined : "Needs a lambda or a policy";

async function fromPolicy(
  { draft, exportPolicy }: Subject,
  form: PolicyForm,
  name: string,
): Promise<Exported> {
  const { text, findings } = await exportPolicy(draft.policy.text, form);
  return { files: text === "" ? [] : [{ name, text }], notes: findings.map(sentence) };
}

function sentence({ message, help }: Diagnostic): string {
  return `${capital(message)}: ${help}.`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** In the order in which they are offered. */
export const EXPORTS: readonly ExportKind[] = [
  {
    id: "scenario",
    title: "Scenario",
    use: "One file that holds everything: open it here again, or run it with the command line.",
    missing: always,
    make: async ({ draft }) => ({ files: [scenarioFile(draft)], notes: [] }),
  },
  {
    id: "scenario-files",
    title: "Scenario with files",
    use: "The scenario, and its lambda and policy in files of their own, as a repository keeps them.",
    missing: programOnly,
    make: async ({ draft }) => ({
      files: scenarioFiles(draft),
      notes: ["Keep them in one directory."],
    }),
  },
  {
    id: "test",
    title: "Test case",
    use: "The scenario with what came out as its expectation, for reconcile-kit test.",
    missing: always,
    make: async ({ draft, outcome }) => {
      const sections = { ...draft.sections, expect: expectOf(await outcome()) };
      const files = [scenarioFile({ ...draft, sections }, "login.test.json")];
      return { files, notes: ["Run it with: npx reconcile-kit test login.test.json"] };
    },
  },
  {
    id: "policy",
    title: "Policy",
    use: "The policy as a file of its own.",
    missing: policyOnly,
    make: async ({ draft }) => ({
      files: [{ name: "policy.json", text: withEnd(draft.policy.text) }],
      notes: [],
    }),
  },
  {
    id: "lambda",
    title: "Lambda",
    use: "The reconcile lambda, to paste into FusionAuth. A policy is written as one.",
    missing: programOnly,
    make: async (subject) => {
      const { lambda, policy } = subject.draft;
      if (!lambda.used) return fromPolicy(subject, "lambda", "reconcile.js");
      const notes = policy.used
        ? [
            "This is the lambda alone. FusionAuth runs one lambda: the policy runs before it here only.",
          ]
        : [];
      return { files: [{ name: "reconcile.js", text: withEnd(lambda.body) }], notes };
    },
  },
  {
    id: "kickstart",
    title: "Kickstart",
    use: "The requests that create the lambda in FusionAuth and assign it to the identity provider.",
    missing: programOnly,
    make: async (subject) => {
      if (!subject.draft.lambda.used) return fromPolicy(subject, "kickstart", "kickstart.json");
      const { text, notes } = lambdaKickstart(subject.draft, await subject.lambdaType());
      return { files: [{ name: "kickstart.json", text }], notes };
    },
  },
  {
    id: "attribute-mappings",
    title: "Attribute mappings",
    use: "What FusionAuth maps without a lambda (since 1.65), where the policy only copies claims.",
    missing: policyOnly,
    make: (subject) => fromPolicy(subject, "attribute-mappings", "attribute-mappings.json"),
  },
  {
    id: "login-validation",
    title: "Login validation lambda",
    use: "The policy's gates as a LoginValidation lambda, which can show people why they are refused.",
    missing: policyOnly,
    make: (subject) => fromPolicy(subject, "login-validation", "login-validation.js"),
  },
  {
    id: "report",
    title: "Report",
    use: "Verdict, path, changes and log in Markdown, for a ticket or a pull request.",
    missing: always,
    make: async ({ draft, outcome, versions }) => {
      const text = report(draft.name, JSON.parse(await outcome()), await versions());
      return { files: [{ name: "login.report.md", text }], notes: [] };
    },
  },
  {
    id: "command",
    title: "Command",
    use: "What shows the same on the command line, once the scenario is saved.",
    missing: always,
    make: async () => ({
      files: [{ name: "preview.sh", text: `npx reconcile-kit preview ${SCENARIO} --trace\n` }],
      notes: [`Download the scenario as ${SCENARIO} first.`],
    }),
  },
];
