//! A policy in FusionAuth's own forms, for whoever does not want to run the kit beside it.

mod lambda;

pub use lambda::lambda;

use crate::model::Diagnostic;

/// What an export wrote, and what the reader should know about it.
#[derive(Debug, Clone, PartialEq)]
pub struct Exported {
    /// The text.
    pub text: String,
    /// What it does in another way than the policy, or cannot do.
    pub findings: Vec<Diagnostic>,
}
