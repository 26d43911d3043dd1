//! Conditions, nested.

use crate::dice::Dice;
use crate::policy::{CLAIMS, PATTERNS};
use crate::values;
use serde_json::{Map, Value, json};

pub(crate) fn condition(dice: &mut Dice, depth: usize) -> Value {
    match dice.below(if depth == 0 { 7 } else { 10 }) {
        0 => json!(dice.pick(CLAIMS)),
        1 => json!({ "newUser": dice.chance(50) }),
        2 => json!({ "verified": dice.pick(&["email", "phone_number"]) }),
        3..=6 => test(dice),
        7 => json!({ "not": condition(dice, depth - 1) }),
        form => {
            let conditions = dice.several(1, 3, |dice| condition(dice, depth - 1));
            json!({ if form == 8 { "all" } else { "any" }: conditions })
        }
    }
}

fn test(dice: &mut Dice) -> Value {
    const CLAIMS_WITH_TEXTS: &[&str] = &[
        "given_name",
        "name",
        "email",
        "cognito:groups",
        "assigned-groups",
        "list",
        "custom:team",
        "email_verified",
        "custom:age",
    ];
    let claims = if dice.chance(75) { CLAIMS_WITH_TEXTS } else { CLAIMS };
    let mut test = Map::from_iter([("claim".to_owned(), json!(dice.pick(claims)))]);
    let tests = 1 + usize::from(dice.chance(15));
    let mut takes_case = false;
    for _ in 0..tests {
        let (key, value) = match dice.below(11) {
            0 => ("exists", json!(dice.chance(50))),
            1 => ("equals", values::scalar(dice)),
            2 | 3 => ("in", json!(dice.several(1, 6, values::scalar))),
            4 => ("contains", json!(dice.pick(&["a", "A", "admin", "Jane", "@", "-", "😀"]))),
            5 => ("startsWith", json!(dice.pick(&["a", "A", "app-", "ja", " ", "e"]))),
            6 => ("endsWith", json!(dice.pick(&["n", "N", ".com", "e", "\u{301}", "-"]))),
            7 | 8 => ("glob", json!(glob(dice))),
            9 => ("matches", json!(dice.pick(PATTERNS))),
            _ => {
                ("domain", dice.pick(&[json!("example.com"), json!(["k.example", "EXAMPLE.com"])]))
            }
        };
        takes_case |= !matches!(key, "exists" | "matches" | "domain");
        test.insert(key.to_owned(), value);
    }
    if takes_case && dice.chance(40) {
        test.insert("ignoreCase".to_owned(), json!(dice.chance(80)));
    }
    Value::Object(test)
}

fn glob(dice: &mut Dice) -> String {
    if dice.chance(40) {
        return dice
            .pick(&[
                "app-*", "*a*", "*", "**", "*@*.com", "j?ne@*", "?", "*n", "staff", "A*a", "*a*a*",
                "?*?", "😀?*", "*.*",
            ])
            .to_owned();
    }
    let parts =
        dice.several(1, 5, |dice| dice.pick(&["*", "?", "a", "A", "-", "n", "X", "*", "@"]));
    parts.concat()
}
