//! Regular expressions: read by JavaScript's rules, and refused where matching could take for ever.

use super::Reader;
use crate::model::{Diagnostic, shorten};
use crate::policy::expression::Expression;
use crate::policy::language::{FaultKind, Growth, Pattern};

/// From this power on a text of a claim's usual length takes seconds.
const MOST_DEGREE: usize = 2;

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
            Err(fault) => Some(not_supported(path, fault.kind)),
            Ok(pattern) if pattern.counts_inside_repeats() => Some(nested(path)),
            Ok(pattern) => slow(&pattern.growth()).map(|(message, help)| {
                Diagnostic::error("policy-pattern-slow", path, message).help(help)
            }),
        };
        let fits = problem.is_none();
        self.problems.extend(problem.map(|problem| problem.found(source)));
        fits
    }
}

fn nested(path: &str) -> Diagnostic {
    Diagnostic::error("policy-pattern", path, "a group is repeated inside of what is repeated")
        .expected("repeats of single characters and classes inside of a repeated group")
        .help("engines disagree about such patterns: write the inner group out, or split the text first")
}

fn not_supported(path: &str, kind: FaultKind) -> Diagnostic {
    let (message, help) = match kind {
        FaultKind::Syntax(what) => (
            format!("this is no regular expression: {what}"),
            "write it as JavaScript reads it with the flag `u`",
        ),
        FaultKind::Unsupported(what) => (
            format!("a policy's expressions do not have everything: {what} not supported"),
            "use groups, classes and repeats alone, or `all`, `any` and `not` of several conditions",
        ),
        FaultKind::TooLarge => (
            "the regular expression is too large".to_owned(),
            "repeat less often, or list the values with `in`",
        ),
    };
    Diagnostic::error("policy-pattern", path, message).help(help)
}

/// What makes a match so slow that a login waits for it, and what to do.
fn slow(growth: &Growth) -> Option<(String, String)> {
    let message = match growth {
        Growth::Exponential { pump } if pump.is_empty() => {
            "a text that does not match can take for ever: one place matches in many ways"
                .to_owned()
        }
        Growth::Exponential { pump } => format!(
            "a text that does not match in the end takes twice as long with each `{}` in it",
            shorten(pump)
        ),
        Growth::Polynomial { degree, pump } if *degree > MOST_DEGREE => format!(
            "a text that does not match in the end takes as long as the power of {degree} of how often it has `{}`",
            shorten(pump)
        ),
        Growth::Linear | Growth::Polynomial { .. } => return None,
    };
    let help = "let each repeat begin with what the one before cannot contain, such as `[^@]+@` for `.+@`, and put \
                no repeat into a repeat";
    Some((message, help.to_owned()))
}

#[cfg(test)]
mod tests {
    use crate::policy::read;
    use serde_json::json;

    fn codes(pattern: &str) -> Vec<String> {
        let condition = json!({ "claim": "email", "matches": pattern });
        let read = read(&json!({ "gates": [{ "require": condition }] }));
        read.err().unwrap_or_default().into_iter().map(|problem| problem.code).collect()
    }

    #[test]
    fn slow_patterns_are_refused() {
        for pattern in ["(a+)+$", "^(\\w+\\s?)*$", "^(.*)-(.*)-(.*)$"] {
            assert_eq!(codes(pattern), ["policy-pattern-slow"], "{pattern}");
        }
        for pattern in ["(?=a)b", "(a)\\1", "(", "^(?:(?:ab)?c)*$"] {
            assert_eq!(codes(pattern), ["policy-pattern"], "{pattern}");
        }
        for pattern in ["^[^@]+@corp\\.example$", "^.*.*x$", "_([^_]+)$"] {
            assert_eq!(codes(pattern), [] as [&str; 0], "{pattern}");
        }
    }
}
