//! The steps of `transform`: a word, or a word with what it needs.

use super::Reader;
use super::keys::Keys;
use super::limits::MOST_ITEMS;
use crate::model::{Diagnostic, document_fault, nearest, pointer};
use crate::policy::transform::{Transform, Which};
use crate::policy::words;
use serde_json::Value;

impl Reader {
    pub(super) fn transforms(&mut self, keys: &Keys<'_>) -> Vec<Transform> {
        let Some(value) = keys.get("transform") else { return Vec::new() };
        let steps = self.one_or_several(value, &keys.at("transform"));
        if !self.within(steps.len(), MOST_ITEMS, "steps", &keys.at("transform")) {
            return Vec::new();
        }
        steps.into_iter().filter_map(|(step, path)| self.transform(step, &path)).collect()
    }

    fn transform(&mut self, value: &Value, path: &str) -> Option<Transform> {
        match value {
            Value::String(word) => plain(word).or_else(|| {
                self.problem(unknown_word(word, path));
                None
            }),
            Value::Object(fields) => {
                let word = fields.keys().find(|key| *key != "by");
                let Some(word) = word else {
                    self.wrong_type(path.to_owned(), value, "a step such as { \"prefix\": \"x\" }");
                    return None;
                };
                let at = pointer::child(path, word);
                let known = words::names(words::TEXT_TRANSFORMS).any(|name| name == word);
                if !known {
                    self.problem(unknown_word(word, &at));
                    return None;
                }
                let second = |key: &&String| *key != word && (*key != "by" || word != "replace");
                if let Some(second) = fields.keys().find(second) {
                    self.problem(several(path, word, second));
                    return None;
                }
                let argument = fields.get(word)?;
                let by = fields.get("by");
                self.with_text(word, argument, &at, by.map(|by| (by, pointer::child(path, "by"))))
            }
            _ => {
                self.wrong_type(
                    path.to_owned(),
                    value,
                    "a step, such as \"trim\" or { \"prefix\": \"x\" }",
                );
                None
            }
        }
    }

    fn with_text(
        &mut self,
        word: &str,
        argument: &Value,
        at: &str,
        by: Option<(&Value, String)>,
    ) -> Option<Transform> {
        let Some(text) = argument.as_str() else {
            self.wrong_type(at.to_owned(), argument, "a text");
            return None;
        };
        if word != "join" {
            self.filled(text, at.to_owned())?;
        }
        let own = text.to_owned();
        Some(match word {
            "prefix" => Transform::Prefix(own),
            "suffix" => Transform::Suffix(own),
            "split" => Transform::Split(own),
            "join" => Transform::Join(own),
            "before" => Transform::Before(own, Which::First),
            "before-last" => Transform::Before(own, Which::Last),
            "after" => Transform::After(own, Which::First),
            "after-last" => Transform::After(own, Which::Last),
            "capture" => Transform::Capture(self.expression(text, at)?),
            _ => Transform::Replace { text: own, by: self.replacement(by, at)? },
        })
    }

    fn replacement(&mut self, by: Option<(&Value, String)>, at: &str) -> Option<String> {
        match by {
            None => {
                let path = at.strip_suffix("/replace").unwrap_or(at).to_owned();
                self.problem(document_fault::missing_key(&path, "by"));
                None
            }
            Some((Value::String(by), _)) => Some(by.clone()),
            Some((other, path)) => {
                self.wrong_type(path, other, "a text");
                None
            }
        }
    }
}

fn plain(word: &str) -> Option<Transform> {
    Some(match word {
        "trim" => Transform::Trim,
        "lower-case" => Transform::LowerCase,
        "upper-case" => Transform::UpperCase,
        "to-text" => Transform::ToText,
        "to-number" => Transform::ToNumber,
        "to-boolean" => Transform::ToBoolean,
        "parse-json" => Transform::ParseJson,
        "url-decode" => Transform::UrlDecode,
        "cognito-list" => Transform::CognitoList,
        "locale" => Transform::Locale,
        "birth-date" => Transform::BirthDate,
        _ => return None,
    })
}

fn unknown_word(word: &str, path: &str) -> Diagnostic {
    let texts = || words::names(words::TEXT_TRANSFORMS);
    let known = || words::names(words::PLAIN_TRANSFORMS).chain(texts());
    let help = if texts().any(|name| name == word) {
        format!("`{word}` needs a text: write {{ \"{word}\": \"…\" }}")
    } else if words::names(words::PLAIN_TRANSFORMS).any(|name| name == word) {
        format!("`{word}` takes nothing: write \"{word}\" alone")
    } else {
        nearest(word, known())
    };
    Diagnostic::error(
        "unknown-value",
        path,
        format!("`{}` is not a known step", crate::model::shorten(word)),
    )
    .found(word)
    .expected(known().collect::<Vec<_>>().join(", "))
    .help(help)
}

fn several(path: &str, word: &str, second: &str) -> Diagnostic {
    let message = format!("`{word}` and `{}` stand in one step", crate::model::shorten(second));
    Diagnostic::error("policy-step", path, message)
        .expected("one step in each object")
        .help(format!("write them one after the other: [{{ \"{word}\": … }}, …]"))
}
