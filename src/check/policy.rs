//! Is a policy right? What makes it unusable, and what the rules find in one that can be used.

use super::{parse, placed};
use crate::model::Diagnostic;
use crate::policy::{self, Policy};

/// Reads a policy from JSON text.
///
/// # Errors
///
/// Everything that makes it unusable, each with a pointer, line and column.
///
/// ```
/// use reconcile_kit::check;
///
/// let problems = check::read_policy(r#"{ "map": { "user.fristName": "given_name" } }"#).unwrap_err();
/// assert_eq!(problems[0].code, "policy-field-unknown");
/// assert_eq!(problems[0].help, "did you mean `user.firstName`?");
/// ```
pub fn read_policy(text: &str) -> Result<Policy, Vec<Diagnostic>> {
    let value = parse(text).map_err(|problem| vec![problem])?;
    policy::read(&value).map_err(|problems| placed(problems, text))
}
