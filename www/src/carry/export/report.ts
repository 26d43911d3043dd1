// What a login does, as a report in Markdown: for a ticket, a pull request, or a colleague.

import type { Change, MetAssumption, Outcome, Preview, Versions } from "reconcile-kit";
import { block, cell, code, sentence, table, words } from "./markdown.js";

/** The report on everything that a scenario leads to. */
export function report(name: string, preview: Preview, versions: Versions): string {
  const logins = "logins" in preview ? preview.logins : [preview];
  const parts = logins.flatMap((outcome, index) => [
    ...(logins.length > 1 ? [`## Login ${index + 1}`] : []),
    ...login(outcome, logins.length > 1 ? "###" : "##"),
  ]);
  const title = `# ${words(name === "" ? "Login" : name)}`;
  const made = `Simulated by reconcile-kit ${words(versions.kit)}, FusionAuth up to ${words(versions.fusionauth)}. Tokens and secrets are masked unless they were asked for.`;
  return `${[title, ...parts, "---", made].join("\n\n")}\n`;
}

function login(outcome: Outcome, level: string): readonly string[] {
  const sections: readonly (readonly [string, string])[] = [
    ["Who", who(outcome)],
    ["Path", path(outcome)],
    ["Changes", changes(outcome.changes)],
    ["Ignored writes", ignored(outcome)],
    ["Event log", log(outcome)],
    ["Open points that decide", decisive(outcome.assumptions)],
    ["Watch out", warnings(outcome)],
  ];
  return [
    verdict(outcome),
    ...sections
      .filter(([, text]) => text !== "")
      .map(([title, text]) => `${level} ${title}\n\n${text}`),
  ];
}

function verdict({ status, decision, verdict, error }: Outcome): string {
  const line = `**${status} ${words(decision)}.** The person ${sentence(verdict)}.`;
  return error ? `${line}\n\nError ${code(error.code)}: ${sentence(error.message)}` : line;
}

function who({ identity }: Outcome): string {
  const { uniqueId, email, emailVerified, username } = identity;
  const rows = [
    ["Unique id", uniqueId],
    ["E-mail address", email],
    ["E-mail address is verified", emailVerified],
    ["Username", username],
  ] as const;
  return table(
    ["", "Value", "From"],
    rows.map(([title, { value, source }]) => [title, shown(value), shown(source)]),
  );
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return "none";
  return cell(typeof value === "string" ? value : JSON.stringify(value));
}

function path({ trace }: Outcome): string {
  const rows = trace.map(({ title, detail, basis }, index) => [
    String(index + 1),
    sentence(title),
    detail === "" ? "" : sentence(detail),
    `${words(basis.kind)}: ${words(basis.ref)}`,
  ]);
  return rows.length === 0 ? "" : table(["", "Step", "Detail", "Basis"], rows);
}

function changes(all: readonly Change[]): string {
  if (all.length === 0) return "Nothing changes.";
  const rows = all.map(({ path, before, after, by, from }) => [
    cell(path),
    shown(before),
    shown(after),
    words([by.kind, by.rule ?? "", by.line ? `line ${by.line}` : ""].filter(Boolean).join(", ")),
    from.map(cell).join(", "),
  ]);
  return table(["Field", "Before", "After", "By", "From"], rows);
}

function ignored({ ignoredWrites }: Outcome): string {
  if (ignoredWrites.length === 0) return "";
  const rows = ignoredWrites.map(({ path, value, reason }) => [
    cell(path),
    shown(value),
    sentence(reason),
  ]);
  return table(["Field", "Value", "Why"], rows);
}

function log({ eventLog }: Outcome): string {
  return eventLog.map(({ type, message }) => `${words(type)}\n\n${block(message)}`).join("\n\n");
}

function decisive(assumptions: readonly MetAssumption[]): string {
  const rows = assumptions
    .filter((one) => one.decisive)
    .flatMap(({ id, value, alternatives }) =>
      alternatives.map((other) => [
        cell(id),
        cell(value),
        cell(other.value),
        `${other.status} ${words(other.decision)}`,
      ]),
    );
  return rows.length === 0 ? "" : table(["Assumption", "Simulated", "Otherwise", "Leads to"], rows);
}

function warnings({ diagnostics }: Outcome): string {
  return diagnostics
    .filter(({ severity }) => severity !== "info")
    .map(({ severity, code: rule, message }) => `- ${severity} ${code(rule)}: ${sentence(message)}`)
    .join("\n");
}
