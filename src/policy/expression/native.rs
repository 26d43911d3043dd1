//! The engine where there is no JavaScript.

use regress::Regex;

/// A regular expression that was read once.
#[derive(Debug, Clone)]
pub(super) struct Engine(Regex);

impl Engine {
    pub(super) fn new(source: &str) -> Result<Self, String> {
        Regex::with_flags(source, "u").map(Self).map_err(|error| error.text)
    }

    pub(super) fn matches(&self, text: &str) -> bool {
        self.0.find(text).is_some()
    }

    pub(super) fn capture(&self, text: &str) -> Option<String> {
        let found = self.0.find(text)?;
        let range = if found.captures.is_empty() { Some(found.range()) } else { found.group(1) };
        text.get(range?).map(str::to_owned)
    }
}
