// A rule's page, shown as text. The pages are loaded when the first is asked for.

/** The page of a rule. */
export async function pageOf(code: string): Promise<HTMLElement> {
  const { default: pages } = await import("virtual:rule-pages");
  const page = document.createElement("div");
  page.className = "cm-card-page";
  page.tabIndex = 0;
  page.setAttribute("role", "region");
  page.setAttribute("aria-label", `The rule ${code}`);
  const text = Object.hasOwn(pages, code) ? pages[code] : undefined;
  page.append(...partsOf(text ?? "There is no page about this rule."));
  return page;
}

/** Paragraphs and code of a page, without the marks of Markdown. */
function partsOf(markdown: string): HTMLElement[] {
  return blocksOf(markdown).map(({ isCode, text }) => {
    const part = document.createElement(isCode ? "pre" : "p");
    part.textContent = text;
    return part;
  });
}

interface Block {
  readonly isCode: boolean;
  readonly text: string;
}

/** Takes Markdown apart: code between fences, and paragraphs. Its title is the rule's code, which is known. */
export function blocksOf(markdown: string): Block[] {
  const pieces = markdown.replace(/^# .*\n/, "").split(/^```.*\n?/m);
  return pieces.flatMap((piece, index): Block[] => {
    if (index % 2 === 1) return [{ isCode: true, text: piece.trimEnd() }];
    const paragraphs = piece.split(/\n{2,}/).map(plain);
    return paragraphs.filter((text) => text !== "").map((text) => ({ isCode: false, text }));
  });
}

function plain(paragraph: string): string {
  return paragraph
    .trim()
    .replaceAll("\n", " ")
    .replaceAll("**", "")
    .replace(/\[([^\]]+)\]\([^)]*\)/g, "$1")
    .replaceAll("`", "");
}
