//! Steps on texts, by JavaScript's rules.

use super::Which;
use serde_json::Value;

/// Whether JavaScript's `trim` takes the character off: Unicode's blanks with the byte order mark, and without NEL.
pub(in crate::policy) fn blank(character: char) -> bool {
    character == '\u{feff}' || (character.is_whitespace() && character != '\u{85}')
}

pub(super) fn trim(text: &str) -> &str {
    text.trim_matches(blank)
}

/// What stands before the separator; all of it where there is none.
pub(super) fn before<'a>(text: &'a str, separator: &str, which: Which) -> &'a str {
    parts(text, separator, which).map_or(text, |(before, _)| before)
}

/// What stands after the separator.
pub(super) fn after<'a>(text: &'a str, separator: &str, which: Which) -> Option<&'a str> {
    parts(text, separator, which).map(|(_, after)| after)
}

fn parts<'a>(text: &'a str, separator: &str, which: Which) -> Option<(&'a str, &'a str)> {
    match which {
        Which::First => text.split_once(separator),
        Which::Last => text.rsplit_once(separator),
    }
}

/// The parts between separators, without empty ones.
pub(super) fn split(text: &str, separator: &str) -> Value {
    text.split(separator).filter(|part| !part.is_empty()).map(Value::from).collect()
}

/// The entries of `[a, b]`, with or without its brackets.
pub(super) fn cognito_list(text: &str) -> Value {
    let text = trim(text);
    let inside = text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or(text);
    inside.split(',').map(trim).filter(|part| !part.is_empty()).map(Value::from).collect()
}

/// The text that `%20` and the like stand for, as JavaScript's `decodeURIComponent` reads it.
pub(super) fn url_decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            bytes.push(hex(rest.next()?)? * 16 + hex(rest.next()?)?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_are_javascripts() {
        assert_eq!(trim("\u{feff}\u{a0} a\u{2003}\n"), "a");
        assert_eq!(trim("\u{85}a\u{200b}"), "\u{85}a\u{200b}");
    }

    #[test]
    fn separators_count_once() {
        assert_eq!(before("google_a_b", "_", Which::First), "google");
        assert_eq!(before("google_a_b", "_", Which::Last), "google_a");
        assert_eq!(before("jane", "_", Which::First), "jane");
        assert_eq!(after("google_a_b", "_", Which::First), Some("a_b"));
        assert_eq!(after("google_a_b", "_", Which::Last), Some("b"));
        assert_eq!(after("jane", "_", Which::First), None);
    }

    #[test]
    fn escapes_are_those_of_utf8() {
        assert_eq!(url_decoded("a%20b%C3%A9+").as_deref(), Some("a bé+"));
        for text in ["%", "%2", "%zz", "%C3", "%ff", "%+1"] {
            assert_eq!(url_decoded(text), None, "{text}");
        }
    }
}
