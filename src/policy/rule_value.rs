//! The value of one rule: its claims, what is done to them, and what the table makes of that.

use super::claim::{Claim, Claims};
use super::hold::hold;
use super::rule::{Rule, Source};
use super::table::Looked;
use super::target::Target;
use super::transform::Step;
use super::value::{self, is_missing};
use crate::model::document_fault::kind_of;
use serde_json::Value;
use std::borrow::Cow;

/// What came out of a rule.
pub(super) enum Came {
    /// This value.
    Value(Value),
    /// No value.
    Nothing,
    /// A value that the table leaves out.
    Dropped,
    /// A value that cannot be used, and why.
    Unusable(Value, String),
    /// A value that is not in a table which refuses the others.
    Unlisted(String),
}

/// The value of `rule`, before its default.
pub(super) fn came(rule: &Rule, claims: &Claims<'_>) -> Came {
    let mut current: Cow<'_, Value> = match &rule.source {
        Source::Constant(value) => Cow::Borrowed(value),
        Source::FirstOf(sources) => match sources.iter().find_map(|claim| claim.read(claims)) {
            Some(found) => found.value,
            None => return Came::Nothing,
        },
        Source::Join { parts, with } => match joined(parts, with, claims) {
            Ok(Some(text)) => Cow::Owned(Value::String(text)),
            Ok(None) => return Came::Nothing,
            Err(came) => return came,
        },
    };
    for transform in &rule.transforms {
        current = match transform.apply(&current) {
            Step::Gives(value) => Cow::Owned(value),
            Step::Nothing => return Came::Nothing,
            Step::Unusable(takes) => {
                let found = kind_of(&current);
                let reason = format!("`{}` takes {takes}, and this is {found}", transform.name());
                return Came::Unusable(current.into_owned(), reason);
            }
        };
    }
    match rule.table.as_ref().map(|table| table.look_up(&current)) {
        None => Some(current.into_owned()),
        Some(Looked::Up(found)) => Some(found),
        Some(Looked::Dropped) => return Came::Dropped,
        Some(Looked::Rejected(text)) => return Came::Unlisted(text),
        Some(Looked::Unusable) => {
            return Came::Unusable(
                current.into_owned(),
                "a table takes texts, whole numbers and booleans".to_owned(),
            );
        }
    }
    .filter(|value| !is_missing(value))
    .map_or(Came::Nothing, Came::Value)
}

fn joined(parts: &[Claim], with: &str, claims: &Claims<'_>) -> Result<Option<String>, Came> {
    let mut joined: Option<String> = None;
    for found in parts.iter().filter_map(|claim| claim.read(claims)) {
        let Some(text) = value::text_of(&found.value) else {
            let reason = "`join` takes texts, whole numbers and booleans".to_owned();
            return Err(Came::Unusable(found.value.into_owned(), reason));
        };
        match &mut joined {
            None => joined = Some(text.into_owned()),
            Some(before) => before.extend([with, &text]),
        }
    }
    Ok(joined)
}

/// The claims that the value was made of.
pub(super) fn places(rule: &Rule, claims: &Claims<'_>) -> Vec<String> {
    let mut found = rule.source.claims().iter().filter_map(|claim| claim.place_in(claims));
    match rule.source {
        Source::FirstOf(_) => found.next().into_iter().collect(),
        _ => found.collect(),
    }
}

impl Rule {
    /// What it gives `target`, whatever its condition and what is stored.
    pub(crate) fn gives(&self, target: &Target, claims: &Claims<'_>) -> Option<Value> {
        let held = match came(self, claims) {
            Came::Value(value) => match target.kind().filter(|_| !self.is_plain_constant()) {
                Some(kind) => hold(kind, value).ok(),
                None => Some(value),
            },
            _ => None,
        };
        held.filter(|value| !is_missing(value)).or_else(|| self.default.clone())
    }
}
