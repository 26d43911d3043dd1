//! Values as JSON text, the same bytes as serde_json gives.
//!
//! Printing is a quarter of what a preview takes, so texts are looked at eight bytes at a time here. There is one
//! printer for whatever is printed, where serde_json has one for each kind of writer, which makes the module smaller.

mod parts;

use parts::Parts;
use serde::ser::{Error, Serialize, Serializer};
use std::fmt;

/// Why a value has no JSON text: a key is no text, or the value says so itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unprintable(String);

impl fmt::Display for Unprintable {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl std::error::Error for Unprintable {}

impl Error for Unprintable {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self(message.to_string())
    }
}

/// The JSON text of `value`.
///
/// # Errors
///
/// Fails for a map with a key that is no text.
///
/// ```
/// let text = reconcile_kit::model::json_text(&("a \"b\"", [1.5, 2.0], None::<bool>));
/// assert_eq!(text.as_deref(), Ok(r#"["a \"b\"",[1.5,2.0],null]"#));
/// ```
pub fn json_text<T: Serialize + ?Sized>(value: &T) -> Result<String, Unprintable> {
    let mut printer = Printer { text: String::with_capacity(FIRST) };
    value.serialize(&mut printer)?;
    Ok(printer.text)
}

/// How long a text is that need not be moved while it grows.
const FIRST: usize = 512;

// As texts: what is compiled for size calls an encoder of characters for each `char`.
const QUOTE: &str = "\"";
const COMMA: &str = ",";
const COLON: &str = ":";

/// Prints one value behind the other.
struct Printer {
    text: String,
}

impl Printer {
    /// A text in its quotes.
    fn quote(&mut self, text: &str) {
        self.text.push_str(QUOTE);
        let plain = plain_length(text.as_bytes());
        if plain == text.len() {
            self.text.push_str(text);
        } else {
            self.escaped(text, plain);
        }
        self.text.push_str(QUOTE);
    }

    /// A text of which so many bytes need no change.
    fn escaped(&mut self, text: &str, plain: usize) {
        let (mut rest, mut plain) = (text, plain);
        while let Some((same, special)) = rest.split_at_checked(plain) {
            self.text.push_str(same);
            let mut characters = special.chars();
            let Some(character) = characters.next() else { break };
            self.escape(character);
            rest = characters.as_str();
            plain = plain_length(rest.as_bytes());
        }
    }

    fn escape(&mut self, character: char) {
        let letter = match character {
            '"' | '\\' => character,
            '\u{8}' => 'b',
            '\t' => 't',
            '\n' => 'n',
            '\u{c}' => 'f',
            '\r' => 'r',
            _ => {
                let code = u32::from(character);
                self.text.push_str("\\u00");
                for digit in [code >> 4, code & 15] {
                    self.text.extend(char::from_digit(digit, 16));
                }
                return;
            }
        };
        self.text.extend(['\\', letter]);
    }

    fn parts(&mut self, open: &str, close: &'static str) -> Parts<'_> {
        self.text.push_str(open);
        Parts::new(self, close)
    }

    /// Opens the object of one key that a variant with content is.
    fn variant(&mut self, variant: &'static str, open: &str, close: &'static str) -> Parts<'_> {
        self.text.push('{');
        self.quote(variant);
        self.text.push_str(COLON);
        self.parts(open, close)
    }
}

/// How many bytes come before the first one that JSON writes differently. Loops, because what is compiled for size calls
/// each closure of an iterator.
fn plain_length(bytes: &[u8]) -> usize {
    let (words, rest) = bytes.as_chunks::<8>();
    let mut plain = 0;
    for word in words {
        if has_special(u64::from_le_bytes(*word)) {
            return plain + plain_bytes(word);
        }
        plain += 8;
    }
    plain + plain_bytes(rest)
}

/// The same, byte by byte.
fn plain_bytes(bytes: &[u8]) -> usize {
    let mut plain = 0;
    for byte in bytes {
        if matches!(byte, 0..0x20 | b'"' | b'\\') {
            break;
        }
        plain += 1;
    }
    plain
}

/// Whether one of eight bytes is a control character, a quote or a backslash.
// It is called for each eight bytes of every text that is printed.
#[inline(always)]
const fn has_special(word: u64) -> bool {
    const EACH: u64 = 0x0101_0101_0101_0101;
    const HIGHEST: u64 = EACH * 0x80;
    // The highest bit of a byte is borrowed from where the byte is less; that of letters beyond ASCII is left out.
    let control = word.wrapping_sub(EACH * 0x20) & !word;
    let quote = word ^ (EACH * b'"' as u64);
    let backslash = word ^ (EACH * b'\\' as u64);
    let is_zero = (quote.wrapping_sub(EACH) & !quote) | (backslash.wrapping_sub(EACH) & !backslash);
    (control | is_zero) & HIGHEST != 0
}

impl<'p> Serializer for &'p mut Printer {
    type Ok = ();
    type Error = Unprintable;
    type SerializeSeq = Parts<'p>;
    type SerializeTuple = Parts<'p>;
    type SerializeTupleStruct = Parts<'p>;
    type SerializeTupleVariant = Parts<'p>;
    type SerializeMap = Parts<'p>;
    type SerializeStruct = Parts<'p>;
    type SerializeStructVariant = Parts<'p>;

    fn serialize_bool(self, value: bool) -> Result<(), Unprintable> {
        self.text.push_str(if value { "true" } else { "false" });
        Ok(())
    }

    fn serialize_i8(self, value: i8) -> Result<(), Unprintable> {
        self.serialize_i64(value.into())
    }

    fn serialize_i16(self, value: i16) -> Result<(), Unprintable> {
        self.serialize_i64(value.into())
    }

    fn serialize_i32(self, value: i32) -> Result<(), Unprintable> {
        self.serialize_i64(value.into())
    }

    fn serialize_i64(self, value: i64) -> Result<(), Unprintable> {
        self.text.push_str(&value.to_string());
        Ok(())
    }

    fn serialize_u8(self, value: u8) -> Result<(), Unprintable> {
        self.serialize_u64(value.into())
    }

    fn serialize_u16(self, value: u16) -> Result<(), Unprintable> {
        self.serialize_u64(value.into())
    }

    fn serialize_u32(self, value: u32) -> Result<(), Unprintable> {
        self.serialize_u64(value.into())
    }

    fn serialize_u64(self, value: u64) -> Result<(), Unprintable> {
        self.text.push_str(&value.to_string());
        Ok(())
    }

    fn serialize_f32(self, value: f32) -> Result<(), Unprintable> {
        // Not widened, which would show digits that nobody wrote.
        self.serialize_f64(value.to_string().parse().unwrap_or(f64::NAN))
    }

    fn serialize_f64(self, value: f64) -> Result<(), Unprintable> {
        let number = serde_json::Number::from_f64(value);
        self.text.push_str(&number.map_or("null".to_owned(), |number| number.to_string()));
        Ok(())
    }

    fn serialize_char(self, value: char) -> Result<(), Unprintable> {
        self.quote(value.encode_utf8(&mut [0; 4]));
        Ok(())
    }

    fn serialize_str(self, value: &str) -> Result<(), Unprintable> {
        self.quote(value);
        Ok(())
    }

    fn serialize_bytes(self, value: &[u8]) -> Result<(), Unprintable> {
        self.collect_seq(value)
    }

    fn serialize_none(self) -> Result<(), Unprintable> {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Unprintable> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Unprintable> {
        self.text.push_str("null");
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Unprintable> {
        self.serialize_unit()
    }

    fn serialize_unit_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
    ) -> Result<(), Unprintable> {
        self.quote(variant);
        Ok(())
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<(), Unprintable> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<(), Unprintable> {
        self.variant(variant, "", "}").one(value)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Parts<'p>, Unprintable> {
        Ok(self.parts("[", "]"))
    }

    fn serialize_tuple(self, _: usize) -> Result<Parts<'p>, Unprintable> {
        Ok(self.parts("[", "]"))
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Parts<'p>, Unprintable> {
        Ok(self.parts("[", "]"))
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Parts<'p>, Unprintable> {
        Ok(self.variant(variant, "[", "]}"))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Parts<'p>, Unprintable> {
        Ok(self.parts("{", "}"))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Parts<'p>, Unprintable> {
        Ok(self.parts("{", "}"))
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Parts<'p>, Unprintable> {
        Ok(self.variant(variant, "{", "}}"))
    }
}

#[cfg(test)]
mod tests;
