//! What a policy is run on.

use crate::dice::Dice;
use crate::values::{self, GROUP, OTHER_GROUP};
use serde_json::{Map, Value, json};

pub(crate) struct Input {
    pub(crate) user: Map<String, Value>,
    pub(crate) registration: Option<Map<String, Value>>,
    pub(crate) userinfo: Map<String, Value>,
    pub(crate) id_token: Option<Map<String, Value>>,
}

/// A login, with claims that are among the `hints` now and then.
pub(crate) fn any_input(dice: &mut Dice, hints: &[Value]) -> Input {
    let is_new = dice.chance(40);
    Input {
        user: user(dice, is_new),
        registration: dice.chance(80).then(|| registration(dice)),
        userinfo: claims(dice, 55, hints),
        id_token: dice.chance(75).then(|| claims(dice, 45, hints)),
    }
}

/// Claims by name, with what each usually holds.
fn claims(dice: &mut Dice, percent: usize, hints: &[Value]) -> Map<String, Value> {
    let mut claims = Map::new();
    for name in NAMES {
        if dice.chance(percent) {
            let value = match dice.below(8) {
                0..=2 if !hints.is_empty() => hinted(dice, hints),
                0 | 3 => values::any(dice, 3),
                _ => usual(dice, name),
            };
            claims.insert((*name).to_owned(), value);
        }
    }
    claims
}

fn hinted(dice: &mut Dice, hints: &[Value]) -> Value {
    if dice.chance(65) {
        return dice.pick(hints);
    }
    json!(dice.several(0, 4, |dice| dice.pick(hints)))
}

const NAMES: &[&str] = &[
    "given_name",
    "name",
    "email",
    "email_verified",
    "phone_number_verified",
    "updated_at",
    "birthdate",
    "locale",
    "zoneinfo",
    "picture",
    "address",
    "cognito:groups",
    "cognito:username",
    "username",
    "custom:team",
    "custom:age",
    "identities",
    "list",
    "nested",
    "uuids",
    "json",
    "constructor",
    "__proto__",
    "toString",
    "https://a.b/c",
    "a b",
];

fn usual(dice: &mut Dice, name: &str) -> Value {
    match name {
        "email" => json!(dice.pick(&[
            "jane@example.com",
            "a@b@Example.COM",
            "x@k.example",
            "x@\u{212a}.example"
        ])),
        "email_verified" | "phone_number_verified" => {
            dice.pick(&[json!(true), json!(false), json!("true"), json!("False"), json!("maybe")])
        }
        "updated_at" => {
            dice.pick(&[json!("1700000000"), json!(1_700_000_000), json!("1e5"), json!("0012")])
        }
        "birthdate" => json!(dice.pick(&[
            "1990-12-31",
            "12/31/1990",
            "1990",
            "0000-01-01",
            "2023-02-29",
            "soon"
        ])),
        "locale" => json!(dice.pick(&["en-us", "de", "zh-Hant-TW", "EMEA", "es_419"])),
        "zoneinfo" => json!(dice.pick(&[
            "Europe/Berlin",
            "UTC",
            "Mars/X",
            "+02:00",
            "America/Argentina/Ushuaia"
        ])),
        "picture" => json!(dice.pick(&["https://a.example/b%20c", "not a url", "x"])),
        "address" => dice.pick(&[
            json!("Main St"),
            json!({ "formatted": "Main St" }),
            json!({ "formatted": "" }),
        ]),
        "cognito:groups" => groups(dice),
        "identities" => identities(dice),
        "list" => values::list(dice, 3),
        "nested" => {
            json!({ "a": { "b": values::any(dice, 2), "0": values::any(dice, 1) }, "constructor": values::any(dice, 1), "list": values::list(dice, 2) })
        }
        "uuids" => dice.pick(&[
            json!(GROUP),
            json!([GROUP, OTHER_GROUP, GROUP]),
            json!([GROUP, "x"]),
            json!([]),
        ]),
        "custom:age" => values::number(dice),
        "json" => json!(dice.pick(&[
            "{\"a\":[1]}",
            "[\"x\",null,1.5]",
            "null",
            "\"\"",
            "[[\"a\"],[]]",
            "{",
            "[1e999]",
            "\"\\ud800\""
        ])),
        _ => json!(values::text(dice)),
    }
}

fn groups(dice: &mut Dice) -> Value {
    let name = |dice: &mut Dice| {
        dice.pick(&[
            "staff",
            "admin",
            "ADMIN",
            "app-admin",
            "eu-west-1_aB3_Google",
            "us-gov-west-1_X_a_b",
            "eu-west-1_aB3_",
            "eu-1_a_b",
            "constructor",
            "__proto__",
            "a",
        ])
    };
    let names = dice.several(0, 5, name);
    match dice.below(8) {
        0 => json!(format!("[{}]", names.join(" "))),
        1 => json!(format!("[\"{}\"]", names.join("\",\""))),
        2 => json!(names.join(",")),
        3 => values::any(dice, 2),
        _ => json!(names),
    }
}

fn identities(dice: &mut Dice) -> Value {
    let identity = |dice: &mut Dice| {
        json!({
            "providerName": dice.pick(&[json!("Google"), json!("Okta"), json!(""), json!(5)]),
            "userId": dice.pick(&[json!("1"), json!("x y"), Value::Null]),
            "primary": dice.pick(&[json!(true), json!("true"), json!("False"), json!(false), json!("TRUE")]),
        })
    };
    let list = json!(dice.several(0, 3, identity));
    match dice.below(6) {
        0 => json!(list.to_string()),
        1 => identity(dice),
        2 => json!(identity(dice).to_string()),
        3 => json!([values::any(dice, 2), identity(dice)]),
        _ => list,
    }
}

fn put(
    fields: &mut Map<String, Value>,
    dice: &mut Dice,
    percent: usize,
    name: &str,
    choices: &[Value],
) {
    if dice.chance(percent) {
        let value = if dice.chance(8) { Value::Null } else { dice.pick(choices) };
        fields.insert(name.to_owned(), value);
    }
}

fn user(dice: &mut Dice, is_new: bool) -> Map<String, Value> {
    let mut user = Map::new();
    if !is_new {
        user.insert("insertInstant".to_owned(), json!(1_600_000_000_000_i64));
    } else if dice.chance(20) {
        user.insert("insertInstant".to_owned(), Value::Null);
    }
    put(&mut user, dice, 50, "email", &[json!("jane@example.com")]);
    put(&mut user, dice, 50, "firstName", &[json!("Jane"), json!("Old"), json!("")]);
    put(&mut user, dice, 50, "fullName", &[json!("Old Name")]);
    put(&mut user, dice, 50, "birthDate", &[json!("1990-12-31"), json!("1980-01-01")]);
    put(&mut user, dice, 50, "imageUrl", &[json!("x")]);
    put(&mut user, dice, 50, "timezone", &[json!("UTC")]);
    put(&mut user, dice, 50, "verified", &[json!(true), json!(false)]);
    put(&mut user, dice, 50, "expiry", &[json!(5), json!(1_700_000_000)]);
    put(&mut user, dice, 60, "preferredLanguages", &languages());
    let group = |id: &str| json!({ "groupId": id, "id": "m" });
    let memberships = [
        json!([]),
        json!([group(GROUP)]),
        json!([group(GROUP), group(GROUP), group(OTHER_GROUP)]),
        json!([{ "id": 1 }, { "id": 1 }, group(OTHER_GROUP)]),
        json!("x"),
    ];
    put(&mut user, dice, 60, "memberships", &memberships);
    put(&mut user, dice, 70, "data", &data());
    put(&mut user, dice, 30, "twoFactor", &[json!({ "methods": [] }), json!({})]);
    user
}

fn registration(dice: &mut Dice) -> Map<String, Value> {
    let mut registration = Map::new();
    put(&mut registration, dice, 50, "insertInstant", &[json!(5)]);
    let roles = [
        json!([]),
        json!(["admin"]),
        json!(["viewer", "admin", "admin"]),
        json!(["staff", 5, null, {}, {}]),
        json!("admin"),
    ];
    put(&mut registration, dice, 70, "roles", &roles);
    put(&mut registration, dice, 50, "preferredLanguages", &languages());
    put(&mut registration, dice, 50, "username", &[json!("jane"), json!("")]);
    put(&mut registration, dice, 50, "timezone", &[json!("UTC")]);
    put(&mut registration, dice, 70, "data", &data());
    put(&mut registration, dice, 40, "tokens", &[json!({}), json!({ "idp": "t" })]);
    registration
}

fn languages() -> [Value; 4] {
    [json!([]), json!(["en_US"]), json!(["de", "de", "fil"]), json!([""])]
}

fn data() -> [Value; 8] {
    [
        json!({}),
        json!({ "team": "x" }),
        json!({ "team": { "name": "x", "kept": 1 }, "a.b": null }),
        json!({ "constructor": 5, "a": { "b": [] } }),
        json!({ "a": "text", "toString": { "x": "y" }, "team": "" }),
        json!({ "team": [], "a": { "b": "x" } }),
        json!("text"),
        json!([1]),
    ]
}
