//! Conditions so entangled that what they mean together was not found out.

use super::subject::Subject;
use crate::model::Diagnostic;

pub(super) fn find(subject: &Subject<'_>) -> Option<Diagnostic> {
    let at = subject.given_up_at?;
    let message = "the conditions are too complex to find out what they mean together";
    Some(
        Diagnostic::info("policy-too-complex", at, message)
            .help("nothing is wrong, but contradictions are not found from here on: use `in` for lists of values, and fewer patterns"),
    )
}
