//! Made-up JSON, with names and texts that mean something to the readers.

use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use serde_json::{Map, Value};

/// Any JSON whose numbers survive being printed.
pub(crate) fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<i32>().prop_map(|number| Value::from(f64::from(number) / 4.0)),
        any::<String>().prop_map(Value::from),
        spelling().prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 40, 6, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..5).prop_map(Value::from),
            btree_map(key(), inner, 0..5).prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

/// Names that mean something to a reader, among others.
fn key() -> impl Strategy<Value = String> {
    const KNOWN: &[&str] = &[
        "sub",
        "username",
        "cognito:username",
        "cognito:groups",
        "cognito:user_status",
        "identities",
        "email_verified",
        "address",
        "formatted",
        "exp",
        "token_use",
        "iss",
        "aud",
        "custom:a",
        "userId",
        "providerName",
        "primary",
        "Name",
        "Value",
        "__proto__",
    ];
    prop_oneof![4 => prop::sample::select(KNOWN).prop_map(str::to_owned), 1 => any::<String>()]
}

/// Names of what claims are wrapped in.
fn wrapper() -> impl Strategy<Value = String> {
    const KNOWN: &[&str] = &[
        "Users",
        "User",
        "Attributes",
        "UserAttributes",
        "Username",
        "Enabled",
        "UserStatus",
        "triggerSource",
        "userName",
        "request",
        "response",
        "userAttributes",
        "requestContext",
        "authorizer",
        "jwt",
        "claims",
    ];
    prop::sample::select(KNOWN).prop_map(str::to_owned)
}

fn spelling() -> impl Strategy<Value = String> {
    const KNOWN: &[&str] = &[
        "true",
        "False",
        "[a b]",
        "[]",
        "[map[userId:a primary:b]]",
        "map[formatted:a]",
        "{\"userId\":1}",
        "[{\"primary\":\"true\"}]",
        "1560184659",
        "1e5",
        "Mon Jun 10 17:37:39 UTC 2019",
        "access",
        "a_b",
        "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_EXAMPLE",
    ];
    prop::sample::select(KNOWN).prop_map(str::to_owned)
}

/// JSON with wrappers around and inside.
pub(crate) fn any_document() -> impl Strategy<Value = Value> {
    any_json().prop_recursive(4, 40, 4, |inner| {
        let names = prop_oneof![wrapper(), key()];
        prop_oneof![
            btree_map(names, inner.clone(), 1..5)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
            vec(inner, 1..4).prop_map(Value::from),
        ]
    })
}

pub(crate) fn any_claims() -> impl Strategy<Value = Map<String, Value>> {
    btree_map(key(), any_json(), 0..8).prop_map(|map| map.into_iter().collect())
}
