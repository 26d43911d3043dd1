// Probes: expressions whose values are compared with those of the real engines.

/**
 * The body of a function that gives the value of an expression as a text. Of an error it gives the name: messages
 * are compared elsewhere.
 */
export function probing(expression) {
  return `const plain = (text) => text.replace(/[\\u007f-\\uffff]/g, (c) => "\\\\u" + c.charCodeAt(0).toString(16).padStart(4, "0"));
const show = (value) => {
  if (typeof value === "string") return plain(JSON.stringify(value));
  if (typeof value === "object" && value !== null) {
    try { return plain(JSON.stringify(value)); } catch (e) { return plain(String(value)); }
  }
  return Object.is(value, -0) ? "-0" : typeof value === "bigint" ? value + "n" : plain(String(value));
};
try { return show((0, eval)(${JSON.stringify(expression)})); }
catch (error) { return "throws " + (error && error.name ? error.name : String(error)); }`;
}

/** What a probe is to give in `version`. */
export function expectedOf(probe, version) {
  return probe[version] ?? probe.value;
}
