//! Regular expressions: read by JavaScript's rules, and refused where matching could take for ever.

use super::Reader;
use crate::model::{Diagnostic, shorten};
use crate::policy::expression::Expression;
use crate::policy::language::{Growth, Pattern, PatternFault};

impl Reader {
    pub(super) fn expression(&mut self, source: &str, path: &str) -> Option<Expression> {
        match Expression::new(source) {
            Ok(expression) => self.fit(source, path).then_some(expression),
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

    /// Whether the expression is read alike everywhere and matches in good time.
    fn fit(&mut self, source: &str, path: &str) -> bool {
        let problem = match Pattern::parse(source) {
            Err(fault) => unsupported(source, path, &fault),
            Ok(pattern) if pattern.counts_inside_repeats() => nested(source, path),
            Ok(pattern) => match pattern.growth() {
                Growth::Linear | Growth::Polynomial { degree: 0..=MOST_DEGREES, .. } => {
                    return true;
                }
                Growth::Polynomial { pump, .. } => slow(source, path, "with a power of", &pump),
                Growth::Exponential { pump } => slow(source, path, "exponentially with", &pump),
            },
        };
        self.problem(problem);
        false
    }
}

/// Claims have two thousand characters at most, so that the square of their length is bearable.
const MOST_DEGREES: usize = 2;

fn unsupported(source: &str, path: &str, fault: &PatternFault) -> Diagnostic {
    Diagnostic::error("policy-pattern", path, format!("{}, at character {}", fault.kind, fault.offset + 1))
        .found(source)
        .expected("characters, classes, groups, alternatives, repeats, `^` and `$`")
        .help("write it with these: they are read alike in every engine, and it can be told what they match")
}

fn nested(source: &str, path: &str) -> Diagnostic {
    Diagnostic::error("policy-pattern", path, "a group is repeated inside of what is repeated")
        .found(source)
        .expected("repeats of single characters and classes inside of a repeated group")
        .help("engines disagree about such patterns: write the inner group out, or split the text first")
}

fn slow(source: &str, path: &str, how: &str, pump: &str) -> Diagnostic {
    let part = shorten(pump);
    let message = format!(
        "matching can take very long: the time grows {how} the number of `{part}` in a text"
    );
    Diagnostic::error("policy-pattern-slow", path, message)
        .found(source)
        .expected("a pattern in which each character can be matched in one way only")
        .help("let repeats that follow one another take different characters, and begin with `^` where you can")
}
