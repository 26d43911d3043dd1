//! The changelog says what a version brings.

use std::fs;

use crate::failure::{Failure, Result};

const FILE: &str = "CHANGELOG.md";

/// Whether the changelog has an entry for `version`, with something in it.
pub(super) fn has_entry(version: &str) -> Result {
    let text = fs::read_to_string(FILE).map_err(|error| {
        Failure::new(
            format!("cannot read `{FILE}`: {error}"),
            format!("restore it with `git checkout {FILE}`"),
        )
    })?;
    match changes(&text, version) {
        Some(1..) => Ok(()),
        Some(0) => Err(Failure::new(
            format!("`{FILE}` says nothing below `## {version}`"),
            "write a list of what changed, a line that starts with `- ` for each thing",
        )),
        None => Err(Failure::new(
            format!("`{FILE}` has no heading `## {version}`"),
            "give what was written down since the last release this heading, or a new version its own",
        )),
    }
}

/// How many changes are listed below the heading of `version`, if there is one.
fn changes(text: &str, version: &str) -> Option<usize> {
    let is_heading = |line: &str| {
        line.strip_prefix("## ").is_some_and(|rest| rest.split_whitespace().next() == Some(version))
    };
    let below = text.lines().skip_while(|line| !is_heading(line)).skip(1);
    let has_heading = text.lines().any(is_heading);
    let list = below.take_while(|line| !line.starts_with("## "));
    has_heading.then(|| list.filter(|line| line.starts_with("- ")).count())
}

#[cfg(test)]
mod tests {
    use super::changes;

    const TEXT: &str = "# Changelog\n\n## 0.2.0 (2026-12-01)\n\n- One.\n  More of it.\n- Two.\n\n## 0.1.0\n\nNothing.\n";

    #[test]
    fn counts_the_changes_of_one_version() {
        assert_eq!(changes(TEXT, "0.2.0"), Some(2));
        assert_eq!(changes(TEXT, "0.1.0"), Some(0));
    }

    #[test]
    fn a_version_is_named_exactly() {
        assert_eq!(changes(TEXT, "0.2"), None);
        assert_eq!(changes(TEXT, "0.1.0-beta.1"), None);
    }
}
