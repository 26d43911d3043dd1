//! Regular expressions: read by JavaScript's rules, and refused where matching could take for ever.

use super::Reader;
use crate::model::Diagnostic;
use crate::policy::expression::Expression;

impl Reader {
    pub(super) fn expression(&mut self, source: &str, path: &str) -> Option<Expression> {
        match Expression::new(source) {
            Ok(expression) => Some(expression),
            Err(reason) => {
                self.problem(
                    Diagnostic::error("policy-pattern", path, format!("this is no regular expression: {}", reason.to_lowercase()))
                        .found(source)
                        .expected("a regular expression as JavaScript reads it with the flag `u`")
                        .help("with that flag only `^ $ \\ . * + ? ( ) [ ] { } | /` may stand behind a backslash"),
                );
                None
            }
        }
    }
}
