// What a version of FusionAuth has: the table of docs/versions.md.

const SINCE = {
  noLink: "1.29.0",
  "id-token": "1.31.0",
  "link-limit": "1.32.0",
  disabled: "1.37.0",
  "link-type": "1.46.0",
  "link-name": "1.47.0",
  "email-verified": "1.48.0",
  "one-link-a-user": "1.48.0",
  "asymmetric-id-token": "1.48.0",
  "login-validation": "1.53.0",
  "provider-of-a-tenant": "1.62.0",
  "attribute-mappings": "1.65.0",
};

const NEWEST = "1.70.0";

function parts(version) {
  return version.split(".").map(Number);
}

function atLeast(version, since) {
  const [have, want] = [parts(version), parts(since)];
  for (const place of [0, 1, 2]) {
    const [left, right] = [have[place] ?? 0, want[place]];
    if (left !== right) return left > right;
  }
  return true;
}

/** Whether `version` has `feature`. */
export function has(version = NEWEST, feature) {
  return atLeast(version, SINCE[feature]);
}

/** A lambda could set the value that is linked on in 1.28.0, could not from 1.28.1 to 1.30, and can since 1.31. */
export function mayReplaceLinkingValue(version = NEWEST) {
  return !atLeast(version, "1.28.1") || atLeast(version, "1.31.0");
}
