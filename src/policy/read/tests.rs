use super::read;
use serde_json::{Value, json};

fn codes(policy: &Value) -> Vec<(String, String)> {
    read(policy)
        .err()
        .unwrap_or_default()
        .into_iter()
        .map(|problem| (problem.code, problem.path))
        .collect()
}

#[test]
fn a_rule_in_a_line_is_a_claim() {
    let policy = read(&json!({ "map": { "user.firstName": "given_name" } })).unwrap_or_default();
    assert_eq!(policy.fields.len(), 1);
    assert_eq!(
        codes(&json!({ "map": { "user.firstName": 5 } })),
        [("wrong-type".to_owned(), "/map/user.firstName".to_owned())]
    );
}
