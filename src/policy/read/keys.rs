//! Objects of a policy: the keys they may have, and values of the type that is expected.

use super::Reader;
use crate::model::{Diagnostic, document_fault, pointer};
use crate::policy::words::{self, Word};
use serde_json::{Map, Value};

/// An object of the document, and where it stands.
pub(super) struct Keys<'a> {
    pub(super) path: &'a str,
    fields: &'a Map<String, Value>,
}

impl<'a> Keys<'a> {
    pub(super) fn get(&self, key: &str) -> Option<&'a Value> {
        self.fields.get(key)
    }

    pub(super) fn has(&self, key: &str) -> bool {
        self.fields.contains_key(key)
    }

    pub(super) fn at(&self, key: &str) -> String {
        pointer::child(self.path, key)
    }

    /// Which of `keys` there are.
    pub(super) fn of<'k>(&self, keys: &'k [&'k str]) -> Vec<&'k str> {
        keys.iter().copied().filter(|key| self.has(key)).collect()
    }
}

impl Reader {
    /// The object `value`, which may have the keys of `known` and no others.
    pub(super) fn open<'a>(
        &mut self,
        value: &'a Value,
        path: &'a str,
        known: &'static [Word],
    ) -> Option<Keys<'a>> {
        let fields = self.object(value, path)?;
        for key in fields.keys().filter(|key| words::names(known).all(|name| name != *key)) {
            self.problem(document_fault::unknown_key(path, key, words::names(known)));
        }
        Some(Keys { path, fields })
    }

    pub(super) fn object<'a>(
        &mut self,
        value: &'a Value,
        path: &str,
    ) -> Option<&'a Map<String, Value>> {
        let fields = value.as_object();
        if fields.is_none() {
            self.wrong_type(path.to_owned(), value, "an object");
        }
        fields
    }

    /// The text at `key`.
    pub(super) fn text<'a>(&mut self, keys: &Keys<'a>, key: &str) -> Option<&'a str> {
        let value = keys.get(key)?;
        let text = value.as_str();
        if text.is_none() {
            self.wrong_type(keys.at(key), value, "a text");
        }
        text
    }

    /// The text at `key`, which must have characters.
    pub(super) fn filled_text<'a>(&mut self, keys: &Keys<'a>, key: &str) -> Option<&'a str> {
        let text = self.text(keys, key)?;
        self.filled(text, keys.at(key))
    }

    pub(super) fn filled<'a>(&mut self, text: &'a str, path: String) -> Option<&'a str> {
        if text.is_empty() {
            self.problem(
                Diagnostic::error("invalid-value", path, "the text has no characters")
                    .expected("a text with at least one character")
                    .help("write the text, or leave the key out"),
            );
            return None;
        }
        Some(text)
    }

    pub(super) fn flag(&mut self, keys: &Keys<'_>, key: &str) -> Option<bool> {
        let value = keys.get(key)?;
        let flag = value.as_bool();
        if flag.is_none() {
            self.wrong_type(keys.at(key), value, "true or false");
        }
        flag
    }

    pub(super) fn list<'a>(&mut self, keys: &Keys<'a>, key: &str) -> Option<&'a [Value]> {
        let value = keys.get(key)?;
        let list = value.as_array();
        if list.is_none() {
            self.wrong_type(keys.at(key), value, "a list");
        }
        list.map(Vec::as_slice)
    }

    /// The entries of a list that needs one, or the value that stands alone.
    pub(super) fn one_or_several<'a>(
        &mut self,
        value: &'a Value,
        path: &str,
    ) -> Vec<(&'a Value, String)> {
        match value {
            Value::Array(items) if items.is_empty() => {
                self.problem(
                    Diagnostic::error("invalid-value", path, "the list has no entries")
                        .expected("at least one entry")
                        .help("add an entry, or leave the key out"),
                );
                Vec::new()
            }
            Value::Array(items) => items
                .iter()
                .enumerate()
                .map(|(index, item)| (item, pointer::item(path, index)))
                .collect(),
            one => vec![(one, path.to_owned())],
        }
    }

    pub(super) fn wrong_type(&mut self, path: String, found: &Value, expected: &str) {
        self.problem(document_fault::wrong_type(path, found, expected));
    }

    pub(super) fn missing_key(&mut self, path: &str, key: &str) {
        self.problem(document_fault::missing_key(path, key));
    }

    pub(super) fn unknown_value<'a>(
        &mut self,
        path: String,
        found: &Value,
        known: impl Iterator<Item = &'a str> + Clone,
    ) {
        self.problem(document_fault::unknown_value(path, found, known));
    }

    /// `key` says nothing here.
    pub(super) fn in_vain(&mut self, keys: &Keys<'_>, key: &str, why: &str, help: &str) {
        if keys.has(key) {
            self.problem(
                Diagnostic::error("policy-key-in-vain", keys.at(key), format!("`{key}` {why}"))
                    .help(help),
            );
        }
    }
}
