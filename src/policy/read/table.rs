//! Tables of values.

use super::Reader;
use super::keys::Keys;
use super::limits::{MOST_ENTRIES, MOST_ITEMS};
use crate::model::{Named, pointer};
use crate::policy::table::{Table, Unlisted};
use crate::policy::target::Target;
use crate::policy::value::is_missing;
use crate::policy::words;
use serde_json::Value;

impl Reader {
    pub(super) fn table(
        &mut self,
        value: &Value,
        keys: &Keys<'_>,
        target: &Target,
    ) -> Option<Table> {
        let path = keys.at("table");
        let fields = self.object(value, &path)?;
        if !self.within(fields.len(), MOST_ENTRIES, "entries in a table", &path) {
            return None;
        }
        let entries: Named<Value> = fields
            .iter()
            .filter_map(|(key, value)| {
                let at = pointer::child(&path, key);
                self.entry(value, &at, target).map(|value| (key.clone(), value))
            })
            .collect();
        let unlisted = match self.word(keys, "unlisted", words::UNLISTEDS) {
            Some("keep") => Unlisted::Keep,
            Some("reject") => Unlisted::Reject,
            _ => Unlisted::Drop,
        };
        Some(Table { entries, unlisted })
    }

    fn entry(&mut self, value: &Value, at: &str, target: &Target) -> Option<Value> {
        let scalar = |value: &Value| !is_missing(value) && !value.is_array() && !value.is_object();
        let fits = match value {
            Value::Array(items) => items.iter().all(scalar),
            one => scalar(one),
        };
        if !fits {
            self.wrong_type(
                at.to_owned(),
                value,
                "a text, a number, a boolean, or a list of these",
            );
            return None;
        }
        if let Value::Array(items) = value {
            self.within(items.len(), MOST_ITEMS, "values of one entry", at).then_some(())?;
        }
        // A list is made of all entries that are found, so each only has to fit into it.
        self.held(value, at.to_owned(), target)
            .map(|held| if target.is_list() { value.clone() } else { held })
    }
}
