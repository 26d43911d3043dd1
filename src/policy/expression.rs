//! A regular expression with JavaScript's meaning, by the flag `u`.

use regress::Regex;

/// A regular expression that was read once.
#[derive(Debug, Clone)]
pub struct Expression {
    source: String,
    regex: Regex,
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
        let regex = Regex::with_flags(source, "u").map_err(|error| error.text)?;
        Ok(Self { source: source.to_owned(), regex })
    }

    /// As it was written.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.source
    }

    /// Whether it matches somewhere in `text`.
    #[must_use]
    pub fn matches(&self, text: &str) -> bool {
        self.regex.find(text).is_some()
    }

    /// What the first group captures in the first match, or the whole match where there is no group.
    #[must_use]
    pub fn capture<'a>(&self, text: &'a str) -> Option<&'a str> {
        let found = self.regex.find(text)?;
        let range = if found.captures.is_empty() { Some(found.range()) } else { found.group(1) };
        text.get(range?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn capture(source: &str, text: &str) -> Option<String> {
        Expression::new(source).ok()?.capture(text).map(str::to_owned)
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
