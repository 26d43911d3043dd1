//! A regular expression with JavaScript's meaning, by the flag `u`.
//!
//! Where JavaScript is the host, its own engine matches: it has the meaning by definition, and the module does not
//! have to carry another one, whose tables alone would be a third of it. Elsewhere the crate `regress` does. A policy
//! takes only patterns that engines read alike.

#[cfg(target_arch = "wasm32")]
#[path = "host.rs"]
mod engine;
#[cfg(not(target_arch = "wasm32"))]
#[path = "native.rs"]
mod engine;

use engine::Engine;

/// A regular expression that was read once.
#[derive(Debug, Clone)]
pub struct Expression {
    source: String,
    engine: Engine,
}

impl PartialEq for Expression {
    fn eq(&self, other: &Self) -> bool {
        self.source == other.source
    }
}

impl Eq for Expression {}

impl Expression {
    /// Reads `source`.
    ///
    /// # Errors
    ///
    /// Fails with the engine's words for a text that is no regular expression.
    pub fn new(source: &str) -> Result<Self, String> {
        Ok(Self { source: source.to_owned(), engine: Engine::new(source)? })
    }

    /// As it was written.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.source
    }

    /// Whether it matches somewhere in `text`.
    #[must_use]
    pub fn matches(&self, text: &str) -> bool {
        self.engine.matches(text)
    }

    /// What the first group captures in the first match, or the whole match where there is no group.
    #[must_use]
    pub fn capture(&self, text: &str) -> Option<String> {
        self.engine.capture(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn capture(source: &str, text: &str) -> Option<String> {
        Expression::new(source).ok()?.capture(text)
    }

    #[test]
    fn the_first_group_or_the_whole_match_is_kept() {
        assert_eq!(capture("^(.+)@", "jane@example.com").as_deref(), Some("jane"));
        assert_eq!(capture("[0-9]+", "a12b3").as_deref(), Some("12"));
        assert_eq!(capture("a(b)?", "ac"), None);
        assert_eq!(capture("^x", "a"), None);
        assert_eq!(capture("^.", "😀a").as_deref(), Some("😀"));
    }

    #[test]
    fn what_javascript_refuses_is_refused() {
        for source in ["(", "a**", "\\-", "[b-a]", "{"] {
            assert!(Expression::new(source).is_err(), "{source}");
        }
    }
}
