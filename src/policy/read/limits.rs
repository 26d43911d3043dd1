//! How large a policy may be. More than this is a mistake, or somebody who means harm.

use super::Reader;
use crate::model::Diagnostic;

/// The most rules of a policy.
pub(super) const MOST_RULES: usize = 1_000;
/// The most entries of a table.
pub(super) const MOST_ENTRIES: usize = 2_000;
/// The most gates, claims, values or conditions in one list.
pub(super) const MOST_ITEMS: usize = 500;
/// The deepest that conditions are nested.
pub(super) const DEEPEST: usize = 16;

impl Reader {
    /// Whether `found` of `what` are no more than `most`.
    pub(super) fn within(&mut self, found: usize, most: usize, what: &str, path: &str) -> bool {
        if found > most {
            self.problem(
                Diagnostic::error("policy-too-large", path, format!("there are more than {most} {what}"))
                    .found(format!("{found} {what}"))
                    .expected(format!("at most {most}"))
                    .help("keep the data where it belongs, such as in the identity provider's groups, and map that"),
            );
        }
        found <= most
    }
}
