//! Where in a JSON text a pointer leads: line and column.

use serde::de::IgnoredAny;
use serde_json::Deserializer;

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
    serde_json::from_str::<IgnoredAny>(text).ok()?;
    let mut offset = token(text, 0);
    for step in crate::model::pointer::steps(pointer) {
        match child(text, offset, &step) {
            Some(inner) => offset = inner,
            None => break,
        }
    }
    Some(place(text, offset))
}

/// Where the part of the object or list at `offset` begins that `step` leads to. Of two of one name it is the last, as
/// for whoever reads the document.
fn child(text: &str, offset: usize, step: &str) -> Option<usize> {
    let is_object = match text.as_bytes().get(offset)? {
        b'{' => true,
        b'[' => false,
        _ => return None,
    };
    let mut found = None;
    let mut at = token(text, offset + 1);
    let mut index = 0_usize;
    while !matches!(text.as_bytes().get(at)?, b'}' | b']') {
        let mut is_wanted = step.parse() == Ok(index);
        if is_object {
            let end = after(text, at)?;
            is_wanted = serde_json::from_str::<String>(text.get(at..end)?).ok()? == step;
            at = token(text, token(text, end) + ":".len());
        }
        if is_wanted {
            found = Some(at);
        }
        at = token(text, after(text, at)?);
        if text.as_bytes().get(at) == Some(&b',') {
            at = token(text, at + 1);
        }
        index += 1;
    }
    found
}

/// Where the next token begins, from `offset` on.
fn token(text: &str, offset: usize) -> usize {
    let rest = text.get(offset..).unwrap_or_default();
    offset + rest.len() - rest.trim_start_matches([' ', '\n', '\r', '\t']).len()
}

/// Where the value ends that begins at `offset`.
fn after(text: &str, offset: usize) -> Option<usize> {
    let mut values = Deserializer::from_str(text.get(offset..)?).into_iter::<IgnoredAny>();
    values.next()?.ok()?;
    Some(offset + values.byte_offset())
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
    fn names_are_compared_as_they_are_read_and_the_last_one_counts() {
        let text = "[\t1.5 , {\"\\u0061\":[],\n\"a\" : -2e3,\"b\":{}}]";
        assert_eq!(locate(text, "/0"), Some((1, 3)));
        assert_eq!(locate(text, "/1/a"), Some((2, 7)));
        assert_eq!(locate(text, "/1/b"), Some((2, 16)));
        assert_eq!(locate(text, "/1/0"), locate(text, "/1"));
        assert_eq!(locate(text, "/00"), locate(text, "/0"));
        assert_eq!(locate("[", ""), None);
    }

    #[test]
    fn a_pointer_to_nothing_leads_to_what_is_above() {
        assert_eq!(locate(TEXT, "/a~1b/missing/deeper"), locate(TEXT, "/a~1b"));
    }
}
