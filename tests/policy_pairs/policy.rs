//! Policies that use everything a policy can say.

use crate::condition::condition;
use crate::dice::Dice;
use crate::values::{self, GROUP, OTHER_GROUP};
use reconcile_kit::model::Kind;
use reconcile_kit::policy::Target;
use serde_json::{Map, Value, json};

pub(crate) const CLAIMS: &[&str] = &[
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
    "/claims/address/formatted",
    "cognito:groups",
    "assigned-groups",
    "provider-name",
    "provider-subject",
    "cognito:username",
    "custom:team",
    "custom:age",
    "identities",
    "/claims/identities/0/userId",
    "/claims/cognito:groups/0",
    "list",
    "nested",
    "uuids",
    "json",
    "constructor",
    "__proto__",
    "toString",
    "https://a.b/c",
    "a b",
    "jwt.list.0",
    "jwt.list.00",
    "jwt.list.length",
    "jwt.nested.a.b",
    "/jwt/nested/constructor",
    "/id_token/nested/a/0",
    "id_token.email",
    "id_token.__proto__",
    "jwt.toString",
    "/claims/nested/a/constructor",
    "jwt.email_verified",
    "/jwt/a b",
    "id_token.cognito:groups",
    "/claims/constructor/length",
    "valueOf",
];

const TARGETS: &[&str] = &[
    "user.firstName",
    "user.email",
    "user.fullName",
    "user.username",
    "user.birthDate",
    "user.imageUrl",
    "user.timezone",
    "user.verified",
    "user.expiry",
    "user.preferredLanguages",
    "user.memberships",
    "user.twoFactor",
    "user.id",
    "user.registrations",
    "user.insertInstant",
    "registration.roles",
    "registration.preferredLanguages",
    "registration.username",
    "registration.timezone",
    "registration.verified",
    "registration.tokens",
    "registration.data",
    "registration.data.team.name",
    "registration.data.constructor",
    "registration.tokens.idp",
    "/registration/data/a.b",
    "user.data",
    "user.data.team",
    "user.data.a.b",
    "user.data.toString.x",
    "/user/data/a.b",
    "user.data.constructor",
    "user.data.0",
];

/// Fields that are written in every other policy, because most of a policy's meaning is in them.
const FAVOURITES: &[&str] = &[
    "user.firstName",
    "registration.roles",
    "user.preferredLanguages",
    "user.memberships",
    "user.data.team",
    "user.birthDate",
];

pub(crate) const PATTERNS: &[&str] = &[
    "^(.+)@",
    "[0-9]+",
    "a(b)?",
    "^.",
    "(?<word>\\w+)-",
    "\\p{L}+",
    "[/]",
    "a/b",
    "@{2}",
    "(?<=a)b",
    "\\bx",
    "é",
    "(?:a|b)+$",
    "^\\s*(\\S+)",
    "[^\\x00-\\x7f]",
    "^(?:app|google)[-_](.*)$",
    "\\u{1f600}",
    "(a)|(b)",
    "\u{2028}",
    "[\\]/]",
    "\\/",
    "^$",
];

pub(crate) fn any_policy(dice: &mut Dice) -> Value {
    let mut policy = Map::new();
    if dice.chance(75) {
        policy.insert("provider".to_owned(), json!(dice.pick(&["cognito", "cognito", "oidc"])));
    }
    if dice.chance(50) {
        policy.insert(
            "name".to_owned(),
            json!(dice.pick(&["Staff */ only", "#{x}\n@{y}", "Names", "\u{202e}"])),
        );
    }
    if dice.chance(30) {
        policy.insert("linkingStrategy".to_owned(), json!("LinkByEmail"));
    }
    if dice.chance(25) {
        policy.insert("gates".to_owned(), json!(dice.several(1, 2, gate)));
    }
    let mut map = Map::new();
    for name in dice.several(1, 5, |dice| {
        let targets = if dice.chance(45) { FAVOURITES } else { TARGETS };
        dice.pick(targets)
    }) {
        let target = Target::parse(name).unwrap();
        let overlaps =
            |other: &String| Target::parse(other).is_ok_and(|other| other.overlaps(&target));
        if map.keys().any(overlaps) {
            continue;
        }
        let rules = if dice.chance(65) {
            rule(dice, &target)
        } else {
            json!(dice.several(1, 3, |dice| rule(dice, &target)))
        };
        map.insert(name.to_owned(), rules);
    }
    policy.insert("map".to_owned(), Value::Object(map));
    Value::Object(policy)
}

fn gate(dice: &mut Dice) -> Value {
    let mut gate = Map::new();
    let require = condition(dice, 3);
    // Most gates should let most logins pass.
    let require = if dice.chance(60) {
        json!({ "any": [require, { "not": { "claim": "name", "equals": "admin" } }] })
    } else {
        require
    };
    gate.insert("require".to_owned(), require);
    if dice.chance(50) {
        gate.insert("code".to_owned(), json!(dice.pick(&["unverified", "it's #{x}", "a\\b"])));
    }
    if dice.chance(50) {
        gate.insert("message".to_owned(), json!(values::filled_text(dice)));
    }
    if dice.chance(20) {
        gate.insert("id".to_owned(), json!(format!("gate of {} */ #{{", dice.below(1_000_000))));
    }
    Value::Object(gate)
}

/// A claim that often has what the field holds, and a step that makes it so.
fn usual(dice: &mut Dice, target: &Target) -> (Value, Vec<Value>) {
    let claims: &[&str] = match target.kind() {
        Some(Kind::Text) | None => &[
            "given_name",
            "email",
            "custom:team",
            "name",
            "jwt.nested.a.b",
            "nested",
            "json",
            "list",
        ],
        Some(Kind::Boolean) => &["email_verified", "phone_number_verified"],
        Some(Kind::Integer | Kind::Instant) => &["updated_at", "custom:age"],
        Some(Kind::Day) => &["birthdate"],
        Some(Kind::Uri) => &["picture"],
        Some(Kind::TimeZone) => &["zoneinfo"],
        Some(Kind::Locales) => &["locale"],
        Some(Kind::Roles) => &["assigned-groups", "cognito:groups", "list", "custom:team"],
        Some(Kind::Object) => &["nested", "address", "json"],
        Some(Kind::Uuid | Kind::Memberships) => &["uuids"],
        Some(Kind::Choice(_)) => &["status", "given_name"],
        Some(Kind::Registrations | Kind::Objects) => &["identities"],
    };
    let step = match target.kind() {
        Some(Kind::Day) => vec![json!("birth-date")],
        Some(Kind::Locales) => vec![json!("locale")],
        Some(Kind::Object) => vec![json!("parse-json")],
        Some(Kind::Integer | Kind::Instant) => vec![json!("to-number")],
        _ => Vec::new(),
    };
    (json!(dice.pick(claims)), step)
}

fn rule(dice: &mut Dice, target: &Target) -> Value {
    let is_usual = dice.chance(65);
    let (claim, usual_steps) = usual(dice, target);
    let claim = if is_usual { claim } else { json!(dice.pick(CLAIMS)) };
    if dice.chance(12) {
        return claim;
    }
    let mut rule = Map::new();
    if dice.chance(8) {
        rule.insert(
            "id".to_owned(),
            json!(format!("it's `{}` */ @{{x}} \\", dice.below(1_000_000))),
        );
    }
    let mut put = |key: &str, value: Value| {
        rule.insert(key.to_owned(), value);
    };
    let mut steps = if is_usual && dice.chance(50) { usual_steps } else { Vec::new() };
    if dice.chance(40) {
        steps.extend(dice.several(1, 3, transform));
    }
    let has_table = dice.chance(22) && !holds_objects(target);
    let mut is_constant = false;
    match dice.below(20) {
        0..=11 => put("from", claim),
        12..=14 => {
            let mut claims = vec![claim];
            claims.extend(dice.several(0, 2, |dice| json!(dice.pick(CLAIMS))));
            put("from", json!(claims));
        }
        15..=17 => {
            put("join", json!(dice.several(1, 3, |dice| dice.pick(CLAIMS))));
            if dice.chance(50) {
                put("with", json!(dice.pick(&["", "-", ", ", "'"])));
            }
        }
        _ if holds_objects(target) => put("from", claim),
        _ => {
            is_constant = steps.is_empty() && !has_table;
            put("value", if is_constant { held(dice, target) } else { values::scalar(dice) });
        }
    }
    if !steps.is_empty() {
        put("transform", json!(steps));
    }
    if has_table {
        put("table", table(dice, target));
        if dice.chance(60) {
            put("unlisted", json!(dice.pick(&["drop", "keep", "keep", "reject"])));
        }
    }
    if dice.chance(25) {
        put("when", condition(dice, 2));
    }
    if dice.chance(40) {
        let writes: &[&str] = if target.is_list() {
            &["always", "on-create", "if-empty", "add", "add"]
        } else {
            &["always", "on-create", "if-empty"]
        };
        put("write", json!(dice.pick(writes)));
    }
    if !is_constant {
        match dice.below(10) {
            0 | 1 if !holds_objects(target) => put("default", held(dice, target)),
            2 | 3 => put("missing", json!("clear")),
            4 if dice.chance(40) => put("missing", json!("reject")),
            _ => {}
        }
        if dice.chance(12) {
            put("unusable", json!("reject"));
        }
    }
    Value::Object(rule)
}

/// Whether FusionAuth itself keeps the list that the field holds.
fn holds_objects(target: &Target) -> bool {
    matches!(target.kind(), Some(Kind::Registrations | Kind::Objects))
}

/// A value that the field holds.
fn held(dice: &mut Dice, target: &Target) -> Value {
    match target.kind() {
        Some(Kind::Text) => dice.pick(&[
            json!("it's"),
            json!("admin"),
            json!(5),
            json!(true),
            json!("#{x}\u{2028}"),
        ]),
        Some(Kind::Boolean) => json!(dice.chance(50)),
        Some(Kind::Integer | Kind::Instant) => {
            dice.pick(&[json!(5), json!(5.0), json!(-1), json!(1_700_000_000_000_i64)])
        }
        Some(Kind::Day) => json!("1970-01-01"),
        Some(Kind::Uri) => json!("https://a.example/x"),
        Some(Kind::TimeZone) => json!("Europe/Paris"),
        Some(Kind::Uuid) => json!(OTHER_GROUP),
        Some(Kind::Object) => dice
            .pick(&[json!({}), json!({ "__proto__": { "x": 1 }, "a b": [null, 1.5], "c": "'" })]),
        Some(Kind::Roles) => dice.pick(&[
            json!("admin"),
            json!(["admin", "viewer", "admin"]),
            json!([]),
            json!(["x", 5]),
        ]),
        Some(Kind::Locales) => dice.pick(&[json!("en-US"), json!(["de", "en_US"])]),
        Some(Kind::Memberships) => dice.pick(&[json!(GROUP), json!([GROUP, OTHER_GROUP])]),
        Some(Kind::Choice(choice)) => json!(dice.pick(choice.names())),
        Some(Kind::Registrations | Kind::Objects) => Value::Null,
        None => loop {
            let value = values::any(dice, 2);
            if !value.is_null() && value != json!("") {
                return value;
            }
        },
    }
}

fn table(dice: &mut Dice, target: &Target) -> Value {
    let entry = |dice: &mut Dice| match target.kind() {
        None | Some(Kind::Roles) => {
            if dice.chance(30) {
                json!(dice.several(0, 3, values::scalar_with_text))
            } else {
                values::scalar_with_text(dice)
            }
        }
        Some(Kind::Object) => Value::Null,
        Some(Kind::Memberships) => json!(dice.pick(&[GROUP, OTHER_GROUP])),
        _ => held(dice, target),
    };
    if target.kind() == Some(Kind::Object) {
        return json!({});
    }
    let entries = dice.several(0, 6, |dice| {
        let key = match dice.below(4) {
            0 => dice.pick(&["__proto__", "constructor", "5", "true", "toString", ""]).to_owned(),
            _ => values::text(dice),
        };
        (key, entry(dice))
    });
    Value::Object(entries.into_iter().collect())
}

fn transform(dice: &mut Dice) -> Value {
    const PLAIN: &[&str] = &[
        "trim",
        "lower-case",
        "upper-case",
        "to-text",
        "to-number",
        "to-boolean",
        "parse-json",
        "url-decode",
        "cognito-list",
        "locale",
        "birth-date",
    ];
    const WITH_TEXT: &[&str] =
        &["prefix", "suffix", "split", "before", "after", "before-last", "after-last"];
    const TEXTS: &[&str] = &["-", ",", "_", "@", " ", "a", "aa", "😀", "'", "\\", "é", "#{", "."];
    match dice.below(12) {
        0..=5 => json!(dice.pick(PLAIN)),
        6..=8 => json!({ dice.pick(WITH_TEXT): dice.pick(TEXTS) }),
        9 => json!({ "join": dice.pick(&["", "-", "'"]) }),
        10 => json!({ "replace": dice.pick(TEXTS), "by": dice.pick(&["", "$&", "$1", "x", "\\"]) }),
        _ => json!({ "capture": dice.pick(PATTERNS) }),
    }
}
