//! How long a preview takes natively: a prepared scenario with the login as text in and the outcome as text out,
//! and the same from the scenario's text.
#![expect(clippy::unwrap_used, reason = "a bench without its scenario has nothing to measure")]

use criterion::{Criterion, criterion_group, criterion_main};
use reconcile_kit::{check, claims, explain};
use std::hint::black_box;

const SCENARIO: &str = include_str!("../examples/cognito/first-login.json");

fn preview(criterion: &mut Criterion) {
    let scenario = check::read_scenario(SCENARIO).unwrap();
    let document: serde_json::Value = serde_json::from_str(SCENARIO).unwrap();
    let login = document.get("login").unwrap().to_string();
    let outcome = serde_json::to_string(&explain::preview(&scenario, None)).unwrap();
    println!("login {} bytes, outcome {} bytes", login.len(), outcome.len());

    criterion.bench_function("prepared scenario, login text to outcome text", |bencher| {
        bencher.iter(|| {
            let attempt = scenario.read_login(black_box(&login)).unwrap();
            serde_json::to_string(&explain::preview_login(&scenario, &attempt, None)).unwrap()
        });
    });
    criterion.bench_function("scenario text to outcome text", |bencher| {
        bencher.iter(|| {
            let scenario = check::read_scenario(black_box(SCENARIO)).unwrap();
            serde_json::to_string(&explain::preview(&scenario, None)).unwrap()
        });
    });
    criterion.bench_function("seven strategies compared", |bencher| {
        bencher.iter(|| explain::compare(black_box(&scenario), None));
    });
}

fn tokens(criterion: &mut Criterion) {
    let token = "eyJhbGciOiJSUzI1NiIsImtpZCI6ImExIn0.eyJzdWIiOiJqYW5lIiwiY29nbml0bzpncm91cHMiOlsiYSJdfQ.c2ln";
    criterion.bench_function("id token decoded", |bencher| {
        bencher.iter(|| claims::jwt::decode(black_box(token)).unwrap());
    });
}

criterion_group!(benches, preview, tokens);
criterion_main!(benches);
