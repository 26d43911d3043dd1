// What the realm told before it was stopped, in the form in which QuickJS' realm tells it afterwards.

/** Something that the realm told its host while the lambda ran. */
type Told = { readonly log: string; readonly text: string } | { readonly warnWasMet: true };

/** The last words: what was logged, and where the lambda was stopped. */
export function lastWordsOf([stack = "", ...told]: readonly string[]): string {
  const log: Record<string, string> = {};
  let warnWasMet = false;
  for (const text of told) {
    const said = JSON.parse(text) as Told;
    if ("warnWasMet" in said) warnWasMet = true;
    else log[said.log] = (log[said.log] ?? "") + said.text;
  }
  return JSON.stringify({ stack, log, ...(warnWasMet && { warnWasMet }) });
}
