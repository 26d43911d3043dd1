// Dates; the clock stands still.

/** How dates come in claims and texts. */
const WRITTEN = [
  "1990-12-31",
  "2020-02-30",
  "1990",
  "1990-05",
  "1990-5-1",
  "2020-01-01T00:00",
  "2020-01-01T00:00:00Z",
  "2020-01-01T10:20:30.456Z",
  "2020-01-01T10:00:00+02:00",
  "2020-01-01T10:00:00.1234567Z",
  "2020-01-01 10:00",
  "2020-01-01 10:00:00",
  "2020/01/02",
  "01/02/2020",
  "12/31/90",
  "Jan 1, 2020",
  "January 1 2020 10:00",
  "1 Jan 2020",
  "1 January 2020 10:00 UTC",
  "Wed, 01 Jan 2020 00:00:00 GMT",
  "Wed Jan 01 2020 10:00:00 GMT+0100 (CET)",
  "20200101",
  "2020-13-01",
  "0000-01-01",
  "2020-01-01T24:00:00Z",
  "2020-01-01T25:00",
  "+275760-09-13T00:00:00.000Z",
  "-000001-01-01T00:00:00Z",
  "",
  "soon",
  "10:00",
  "2020-01-01T10:00:00 Z",
  "2020-1-1T1:1:1Z",
  "Jan 2020",
  "2020 Jan 1",
  "1/1/2020 1:00 PM",
  "2020-01-01T10:00:00EST",
  "1577836800000",
  "2020-01-01T10Z",
];

/** Those that both read as dates. */
const SURE = WRITTEN.filter((text) =>
  /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|\+\d\d:\d\d)|\d{4}-\d\d-\d\d|\d{4}|20\d\d\/\d\d\/\d\d)$/.test(
    text,
  ),
);

const quoted = (text) => JSON.stringify(text);

export const date = {
  leaves: [
    "new Date()",
    "new Date(0)",
    "new Date(2020, 0, 31)",
    "new Date(Date.UTC(2020, 1, 29))",
    "new Date(1577836800000)",
    ...SURE.filter((text) => text !== "2020-13-01" && text !== "2020-02-30").map(
      (text) => `new Date(${quoted(text)})`,
    ),
  ],
  forms: [
    "new Date($date)",
    "new Date($date.getTime() + $tiny * 86400000)",
    "new Date($date.getFullYear(), $small, $tiny)",
    "((§d) => { §d.setMonth($small); return isNaN(§d) ? new Date(1) : §d; })($date)",
    "((§d) => { §d.setDate(§d.getDate() + $tiny); return §d; })($date)",
    "((§d) => { §d.setUTCHours($tiny, $tiny); return §d; })($date)",
    "((§d) => { §d.setFullYear(1999); return §d; })($date)",
    "new Date(+$date - $tiny * 3600000)",
    "((§d) => { §d.setTime($tiny); return §d; })(new Date())",
    "new Date($date.toISOString())",
    "new Date(String($date))",
    "new Date(99, 1)",
    "new Date(1990, 12, 31, 1, 2, 3, 4)",
    "((§d) => (isNaN(§d) ? new Date(2) : §d))(new Date($text))",
    "new Date(JSON.parse(JSON.stringify($date)))",
  ],
};

/** What becomes of a text that may be a date. */
export const READINGS = WRITTEN.map((text) => `$field = String(Date.parse(${quoted(text)}));`);
