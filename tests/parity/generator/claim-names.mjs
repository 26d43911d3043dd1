// The claims that programs read, by what they usually hold.

/** A name, its kind, and values as Cognito and others send them. */
export const CLAIMS = [
  {
    name: "given_name",
    kind: "text",
    usual: ["Jane", "Zoë", "jane doe", "Ｊane", "e\u0301va", "👩‍👩‍👧 Kim", "İrem", " Al "],
  },
  {
    name: "family_name",
    kind: "text",
    usual: ["Doe", "O'Neil", "Müller-Lüdenscheidt", "van der Berg", "ẞ", "Ω"],
  },
  {
    name: "name",
    kind: "text",
    usual: ["Jane Doe", "Doe, Jane", "Jane", "José María Ñ", "😀 Smile", ""],
  },
  {
    name: "email",
    kind: "text",
    usual: ["jane@example.com", "JANE@Example.COM", "a+b@sub.example.org", "no-at-sign"],
  },
  { name: "locale", kind: "text", usual: ["en-US", "de", "pt_BR", "zh-Hant-TW", "en_us"] },
  {
    name: "birthdate",
    kind: "text",
    usual: ["1990-12-31", "1990", "0000-05-06", "12/31/1990", "1990-5-1"],
  },
  {
    name: "preferred_username",
    kind: "text",
    usual: ["jane", "Jane.Doe", "j_d-1", "google_1098443"],
  },
  {
    name: "picture",
    kind: "text",
    usual: ["https://a.example/p.png?s=96&x=%20", "/p.png", "not a url"],
  },
  {
    name: "phone_number",
    kind: "text",
    usual: ["+49 171 1234567", "+15555550100", "(555) 010-0000"],
  },
  { name: "zoneinfo", kind: "text", usual: ["Europe/Berlin", "America/New_York", "UTC", "Mars/X"] },
  { name: "custom:team", kind: "text", usual: ["blue;red", "a|b", "Team-1", "", "x".repeat(40)] },
  {
    name: "cognito:username",
    kind: "text",
    usual: ["eaad0219-2117-439f-8d46-4db20e59268f", "Google_1098"],
  },
  {
    name: "identities",
    kind: "text",
    usual: ['[{"userId":"1","providerName":"Google","primary":"true"}]', "[]", "{", '"x"'],
  },
  { name: "urn:x/claims~1:a b", kind: "text", usual: ["odd", "ödd"] },
  { name: "sub2", kind: "text", usual: ["eaad0219", "00ff"] },
  {
    name: "updated_at",
    kind: "number",
    usual: [1700000000, "1700000000", 0, 1.5, "1e3", "0x10", "12px"],
  },
  { name: "custom:age", kind: "number", usual: ["42", 42, "4.20", "", " 7 ", -3] },
  { name: "id", kind: "number", usual: [9007199254740991, 12345, "12345678901234567890"] },
  {
    name: "cognito:groups",
    kind: "list",
    usual: [["admin", "user"], ["b", "a", "b"], "[admin user]", "a,b", [], ["ä", "z", "Z"]],
  },
  {
    name: "roles",
    kind: "list",
    usual: [["editor"], "editor", ["x", 1, null, true], [["nested"]]],
  },
  {
    name: "elements",
    kind: "list",
    usual: [[{ "handle~": { a: "x" } }], [{ id: 1 }, { id: 2 }], [1, 10, 9]],
  },
  {
    name: "address",
    kind: "object",
    usual: [{ locality: "Köln", street: { name: "Dom" } }, { locality: null }, "Main St 1", {}],
  },
  {
    name: "nested",
    kind: "object",
    usual: [
      { a: { b: [1, { c: "d" }] }, 2: "two", 1: "one" },
      { length: 3, 0: "x" },
    ],
  },
  { name: "email_verified", kind: "flag", usual: [true, false, "true", "false", "True"] },
  { name: "phone_number_verified", kind: "flag", usual: ["true", true, "yes", 1] },
];
