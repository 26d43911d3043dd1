//! Whatever comes in, a diagnostic says what is wrong, where, and what to do; then all goes on as before.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a document that is not refused as it should be is a failing test"
)]

mod document;
mod people;
mod policies;
mod text;
#[path = "../support/token.rs"]
mod token;
mod words;

use reconcile_kit::check;
use reconcile_kit::model::{Diagnostic, Severity};
use serde_json::Value;

/// What is wrong with a document.
fn problems(text: &str) -> Vec<Diagnostic> {
    match check::read_scenario(text) {
        Ok(_) => panic!("this was accepted: {}", text.chars().take(200).collect::<String>()),
        Err(problems) => problems,
    }
}

/// The one thing that is wrong with a document.
fn problem(text: &str) -> Diagnostic {
    let mut problems = problems(text);
    assert_eq!(problems.len(), 1, "{problems:#?}");
    problems.remove(0)
}

#[track_caller]
fn is(problem: &Diagnostic, code: &str, path: &str, place: (usize, usize)) {
    let found = (problem.code.as_str(), problem.path.as_str(), problem.line, problem.column);
    assert_eq!(found, (code, path, Some(place.0), Some(place.1)), "{}", problem.message);
    assert_eq!(problem.severity, Severity::Error);
}

/// A scenario with one more key; its value begins at line 3, column `5 + length of the key`.
fn with(key: &str, value: &Value) -> String {
    format!("{{\n\"identityProvider\": {{}}, \"login\": {{}},\n\"{key}\": {value}\n}}")
}
