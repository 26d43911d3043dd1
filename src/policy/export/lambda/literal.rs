//! Texts, values and regular expressions as JavaScript writes them.

use crate::policy::expression::Expression;
use serde_json::Value;
use std::fmt::Write as _;

/// Characters that end a line, are not seen, or turn what stands behind them around.
fn is_hidden(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{200b}'..='\u{200f}' | '\u{feff}' | '\u{ad}')
}

/// Whether kickstart would put something in the place of what begins here.
fn begins_variable(before: Option<char>, character: char) -> bool {
    character == '{' && matches!(before, Some('#' | '@'))
}

/// A text in single quotes.
pub(super) fn quoted(text: &str) -> String {
    let mut literal = String::from("'");
    let mut before = None;
    for character in text.chars() {
        match character {
            '\'' | '\\' => literal.extend(['\\', character]),
            '\n' => literal.push_str("\\n"),
            '\r' => literal.push_str("\\r"),
            '\t' => literal.push_str("\\t"),
            _ if is_hidden(character) || begins_variable(before, character) => {
                let _ = write!(literal, "\\u{:04x}", u32::from(character));
            }
            _ => literal.push(character),
        }
        before = Some(character);
    }
    literal.push('\'');
    literal
}

/// A text inside of a comment.
pub(super) fn comment(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for character in text.chars() {
        let before = plain.chars().next_back();
        if before == Some('*') && character == '/' || begins_variable(before, character) {
            plain.push(' ');
        }
        plain.push(if is_hidden(character) { ' ' } else { character });
    }
    plain
}

/// A list of texts.
pub(super) fn texts<T: AsRef<str>>(texts: &[T]) -> String {
    let texts: Vec<String> = texts.iter().map(|text| quoted(text.as_ref())).collect();
    format!("[{}]", texts.join(", "))
}

/// A value of JSON.
pub(super) fn value(value: &Value) -> String {
    match value {
        Value::String(text) => quoted(text),
        Value::Array(items) => {
            let items: Vec<String> = items.iter().map(self::value).collect();
            format!("[{}]", items.join(", "))
        }
        Value::Object(fields) if fields.is_empty() => "{}".to_owned(),
        Value::Object(fields) => {
            let fields: Vec<String> = fields
                .iter()
                .map(|(name, one)| format!("{}: {}", key(name), self::value(one)))
                .collect();
            format!("{{ {} }}", fields.join(", "))
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => value.to_string(),
    }
}

/// The key of an object.
pub(super) fn key(name: &str) -> String {
    if name == "__proto__" {
        // Written plainly it would not be a key but the object's prototype.
        return "['__proto__']".to_owned();
    }
    if is_name(name) { name.to_owned() } else { quoted(name) }
}

/// Whether `text` can stand behind a dot.
pub(super) fn is_name(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_alphabetic() || matches!(first, '_' | '$'))
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'$'))
}

/// A regular expression: between slashes where nobody can take it for something else.
pub(super) fn expression(expression: &Expression) -> String {
    let source = expression.source();
    match between_slashes(source) {
        Some(literal) => literal,
        None => format!("new RegExp({}, 'u')", quoted(source)),
    }
}

fn between_slashes(source: &str) -> Option<String> {
    let mut literal = String::from("/");
    let (mut before, mut is_escaped, mut is_in_class) = (None, false, false);
    for character in source.chars() {
        if is_hidden(character) || begins_variable(before, character) {
            return None;
        }
        match character {
            _ if is_escaped => {}
            '[' => is_in_class = true,
            ']' => is_in_class = false,
            '/' if is_in_class => return None,
            '/' => literal.push('\\'),
            _ => {}
        }
        literal.push(character);
        is_escaped = character == '\\' && !is_escaped;
        before = Some(character);
    }
    literal.push_str("/u");
    (!source.is_empty()).then_some(literal)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn nothing_ends_a_literal_or_begins_a_variable() {
        for (text, literal) in [
            ("it's", r"'it\'s'"),
            ("a\\b\n", r"'a\\b\n'"),
            ("#{x} @{y} {z}", r"'#\u007bx} @\u007by} {z}'"),
            ("\u{2028}\u{202e}\u{7f}\0", r"'\u2028\u202e\u007f\u0000'"),
            ("é😀//", "'é😀//'"),
        ] {
            assert_eq!(quoted(text), literal);
        }
        assert_eq!(comment("a */ #{b}\n**/"), "a * / # {b} ** /");
    }

    #[test]
    fn a_prototype_is_a_key_like_others() {
        let object = json!({ "__proto__": 1, "constructor": [true, null], "a b": "x" });
        assert_eq!(value(&object), "{ ['__proto__']: 1, 'a b': 'x', constructor: [true, null] }");
    }

    #[test]
    fn expressions_stand_between_slashes_where_they_can() {
        for (source, literal) in [
            ("^a/b$", r"/^a\/b$/u"),
            (r"^a\/b$", r"/^a\/b$/u"),
            ("[/]", "new RegExp('[/]', 'u')"),
            ("@{2}", r"new RegExp('@\u007b2}', 'u')"),
            ("a\nb", r"new RegExp('a\nb', 'u')"),
            ("", "new RegExp('', 'u')"),
        ] {
            let read = Expression::new(source).map(|read| expression(&read));
            assert_eq!(read.as_deref(), Ok(literal));
        }
    }
}
