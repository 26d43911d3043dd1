//! What a rule does to a value, step by step. Each step gives the same in the core and in the exported lambda.

mod birth_date;
mod json;
mod locale;
mod text;

pub(super) use json::parse as parse_json;
pub(super) use text::blank;

use super::expression::Expression;
use super::value;
use crate::claims::cognito::boolean_claim;
use serde_json::Value;

/// One step. Steps that work on texts work on each text of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Transform {
    /// Takes blanks off both ends.
    Trim,
    /// Makes every letter small.
    LowerCase,
    /// Makes every letter capital.
    UpperCase,
    /// Makes a text of a whole number or a boolean.
    ToText,
    /// Makes a number of a text.
    ToNumber,
    /// Makes a boolean of a text.
    ToBoolean,
    /// Reads the JSON in a text.
    ParseJson,
    /// Decodes `%20` and the like.
    UrlDecode,
    /// Makes a list of a text such as `[a, b]`.
    CognitoList,
    /// Makes a locale such as `en_US`.
    Locale,
    /// Makes a day of the form `YYYY-MM-DD`.
    BirthDate,
    /// Puts a text before.
    Prefix(String),
    /// Puts a text after.
    Suffix(String),
    /// Cuts a text into a list.
    Split(String),
    /// Joins a list to a text.
    Join(String),
    /// Replaces each occurrence of a text.
    Replace {
        /// What is looked for.
        text: String,
        /// What stands in its place.
        by: String,
    },
    /// Keeps what a regular expression captures.
    Capture(Expression),
    /// Keeps what stands before a separator.
    Before(String, Which),
    /// Keeps what stands after a separator.
    After(String, Which),
}

/// Which occurrence of a separator counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// The first one.
    First,
    /// The last one.
    Last,
}

/// What became of a value.
#[derive(Debug, Clone, PartialEq)]
pub enum Step {
    /// It is this now.
    Gives(Value),
    /// There is none: the pattern does not match, the separator is not there.
    Nothing,
    /// The step cannot use it; what it takes, in words.
    Unusable(&'static str),
}

impl Step {
    fn of_text(text: Option<String>) -> Self {
        text.map_or(Self::Nothing, |text| Self::Gives(Value::String(text)))
    }

    fn or_unusable(value: Option<Value>, takes: &'static str) -> Self {
        value.map_or(Self::Unusable(takes), Self::Gives)
    }
}

impl Transform {
    /// The name, as it is written in a policy.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Trim => "trim",
            Self::LowerCase => "lower-case",
            Self::UpperCase => "upper-case",
            Self::ToText => "to-text",
            Self::ToNumber => "to-number",
            Self::ToBoolean => "to-boolean",
            Self::ParseJson => "parse-json",
            Self::UrlDecode => "url-decode",
            Self::CognitoList => "cognito-list",
            Self::Locale => "locale",
            Self::BirthDate => "birth-date",
            Self::Prefix(_) => "prefix",
            Self::Suffix(_) => "suffix",
            Self::Split(_) => "split",
            Self::Join(_) => "join",
            Self::Replace { .. } => "replace",
            Self::Capture(_) => "capture",
            Self::Before(_, Which::First) => "before",
            Self::Before(_, Which::Last) => "before-last",
            Self::After(_, Which::First) => "after",
            Self::After(_, Which::Last) => "after-last",
        }
    }

    /// What it takes, in words.
    #[must_use]
    pub const fn takes(&self) -> &'static str {
        match self {
            Self::ToText => "a text, a whole number or a boolean",
            Self::ToNumber => "a number, or its text",
            Self::ToBoolean => "a boolean, or the text `true` or `false`",
            Self::ParseJson => "a text of JSON",
            Self::UrlDecode => "a text whose `%` are followed by two hexadecimal digits of UTF-8",
            Self::Locale => "a language such as `en`, or with a country `en-US`",
            Self::BirthDate => birth_date::TAKES,
            Self::Join(_) => "a list of texts",
            _ => "a text",
        }
    }

    /// Takes the step.
    #[must_use]
    pub fn apply(&self, value: &Value) -> Step {
        match (self, value) {
            (Self::Join(with), Value::Array(items)) => self.join(with, items),
            (Self::Split(_) | Self::CognitoList, Value::Array(items)) => self.flat(items),
            (_, Value::Array(items)) => self.each(items),
            _ => self.one(value),
        }
    }

    fn join(&self, with: &str, items: &[Value]) -> Step {
        let texts: Option<Vec<String>> = items.iter().map(value::text).collect();
        Step::or_unusable(texts.map(|texts| Value::String(texts.join(with))), self.takes())
    }

    /// The list of what the entries give; those that give nothing are left out.
    fn each(&self, items: &[Value]) -> Step {
        let mut kept = Vec::with_capacity(items.len());
        for item in items {
            match self.one(item) {
                Step::Gives(value) => kept.push(value),
                Step::Nothing => {}
                Step::Unusable(takes) => return Step::Unusable(takes),
            }
        }
        Step::Gives(Value::Array(kept))
    }

    /// One list of what the entries give, each of which is a list.
    fn flat(&self, items: &[Value]) -> Step {
        match self.each(items) {
            Step::Gives(Value::Array(lists)) => {
                let entries = lists.into_iter().flat_map(|list| match list {
                    Value::Array(items) => items,
                    other => vec![other],
                });
                Step::Gives(entries.collect())
            }
            other => other,
        }
    }

    fn one(&self, value: &Value) -> Step {
        match self {
            Self::ToText => Step::or_unusable(value::text(value).map(Value::String), self.takes()),
            Self::ToBoolean => {
                Step::or_unusable(boolean_claim(value).map(Value::Bool), self.takes())
            }
            Self::ToNumber => Step::or_unusable(number(value), self.takes()),
            _ => match value.as_str() {
                Some(text) => self.of_text(text),
                None => Step::Unusable(self.takes()),
            },
        }
    }

    fn of_text(&self, text: &str) -> Step {
        let changed = match self {
            Self::Trim => text::trim(text).to_owned(),
            Self::LowerCase => text.to_lowercase(),
            Self::UpperCase => text.to_uppercase(),
            Self::Prefix(prefix) => [prefix, text].concat(),
            Self::Suffix(suffix) => [text, suffix].concat(),
            Self::Replace { text: old, by } => text.replace(old, by),
            Self::Before(separator, which) => text::before(text, separator, *which).to_owned(),
            Self::After(separator, which) => {
                return Step::of_text(text::after(text, separator, *which).map(str::to_owned));
            }
            Self::Capture(expression) => {
                return Step::of_text(expression.capture(text));
            }
            Self::ParseJson => return Step::or_unusable(json::parse(text), self.takes()),
            Self::UrlDecode => {
                let decoded = text::url_decoded(text).map(Value::String);
                return Step::or_unusable(decoded, self.takes());
            }
            Self::CognitoList => return Step::Gives(text::cognito_list(text)),
            Self::Split(separator) => return Step::Gives(text::split(text, separator)),
            Self::Locale => {
                let locale = locale::of(text).map(Value::String);
                return Step::or_unusable(locale, self.takes());
            }
            Self::BirthDate => return birth_date::of(text),
            // A text alone is joined already.
            Self::Join(_) | Self::ToText | Self::ToBoolean | Self::ToNumber => text.to_owned(),
        };
        Step::Gives(Value::String(changed))
    }
}

/// The most digits before the point, and behind it: JavaScript and Rust read so many alike.
const MOST_DIGITS: usize = 15;

/// The number that a text such as `-1.50` writes.
fn number(value: &Value) -> Option<Value> {
    let text = match value {
        Value::Number(_) => return Some(value.clone()),
        Value::String(text) => text,
        _ => return None,
    };
    let digits = |part: &str| {
        (1..=MOST_DIGITS).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    let plain = text.strip_prefix('-').unwrap_or(text);
    let is_number = match plain.split_once('.') {
        Some((whole, fraction)) => digits(whole) && digits(fraction),
        None => digits(plain),
    };
    text.parse().ok().filter(|_| is_number).and_then(value::number)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn gives(transform: &Transform, value: &Value) -> Value {
        match transform.apply(value) {
            Step::Gives(value) => value,
            Step::Nothing => json!("(nothing)"),
            Step::Unusable(_) => json!("(unusable)"),
        }
    }

    #[test]
    fn texts_are_changed_alone_and_in_lists() {
        let after = Transform::After("-".to_owned(), Which::First);
        assert_eq!(gives(&after, &json!("app-admin")), json!("admin"));
        assert_eq!(gives(&after, &json!("none")), json!("(nothing)"));
        assert_eq!(gives(&after, &json!(["app-a", "none", "app-b-c"])), json!(["a", "b-c"]));
        assert_eq!(gives(&after, &json!(["app-a", 5])), json!("(unusable)"));
        assert_eq!(gives(&after, &json!(5)), json!("(unusable)"));
    }

    #[test]
    fn lists_are_made_and_unmade() {
        let split = Transform::Split(",".to_owned());
        assert_eq!(gives(&split, &json!("a,,b")), json!(["a", "b"]));
        assert_eq!(gives(&split, &json!(["a,b", "c"])), json!(["a", "b", "c"]));
        let join = Transform::Join("/".to_owned());
        assert_eq!(gives(&join, &json!(["a", 1, true])), json!("a/1/true"));
        assert_eq!(gives(&join, &json!("a")), json!("a"));
        assert_eq!(gives(&join, &json!(["a", 1.5])), json!("(unusable)"));
        assert_eq!(gives(&Transform::CognitoList, &json!("[a, b c,]")), json!(["a", "b c"]));
        assert_eq!(gives(&Transform::CognitoList, &json!("a")), json!(["a"]));
    }

    #[test]
    fn numbers_are_read_as_far_as_every_host_agrees() {
        for (text, number) in [
            ("12", json!(12)),
            ("-1.50", json!(-1.5)),
            ("5.0", json!(5)),
            ("-0", json!(0)),
            ("007", json!(7)),
            ("1e5", json!("(unusable)")),
            ("", json!("(unusable)")),
            (" 1", json!("(unusable)")),
            ("1.", json!("(unusable)")),
            ("1234567890123456", json!("(unusable)")),
        ] {
            assert_eq!(gives(&Transform::ToNumber, &json!(text)), number, "{text}");
        }
        assert_eq!(gives(&Transform::ToNumber, &json!(1.5)), json!(1.5));
        assert_eq!(gives(&Transform::ToNumber, &json!(true)), json!("(unusable)"));
    }

    #[test]
    fn booleans_are_read_in_every_case() {
        assert_eq!(gives(&Transform::ToBoolean, &json!("TRUE")), json!(true));
        assert_eq!(gives(&Transform::ToBoolean, &json!(false)), json!(false));
        assert_eq!(gives(&Transform::ToBoolean, &json!("yes")), json!("(unusable)"));
        assert_eq!(gives(&Transform::ToText, &json!(false)), json!("false"));
        assert_eq!(gives(&Transform::ToText, &json!({})), json!("(unusable)"));
    }
}
