//! Literals that mean the same wherever the text goes: kickstart joins lines, and takes `#{…}`, `@{…}` and `&{…}`
//! for its own.

use serde_json::Value;
use std::fmt::Write as _;

/// A text, in single quotes.
///
/// The brace of `#{` is written as an escape, so that kickstart does not look for a variable.
pub(crate) fn text(text: &str) -> String {
    let mut literal = String::with_capacity(text.len() + 2);
    literal.push('\'');
    let mut before = '\0';
    for character in text.chars() {
        match character {
            '\'' | '\\' => literal.extend(['\\', character]),
            '\n' => literal.push_str("\\n"),
            '\r' => literal.push_str("\\r"),
            '\t' => literal.push_str("\\t"),
            '{' if opens(before) => escape(&mut literal, character),
            _ if is_invisible(character) => escape(&mut literal, character),
            _ => literal.push(character),
        }
        before = character;
    }
    literal.push('\'');
    literal
}

/// A text, a number, true, false or null; anything else has no literal here.
pub(crate) fn scalar(value: &Value) -> String {
    match value {
        Value::String(string) => text(string),
        other => other.to_string(),
    }
}

/// The one of `values`, or a list of them.
pub(crate) fn list(values: impl Iterator<Item = String>) -> String {
    format!("[{}]", values.collect::<Vec<_>>().join(", "))
}

/// A regular expression with the flag `u`.
///
/// In it a brace may stand for a repetition, so what stands before the brace is written as an escape instead.
pub(crate) fn expression(source: &str) -> String {
    let mut literal = String::with_capacity(source.len() + 3);
    literal.push('/');
    let mut characters = source.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '\\' => {
                literal.push(character);
                literal.extend(characters.next());
            }
            '/' => literal.push_str("\\/"),
            '\n' => literal.push_str("\\n"),
            '\r' => literal.push_str("\\r"),
            _ if opens(character) && characters.peek() == Some(&'{') => {
                escape(&mut literal, character);
            }
            _ if is_invisible(character) => escape(&mut literal, character),
            _ => literal.push(character),
        }
    }
    // Two slashes alone begin a comment.
    if source.is_empty() {
        literal.push_str("(?:)");
    }
    literal.push_str("/u");
    literal
}

/// `object` with one more step: `user.firstName`, `data['first name']`.
pub(crate) fn member(object: &str, step: &str) -> String {
    if is_name(step) { format!("{object}.{step}") } else { format!("{object}[{}]", text(step)) }
}

/// Whether a key can stand behind a dot.
pub(crate) fn is_name(text: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'$');
    text.bytes().all(plain) && text.bytes().next().is_some_and(|first| !first.is_ascii_digit())
}

/// A block comment in one line.
pub(crate) fn comment(text: &str) -> String {
    let mut line = String::with_capacity(text.len() + 6);
    line.push_str("/* ");
    let mut before = '\0';
    for character in text.chars() {
        let ends = before == '*' && character == '/';
        if ends || (opens(before) && character == '{') {
            line.push(' ');
        }
        before = if is_invisible(character) { ' ' } else { character };
        line.push(before);
    }
    line.push_str(" */");
    line
}

/// Whether kickstart takes this and a brace for its own.
const fn opens(character: char) -> bool {
    matches!(character, '#' | '@' | '&')
}

/// What ends lines, or changes how a line looks without being seen itself.
const fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{ad}' | '\u{200b}'..='\u{200f}'
            | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}'
    )
}

fn escape(literal: &mut String, character: char) {
    // Writing to a String cannot fail.
    let _ = write!(literal, "\\u{:04x}", u32::from(character));
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn texts_are_quoted_and_hold_nothing_of_kickstart() {
        for (value, literal) in [
            ("Jane", r"'Jane'"),
            ("O'Neil \\", r"'O\'Neil \\'"),
            ("a\r\n\tb\0", r"'a\r\n\tb\u0000'"),
            ("\u{2028}\u{2029}\u{202e}", r"'\u2028\u2029\u202e'"),
            ("#{x} @{y} &{z} ${v} {", r"'#\u007bx} @\u007by} &\u007bz} ${v} {'"),
            ("##{", r"'##\u007b'"),
            ("😀", "'😀'"),
            ("", "''"),
        ] {
            assert_eq!(text(value), literal);
        }
    }

    #[test]
    fn scalars_are_written_as_they_are() {
        for (value, literal) in
            [(json!(5), "5"), (json!(-1.5), "-1.5"), (json!(true), "true"), (json!("a"), "'a'")]
        {
            assert_eq!(scalar(&value), literal);
        }
    }

    #[test]
    fn expressions_keep_their_meaning() {
        for (source, literal) in [
            ("^a/b$", r"/^a\/b$/u"),
            (r"\/[/]\d", r"/\/[\/]\d/u"),
            ("a\nb", r"/a\nb/u"),
            ("#{2}[@{]", r"/\u0023{2}[\u0040{]/u"),
            (r"\u{1F600}\p{Lu}", r"/\u{1F600}\p{Lu}/u"),
            ("", "/(?:)/u"),
        ] {
            assert_eq!(expression(source), literal);
        }
    }

    #[test]
    fn keys_stand_behind_dots_or_in_brackets() {
        assert_eq!(member("user.data", "plan"), "user.data.plan");
        assert_eq!(member("user.data", "a-b"), "user.data['a-b']");
        assert!(!is_name("") && !is_name("1a") && is_name("_a1"));
    }

    #[test]
    fn a_comment_ends_where_it_should() {
        assert_eq!(comment("a */ b\n#{c}"), "/* a * / b # {c} */");
    }
}
