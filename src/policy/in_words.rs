//! Conditions in words.

use super::claim::Claim;
use super::condition::{Case, Condition, Test};
use super::rule::{Rule, Source, Write};
use super::transform::Transform;
use super::value;
use crate::model::shorten;
use serde_json::Value;

/// The condition in words, such as "`email` belongs to the domain `example.com`".
///
/// ```
/// use reconcile_kit::policy::{self, in_words::in_words};
/// use serde_json::json;
///
/// let document = json!({ "gates": [{ "require": { "claim": "email", "domain": "example.com" } }] });
/// let policy = policy::read(&document).expect("a valid policy");
/// assert_eq!(in_words(&policy.gates[0].require), "`email` belongs to the domain `example.com`");
/// ```
#[must_use]
pub fn in_words(condition: &Condition) -> String {
    say(condition, true)
}

/// Whether it holds, or does not, in words.
fn say(condition: &Condition, holds: bool) -> String {
    match condition {
        // Not all of them: one of them does not.
        Condition::All(list) => several(list, holds, if holds { " and " } else { " or " }),
        Condition::Any(list) => several(list, holds, if holds { " or " } else { " and " }),
        Condition::Not(one) => say(one, !holds),
        Condition::Claim(claim, test) => {
            let name = shorten(&claim.text());
            format!("`{name}` {}", tested(test, holds))
        }
        Condition::NewUser if holds => "the user is new".to_owned(),
        Condition::NewUser => "the user exists already".to_owned(),
    }
}

fn several(list: &[Condition], holds: bool, between: &str) -> String {
    let is_list = |words: &str| words.contains(" or ") || words.contains(" and ");
    let one = |condition: &Condition| match say(condition, holds) {
        words if list.len() > 1 && is_list(&words) => format!("({words})"),
        words => words,
    };
    list.iter().map(one).collect::<Vec<_>>().join(between)
}

fn tested(test: &Test, holds: bool) -> String {
    let verb = |yes: &str, no: &str| if holds { yes.to_owned() } else { no.to_owned() };
    let (verb, what, case) = match test {
        Test::Exists => return verb("is there", "is missing"),
        Test::In(values, case) => (verb("is", "is not"), any_of(values), *case),
        Test::Contains(part, case) => (verb("contains", "does not contain"), quoted(part), *case),
        Test::StartsWith(start, case) => {
            (verb("starts with", "does not start with"), quoted(start), *case)
        }
        Test::EndsWith(end, case) => (verb("ends with", "does not end with"), quoted(end), *case),
        Test::Glob(glob, case) => (verb("is like", "is not like"), quoted(glob), *case),
        Test::Matches(expression) => {
            (verb("matches", "does not match"), quoted(expression.source()), Case::Told)
        }
        Test::Domain(domains) => {
            let domains: Vec<Value> = domains.iter().map(|one| Value::from(one.as_str())).collect();
            let the = if domains.len() == 1 { "the domain" } else { "one of the domains" };
            let verb = verb("belongs to", "does not belong to");
            (format!("{verb} {the}"), any_of(&domains), Case::Told)
        }
    };
    let case = if case == Case::Ignored { ", in upper or lower case" } else { "" };
    format!("{verb} {what}{case}")
}

fn quoted(text: &str) -> String {
    format!("`{}`", shorten(text))
}

/// The most values that are named one by one.
const MOST_NAMED: usize = 8;

/// `a`, `b` or `c`. Texts stand as they are, unless they could be taken for another type.
fn any_of(values: &[Value]) -> String {
    let one = |value: &Value| match value {
        Value::String(text) if super::transform::parse_json(text).is_none() => quoted(text),
        other => quoted(&other.to_string()),
    };
    let mut named: Vec<String> = values.iter().take(MOST_NAMED).map(one).collect();
    if values.len() > MOST_NAMED {
        named.push(format!("one of {} more", values.len() - MOST_NAMED));
    }
    either(&named)
}

/// What the rule does, in words.
#[must_use]
pub fn rule_in_words(rule: &Rule) -> String {
    let names = |claims: &[Claim]| claims.iter().map(|claim| quoted(&claim.text())).collect();
    let mut parts = vec![match &rule.source {
        Source::Constant(value) => format!("always {}", shown(value)),
        Source::FirstOf(claims) => {
            let names: Vec<String> = names(claims);
            names.join(", or else ")
        }
        Source::Join { parts, with } => {
            let names: Vec<String> = names(parts);
            format!("{} joined by {}", both(&names), quoted(with))
        }
    }];
    if !rule.transforms.is_empty() {
        let names: Vec<&str> = rule.transforms.iter().map(Transform::name).collect();
        parts.push(format!("by {}", names.join(", ")));
    }
    parts.extend(
        rule.table.as_ref().map(|table| format!("by a table of {}", table.entries.iter().count())),
    );
    parts.extend(rule.default.as_ref().map(|default| format!("otherwise {}", shown(default))));
    parts.extend(rule.when.as_ref().map(|when| format!("when {}", in_words(when))));
    parts.push(
        match rule.write {
            Write::Always => "at every login",
            Write::OnCreate => "on creation",
            Write::IfEmpty => "if empty",
            Write::Add => "added to the list",
        }
        .to_owned(),
    );
    parts.join(", ")
}

/// Texts as a list: "a, b or c".
pub(crate) fn either(texts: &[String]) -> String {
    listed(texts, " or ")
}

/// Texts as a list: "a, b and c".
pub(crate) fn both(texts: &[String]) -> String {
    listed(texts, " and ")
}

fn listed(texts: &[String], last: &str) -> String {
    match texts.split_last() {
        Some((end, before)) if !before.is_empty() => [&before.join(", "), last, end].concat(),
        Some((only, _)) => only.clone(),
        None => String::new(),
    }
}

/// A value as a message shows it: texts as they are.
pub(crate) fn shown(value: &Value) -> String {
    let text = value::text(value).unwrap_or_else(|| value.to_string());
    quoted(&text)
}

#[cfg(test)]
mod tests {
    use super::super::read;
    use super::*;
    use serde_json::json;

    #[test]
    fn rules_are_told_in_a_line() {
        let rules = json!([
            { "from": ["a", "jwt.b"], "transform": ["trim"], "table": { "x": 1 }, "default": 5 },
            { "join": ["a", "b"], "when": "c", "write": "if-empty" },
        ]);
        let policy = read(&json!({ "map": { "user.data.x": rules } })).unwrap_or_default();
        let said: Vec<String> = policy.rules().map(|(_, rule)| rule_in_words(rule)).collect();
        assert_eq!(
            said,
            [
                "`a`, or else `jwt.b`, by trim, by a table of 1, otherwise `5`, at every login",
                "`a` and `b` joined by ` `, when `c` is there, if empty",
            ]
        );
    }

    #[test]
    fn conditions_are_sentences() {
        for (require, words) in [
            (json!("email"), "`email` is there"),
            (json!({ "claim": "a", "exists": false }), "`a` is missing"),
            (json!({ "verified": "email" }), "`email_verified` is `true`"),
            (json!({ "claim": "a", "equals": "true" }), "`a` is `\"true\"`"),
            (
                json!({ "claim": "email", "domain": "example.com" }),
                "`email` belongs to the domain `example.com`",
            ),
            (
                json!({ "claim": "a", "in": ["x", 5], "ignoreCase": true }),
                "`a` is `x` or `5`, in upper or lower case",
            ),
            (
                json!({ "not": { "any": ["a", { "all": ["b", { "newUser": true }] }] } }),
                "`a` is missing and (`b` is missing or the user exists already)",
            ),
        ] {
            let policy = read(&json!({ "gates": [{ "require": require }] })).unwrap_or_default();
            let said: Vec<String> =
                policy.gates.iter().map(|gate| in_words(&gate.require)).collect();
            assert_eq!(said, [words]);
        }
    }
}
