//! Values that a policy tells apart: what it names itself, and what its steps and fields are hard put to.

use serde_json::{Value, json};

const TRIMMED: &[&str] = &[
    "\u{feff}x\u{a0}",
    "\u{85}y\u{85}",
    "\u{2003}z\u{3000}\n",
    " \t",
    "\u{200b}x",
    "\u{2028}x\u{b}",
    "\u{180e}x",
];
const CASED: &[&str] =
    &["ΑΣ ΣΑΣ", "ß", "İ", "ﬁ", "ÉÀ", "ǅ", "\u{212a}", "ŉ", "éà", "Straße", "ὈΔΥΣΣΕΎΣ"];
const DATES: &[&str] = &[
    "1990-12-31",
    "12/31/1990",
    "1990",
    "0000",
    "0000-12-31",
    "12/31/0000",
    "2023-02-29",
    "2024-02-29",
    "2000-02-29",
    "1900-02-29",
    "0000-02-29",
    "1990-00-10",
    "1990-10-00",
    "10/00/1990",
    "1990-04-31",
    "1990-13-01",
    "199",
    "١٩٩٠",
];
const LOCALES: &[&str] = &[
    "en-us",
    "EN_us",
    "zh-Hant-TW",
    "de",
    "es-419",
    "en-",
    "EMEA",
    "fil_ph",
    "en-US-x",
    "en-1234",
    "zh-Hant",
    "é!",
    "a-b-c",
];
const ZONES: &[&str] = &[
    "Europe/Berlin",
    "UTC",
    "/UTC",
    "Africa/",
    "Africa",
    "America/Argentina/Ushuaia",
    "Argentina/Ushuaia",
    "+02:00",
    "UTC+5",
    "Z",
    "GMT-19",
    "GMT+18",
    "UT-18:59:00",
    "+1:5",
    "constructor/x",
    "__proto__/x",
    "toString",
    "Abidjan Accra",
    "UTC+",
    "+123",
    "+05:60",
    "GMT0",
    "Africa/Abidjan Accra",
    "",
];
const URIS: &[&str] = &[
    "https://a.example/b%20c",
    "not a url",
    "https://a.example/%2",
    "a|b",
    "a%",
    "%zz",
    "\u{feff}u",
    "a\u{7f}",
    "a\u{85}b",
    "a\u{a0}b",
    "a\u{3000}",
    "é",
    "😀",
    "a\u{1}",
    "a`b",
    "a^b",
    "a\\b",
    "<a>",
    "[::1]",
    "%AF",
];
const ENCODED: &[&str] = &[
    "a%20b%C3%A9+",
    "%zz",
    "%ED%A0%80",
    "%",
    "%2",
    "%C3é",
    "%F0%9F%98%80",
    "%C0%80",
    "%00",
    "%e2%82%ac€",
    "%F4%90%80%80",
];
const NUMBERS: &[&str] = &[
    "12",
    "-1.50",
    "007",
    "-0",
    "-0.0",
    "5.0",
    "1e5",
    "0.1",
    "9007199254740991",
    "123456789012345.123456789012345",
    "123456789012345",
    "1234567890123456",
    "1.1234567890123456",
    ".5",
    "5.",
    "--1",
    "+1",
    "٣",
    " 1",
    "999999999999999.9",
];
const JSONS: &[&str] = &[
    "{\"a\":[1]}",
    "[1,null,\"x\"]",
    "null",
    "\"\"",
    "\"x\"",
    "\"\\ud800\"",
    "{\"\\udc00\":1}",
    "\"\\ud83d\\ude00\"",
    "\"\\\\ud800\"",
    "\"\\ud800\\ud83d\\ude00\"",
    "\"\\uD83D\\uDE00\\uDE00\"",
    "\"\\\\\\ud800\"",
    "1e999",
    "-1e999",
    "1e-999",
    "[1e308]",
    "[1E+999]",
    "{\"__proto__\":{\"x\":1}}",
    "{\"a\":1e999,\"a\":1}",
    "{\"a\":\"\\ud800\",\"a\":1}",
    "[1.5,-0,2e2]",
    "\"1e999\"",
    "[\"\\\"1e999\", 1]",
    " [1] ",
    "[[[]]]",
    "true",
    "{",
    "\"a\nb\"",
    "[\"a\",\"b\"]",
    "01",
    "1.0",
    "\u{feff}1",
    "9007199254740993",
];
const LISTS: &[&str] =
    &["[a, b]", "[a b]", "[]", "[", "]", "[ [a] , ]", ",a,", "[a", "\u{a0}[x ,\u{feff}y]", "a"];
const BOOLEANS: &[&str] = &["True", "FALSE", "true", "maybe", " true", "fal\u{17f}e"];

/// The values that `document` tells apart.
pub(crate) fn hints(document: &Value) -> Vec<Value> {
    let mut found = Vec::new();
    collect(document, "", &mut found);
    found
}

fn collect(value: &Value, key: &str, found: &mut Vec<Value>) {
    match value {
        Value::Object(fields) => {
            for (name, one) in fields {
                match name.rsplit('.').next() {
                    Some("timezone") => add(ZONES, found),
                    Some("imageUrl") => add(URIS, found),
                    Some("birthDate") => add(DATES, found),
                    _ => {}
                }
                if key == "table" {
                    texts_like(name, found);
                }
                collect(one, name, found);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| collect(item, key, found)),
        Value::String(text) if key == "transform" => steps(text, found),
        Value::String(text) if key == "glob" => globs(text, found),
        Value::String(text) if key == "domain" => {
            for form in ["a@", "A@b@", "", "@"] {
                found.push(json!(format!("{form}{text}")));
            }
            found.push(json!(format!("a@{}", text.to_ascii_uppercase().replace('K', "\u{212a}"))));
        }
        Value::String(text)
            if matches!(
                key,
                "equals"
                    | "in"
                    | "contains"
                    | "startsWith"
                    | "endsWith"
                    | "split"
                    | "before"
                    | "after"
                    | "before-last"
                    | "after-last"
                    | "replace"
            ) =>
        {
            texts_like(text, found);
        }
        Value::Number(_) | Value::Bool(_) if matches!(key, "equals" | "in") => {
            found.push(value.clone());
        }
        _ => {}
    }
    if key == "unlisted" {
        found.push(json!(format!("{}\u{7}x", "é".repeat(58))));
        found.push(json!(format!("{}😀", "y".repeat(60))));
    }
}

fn add(texts: &[&str], found: &mut Vec<Value>) {
    found.extend(texts.iter().map(|text| json!(text)));
}

fn steps(word: &str, found: &mut Vec<Value>) {
    match word {
        "trim" => add(TRIMMED, found),
        "lower-case" | "upper-case" => add(CASED, found),
        "birth-date" => add(DATES, found),
        "locale" => add(LOCALES, found),
        "url-decode" => add(ENCODED, found),
        "to-number" => add(NUMBERS, found),
        "to-boolean" => add(BOOLEANS, found),
        "cognito-list" => add(LISTS, found),
        "parse-json" => {
            add(JSONS, found);
            for brackets in [100, 101] {
                found.push(json!(format!("[{}[]]", "[],".repeat(brackets - 2))));
            }
        }
        _ => {}
    }
}

fn texts_like(text: &str, found: &mut Vec<Value>) {
    found.push(json!(text));
    found.push(json!(format!("x{text}y{text}z")));
    found.push(json!(format!("{text}x")));
    found.push(json!(format!("x{text}")));
    found.push(json!(format!("{text}{text}")));
    found.push(json!(text.to_ascii_uppercase()));
    found.push(json!(text.to_lowercase()));
    found.push(json!(text.to_uppercase()));
    found.push(json!(text.replace('k', "\u{212a}").replace('é', "É")));
}

fn globs(glob: &str, found: &mut Vec<Value>) {
    for (star, one) in
        [("", "a"), ("zz", "😀"), ("a", "é"), ("aXa", ""), ("b\nb", "\u{301}"), ("*", "?")]
    {
        let text = glob.replace('*', star).replace('?', one);
        found.push(json!(format!("{text}n")));
        found.push(json!(text.to_ascii_uppercase()));
        found.push(json!(text));
    }
}
