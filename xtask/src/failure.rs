//! Why a command ended, and what to do about it.

use std::fmt;

/// The result of a step.
pub(crate) type Result<T = ()> = std::result::Result<T, Failure>;

/// What went wrong, and a sentence that says what to do.
#[derive(Debug)]
pub(crate) struct Failure {
    what: String,
    help: String,
}

impl Failure {
    /// A failure; both texts start in lower case and have no full stop at the end.
    pub(crate) fn new(what: impl Into<String>, help: impl Into<String>) -> Self {
        Self { what: what.into(), help: help.into() }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "error: {}\nhelp: {}", self.what, self.help)
    }
}
