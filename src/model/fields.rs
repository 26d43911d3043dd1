//! Takes known fields out of a JSON object, and leaves the rest.
//!
//! Documents are checked by their schema before they get here, so a field of the wrong type is not an error:
//! it stays with the rest, as a field that nobody uses. Reading by hand instead of through derived code keeps
//! the WASM module a fifth smaller.

use super::named::Named;
use serde_json::{Map, Value};

/// An object whose fields are taken out one by one.
pub(crate) struct Fields(Map<String, Value>);

impl Fields {
    /// The fields of `value`; none when it is no object.
    pub(crate) fn of(value: Value) -> Self {
        match value {
            Value::Object(fields) => Self(fields),
            _ => Self(Map::new()),
        }
    }

    fn take<T>(&mut self, name: &str, read: impl FnOnce(Value) -> Result<T, Value>) -> Option<T> {
        let value = self.0.remove(name)?;
        match read(value) {
            Ok(taken) => Some(taken),
            Err(value) => {
                self.0.insert(name.to_owned(), value);
                None
            }
        }
    }

    /// A text.
    pub(crate) fn text(&mut self, name: &str) -> Option<String> {
        self.take(name, |value| match value {
            Value::String(text) => Ok(text),
            other => Err(other),
        })
    }

    /// True or false.
    pub(crate) fn flag(&mut self, name: &str) -> Option<bool> {
        self.take(name, |value| value.as_bool().ok_or(value))
    }

    /// A whole number, which may be written as `1.0`; one that is out of range becomes the nearest one in it.
    pub(crate) fn integer(&mut self, name: &str) -> Option<i64> {
        #[expect(clippy::cast_possible_truncation, reason = "the cast saturates, which is meant")]
        self.take(name, |value| {
            let whole = value.as_f64().filter(|number| number.fract() == 0.0);
            value.as_i64().or_else(|| whole.map(|number| number as i64)).ok_or(value)
        })
    }

    /// An object.
    pub(crate) fn object(&mut self, name: &str) -> Option<Map<String, Value>> {
        self.take(name, |value| match value {
            Value::Object(fields) => Ok(fields),
            other => Err(other),
        })
    }

    /// Anything.
    pub(crate) fn value(&mut self, name: &str) -> Option<Value> {
        self.0.remove(name)
    }

    /// A list, each entry read by `read`.
    pub(crate) fn list<T>(&mut self, name: &str, read: impl FnMut(Value) -> T) -> Option<Vec<T>> {
        let list = self.take(name, |value| match value {
            Value::Array(items) => Ok(items),
            other => Err(other),
        })?;
        Some(list.into_iter().map(read).collect())
    }

    /// An object of texts; other entries are left out.
    pub(crate) fn texts(&mut self, name: &str) -> Named<String> {
        let mut texts = Named::default();
        for (name, value) in self.object(name).into_iter().flatten() {
            if let Value::String(text) = value {
                texts.insert(name, text);
            }
        }
        texts
    }

    /// An object whose entries are all read alike.
    pub(crate) fn by_id<T: From<Value>>(&mut self, name: &str) -> Option<Named<T>> {
        let mut entries = Named::default();
        for (id, value) in self.object(name)? {
            entries.insert(id, T::from(value));
        }
        Some(entries)
    }

    /// What was not taken.
    pub(crate) fn rest(self) -> Map<String, Value> {
        self.0
    }
}

/// Puts a field back, if there is something to put.
pub(crate) fn put(fields: &mut Map<String, Value>, name: &str, value: Option<impl Into<Value>>) {
    if let Some(value) = value {
        fields.insert(name.to_owned(), value.into());
    }
}

/// The names of the fields of both objects, sorted, each once.
pub(crate) fn names_of_both<'a>(
    one: &'a Map<String, Value>,
    other: &'a Map<String, Value>,
) -> Vec<&'a String> {
    let mut names = Vec::with_capacity(one.len().max(other.len()));
    let (mut left, mut right) = (one.keys().peekable(), other.keys().peekable());
    while let Some(name) = left.peek().copied().into_iter().chain(right.peek().copied()).min() {
        names.push(name);
        left.next_if_eq(&name);
        right.next_if_eq(&name);
    }
    names
}
