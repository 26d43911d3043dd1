//! From the value of a field back to the claim: the table and the steps, turned round.
//!
//! Each answer is tried afterwards, so that one too many does no harm. Where one might be too few, it is said.

use crate::model::Kind;
use crate::policy::language::{Language, Pattern, shortest};
use crate::policy::rule::Rule;
use crate::policy::table::{Table, Unlisted};
use crate::policy::target::Target;
use crate::policy::transform::{Transform, Which, parse_json};
use crate::policy::value;
use serde_json::Value;

/// What a claim may be.
#[derive(Debug, Clone)]
pub(in crate::policy) enum Wanted {
    /// This, or a list with it.
    Value(Value),
    /// A text of the language, or a list with one.
    Text(Language),
}

/// What a claim may be for a rule to give a value.
pub(in crate::policy) struct Backed {
    pub(in crate::policy) wanted: Vec<Wanted>,
    /// Whether nothing else gives it.
    pub(in crate::policy) are_all: bool,
}

/// So many answers are kept from step to step.
const MOST: usize = 24;

/// What the claim of `rule` may be for `target` to become `value`.
pub(in crate::policy) fn back(value: &str, rule: &Rule, target: &Target) -> Backed {
    let mut values = held(value, target.kind());
    if let Some(table) = &rule.table {
        values = values.iter().flat_map(|value| looked_up(table, value)).collect();
    }
    through(values, &rule.transforms)
}

/// What a claim may be for the steps to give one of `values`.
pub(in crate::policy) fn through(mut values: Vec<Value>, steps: &[Transform]) -> Backed {
    let mut are_all = true;
    for (index, step) in steps.iter().enumerate().rev() {
        values.truncate(MOST);
        are_all &= is_turned_round(step);
        let wanted: Vec<Wanted> = values.iter().flat_map(|value| before(step, value)).collect();
        if index == 0 {
            return Backed { wanted, are_all };
        }
        values = wanted.into_iter().filter_map(Wanted::example).collect();
    }
    Backed { wanted: values.into_iter().map(Wanted::Value).collect(), are_all }
}

impl Wanted {
    fn example(self) -> Option<Value> {
        match self {
            Self::Value(value) => Some(value),
            Self::Text(language) => shortest(&[&language], &[]).ok().flatten().map(Value::String),
        }
    }
}

/// What a field of this kind holds as `text`.
fn held(text: &str, kind: Option<Kind>) -> Vec<Value> {
    let other = parse_json(text).filter(|value| value.is_number() || value.is_boolean());
    let as_text = Value::from(text);
    match kind {
        Some(Kind::Boolean | Kind::Integer | Kind::Instant) => other.into_iter().collect(),
        Some(Kind::Locales) => vec![as_text, Value::from(text.replace('_', "-"))],
        _ => [as_text].into_iter().chain(other).collect(),
    }
}

/// The values of which the table makes `value`.
fn looked_up(table: &Table, value: &Value) -> Vec<Value> {
    let same = |entry: &Value| value::text(entry) == value::text(value);
    let gives = |entry: &Value| match entry {
        Value::Array(several) => several.iter().any(same),
        one => same(one),
    };
    let keys = table.entries.iter().filter(|(_, entry)| gives(entry));
    let mut values: Vec<Value> = keys.map(|(key, _)| Value::from(key.as_str())).collect();
    let booleans: Vec<Value> = values
        .iter()
        .filter_map(Value::as_str)
        .filter_map(parse_json)
        .filter(|value| value.is_boolean() || value.is_number())
        .collect();
    values.extend(booleans);
    let is_unlisted = value::text(value).is_some_and(|text| table.entries.get(&text).is_none());
    values.extend((table.unlisted == Unlisted::Keep && is_unlisted).then(|| value.clone()));
    values
}

/// Whether nothing gives a value but what [`before`] finds.
const fn is_turned_round(step: &Transform) -> bool {
    matches!(
        step,
        Transform::Prefix(_) | Transform::Suffix(_) | Transform::ToBoolean | Transform::ToText
    )
}

/// What the step makes `value` of.
fn before(step: &Transform, value: &Value) -> Vec<Wanted> {
    let Some(text) = value.as_str() else { return before_other(step, value) };
    let values = |texts: Vec<String>| {
        texts.into_iter().map(|text| Wanted::Value(Value::String(text))).collect::<Vec<_>>()
    };
    match step {
        Transform::Trim | Transform::BirthDate | Transform::Split(_) => {
            values(vec![text.to_owned()])
        }
        Transform::LowerCase | Transform::UpperCase => {
            let same = if matches!(step, Transform::LowerCase) {
                text.to_lowercase()
            } else {
                text.to_uppercase()
            };
            if same == text {
                vec![Wanted::Text(Language::literal(text).ignoring_case())]
            } else {
                Vec::new()
            }
        }
        Transform::ToText => {
            let mut wanted = values(vec![text.to_owned()]);
            wanted.extend(parse_json(text).filter(|value| !value.is_string()).map(Wanted::Value));
            wanted
        }
        Transform::ToNumber | Transform::ToBoolean => Vec::new(),
        Transform::ParseJson => values(vec![value.to_string(), format!("[{value}]")]),
        Transform::UrlDecode => values(vec![text.replace('%', "%25")]),
        Transform::CognitoList => values(vec![text.to_owned(), format!("[{text}]")]),
        Transform::Locale => values(vec![text.replace('_', "-"), text.to_owned()]),
        Transform::Prefix(prefix) => {
            values(text.strip_prefix(prefix.as_str()).map(str::to_owned).into_iter().collect())
        }
        Transform::Suffix(suffix) => {
            values(text.strip_suffix(suffix.as_str()).map(str::to_owned).into_iter().collect())
        }
        Transform::Join(with) => {
            let mut wanted = values(vec![text.to_owned()]);
            wanted.push(Wanted::Value(text.split(with.as_str()).map(Value::from).collect()));
            wanted
        }
        Transform::Replace { text: old, by } => {
            let mut texts = vec![text.to_owned()];
            texts.extend((!by.is_empty()).then(|| text.replace(by, old)));
            values(texts)
        }
        Transform::Before(separator, which) => before_separator(text, separator, *which),
        Transform::After(separator, which) => after_separator(text, separator, *which),
        Transform::Capture(expression) => captured(expression.source(), text),
    }
}

fn before_other(step: &Transform, value: &Value) -> Vec<Wanted> {
    let as_text = value::text(value).map(|text| Wanted::Value(Value::String(text)));
    match step {
        Transform::ToNumber if value.is_number() => {
            as_text.into_iter().chain([Wanted::Value(value.clone())]).collect()
        }
        Transform::ToBoolean if value.is_boolean() => {
            [Wanted::Value(value.clone())].into_iter().chain(as_text).collect()
        }
        Transform::ParseJson => as_text.into_iter().collect(),
        _ => Vec::new(),
    }
}

fn before_separator(text: &str, separator: &str, which: Which) -> Vec<Wanted> {
    if which == Which::First && text.contains(separator) {
        return Vec::new();
    }
    let starting = Language::starting_with(&[text, separator].concat());
    let whole = (!text.contains(separator)).then(|| Wanted::Value(Value::from(text)));
    // A text with the separator is the likelier one.
    [Wanted::Text(starting)].into_iter().chain(whole).collect()
}

fn after_separator(text: &str, separator: &str, which: Which) -> Vec<Wanted> {
    if which == Which::Last && text.contains(separator) {
        return Vec::new();
    }
    vec![Wanted::Text(Language::ending_with(&[separator, text].concat()))]
}

/// The texts in which the expression captures `text`.
fn captured(source: &str, text: &str) -> Vec<Wanted> {
    let Ok(pattern) = Pattern::parse(source) else { return Vec::new() };
    if pattern.groups() == 0 {
        return vec![Wanted::Value(Value::from(text))];
    }
    let pinned = pattern.with_group(1, text);
    pinned.map(|pattern| Wanted::Text(Language::pattern(&pattern))).into_iter().collect()
}
