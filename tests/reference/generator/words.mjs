// The ids and values that made-up scenarios draw from: few, so that they meet.

export const APPLICATIONS = ["app-1", "app-2"];
export const TENANTS = ["tenant-1", "tenant-2"];
export const PROVIDERS = ["idp-1", "idp-2"];
export const GROUPS = [
  "f0e1d2c3-b4a5-4687-9788-6958473625a1",
  "11111111-1111-4111-8111-111111111111",
];
export const NOW = Date.parse("2026-01-01T00:00:00Z");

export const UNIQUE_IDS = ["s1", "s2", "s3", "s 4", "日本", "0", "x".repeat(300)];

const LONG = `${"x".repeat(250)}@example.com`;

/** As users have them: no two are the same when trimmed and in lower case. */
export const EMAILS = ["jane@example.com", "john@example.com", "jürgen@exämple.com", LONG];
export const USERNAMES = ["jane", "john", "日本", "jane@example.com", "İpek"];

/** As claims have them: in other case, with blanks, empty. */
export const EMAIL_CLAIMS = [
  ...EMAILS,
  "Jane@Example.COM",
  " john@example.com\t",
  "JÜRGEN@EXÄMPLE.COM",
  "ann@example.com",
];
export const USERNAME_CLAIMS = [...USERNAMES, "Jane", " john ", "JOHN", "ann"];

export const VERSIONS = [
  "1.28",
  "1.28.1",
  "1.29",
  "1.30",
  "1.31",
  "1.32",
  "1.36",
  "1.37",
  "1.46",
  "1.47",
  "1.48",
  "1.52",
  "1.53",
  "1.61",
  "1.62",
  "1.64",
  "1.65",
  "1.70",
];
