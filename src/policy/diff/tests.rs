use super::super::read;
use super::*;
use serde_json::json;

fn compare(old: &Value, new: &Value) -> PolicyDiff {
    let read = |policy: &Value| read(policy).unwrap_or_default();
    diff(&read(old), &read(new))
}

fn of(rules: &Value) -> Value {
    json!({ "provider": "cognito", "map": { "user.data.x": rules } })
}

#[test]
fn policies_that_mean_the_same_are_proved_to() {
    let staff = json!({ "claim": "assigned-groups", "contains": "staff" });
    let otherwise = json!({ "not": staff });
    for (old, new) in [
        (json!("a"), json!({ "id": "n", "from": "a" })),
        (
            json!([{ "value": 1, "when": staff }, { "value": 2 }]),
            json!([{ "value": 2, "when": otherwise }, { "value": 1 }]),
        ),
        (
            json!([{ "value": 1, "when": staff }, { "value": 2, "when": otherwise }, "a"]),
            json!([{ "value": 1, "when": staff }, { "value": 2 }]),
        ),
        (
            json!({ "from": "a", "when": { "claim": "email", "domain": "a.example" } }),
            json!({ "from": "a", "when": { "claim": "email", "endsWith": "@a.example", "ignoreCase": true } }),
        ),
        (
            json!(["a", "b"]),
            json!(["a", "b", { "from": "c", "when": { "all": ["c", { "not": "c" }] } }]),
        ),
    ] {
        let diff = compare(&of(&old), &of(&new));
        assert!(diff.same, "{old} {new} {diff:?}");
    }
    let gates = |list: Value| json!({ "gates": list });
    let company = json!({ "require": { "claim": "email", "domain": "corp.example" } });
    let two = gates(json!([company, { "require": "email" }]));
    assert!(compare(&two, &gates(json!([company]))).same);
}

#[test]
fn differences_come_with_claims_that_show_them() {
    let table = |entry: Value| json!({ "from": "a", "table": { "k": entry, "l": "m" } });
    for (old, new, jwt, results) in [
        (json!("a"), json!("b"), json!({ "a": "a" }), [json!("a"), json!(null)]),
        (table(json!("1")), table(json!("2")), json!({ "a": "k" }), [json!("1"), json!("2")]),
        (
            json!("a"),
            json!({ "from": "a", "transform": ["upper-case"] }),
            json!({ "a": "a" }),
            [json!("a"), json!("A")],
        ),
        (
            json!({ "from": "a", "default": "x" }),
            json!({ "from": "a", "default": "y" }),
            json!({}),
            [json!("x"), json!("y")],
        ),
        (
            json!("a"),
            json!({ "from": "a", "write": "on-create" }),
            json!({ "a": "a" }),
            [json!("a"), json!(null)],
        ),
    ] {
        let diff = compare(&of(&old), &of(&new));
        let first = diff.differences.first();
        let first = first.map(|first| {
            let value = |result: &FieldResult| result.value.clone().unwrap_or_default();
            let jwt = Value::Object(first.claims.jwt.clone());
            (jwt, [value(&first.old_result), value(&first.new_result)])
        });
        assert_eq!(first, Some((jwt, results)), "{old} {new}");
    }
}

#[test]
fn gates_and_lists_are_compared() {
    let gates =
        |domain: &str| json!({ "gates": [{ "require": { "claim": "email", "domain": domain } }] });
    let diff = compare(&gates("a.example"), &gates("b.example"));
    let allowed: Vec<_> = diff
        .differences
        .iter()
        .map(|one| (one.old_result.allowed, one.new_result.allowed))
        .collect();
    assert_eq!(allowed, [(true, false), (false, true)]);
    let roles =
        |rule: Value| json!({ "provider": "cognito", "map": { "registration.roles": rule } });
    let table = |more: Value| roles(json!({ "from": "assigned-groups", "table": more }));
    let diff = compare(&table(json!({ "a": "b" })), &table(json!({ "a": "b", "c": "d" })));
    assert_eq!(diff.differences.len(), 1, "{diff:?}");
    let gone = compare(&table(json!({ "a": "b" })), &json!({ "map": {} }));
    assert!(!gone.differences.is_empty());
}
