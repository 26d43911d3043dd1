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

#[cfg(test)]
mod tests {
    use super::super::found;
    use serde_json::{Value, json};

    #[test]
    fn a_search_that_is_given_up_is_said_to_be() {
        let tests = |count: usize| {
            let contains = |index: usize| json!({ "claim": "a", "contains": format!("x{index}y") });
            (0..count).map(contains).collect::<Vec<Value>>()
        };
        let gates = |count| json!({ "gates": [{ "require": { "any": tests(count) } }] });
        let paths = |count| {
            let found = found(&gates(count), "policy-too-complex");
            found.into_iter().map(|finding| finding.path).collect::<Vec<_>>()
        };
        assert_eq!(paths(401), ["/gates/0"]);
        assert_eq!(paths(9), [] as [&str; 0]);
    }
}
