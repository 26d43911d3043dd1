//! When a rule counts, and what a gate asks for.

use super::claim::{Claim, Claims};
use super::expression::Expression;
use super::value;
use serde_json::Value;

/// A condition.
#[derive(Debug, Clone, PartialEq)]
pub enum Condition {
    /// Each of these holds.
    All(Vec<Self>),
    /// One of these holds.
    Any(Vec<Self>),
    /// This does not hold.
    Not(Box<Self>),
    /// The claim passes the test.
    Claim(Claim, Test),
    /// FusionAuth is about to create the user.
    NewUser,
}

/// What a claim is asked. A list passes a test when one of its entries does.
#[derive(Debug, Clone, PartialEq)]
pub enum Test {
    /// It is there.
    Exists,
    /// It is one of these texts, numbers and booleans.
    In(Vec<Value>, Case),
    /// It has this part; of a list: it is this entry.
    Contains(String, Case),
    /// It starts with this.
    StartsWith(String, Case),
    /// It ends with this.
    EndsWith(String, Case),
    /// It is like this pattern.
    Glob(String, Case),
    /// The expression matches somewhere in it.
    Matches(Expression),
    /// It is an e-mail address of one of these domains.
    Domain(Vec<String>),
}

/// Whether upper and lower case are told apart. Only the letters A to Z have the same case in every host.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Case {
    /// They are.
    Told,
    /// They are not.
    Ignored,
}

impl Case {
    /// The text as it is compared.
    pub(super) fn fold(self, text: &str) -> std::borrow::Cow<'_, str> {
        match self {
            Self::Told => text.into(),
            Self::Ignored => text.to_ascii_lowercase().into(),
        }
    }
}

/// What conditions are asked about.
#[derive(Debug, Clone, Copy)]
pub struct Facts<'a> {
    /// The claims.
    pub claims: Claims<'a>,
    /// Whether FusionAuth is about to create the user.
    pub new_user: bool,
}

impl Condition {
    /// Whether it holds.
    #[must_use]
    pub fn holds(&self, facts: &Facts<'_>) -> bool {
        match self {
            Self::All(conditions) => conditions.iter().all(|condition| condition.holds(facts)),
            Self::Any(conditions) => conditions.iter().any(|condition| condition.holds(facts)),
            Self::Not(condition) => !condition.holds(facts),
            Self::Claim(claim, test) => {
                claim.read(&facts.claims).is_some_and(|found| test.passes(&found.value))
            }
            Self::NewUser => facts.new_user,
        }
    }

    /// Every claim that it asks about.
    pub fn claims(&self) -> Vec<&Claim> {
        match self {
            Self::All(conditions) | Self::Any(conditions) => {
                conditions.iter().flat_map(Self::claims).collect()
            }
            Self::Not(condition) => condition.claims(),
            Self::Claim(claim, _) => vec![claim],
            Self::NewUser => Vec::new(),
        }
    }
}

impl Condition {
    /// Whether it asks if FusionAuth is about to create the user.
    #[must_use]
    pub fn asks_for_new_user(&self) -> bool {
        match self {
            Self::All(conditions) | Self::Any(conditions) => {
                conditions.iter().any(Self::asks_for_new_user)
            }
            Self::Not(condition) => condition.asks_for_new_user(),
            Self::Claim(..) => false,
            Self::NewUser => true,
        }
    }
}

impl Test {
    /// Whether a claim that is there passes.
    #[must_use]
    pub fn passes(&self, value: &Value) -> bool {
        match (self, value) {
            (Self::Exists, _) => true,
            (Self::Contains(entry, case), Value::Array(items)) => items
                .iter()
                .filter_map(Value::as_str)
                .any(|item| case.fold(item) == case.fold(entry)),
            (_, Value::Array(items)) => items.iter().any(|item| self.passes_one(item)),
            _ => self.passes_one(value),
        }
    }

    fn passes_one(&self, value: &Value) -> bool {
        match (self, value) {
            (Self::In(values, Case::Told), _) => values.iter().any(|one| value::same(one, value)),
            (Self::In(values, Case::Ignored), Value::String(text)) => {
                values.iter().filter_map(Value::as_str).any(|one| one.eq_ignore_ascii_case(text))
            }
            (Self::In(values, Case::Ignored), _) => {
                values.iter().any(|one| value::same(one, value))
            }
            (_, Value::String(text)) => self.passes_text(text),
            _ => false,
        }
    }

    fn passes_text(&self, text: &str) -> bool {
        match self {
            Self::Contains(part, case) => case.fold(text).contains(&*case.fold(part)),
            Self::StartsWith(start, case) => case.fold(text).starts_with(&*case.fold(start)),
            Self::EndsWith(end, case) => case.fold(text).ends_with(&*case.fold(end)),
            Self::Glob(glob, case) => is_like(&case.fold(text), &case.fold(glob)),
            Self::Matches(expression) => expression.matches(text),
            Self::Domain(domains) => text.rsplit_once('@').is_some_and(|(_, own)| {
                domains.iter().any(|domain| domain.eq_ignore_ascii_case(own))
            }),
            Self::Exists | Self::In(..) => false,
        }
    }
}

/// Whether `text` is like `glob`: `*` stands for any characters, `?` for one.
///
/// A star that turns out to be too short takes one character more; only the last star ever has to, so that the
/// time is at most the product of both lengths.
fn is_like(text: &str, glob: &str) -> bool {
    let (mut text, mut glob) = (text.chars(), glob.chars());
    let mut star: Option<(std::str::Chars<'_>, std::str::Chars<'_>)> = None;
    loop {
        let rest = text.clone();
        match (text.next(), glob.next()) {
            (None, None) => return true,
            (_, Some('*')) => {
                text = rest;
                star = Some((text.clone(), glob.clone()));
            }
            (Some(one), Some(other)) if other == '?' || one == other => {}
            _ => {
                let Some((mut behind, after)) = star.take() else { return false };
                if behind.next().is_none() {
                    return false;
                }
                (text, glob) = (behind.clone(), after.clone());
                star = Some((behind, after));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn globs_stand_for_whole_texts() {
        for (glob, text, expected) in [
            ("a*c", "abbc", true),
            ("a*c", "abbcd", false),
            ("*", "", true),
            ("?", "😀", true),
            ("?", "", false),
            ("*a*b", "xaayb", true),
            ("*a*b", "xaay", false),
            ("a", "a", true),
            ("a", "ab", false),
            ("**a", "a", true),
            ("a?*", "a", false),
            ("a*\n", "a\nb\n", true),
        ] {
            assert_eq!(is_like(text, glob), expected, "{glob} {text}");
        }
    }

    #[test]
    fn a_list_passes_when_an_entry_does() {
        let starts = Test::StartsWith("app-".to_owned(), Case::Told);
        assert!(starts.passes(&json!(["x", "app-1"])) && !starts.passes(&json!(["x"])));
        let contains = Test::Contains("min".to_owned(), Case::Told);
        assert!(contains.passes(&json!("admin")) && !contains.passes(&json!(["admin"])));
        assert!(contains.passes(&json!(["min"])));
        let one_of = Test::In(vec![json!(5), json!("a")], Case::Told);
        assert!(one_of.passes(&json!([1, 5.0])) && !one_of.passes(&json!("5")));
    }

    #[test]
    fn a_domain_is_what_stands_behind_the_last_at_sign() {
        let domain = Test::Domain(vec!["example.com".to_owned()]);
        assert!(domain.passes(&json!("jane@Example.COM")));
        assert!(domain.passes(&json!("a@b@example.com")));
        for other in [
            json!("jane@sub.example.com"),
            json!("example.com"),
            json!("jane@example.com@x"),
            json!(5),
        ] {
            assert!(!domain.passes(&other), "{other}");
        }
        // The Kelvin sign is no letter k.
        let domain = Test::Domain(vec!["k.example".to_owned()]);
        assert!(!domain.passes(&json!("a@\u{212a}.example")));
    }

    #[test]
    fn case_is_ignored_where_it_is_asked_for() {
        let equals = Test::In(vec![json!("Staff"), json!(true)], Case::Ignored);
        assert!(equals.passes(&json!("STAFF")) && equals.passes(&json!(true)));
        let contains = Test::Contains("ADMIN".to_owned(), Case::Ignored);
        assert!(contains.passes(&json!(["admin"])) && contains.passes(&json!("an Admin")));
    }
}
