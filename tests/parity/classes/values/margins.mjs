// What belongs into a field of each type, and what stands at its borders.

export const UUID = "00000000-0000-4000-8000-00000000000A";

const pad = (number, length = 2) => String(number).padStart(length, "0");

const whole = (dice) =>
  dice.pick([
    dice.below(10),
    dice.below(2 ** 32) * 1000,
    -dice.below(2 ** 32),
    String(dice.below(2 ** 32)),
    dice.below(1000) / 8,
    ...[
      "+5",
      "-5",
      " 7 ",
      "1.5",
      "1e3",
      "0x10",
      "9223372036854775807",
      "9223372036854775808",
      "--1",
    ],
    ...["2147483647", "2147483648", 2 ** 31, -(2 ** 31), 2 ** 53 + 1, 1e18, 1e19, "", " "],
  ]);

function day(dice) {
  const year = dice.pick([
    ...[
      "1990",
      "2024",
      "2023",
      "1900",
      "2000",
      "0000",
      "9999",
      "10000",
      "+10000",
      "-0001",
      "-0000",
    ],
    ...["+2024", "+012024", "+999999999", "+1000000000", "90", ""],
  ]);
  const [month, date] = [1 + dice.below(13), dice.pick([1, 28, 29, 30, 31, 32, 0])];
  return dice.pick([
    () => `${year}-${pad(month)}-${pad(date)}`,
    () => `${year}-${month}-${date}`,
    () => `${pad(month)}/${pad(date)}/${year}`,
    () => `${year}-${pad(month)}-${pad(date)}T00:00:00Z`,
    () => `${year}${pad(month)}${pad(date)}`,
    () => `${year}-02-29`,
    () => `--${pad(month)}-${pad(date)}`,
  ])();
}

function zone(dice) {
  const offset = () => {
    const sign = dice.pick(["+", "-", ""]);
    const hours = dice.pick(["0", "1", "00", "01", "05", "9", "18", "19", "123"]);
    return sign + hours + dice.pick(["", "", ":00", ":30", "30", ":60", ":5", ":30:15", "3015"]);
  };
  return dice.pick([
    () => dice.pick(["Europe/Berlin", "America/Argentina/Ushuaia", "Asia/Calcutta", "Etc/GMT+5"]),
    () => dice.pick(["UTC", "utc", "GMT", "UT", "Z", "z", "GMT0", "EST", "EST5EDT", "CST", "PST"]),
    () => dice.pick(["Mars/X", "europe/berlin", "Europe/", "US/Pacific-New", "SystemV/EST5"]),
    offset,
    () => dice.pick(["GMT", "UTC", "UT", "Etc/GMT", "Z"]) + offset(),
  ])();
}

const LANGUAGES = [
  "en",
  "EN",
  "de",
  "zh",
  "iw",
  "in",
  "ji",
  "he",
  "ja",
  "th",
  "no",
  "",
  "english",
  "é",
];
const COUNTRIES = ["US", "us", "Hans", "419", "JP", "TH", "", "CN", "x"];

function locale(dice) {
  const joint = () => dice.pick(["-", "_"]);
  const more = [
    () => "",
    () => joint() + dice.pick(COUNTRIES),
    () =>
      joint() +
      dice.pick(COUNTRIES) +
      joint() +
      dice.pick(["CN", "POSIX", "JP", "TH", "", "NY", "a_b"]),
  ];
  return dice.pick(LANGUAGES) + dice.pick(more)();
}

function uri(dice) {
  const scheme = dice.pick([
    "https:",
    "http:",
    "mailto:",
    "data:",
    "urn:",
    "1a:",
    ":",
    "",
    "é:",
    "a+b.c-d:",
  ]);
  const host = dice.pick([
    ...["", "//", "//example.com", "//exämple.com", "//a_b:80", "//u:p@h", "//[::1]", "//[::1]:80"],
    ...["//[::1", "//[x]", "//h:x", "//a b", "///", "//[fe80::1%eth0]", "//[::1]x", "//u@[1::2]:"],
  ]);
  const path = dice.pick([
    "",
    "/",
    "/a/b.png",
    "/a b",
    "/%20",
    "/%2",
    "/ü",
    "/{id}",
    "/a|b",
    "a",
    "/[1]",
  ]);
  const query = dice.pick(["", "", "?", "?a=b&c", "?a=[1]", "?a^b", "?é"]);
  return scheme + host + path + query + dice.pick(["", "", "#", "#x", "#a#b", "#\u2028"]);
}

const uuid = (dice) =>
  dice.pick([
    UUID,
    UUID.toLowerCase(),
    ` ${UUID} `,
    crypto(dice),
    ...["1-1-1-1-1", UUID.slice(1), `{${UUID}}`, UUID.replaceAll("-", ""), "", "staff"],
  ]);

function crypto(dice) {
  const hex = (length) => Array.from({ length }, () => dice.below(16).toString(16)).join("");
  return [8, 4, 4, 4, 12].map(hex).join("-");
}

const text = (dice) =>
  dice.pick([
    ...[
      "Jane",
      " Jane ",
      "",
      "  ",
      "O'Brien",
      "Grüße",
      "İstanbul",
      "ΣΑΣ",
      "\u00a0x\u00a0",
      "a\u0000b",
    ],
    ...[
      "Jane@Example.COM",
      " jane@example.com ",
      "true",
      "5",
      "\u200bx",
      "👩‍👩‍👧",
      "\ud83d",
      "x".repeat(5000),
    ],
    ...[5, 1.5, true, 1e21, 1e-7, 123456789012345680000, 0.000001, -0],
  ]);

const names = (options) => (dice) =>
  dice.pick([
    ...options,
    ...options.map((name) => name.toLowerCase()),
    ...["", "0", "1", "9", "01", "-1"],
    0,
    1,
    9,
    -1,
    1.5,
  ]);

const map = (dice) => {
  const entry = (depth) => {
    const inner =
      depth > 0 ? [() => object(depth - 1), () => dice.several(3, () => entry(depth - 1))] : [];
    return dice.pick([
      () => dice.pick([null, 1, 1.5, 1e21, "x", true, "", 2 ** 53, null]),
      ...inner,
    ])();
  };
  const object = (depth) =>
    Object.fromEntries(
      dice.several(4, () => [dice.pick(["a", "b", "é", "", "x.y", "1"]), entry(depth)]),
    );
  return object(3);
};

const membership = (dice) =>
  dice.pick([
    () => ({ groupId: uuid(dice) }),
    () => ({ groupId: UUID, insertInstant: whole(dice) }),
    () => ({ groupId: UUID, data: map(dice), userId: uuid(dice), role: "x" }),
    () => ({ data: {} }),
    () => dice.pick([null, "staff", UUID, {}, [], { groupId: null }, { groupId: 5 }]),
  ])();

const registration = (dice) => ({
  applicationId: UUID,
  ...dice.pick([
    () => ({ roles: list(text)(dice) }),
    () => ({ timezone: zone(dice), madeUp: 1 }),
    () => ({ data: map(dice), tokens: tokens(dice) }),
    () => ({ username: text(dice), verified: dice.pick(["true", "no", true, 1]) }),
    () => ({ insertInstant: whole(dice), preferredLanguages: list(locale)(dice) }),
  ])(),
});

const list = (make) => (dice) => dice.several(4, () => (dice.below(12) === 0 ? null : make(dice)));

const tokens = (dice) =>
  Object.fromEntries(
    dice.several(3, () => [dice.pick(["Google", "a", ""]), dice.pick([text(dice), null])]),
  );

/** By what the core says that a field holds. */
export const MARGINS = {
  "a text": text,
  "true or false": (dice) =>
    dice.pick([
      true,
      false,
      "true",
      "True",
      "TRUE",
      "tRUE",
      " true ",
      "false",
      "FALSE",
      "yes",
      "",
      " ",
      "0",
      0,
      1,
      2,
      -1,
      0.5,
      1e20,
      1e21,
    ]),
  "a whole number": whole,
  "milliseconds since 1970 as a whole number": whole,
  "a day of the form `YYYY-MM-DD`": day,
  "a URI": uri,
  "an IANA time zone such as `Europe/Berlin`": zone,
  "a UUID": uuid,
  "a list of locales such as `en_US`": list(locale),
  "a list of role names": list(text),
  "an object": map,
  "a list of objects with a `groupId`": list(membership),
  "a list of registrations": list(registration),
  "a list of objects": list(map),
  "`ACTIVE`, `PENDING` or `REJECTED`": names(["ACTIVE", "PENDING", "REJECTED"]),
  "`Administrative`, `Breached`, `Expired` or `Validation`": names([
    "Administrative",
    "Breached",
    "Expired",
    "Validation",
  ]),
  "`None`, `ExactMatch`, `SubAddressMatch`, `PasswordOnly` or `CommonPassword`": names([
    "None",
    "ExactMatch",
    "CommonPassword",
  ]),
};
