//! Where in a JSON text a pointer leads: line and column.

use serde_json::value::RawValue;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// Line and column, both from 1, the column in characters.
pub type Place = (usize, usize);

/// Where the value is that `pointer` leads to; the nearest value above it when it leads nowhere.
///
/// `text` has to be valid JSON; anything else has no places.
///
/// ```
/// use reconcile_kit::check::locate;
///
/// assert_eq!(locate("{\n  \"users\": [1, 2]\n}", "/users/1"), Some((2, 16)));
/// ```
#[must_use]
pub fn locate(text: &str, pointer: &str) -> Option<Place> {
    let mut raw: &RawValue = serde_json::from_str(text).ok()?;
    for step in crate::model::pointer::steps(pointer) {
        match child(raw.get(), &step) {
            Some(inner) => raw = inner,
            None => break,
        }
    }
    // Both are slices of the same text, so the distance of their beginnings is the offset.
    let offset = (raw.get().as_ptr() as usize).checked_sub(text.as_ptr() as usize)?;
    Some(place(text, offset))
}

fn child<'a>(text: &'a str, step: &str) -> Option<&'a RawValue> {
    match text.as_bytes().first()? {
        b'{' => {
            let fields: BTreeMap<Cow<'a, str>, &'a RawValue> = serde_json::from_str(text).ok()?;
            fields.get(step).copied()
        }
        b'[' => {
            let items: Vec<&'a RawValue> = serde_json::from_str(text).ok()?;
            items.get(step.parse::<usize>().ok()?).copied()
        }
        _ => None,
    }
}

/// Line and column of a byte offset.
#[must_use]
pub(super) fn place(text: &str, offset: usize) -> Place {
    let before = text.get(..offset).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    (line, column)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "{\n  \"a/b\": { \"ä\": [ true,\n    null ] }\n}";

    #[test]
    fn a_pointer_leads_to_its_value() {
        assert_eq!(locate(TEXT, ""), Some((1, 1)));
        assert_eq!(locate(TEXT, "/a~1b/ä/0"), Some((2, 19)));
        assert_eq!(locate(TEXT, "/a~1b/ä/1"), Some((3, 5)));
    }

    #[test]
    fn a_pointer_to_nothing_leads_to_what_is_above() {
        assert_eq!(locate(TEXT, "/a~1b/missing/deeper"), locate(TEXT, "/a~1b"));
    }
}
