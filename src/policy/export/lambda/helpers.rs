//! The functions that a lambda needs.

use std::collections::BTreeSet;

/// Every function, with a blank line between.
const TEXT: &str = concat!(
    include_str!("helpers/claims.js"),
    "\n",
    include_str!("helpers/tests.js"),
    "\n",
    include_str!("helpers/steps.js"),
    "\n",
    include_str!("helpers/fields.js"),
    "\n",
    include_str!("helpers/stored.js"),
    "\n",
    include_str!("helpers/values.js"),
);

/// Those that are needed.
pub(super) struct Helpers {
    needed: BTreeSet<&'static str>,
    /// Whether a rule refuses the login for a value that it cannot use.
    refuses: bool,
}

impl Helpers {
    pub(super) const fn new(refuses: bool) -> Self {
        Self { needed: BTreeSet::new(), refuses }
    }

    /// Their names.
    pub(super) fn names() -> impl Iterator<Item = &'static str> {
        all().map(|(name, _)| name)
    }

    /// The name itself, of a function that is needed from now on, and with it those that it calls.
    pub(super) fn name(&mut self, name: &'static str) -> &'static str {
        if self.needed.insert(name) {
            let text = all().find(|(other, _)| *other == name).map_or("", |(_, text)| text);
            let words: Vec<&str> = text
                .lines()
                .filter(|line| !line.starts_with("/*") && self.counts(line))
                .flat_map(|line| line.split(|letter: char| !letter.is_ascii_alphanumeric()))
                .collect();
            for (other, _) in all().filter(|(other, _)| words.contains(other)) {
                self.name(other);
            }
        }
        name
    }

    /// Whether a line is needed: those that refuse are not where no rule refuses.
    fn counts(&self, line: &str) -> bool {
        self.refuses || !line.contains("refuse(rejects")
    }

    /// Adds those that are needed to `text`.
    pub(super) fn print(&self, text: &mut String) {
        for (_, function) in all().filter(|(name, _)| self.needed.contains(name)) {
            text.push('\n');
            for line in function.lines().filter(|line| self.counts(line)) {
                if self.refuses {
                    text.push_str(line);
                } else {
                    text.push_str(&line.replace(", rejects", ""));
                }
                text.push('\n');
            }
        }
    }
}

/// Each function's name and text.
fn all() -> impl Iterator<Item = (&'static str, &'static str)> {
    TEXT.trim_end().split("\n\n").filter_map(|text| {
        let code = text.lines().find(|line| !line.starts_with("/*"))?;
        let name = code.split([' ', '(']).nth(1)?;
        Some((name, text))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_function_brings_those_that_it_calls() {
        let mut helpers = Helpers::new(false);
        helpers.name("asText");
        let mut text = String::new();
        helpers.print(&mut text);
        let found: Vec<&str> = text.lines().filter(|line| line.starts_with("function")).collect();
        let expected = ["function asText(value) {", "function textOf(value) {"];
        assert_eq!(found, expected);
    }
}
