//! From bytes to a JSON value, with a place for whatever is wrong.

use super::place::place;
use crate::model::Diagnostic;
use serde_json::Value;

/// The longest document that is read, in bytes. A tenant's worth of users fits; a mistake does not.
pub const LONGEST: usize = 4 * 1024 * 1024;

/// Bytes as text.
///
/// # Errors
///
/// `document-too-large`, or `not-utf8` with the place of the first byte that is none.
///
/// ```
/// use reconcile_kit::check;
///
/// assert_eq!(check::decode_text(b"{}"), Ok("{}"));
/// let problem = check::decode_text(b"{ \xff }").unwrap_err();
/// assert_eq!((&*problem.code, problem.column), ("not-utf8", Some(3)));
/// ```
pub fn decode_text(bytes: &[u8]) -> Result<&str, Diagnostic> {
    if bytes.len() > LONGEST {
        return Err(too_large(bytes.len()));
    }
    std::str::from_utf8(bytes).map_err(|error| {
        let valid =
            bytes.get(..error.valid_up_to()).and_then(|valid| std::str::from_utf8(valid).ok());
        let (line, column) = valid.map_or((1, 1), |valid| place(valid, valid.len()));
        Diagnostic::error("not-utf8", "", "the document is not UTF-8 text")
            .help("save it as UTF-8; JSON is always UTF-8")
            .at(line, column)
    })
}

/// Text as a JSON value.
///
/// # Errors
///
/// `document-too-large`, `document-too-deep` or `not-json`, with line and column.
///
/// ```
/// use reconcile_kit::check;
///
/// let problem = check::parse("{ \"login\": }").unwrap_err();
/// assert_eq!((&*problem.code, problem.line, problem.column), ("not-json", Some(1), Some(12)));
/// ```
pub fn parse(text: &str) -> Result<Value, Diagnostic> {
    if text.len() > LONGEST {
        return Err(too_large(text.len()));
    }
    // A byte order mark is no JSON, but editors leave it behind.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    serde_json::from_str(text).map_err(|error| {
        let reason = error.to_string();
        let reason = reason.split(" at line ").next().unwrap_or_default();
        if reason.starts_with("recursion limit") {
            return Diagnostic::error("document-too-deep", "", "the document is nested deeper than 128 levels")
                .help("no scenario needs that: look for a value that was wrapped again and again")
                .at(error.line(), error.column());
        }
        Diagnostic::error("not-json", "", format!("the document is not JSON: {reason}"))
            .help("correct the text at this place; JSON allows no comments and no comma after the last entry")
            .at(error.line().max(1), error.column().max(1))
    })
}

fn too_large(bytes: usize) -> Diagnostic {
    Diagnostic::error(
        "document-too-large",
        "",
        format!("the document has {bytes} bytes; {LONGEST} are read"),
    )
    .help("keep only the users and links that matter to this login")
}
