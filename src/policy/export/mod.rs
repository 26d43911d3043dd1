//! A policy in FusionAuth's own forms, for whoever does not want to run the kit beside it.

mod attribute_mappings;
mod kickstart;
mod lambda;

pub use attribute_mappings::attribute_mappings;
pub(super) use attribute_mappings::empty_texts;
pub use kickstart::kickstart;
pub use lambda::{lambda, login_validation};

use crate::model::Diagnostic;

/// What an export wrote, and what the reader should know about it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Exported {
    /// The text; empty where the policy cannot be written in this form.
    pub text: String,
    /// What it does in another way than the policy, or cannot do.
    pub findings: Vec<Diagnostic>,
}
