//! The guide to policies: its tables are made of the words and of policies that are run, and its examples are read.

use super::holds_tables;
use reconcile_kit::check;
use reconcile_kit::policy::words::{self, Word};
use reconcile_kit::policy::{Claims, Input, Policy, PolicyResult};
use serde_json::{Map, Value, json};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

fn object(value: &Value) -> Map<String, Value> {
    value.as_object().cloned().unwrap_or_default()
}

fn policy(document: &Value) -> Policy {
    check::read_policy(&document.to_string()).unwrap()
}

fn run(document: &Value, userinfo: &Value, id_token: Option<&Value>) -> PolicyResult<'static> {
    let (userinfo, id_token) = (object(userinfo), id_token.map(object));
    let claims = Claims { userinfo: &userinfo, id_token: id_token.as_ref() };
    let registration = Map::new();
    let input = Input { user: &Map::new(), registration: Some(&registration), claims };
    policy(document).run(&input, false).into_owned()
}

/// What becomes of a field by a rule.
fn field(name: &str, rule: &Value, userinfo: &Value, id_token: Option<&Value>) -> Option<Value> {
    let document = json!({ "provider": "cognito", "map": { name: rule } });
    let result = run(&document, userinfo, id_token);
    assert_eq!(result.skipped.len() + result.writes.len(), 1, "{rule} {userinfo}");
    result.writes.into_iter().next().and_then(|write| write.value)
}

fn claim(name: &str, userinfo: &Value, id_token: Option<&Value>) -> Value {
    field("user.data.x", &json!({ "from": name }), userinfo, id_token).unwrap()
}

fn code(value: &Value) -> String {
    format!("`{value}`")
}

fn listed(texts: &[String]) -> String {
    if texts.is_empty() { "–".to_owned() } else { texts.join(", ") }
}

fn doc(words: &[Word], name: &str) -> &'static str {
    words.iter().find(|word| word.name == name).unwrap().doc
}

/// Claims in userinfo and in the ID token, and the one form that both have.
fn canonical() -> String {
    let mut table =
        "| claim | in userinfo | in the ID token | a policy reads |\n| --- | --- | --- | --- |\n"
            .to_owned();
    let identity = json!([{ "providerName": "Google", "primary": "true" }]);
    for (title, name, userinfo, id_token) in [
        ("`email_verified`, `phone_number_verified`", "email_verified", json!("true"), json!(true)),
        ("`updated_at`", "updated_at", json!("1767225600"), json!(1_767_225_600)),
        ("`address`", "address", json!("Main St 1"), json!({ "formatted": "Main St 1" })),
        ("`identities`", "identities", json!(identity.to_string()), identity),
        ("`cognito:groups`", "cognito:groups", Value::Null, json!(["Admins", "Staff"])),
        ("`cognito:username`", "cognito:username", json!("jane"), json!("jane")),
        ("`custom:…`", "custom:level", json!("3"), json!("3")),
    ] {
        let own = if name == "cognito:username" { "username" } else { name };
        let read = claim(name, &json!({}), Some(&json!({ name: id_token })));
        let shown = match &userinfo {
            Value::Null => "–".to_owned(),
            there => {
                assert_eq!(claim(name, &json!({ own: there }), None), read, "{name}");
                let as_other = if own == name { "" } else { "`username`: " };
                format!("{as_other}{}", code(there))
            }
        };
        writeln!(table, "| {title} | {shown} | {} | {} |", code(&id_token), code(&read)).unwrap();
    }
    table
}

fn made() -> String {
    let mut table = "| claim | what it is |\n| --- | --- |\n".to_owned();
    for word in words::COGNITO_MADE {
        writeln!(table, "| `{}` | {} |", word.name, word.doc).unwrap();
    }
    table
}

/// Every step with what it makes of values.
fn transforms() -> String {
    let examples: &[(Value, &[Value])] = &[
        (json!("trim"), &[json!(" Jane  ")]),
        (json!("lower-case"), &[json!("Jane"), json!(["A", "B"])]),
        (json!("upper-case"), &[json!("us")]),
        (json!("to-text"), &[json!(5), json!(true), json!(1.5)]),
        (json!("to-number"), &[json!("12"), json!("-1.50"), json!("1e5")]),
        (json!("to-boolean"), &[json!("TRUE"), json!("yes")]),
        (json!("parse-json"), &[json!("{\"a\":1}"), json!("{")]),
        (json!("url-decode"), &[json!("Order%20Desk"), json!("100%")]),
        (json!("cognito-list"), &[json!("[north, south]"), json!("north")]),
        (json!("locale"), &[json!("en-us"), json!("DE"), json!("EMEA")]),
        (
            json!("birth-date"),
            &[json!("12/31/1990"), json!("1990"), json!("0000-12-31"), json!("soon")],
        ),
        (json!({ "prefix": "eu-" }), &[json!("team")]),
        (json!({ "suffix": "-eu" }), &[json!("team")]),
        (json!({ "split": "," }), &[json!("a,,b"), json!(["a,b", "c"])]),
        (json!({ "join": "/" }), &[json!(["a", 1])]),
        (json!({ "replace": " ", "by": "-" }), &[json!("a b c")]),
        (json!({ "capture": "^EX-([0-9]+)$" }), &[json!("EX-47"), json!("47")]),
        (json!({ "before": "@" }), &[json!("a@b@c"), json!("a")]),
        (json!({ "after": "@" }), &[json!("a@b@c"), json!("a")]),
        (json!({ "before-last": "@" }), &[json!("a@b@c")]),
        (json!({ "after-last": "@" }), &[json!("a@b@c")]),
    ];
    let name = |step: &Value| match step {
        Value::String(word) => word.clone(),
        step => object(step).keys().find(|key| *key != "by").unwrap().clone(),
    };
    let known: Vec<Word> = [words::PLAIN_TRANSFORMS, words::TEXT_TRANSFORMS].concat();
    let shown: Vec<String> = examples.iter().map(|(step, _)| name(step)).collect();
    assert_eq!(shown, known.iter().map(|word| word.name).collect::<Vec<_>>());
    let mut table = "| step | what it does | for example |\n| --- | --- | --- |\n".to_owned();
    for (step, inputs) in examples {
        let rule = json!({ "from": "x", "transform": step });
        let results = inputs.iter().map(|input| {
            let document = json!({ "map": { "user.data.x": rule } });
            let result = run(&document, &json!({ "x": input }), None);
            let end = match (result.writes.first(), result.skipped.is_empty()) {
                (Some(write), _) => code(write.value.as_ref().unwrap()),
                (None, true) => "nothing".to_owned(),
                (None, false) => "unusable".to_owned(),
            };
            format!("{} → {end}", code(input))
        });
        let results: Vec<String> = results.collect();
        let what = doc(&known, &name(step)).trim_end_matches('.');
        let written = match step.get("by") {
            Some(by) => format!("`{{\"replace\":{},\"by\":{by}}}`", step["replace"]),
            None => code(step),
        };
        writeln!(table, "| {written} | {what} | {} |", listed(&results)).unwrap();
    }
    table
}

/// Every condition with claims for which it holds, and others.
fn conditions() -> String {
    let examples = [
        (
            "all",
            json!({ "all": ["email", { "verified": "email" }] }),
            json!({ "email": "a@b.c", "email_verified": "true" }),
            json!({ "email": "a@b.c" }),
        ),
        (
            "any",
            json!({ "any": ["email", "phone_number"] }),
            json!({ "email": "a@b.c" }),
            json!({}),
        ),
        ("not", json!({ "not": "email" }), json!({ "email": "" }), json!({ "email": "a@b.c" })),
        (
            "verified",
            json!({ "verified": "phone_number" }),
            json!({ "phone_number_verified": "true" }),
            json!({ "phone_number_verified": "false" }),
        ),
        (
            "exists",
            json!({ "claim": "name", "exists": false }),
            json!({ "name": null }),
            json!({ "name": " " }),
        ),
        (
            "equals",
            json!({ "claim": "level", "equals": 5 }),
            json!({ "level": [1, 5] }),
            json!({ "level": "5" }),
        ),
        (
            "in",
            json!({ "claim": "plan", "in": ["pro", "team"] }),
            json!({ "plan": "pro" }),
            json!({ "plan": "Pro" }),
        ),
        (
            "contains",
            json!({ "claim": "x", "contains": "min" }),
            json!({ "x": "admin" }),
            json!({ "x": ["admin"] }),
        ),
        (
            "startsWith",
            json!({ "claim": "x", "startsWith": "eu-" }),
            json!({ "x": ["us-a", "eu-b"] }),
            json!({ "x": "us-a" }),
        ),
        (
            "endsWith",
            json!({ "claim": "x", "endsWith": "-eu" }),
            json!({ "x": "a-eu" }),
            json!({ "x": "eu" }),
        ),
        (
            "glob",
            json!({ "claim": "x", "glob": "eu-*-?" }),
            json!({ "x": "eu-west-1" }),
            json!({ "x": "eu-west-10" }),
        ),
        (
            "matches",
            json!({ "claim": "x", "matches": "^[a-z]+$" }),
            json!({ "x": "jane" }),
            json!({ "x": "Jane" }),
        ),
        (
            "domain",
            json!({ "claim": "email", "domain": "b.example" }),
            json!({ "email": "a@B.example" }),
            json!({ "email": "a@x.b.example" }),
        ),
        (
            "ignoreCase",
            json!({ "claim": "x", "equals": "jane", "ignoreCase": true }),
            json!({ "x": "JANE" }),
            json!({ "x": "Janet" }),
        ),
    ];
    let shown = examples.iter().map(|(word, ..)| *word);
    let in_text = ["newUser", "claim"];
    let known = words::CONDITION.iter().map(|word| word.name);
    assert!(known.filter(|word| !in_text.contains(word)).eq(shown));
    let mut table =
        "| word | what has to hold | example | holds for | and not for |\n| --- | --- | --- | --- | --- |\n"
            .to_owned();
    for (word, condition, holds, fails) in examples {
        let gates = json!({ "provider": "cognito", "gates": [{ "require": condition }] });
        let allows = |claims: &Value| run(&gates, claims, None).allowed;
        assert_eq!((allows(&holds), allows(&fails)), (true, false), "{condition}");
        let what = doc(words::CONDITION, word).trim_end_matches('.');
        let cells = [&condition, &holds, &fails].map(code);
        writeln!(table, "| `{word}` | {what} | {} |", cells.join(" | ")).unwrap();
    }
    let what = doc(words::CONDITION, "newUser").trim_end_matches('.');
    writeln!(table, "| `newUser` | {what} | `{{\"newUser\":true}}` | a new user | a stored one |")
        .unwrap();
    table
}

fn choices(keys: &[(&str, &[Word])]) -> String {
    let mut table = "| key | value | what happens |\n| --- | --- | --- |\n".to_owned();
    for (key, words) in keys {
        for (index, word) in words.iter().enumerate() {
            let usual = if index == 0 { ", the usual" } else { "" };
            let what = word.doc.trim_end_matches('.');
            writeln!(table, "| `{key}` | `\"{}\"`{usual} | {what} |", word.name).unwrap();
        }
    }
    table
}

/// What fields make of values, and which they do not take.
fn fields() -> String {
    let group = json!("0d3f4c52-0000-4000-8000-000000000001");
    let rows: [(&str, &str, &[Value], &[Value]); 9] = [
        (
            "`firstName` and other texts",
            "user.firstName",
            &[json!("Jane"), json!(5), json!(true)],
            &[json!(1.5), json!(["Jane"])],
        ),
        ("`registration.verified`", "registration.verified", &[json!(true)], &[json!("true")]),
        (
            "`birthDate`",
            "user.birthDate",
            &[json!("1990-12-31")],
            &[json!("12/31/1990"), json!("1990-02-30")],
        ),
        ("`timezone`", "user.timezone", &[json!("Europe/Berlin")], &[json!("CEST")]),
        (
            "`imageUrl`",
            "user.imageUrl",
            &[json!("https://images.example.com/1.png")],
            &[json!("a picture")],
        ),
        (
            "`preferredLanguages`",
            "user.preferredLanguages",
            &[json!("en-US"), json!(["de", "fr_CA"])],
            &[json!({ "de": 1 })],
        ),
        (
            "`registration.roles`",
            "registration.roles",
            &[json!("admin"), json!(["a", 5])],
            &[json!([["a"]])],
        ),
        ("`user.memberships`", "user.memberships", &[group], &[json!("staff")]),
        ("below `data`", "user.data.x", &[json!("Jane"), json!([1.5])], &[]),
    ];
    let mut table = "| field | takes | and leaves out |\n| --- | --- | --- |\n".to_owned();
    for (title, name, taken, left_out) in rows {
        let become_of =
            |value: &Value| field(name, &json!({ "from": "x" }), &json!({ "x": value }), None);
        let taken = taken.iter().map(|value| match become_of(value).unwrap() {
            same if same == *value => code(value),
            other => format!("{} → {}", code(value), code(&other)),
        });
        let taken: Vec<String> = taken.collect();
        assert!(left_out.iter().all(|value| become_of(value).is_none()), "{name}");
        let left_out: Vec<String> = left_out.iter().map(code).collect();
        writeln!(table, "| {title} | {} | {} |", listed(&taken), listed(&left_out)).unwrap();
    }
    table
}

#[test]
fn the_guide_to_policies_has_the_words_and_what_they_do() {
    let written: &[(&str, &[Word])] = &[
        ("write", words::WRITES),
        ("missing", words::MISSINGS),
        ("unusable", words::UNUSABLES),
        ("unlisted", words::UNLISTEDS),
    ];
    holds_tables(
        "policy.md",
        &[canonical(), made(), transforms(), conditions(), choices(written), fields()],
    );
}

fn page(file: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).unwrap()
}

/// The blocks of JSON in a page.
fn blocks(file: &str) -> Vec<Value> {
    let page = page(file);
    let blocks = page.split("```json\n").skip(1).filter_map(|rest| rest.split("```").next());
    blocks
        .map(|text| serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}")))
        .collect()
}

fn is_policy(document: &Value) -> bool {
    document.get("map").is_some() || document.get("gates").is_some()
}

#[test]
fn the_policies_in_the_guide_are_clean() {
    let mut whole = 0;
    for block in blocks("docs/policy.md") {
        let is_map =
            object(&block).keys().all(|key| key.contains("user") || key.contains("registration"));
        let document = if is_policy(&block) {
            whole += 1;
            block
        } else if is_map {
            json!({ "provider": "cognito", "map": block })
        } else {
            assert!(block.get("policy").is_some(), "neither policy nor map: {block}");
            continue;
        };
        assert!(policy(&document).rules().count() + policy(&document).gates.len() > 0);
        assert_eq!(check::check(&document.to_string()), [], "{document}");
    }
    assert!(whole >= 2, "the guide shows no policy any more");
}

#[test]
fn the_policy_in_the_readme_is_clean() {
    let shown: Vec<_> = blocks("README.md").into_iter().filter(is_policy).collect();
    assert_eq!(shown.len(), 1);
    for document in shown {
        assert_eq!(check::check(&document.to_string()), [], "{document}");
    }
}

#[test]
fn the_guide_shows_every_word() {
    let page = page("docs/policy.md");
    for words in [
        words::POLICY,
        words::GATE,
        words::RULE,
        words::CONDITION,
        words::PROVIDERS,
        words::VERIFIABLE,
    ] {
        for word in words.iter().filter(|word| word.name != "description" && word.name != "name") {
            let named = ["`", "\""]
                .iter()
                .any(|quote| page.contains(&format!("{quote}{}{quote}", word.name)));
            assert!(named, "{}", word.name);
        }
    }
}
