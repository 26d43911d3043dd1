// Results as the XML that JUnit's Ant task writes, which most continuous integrations read.

import { difference } from "../../print/difference.js";
import type { FileFinding } from "../../print/sarif.js";
import { count, placeOf, type Result } from "../result.js";
import { forPrograms, headlineOf, placeText, shownOf } from "./reporter.js";

/** One suite with a test case a scenario; an invalid scenario is an error. */
export const junit = forPrograms((results) => {
  const { failed, invalid, skipped } = count(results);
  const seconds = results.reduce((sum, { milliseconds }) => sum + milliseconds, 0) / 1000;
  const counts = {
    name: "reconcile-kit",
    tests: results.length,
    failures: failed,
    errors: invalid,
    skipped,
    time: seconds.toFixed(6),
  };
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites${attributes(counts)}>
  <testsuite${attributes(counts)}>
${results.map(caseOf).join("\n")}
  </testsuite>
</testsuites>
`;
});

function caseOf(result: Result): string {
  const { file, name, milliseconds } = result;
  const { line } = placeOf(result);
  const start = `    <testcase${attributes({
    name: name ?? file,
    classname: file,
    file,
    line,
    time: (milliseconds / 1000).toFixed(6),
  })}`;
  const content = contentOf(result);
  return content === "" ? `${start}/>` : `${start}>\n      ${content}\n    </testcase>`;
}

function contentOf(result: Result): string {
  const message = headlineOf(result);
  switch (result.verdict) {
    case "passed":
      return "";
    case "skipped":
      return `<skipped${attributes({ message: "it has no `expect`" })}/>`;
    case "failed":
      return `<failure${attributes({ message, type: "mismatch" })}>${escaped(differencesOf(result))}</failure>`;
    case "invalid": {
      const type = result.findings[0]?.code;
      return `<error${attributes({ message, type })}>${escaped(result.findings.map(findingText).join("\n"))}</error>`;
    }
  }
}

function differencesOf({ file, mismatches, reasons }: Result): string {
  const { shown, left } = shownOf(mismatches);
  const texts = shown.map((mismatch) => {
    const { expected, found } = difference(mismatch);
    const place = mismatch.line === undefined ? file : `${file}:${mismatch.line}`;
    return `${mismatch.path} (${place})\n  expected ${expected}\n  found    ${found}`;
  });
  const more = left > 0 ? [`and ${left} more`] : [];
  return [...texts, ...more, ...reasons.map(findingText)].join("\n");
}

function findingText(finding: FileFinding): string {
  const { code, path, message, help } = finding;
  return `${placeText(finding)} ${code} at ${path || "/"}: ${message}\n  help: ${help}`;
}

function attributes(values: Readonly<Record<string, string | number | undefined>>): string {
  const present = Object.entries(values).filter(([, value]) => value !== undefined);
  return present.map(([name, value]) => ` ${name}="${quoted(String(value))}"`).join("");
}

/** What XML 1.0 cannot hold in any form, and control characters that it had better not hold. */
const FORBIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is removed
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g;

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};

/** Text between tags. `>` too, because `]]>` may not stand there. */
function escaped(text: string): string {
  return text.replaceAll(FORBIDDEN, "").replaceAll(/[&<>\r]/g, (found) => ENTITIES[found] ?? "");
}

/** Text of an attribute, in which a line end would be read as a space. */
function quoted(text: string): string {
  return escaped(text).replaceAll(/["\t\n]/g, (found) => ENTITIES[found] ?? "");
}
