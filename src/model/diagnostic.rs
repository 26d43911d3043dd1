//! What is said about a document: one finding with a code, a place and what to do about it.

use serde::Serialize;

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The document cannot be used, or the login fails or goes to the wrong person.
    Error,
    /// Some users will be surprised.
    Warning,
    /// Worth knowing; nothing is wrong.
    Info,
}

/// One finding about a scenario, an identity provider or a login.
///
/// ```
/// use reconcile_kit::model::{Diagnostic, Severity};
///
/// let finding = Diagnostic::error("unknown-key", "/usrs", "`usrs` is not a key of a scenario")
///     .help("did you mean `users`?");
/// assert_eq!(finding.severity, Severity::Error);
/// assert_eq!(finding.url, "docs/rules/unknown-key.md");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Diagnostic {
    /// The rule that speaks, in kebab case. It names the rule's page too.
    pub code: String,
    /// How much it matters.
    pub severity: Severity,
    /// What is the matter, in one lower-case sentence.
    pub message: String,
    /// Where: a JSON Pointer into the document.
    pub path: String,
    /// The file that line and column are in, where it is not the document itself: the lambda's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// Line in the document's text, from 1; absent where there is no text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<usize>,
    /// Column in that line, in characters, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<usize>,
    /// What the document says there, shortened.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub found: Option<String>,
    /// What it may say there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expected: Option<String>,
    /// What to do about it.
    pub help: String,
    /// The rule's page, relative to the package.
    pub url: String,
}

impl Diagnostic {
    /// A finding of the given severity about the place `path` points to.
    #[must_use]
    pub fn new(
        severity: Severity,
        code: &str,
        path: impl Into<String>,
        message: impl Into<String>,
    ) -> Self {
        Self::plain(severity, code, path.into(), message.into())
    }

    // One copy in the module, instead of one for each place that finds something.
    #[inline(never)]
    fn plain(severity: Severity, code: &str, path: String, message: String) -> Self {
        Self {
            code: code.to_owned(),
            severity,
            message,
            path,
            file: None,
            line: None,
            column: None,
            found: None,
            expected: None,
            help: String::new(),
            url: format!("docs/rules/{code}.md"),
        }
    }

    /// A finding that makes the document unusable.
    #[must_use]
    pub fn error(code: &str, path: impl Into<String>, message: impl Into<String>) -> Self {
        Self::new(Severity::Error, code, path, message)
    }

    /// A finding that will surprise some users.
    #[must_use]
    pub fn warning(code: &str, path: impl Into<String>, message: impl Into<String>) -> Self {
        Self::new(Severity::Warning, code, path, message)
    }

    /// A finding that is only worth knowing.
    #[must_use]
    pub fn info(code: &str, path: impl Into<String>, message: impl Into<String>) -> Self {
        Self::new(Severity::Info, code, path, message)
    }

    /// The same finding, with what to do about it.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = help.into();
        self
    }

    /// The same finding, with what the document says, shortened to one line.
    #[must_use]
    pub fn found(mut self, found: impl AsRef<str>) -> Self {
        self.found = Some(shorten(found.as_ref()));
        self
    }

    /// The same finding, with what the document may say.
    #[must_use]
    pub fn expected(mut self, expected: impl Into<String>) -> Self {
        self.expected = Some(expected.into());
        self
    }

    /// The same finding, with its place in the text.
    #[must_use]
    pub fn at(mut self, line: usize, column: usize) -> Self {
        self.line = Some(line);
        self.column = Some(column);
        self
    }
}

/// Longest excerpt of a document that a message repeats, in characters. Long enough to recognise a
/// value by, short enough that no token is printed whole.
const EXCERPT: usize = 60;

/// `text` in one line, cut to a length that cannot give away a token.
///
/// ```
/// use reconcile_kit::model::shorten;
///
/// assert_eq!(shorten("one\nline"), "one line");
/// assert!(shorten(&"eyJ".repeat(100)).len() < 100);
/// ```
#[must_use]
pub fn shorten(text: &str) -> String {
    shorten_to(text, EXCERPT)
}

/// `text` in one line of at most `most` characters, with a sign where it was cut.
///
/// ```
/// use reconcile_kit::model::shorten_to;
///
/// assert_eq!(shorten_to("jane@example.com", 4), "jane…");
/// ```
#[must_use]
pub fn shorten_to(text: &str, most: usize) -> String {
    if text.len() <= most && text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return text.to_owned();
    }
    let mut line: String =
        text.chars().take(most).map(|c| if c.is_control() { ' ' } else { c }).collect();
    if text.chars().nth(most).is_some() {
        line.push('…');
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_excerpt_is_one_short_line() {
        assert_eq!(shorten("a\nb"), "a b");
        let long = "e".repeat(100);
        assert_eq!(shorten(&long).chars().count(), EXCERPT + 1);
    }
}
