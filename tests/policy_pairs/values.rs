//! Values that claims, fields and policies have, the odd ones above all.

use crate::dice::Dice;
use serde_json::{Value, json};

pub(crate) const GROUP: &str = "00000000-0000-0000-0000-00000000000a";
pub(crate) const OTHER_GROUP: &str = "ABCDEF00-0000-0000-0000-000000000001";

pub(crate) const PLAIN: &[&str] = &[
    "Jane",
    " Jane ",
    "admin",
    "ADMIN",
    "staff",
    "app-admin",
    "app-",
    "google_a_b",
    "a",
    "aa",
    "aXa",
    "jane@example.com",
    "a@b@Example.COM",
    "x@k.example",
    "a,,b",
    "a-b-c",
    "x y",
    "5",
    "true",
];

pub(crate) const ODD: &[&str] = &[
    "",
    " ",
    "\u{feff}x\u{a0}",
    "\u{85}y\u{85}",
    "\u{2003}z\u{3000}\n",
    "é",
    "e\u{301}",
    "😀-😀",
    "ΑΣ ΣΑΣ",
    "ß",
    "İ",
    "ﬁ",
    "False",
    "TRUE",
    "maybe",
    "[a, b]",
    "[a b]",
    "[\"a\",\"b\"]",
    "[]",
    "[",
    "]",
    "[ [a] , ]",
    "1990-12-31",
    "12/31/1990",
    "1990",
    "0000",
    "0000-12-31",
    "2023-02-29",
    "2024-02-29",
    "1900-02-29",
    "0000-02-29",
    "1990-00-10",
    "en-us",
    "zh-Hant-TW",
    "de",
    "es-419",
    "en-",
    "EMEA",
    "fil_ph",
    "Europe/Berlin",
    "UTC",
    "/UTC",
    "Africa/",
    "America/Argentina/Ushuaia",
    "+02:00",
    "UTC+5",
    "Z",
    "GMT-19",
    "UT-18:59:00",
    "+1:5",
    "constructor/x",
    "https://a.example/b%20c",
    "not a url",
    "https://a.example/%2",
    "a|b",
    "\u{feff}u",
    "a\u{7f}",
    "a%20b%C3%A9+",
    "%zz",
    "%ED%A0%80",
    "%",
    "%C3é",
    "%F0%9F%98%80",
    "12",
    "-1.50",
    "007",
    "-0",
    "-0.0",
    "5.0",
    "1e5",
    "9007199254740991",
    "9007199254740993",
    "123456789012345.123456789012345",
    "1234567890123456",
    ".5",
    "--1",
    "{\"a\":[1]}",
    "[1,null,\"x\"]",
    "null",
    "\"\"",
    "\"\\ud800\"",
    "{\"\\udc00\":1}",
    "\"\\ud83d\\ude00\"",
    "\"\\\\ud800\"",
    "\"\\ud800\\ud83d\\ude00\"",
    "1e999",
    "-1e999",
    "1e-999",
    "{\"__proto__\":{\"x\":1}}",
    "{\"a\":1e999,\"a\":1}",
    "[1.5,-0,2e2]",
    "\"1e999\"",
    " [1] ",
    "[[[]]]",
    "{\"userId\":\"9\",\"providerName\":\"Odd\",\"primary\":\"TRUE\"}",
    "constructor",
    "__proto__",
    "toString",
    "length",
    "eu-west-1_aB3_Google",
    "eu-west-1_aB3_",
    "us-gov-west-1_X_a_b",
    "\u{2028}",
    "\u{202e}x",
    "it's \\ \"q\" `b`",
    "a/b",
    "\u{212a}",
    "k",
    "\u{7}bell",
    "#{x}",
    "@{y}",
    "*/",
    "//",
    "\0",
    "a\nb",
    "eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee",
    GROUP,
    OTHER_GROUP,
    "00000000-0000-0000-0000-00000000000g",
];

pub(crate) fn text(dice: &mut Dice) -> String {
    let texts = if dice.chance(55) { PLAIN } else { ODD };
    dice.pick(texts).to_owned()
}

pub(crate) fn filled_text(dice: &mut Dice) -> String {
    let text = text(dice);
    if text.is_empty() { "-".to_owned() } else { text }
}

pub(crate) fn number(dice: &mut Dice) -> Value {
    dice.pick(&[
        json!(0),
        json!(1),
        json!(-1),
        json!(5),
        json!(5.0),
        json!(1.5),
        json!(-0.0),
        json!(1e300),
        json!(1e21),
        json!(0.1),
        json!(1_700_000_000),
        json!(9_007_199_254_740_991_i64),
        json!(9_007_199_254_740_992_i64),
        json!(9_007_199_254_740_993_i64),
        json!(-9_007_199_254_740_991_i64),
        json!(-9_007_199_254_740_993_i64),
        json!(18_446_744_073_709_551_615_u64),
    ])
}

/// A text, a number or a boolean that does not count as missing.
pub(crate) fn scalar(dice: &mut Dice) -> Value {
    match dice.below(10) {
        0..=6 => json!(filled_text(dice)),
        7 | 8 => number(dice),
        _ => json!(dice.chance(50)),
    }
}

/// Anything.
pub(crate) fn any(dice: &mut Dice, depth: usize) -> Value {
    match dice.below(if depth == 0 { 7 } else { 12 }) {
        0..=3 => json!(text(dice)),
        4 => number(dice),
        5 => json!(dice.chance(50)),
        6 => Value::Null,
        7..=9 => list(dice, depth),
        _ => {
            let fields = dice.several(0, 3, |dice| {
                let name = dice.pick(&[
                    "a",
                    "b",
                    "0",
                    "constructor",
                    "__proto__",
                    "formatted",
                    "toString",
                ]);
                (name.to_owned(), any(dice, depth - 1))
            });
            Value::Object(fields.into_iter().collect())
        }
    }
}

/// A list, of texts most often.
pub(crate) fn list(dice: &mut Dice, depth: usize) -> Value {
    let texts_only = dice.chance(60);
    let items = dice.several(0, 4, |dice| {
        if texts_only { json!(text(dice)) } else { any(dice, depth.saturating_sub(1)) }
    });
    Value::Array(items)
}

/// A scalar that has a text.
pub(crate) fn scalar_with_text(dice: &mut Dice) -> Value {
    dice.pick(&[
        json!("admin"),
        json!("viewer"),
        json!("it's"),
        json!(5),
        json!(true),
        json!("__proto__"),
    ])
}
