//! What values become: roles from groups, plans from codes.

use super::value;
use crate::model::Named;
use serde_json::Value;

/// A table from values to values.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// For the text of each value what it becomes: a scalar, or a list of texts.
    pub entries: Named<Value>,
    /// What becomes of the others.
    pub unlisted: Unlisted,
}

/// What becomes of a value that is not in the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Unlisted {
    /// It is left out.
    #[default]
    Drop,
    /// It stays as it is.
    Keep,
    /// The login is refused.
    Reject,
}

/// What the table makes of a value.
#[derive(Debug, Clone, PartialEq)]
pub enum Looked {
    /// This.
    Up(Value),
    /// Nothing: it is not listed.
    Dropped,
    /// The login is refused for this value.
    Rejected(String),
    /// The value has no text by which it could be looked up.
    Unusable,
}

impl Table {
    /// Looks `value` up, or each of its entries.
    #[must_use]
    pub fn look_up(&self, value: &Value) -> Looked {
        let Value::Array(items) = value else {
            return self.one(value).map_or_else(|end| end, |found| Looked::Up(found.clone()));
        };
        let mut found = Vec::new();
        for item in items {
            match self.one(item) {
                Ok(Value::Array(several)) => found.extend(several.iter().cloned()),
                Ok(one) => found.push(one.clone()),
                Err(Looked::Dropped) => {}
                Err(end) => return end,
            }
        }
        Looked::Up(Value::Array(found))
    }

    /// What one value becomes, or why it becomes nothing.
    fn one<'a>(&'a self, value: &'a Value) -> Result<&'a Value, Looked> {
        let text = value::text_of(value).ok_or(Looked::Unusable)?;
        match (self.entries.get(&text), self.unlisted) {
            (Some(found), _) => Ok(found),
            (None, Unlisted::Drop) => Err(Looked::Dropped),
            (None, Unlisted::Keep) => Ok(value),
            (None, Unlisted::Reject) => Err(Looked::Rejected(text.into_owned())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn look_up(unlisted: Unlisted, value: &Value) -> Looked {
        let entries = [("a".to_owned(), json!("x")), ("5".to_owned(), json!(["y", "z"]))];
        Table { entries: entries.into_iter().collect(), unlisted }.look_up(value)
    }

    #[test]
    fn entries_are_looked_up_one_by_one() {
        assert_eq!(look_up(Unlisted::Drop, &json!("a")), Looked::Up(json!("x")));
        assert_eq!(
            look_up(Unlisted::Drop, &json!(["a", 5, "b"])),
            Looked::Up(json!(["x", "y", "z"]))
        );
        assert_eq!(look_up(Unlisted::Keep, &json!(["b", 5])), Looked::Up(json!(["b", "y", "z"])));
        assert_eq!(look_up(Unlisted::Reject, &json!(["a", "b"])), Looked::Rejected("b".to_owned()));
        assert_eq!(look_up(Unlisted::Drop, &json!("b")), Looked::Dropped);
        assert_eq!(look_up(Unlisted::Keep, &json!({ "a": 1 })), Looked::Unusable);
    }
}
