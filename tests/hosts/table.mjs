export function table(results) { return results.map(r => r.host.name + " " + (r.skipped ?? (r.wrong.length ? "FAILED" : "ok " + r.version))).join("\n"); }
export function page() { return ""; }
