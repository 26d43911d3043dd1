//! Policies in the forms that FusionAuth itself runs or reads.

mod attribute_mappings;
mod javascript;
mod kickstart;
mod login_validation;

pub use attribute_mappings::attribute_mappings;
pub(super) use attribute_mappings::empty_texts;
pub use kickstart::kickstart;
pub use login_validation::login_validation;

use crate::model::Diagnostic;

/// A policy in another form.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Exported {
    /// The text of the file; empty where the policy cannot be written in this form.
    pub text: String,
    /// What is lost or differs, and why.
    pub findings: Vec<Diagnostic>,
}
