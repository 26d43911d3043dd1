use super::limits::{DEEPEST, MOST_ENTRIES, MOST_ITEMS, MOST_RULES};
use super::read;
use crate::policy::claim::Claim;
use crate::policy::condition::{Case, Condition, Test};
use crate::policy::rule::{Missing, Policy, Rule, Source, Unusable, Write};
use crate::policy::table::Unlisted;
use crate::policy::transform::{Transform, Which};
use serde_json::{Map, Value, json};

fn codes(policy: &Value) -> Vec<(String, String)> {
    read(policy)
        .err()
        .unwrap_or_default()
        .into_iter()
        .map(|problem| (problem.code, problem.path))
        .collect()
}

fn accepted(policy: &Value) -> Policy {
    assert_eq!(codes(policy), [], "{policy}");
    read(policy).unwrap_or_default()
}

/// The rules of one field.
fn rules(field: &str, rules: &Value) -> Vec<Rule> {
    let policy = accepted(&json!({ "map": { field: rules } }));
    policy.fields.into_iter().flat_map(|field| field.rules).collect()
}

fn rule(field: &str, document: &Value) -> Rule {
    rules(field, document).remove(0)
}

/// A condition, as a gate asks it of a Cognito user.
fn condition(document: &Value) -> Condition {
    let policy = json!({ "provider": "cognito", "gates": [{ "require": document }] });
    accepted(&policy).gates.remove(0).require
}

fn claim(name: &str) -> Claim {
    Claim::canonical(name.to_owned(), Vec::new(), super::Provider::Cognito)
}

fn asks(name: &str, test: Test) -> Condition {
    Condition::Claim(claim(name), test)
}

#[test]
fn a_rule_in_a_line_is_a_claim() {
    let policy = accepted(&json!({ "map": { "user.firstName": "given_name" } }));
    assert_eq!(policy.fields.len(), 1);
    assert_eq!(
        codes(&json!({ "map": { "user.firstName": 5 } })),
        [("wrong-type".to_owned(), "/map/user.firstName".to_owned())]
    );
}

#[test]
fn a_policy_needs_gates_or_a_map_and_either_may_be_empty() {
    for policy in [
        json!({ "map": {} }),
        json!({ "gates": [] }),
        json!({
            "$schema": "x", "name": "", "description": "", "linkingStrategy": "Disabled",
            "provider": "oidc", "gates": [], "map": {},
        }),
    ] {
        accepted(&policy);
    }
    assert_eq!(codes(&json!({})), [("missing-key".to_owned(), String::new())]);
}

#[test]
fn what_is_left_out_has_its_usual_value() {
    let rule = rule("user.firstName", &json!({ "from": "given_name" }));
    assert_eq!((rule.write, rule.missing), (Write::Always, Missing::Keep));
    assert_eq!((rule.unusable, rule.default), (Unusable::Skip, None));
    assert_eq!((rule.transforms.len(), rule.table, rule.when), (0, None, None));
    let document = json!({ "join": ["a", "b"], "table": {} });
    let rule = self::rule("user.firstName", &document);
    let Source::Join { parts, with } = rule.source else { return assert_eq!(document, "a join") };
    assert_eq!((parts.len(), with.as_str()), (2, " "));
    assert_eq!(rule.table.map(|table| table.unlisted), Some(Unlisted::Drop));
}

#[test]
fn one_and_a_list_of_one_are_the_same() {
    for (one, list) in [
        (json!({ "from": "a" }), json!({ "from": ["a"] })),
        (json!({ "join": "a", "with": "" }), json!({ "join": ["a"], "with": "" })),
        (
            json!({ "from": "a", "transform": "trim" }),
            json!({ "from": "a", "transform": ["trim"] }),
        ),
        (
            json!({ "value": "x", "when": { "claim": "a", "domain": "b.c" } }),
            json!({ "value": "x", "when": { "claim": "a", "domain": ["b.c"] } }),
        ),
        (
            json!({ "value": "x", "when": { "claim": "a", "equals": 5 } }),
            json!({ "value": "x", "when": { "claim": "a", "in": [5] } }),
        ),
        (
            json!({ "value": "x", "when": "a" }),
            json!({ "value": "x", "when": { "claim": "a", "exists": true } }),
        ),
    ] {
        assert_eq!(rule("user.firstName", &one), rule("user.firstName", &list), "{one}");
    }
}

#[test]
fn gates_and_rules_have_names() {
    let policy = accepted(&json!({
        "gates": [{ "require": "a" }, { "id": "b", "require": "b" }, { "require": "c" }],
        "map": {
            "user.firstName": ["a", { "id": "own", "from": "b" }, "c"],
            "user.lastName": ["a"],
            "/user/data/a.b": "a",
            "/user/middleName": "a",
        },
    }));
    let gates: Vec<_> = policy.gates.iter().map(|gate| gate.id.as_str()).collect();
    assert_eq!(gates, ["gate-1", "b", "gate-3"]);
    let mut rules: Vec<_> = policy.rules().map(|(_, rule)| rule.id.as_str()).collect();
    rules.sort_unstable();
    assert_eq!(
        rules,
        [
            "/user/data/a.b",
            "own",
            "user.firstName#1",
            "user.firstName#3",
            "user.lastName",
            "user.middleName"
        ]
    );
    let message = policy.gates.first().map(|gate| gate.message.as_str());
    assert_eq!(message, Some("the policy's gate `gate-1` refuses this login"));
}

#[test]
fn constants_are_kept_as_their_field_holds_them() {
    for (field, value, held) in [
        ("user.firstName", json!(5), json!("5")),
        ("user.data.x", json!({ "any": ["thing"] }), json!({ "any": ["thing"] })),
        ("registration.roles", json!("a"), json!(["a"])),
        ("user.preferredLanguages", json!(["en-US"]), json!(["en_US"])),
        ("registration.verified", json!(false), json!(false)),
    ] {
        let written = rule(field, &json!({ "value": value }));
        assert_eq!(written.source, Source::Constant(held.clone()), "{field}");
        let default = rule(field, &json!({ "from": "a", "default": value })).default;
        assert_eq!(default, Some(held), "{field}");
    }
    // What is transformed first does not have to fit yet.
    rule("user.birthDate", &json!({ "value": "12/31/1990", "transform": "birth-date" }));
    rule("user.birthDate", &json!({ "value": "x", "table": { "x": "1990-12-31" } }));
}

#[test]
fn entries_of_tables_fit_into_their_field() {
    let table = json!({ "a": "x", "5": ["y", "z"], "true": [] });
    let roles = rule("registration.roles", &json!({ "from": "a", "table": table }));
    let entries = roles.table.map(|table| table.entries).unwrap_or_default();
    assert_eq!(entries.get("5"), Some(&json!(["y", "z"])));
    let refused = json!({ "map": { "user.firstName": { "from": "a", "table": table } } });
    let held = |key: &str| {
        ("policy-value-not-held".to_owned(), format!("/map/user.firstName/table/{key}"))
    };
    assert_eq!(codes(&refused), [held("5"), held("true")]);
    rule("user.data.x", &json!({ "from": "a", "table": table }));
}

#[test]
fn steps_keep_their_order_and_what_they_need() {
    let steps = json!([
        "trim", { "before-last": "@" }, { "after": " " }, { "replace": "a", "by": "" }, { "join": "" },
    ]);
    let rule = rule("user.data.x", &json!({ "from": "a", "transform": steps }));
    assert_eq!(
        rule.transforms,
        [
            Transform::Trim,
            Transform::Before("@".to_owned(), Which::Last),
            Transform::After(" ".to_owned(), Which::First),
            Transform::Replace { text: "a".to_owned(), by: String::new() },
            Transform::Join(String::new()),
        ]
    );
}

#[test]
fn every_step_of_the_words_is_read() {
    for word in super::words::PLAIN_TRANSFORMS {
        let rule = rule("user.data.x", &json!({ "from": "a", "transform": word.name }));
        assert_eq!(rule.transforms.first().map(Transform::name), Some(word.name));
    }
    for word in super::words::TEXT_TRANSFORMS {
        let mut step = Map::from_iter([(word.name.to_owned(), json!("x"))]);
        if word.name == "replace" {
            step.insert("by".to_owned(), json!("y"));
        }
        let rule = rule("user.data.x", &json!({ "from": "a", "transform": step }));
        assert_eq!(rule.transforms.first().map(Transform::name), Some(word.name));
    }
}

#[test]
fn conditions_are_what_they_say() {
    let not = |condition| Condition::Not(Box::new(condition));
    let verified = || asks("email_verified", Test::In(vec![json!(true)], Case::Told));
    for (document, expected) in [
        (json!("email"), asks("email", Test::Exists)),
        (json!({ "claim": "email", "exists": false }), not(asks("email", Test::Exists))),
        (json!({ "newUser": true }), Condition::NewUser),
        (json!({ "newUser": false }), not(Condition::NewUser)),
        (json!({ "verified": "email" }), verified()),
        (
            json!({ "all": ["email", { "any": [{ "not": { "verified": "email" } }] }] }),
            Condition::All(vec![
                asks("email", Test::Exists),
                Condition::Any(vec![not(verified())]),
            ]),
        ),
        (
            json!({ "claim": "name", "startsWith": "a", "endsWith": "B", "ignoreCase": true }),
            Condition::All(vec![
                asks("name", Test::StartsWith("a".to_owned(), Case::Ignored)),
                asks("name", Test::EndsWith("B".to_owned(), Case::Ignored)),
            ]),
        ),
        (
            json!({ "claim": "name", "glob": "a*", "ignoreCase": false }),
            asks("name", Test::Glob("a*".to_owned(), Case::Told)),
        ),
    ] {
        assert_eq!(condition(&document), expected, "{document}");
    }
}

/// `count` times `item`, which is given its number.
fn many<T>(count: usize, item: impl Fn(usize) -> T) -> Vec<T> {
    (0..count).map(item).collect()
}

/// A condition of `levels` levels.
fn nested(levels: usize) -> Value {
    (0..levels).fold(json!("a"), |inner, _| json!({ "not": inner }))
}

/// A policy with so much of something.
type Of<'a> = &'a dyn Fn(usize) -> Value;

#[test]
fn a_policy_has_as_much_as_it_may_have_and_no_more() {
    let number = |number: usize| json!(format!("n{number}"));
    let of_rule = |rule: Value| json!({ "map": { "user.data.x": rule } });
    let table = |count| {
        let entries = many(count, |entry| (format!("n{entry}"), json!("x")));
        of_rule(json!({ "from": "a", "table": Map::from_iter(entries) }))
    };
    let fields = |count| {
        let fields = many(count, |field| (format!("user.data.n{field}"), json!("a")));
        json!({ "map": Map::from_iter(fields) })
    };
    let when = |when: Value| of_rule(json!({ "value": "x", "when": when }));
    let gate = |number: usize| json!({ "id": format!("n{number}"), "require": "a" });
    let x = "/map/user.data.x";
    let cases: [(usize, String, Of<'_>); 13] = [
        (MOST_RULES, x.to_owned(), &|count| of_rule(json!(many(count, number)))),
        (MOST_RULES, "/map".to_owned(), &fields),
        (MOST_ITEMS, "/gates".to_owned(), &|count| json!({ "gates": many(count, gate) })),
        (MOST_ENTRIES, format!("{x}/table"), &table),
        (MOST_ITEMS, format!("{x}/table/a"), &|count| {
            of_rule(json!({ "from": "a", "table": { "a": many(count, number) } }))
        }),
        (MOST_ITEMS, format!("{x}/from"), &|count| of_rule(json!({ "from": many(count, number) }))),
        (MOST_ITEMS, format!("{x}/join"), &|count| of_rule(json!({ "join": many(count, number) }))),
        (MOST_ITEMS, format!("{x}/transform"), &|count| {
            of_rule(json!({ "from": "a", "transform": many(count, |_| "trim") }))
        }),
        (MOST_ITEMS, format!("{x}/when/all"), &|count| when(json!({ "all": many(count, number) }))),
        (MOST_ITEMS, format!("{x}/when/any"), &|count| when(json!({ "any": many(count, number) }))),
        (MOST_ITEMS, format!("{x}/when/in"), &|count| {
            when(json!({ "claim": "a", "in": many(count, number) }))
        }),
        (MOST_ITEMS, format!("{x}/when/domain"), &|count| {
            when(json!({ "claim": "a", "domain": many(count, number) }))
        }),
        (DEEPEST, format!("{x}/when{}", "/not".repeat(DEEPEST + 1)), &|count| when(nested(count))),
    ];
    for (most, path, policy) in cases {
        accepted(&policy(most));
        let refused = codes(&policy(most + 1));
        assert!(
            refused.contains(&("policy-too-large".to_owned(), path.clone())),
            "{path}: {refused:?}"
        );
    }
}

fn notes(provider: &str, claim: &str) -> Vec<String> {
    let policy = json!({ "provider": provider, "map": { "user.firstName": claim } });
    accepted(&policy).notes.into_iter().map(|note| note.help).collect()
}

#[test]
fn a_slip_in_cognitos_names_is_noticed_unless_it_is_meant() {
    let [help] = notes("cognito", "give_name").try_into().unwrap_or_default();
    assert_eq!(
        help,
        "did you mean `given_name`? A claim that a trigger adds can be read as `/claims/give_name`"
    );
    let [help] = notes("cognito", "nam/e").try_into().unwrap_or_default();
    assert!(help.ends_with("`/claims/nam~1e`"), "{help}");
    for claim in
        ["given_name", "assigned-groups", "custom:x", "/claims/give_name", "jwt.give_name", "plan"]
    {
        assert_eq!(notes("cognito", claim), [""; 0], "{claim}");
    }
    assert_eq!(notes("oidc", "give_name"), [""; 0]);
}
