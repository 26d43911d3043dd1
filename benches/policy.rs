//! How long a policy takes natively: reading it, and running it on text with and without a trace.

#![expect(clippy::expect_used, reason = "a bench that cannot be set up ends at once")]

use criterion::{Criterion, criterion_group, criterion_main};
use reconcile_kit::check;
use reconcile_kit::policy::{Given, Policy, Wanted};
use serde_json::{Value, json};
use std::hint::black_box;

/// Twelve mappings, one of them roles from groups, and a gate.
fn document() -> Value {
    json!({
        "provider": "cognito",
        "gates": [{ "require": { "verified": "email" } }],
        "map": {
            "user.firstName": "given_name",
            "user.lastName": "family_name",
            "user.fullName": { "join": ["given_name", "family_name"] },
            "user.birthDate": { "from": "birthdate", "transform": "birth-date" },
            "user.imageUrl": "picture",
            "user.mobilePhone": "phone_number",
            "user.timezone": "zoneinfo",
            "user.preferredLanguages": { "from": "locale", "transform": "locale" },
            "user.data.department": { "from": "custom:department", "transform": "trim" },
            "user.data.provider": { "from": "provider-name", "default": "Cognito" },
            "registration.username": { "from": "email", "transform": { "before": "@" } },
            "registration.roles": { "from": "assigned-groups", "table": { "Admins": "admin", "Staff": ["user"] } },
        },
    })
}

/// A token of Cognito's with the given groups and custom attributes.
fn given(groups: usize, custom: usize) -> String {
    let mut groups: Vec<String> = (0..groups).map(|number| format!("Group{number}")).collect();
    groups.push("Admins".to_owned());
    let mut userinfo = json!({
        "sub": "eaad0219-2117-439f-8d46-4db20e59268f",
        "email": "jane@example.com",
        "email_verified": "true",
        "given_name": "Jane",
        "family_name": "Doe",
        "birthdate": "1990-12-31",
        "picture": "https://example.com/jane.png",
        "phone_number": "+4912345678",
        "zoneinfo": "Europe/Berlin",
        "locale": "de-DE",
        "custom:department": " Research ",
        "username": "google_109",
        "identities": "[{\"userId\":\"109\",\"providerName\":\"Google\",\"primary\":\"true\"}]",
    });
    let more = (0..custom)
        .map(|number| (format!("custom:attribute{number}"), json!("some text of a usual length")));
    userinfo.as_object_mut().expect("an object").extend(more);
    let id_token = json!({ "sub": "eaad0219", "cognito:groups": groups, "token_use": "id" });
    json!({ "user": {}, "registration": {}, "jwt": userinfo, "id_token": id_token }).to_string()
}

fn run(policy: &Policy, wanted: &Wanted, text: &str, explain: bool) -> String {
    let given = Given::read(text, wanted).expect("what a lambda gets");
    serde_json::to_string(&policy.run(&given.input(), explain)).expect("a result has JSON text")
}

fn policies(criterion: &mut Criterion) {
    let text = document().to_string();
    criterion.bench_function("read a policy", |bencher| {
        bencher.iter(|| check::read_policy(black_box(&text)).expect("a valid policy"));
    });
    let policy = check::read_policy(&text).expect("a valid policy");
    let wanted = Wanted::of(&policy);
    for (name, groups, custom) in
        [("run", 1, 0), ("run, 200 groups", 200, 0), ("run, 50 custom claims", 1, 50)]
    {
        let given = given(groups, custom);
        for (how, explain) in [("", false), (", with trace", true)] {
            criterion.bench_function(&format!("{name}{how}"), |bencher| {
                bencher.iter(|| run(&policy, &wanted, black_box(&given), explain));
            });
        }
    }
}

criterion_group!(benches, policies);
criterion_main!(benches);
