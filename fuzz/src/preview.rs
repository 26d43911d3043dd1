//! What holds of every outcome.

use std::sync::LazyLock;

use jsonschema::Validator;
use reconcile_kit::explain::{Decision, Outcome, Preview};
use serde_json::Value;

use super::findings::says_what_to_do;

static SCHEMA: LazyLock<Validator> = LazyLock::new(|| {
    let text = include_str!("../../schemas/outcome.schema.json");
    let schema = serde_json::from_str(text).expect("the schema is JSON");
    jsonschema::validator_for(&schema).expect("the schema is one")
});

/// The outcome has JSON text that says the same when it is read, fits the schema, and agrees with itself.
pub(crate) fn is_sound(preview: &Preview) {
    let text = serde_json::to_string(preview).expect("an outcome has JSON text");
    let value: Value = serde_json::from_str(&text).expect("an outcome's text is JSON");
    assert!(SCHEMA.is_valid(&value), "an outcome that its schema does not know: {text}");
    for outcome in outcomes(preview) {
        agrees(outcome);
    }
}

fn outcomes(preview: &Preview) -> &[Outcome] {
    match preview {
        Preview::One(outcome) => std::slice::from_ref(&**outcome),
        Preview::Several(several) => &several.logins,
    }
}

fn agrees(outcome: &Outcome) {
    says_what_to_do(&outcome.diagnostics);
    let is_in = matches!(outcome.status, 200 | 202);
    assert!((100..600).contains(&outcome.status), "no status: {}", outcome.status);
    assert_eq!(is_in, outcome.user.is_some() && outcome.error.is_none(), "in, or not: {outcome:?}");
    assert_eq!(outcome.decision == Decision::Reject, outcome.error.is_some(), "{outcome:?}");
    assert_eq!(outcome.status == 200, is_in && outcome.registration.is_some(), "{outcome:?}");
    assert_eq!(outcome.status == 232, outcome.pending_link.is_some(), "{outcome:?}");
    assert!(outcome.lambda_runs <= 2, "more than two runs");
    assert!(outcome.user.is_some() || outcome.changes.is_empty(), "changes of nobody: {outcome:?}");
    assert!(!outcome.verdict.is_empty() && !outcome.trace.is_empty(), "unexplained: {outcome:?}");
}
