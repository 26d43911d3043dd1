//! One part of a token: base64url text, and in the first two parts a JSON object.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Map, Value};

use crate::model::Diagnostic;

/// The JSON object that a part holds. `name` is the part's name in messages.
pub(super) fn object(name: &str, part: &str) -> Result<Map<String, Value>, Diagnostic> {
    alphabet(name, part)?;
    let Ok(bytes) = URL_SAFE_NO_PAD.decode(part) else {
        return Err(not_base64(&["the ", name, " of the token is cut short"])
            .help("copy the whole token again: characters are missing or were changed"));
    };
    let Ok(text) = String::from_utf8(bytes) else {
        return Err(not_json(&["the ", name, " of the token is not UTF-8 text"]));
    };
    match serde_json::from_str(&text) {
        Ok(Value::Object(object)) => Ok(object),
        Ok(_) => Err(not_json(&["the ", name, " of the token is JSON, but not an object"])),
        Err(error) => Err(unreadable(name, &error.to_string())),
    }
}

/// A signature's characters are checked and nothing else, as nothing is done with it. People replace
/// the signature of a token before they share it.
pub(super) fn signature(part: &str) -> Result<(), Diagnostic> {
    if part.is_empty() {
        return Err(Diagnostic::error("jwt-parts", "", "the token's signature is empty")
            .expected("three parts with a dot between: header, payload, signature")
            .help("copy the whole token: FusionAuth never uses an ID token without a signature"));
    }
    alphabet("signature", part)
}

/// Finds the first character that base64url does not have, and says what probably happened.
fn alphabet(name: &str, part: &str) -> Result<(), Diagnostic> {
    let stranger = part.chars().enumerate().find(|(_, character)| {
        !(character.is_ascii_alphanumeric() || matches!(character, '-' | '_'))
    });
    let Some((index, character)) = stranger else { return Ok(()) };
    let place = (index + 1).to_string();
    let shown = show(character);
    let finding =
        not_base64(&["the ", name, " of the token has ", &shown, " at its character ", &place]);
    Err(finding.help(match character {
        '=' => "base64url in a token has no padding: drop every `=`",
        '+' | '/' => "this is standard base64: base64url has `-` for `+` and `_` for `/`",
        _ if character.is_whitespace() => "put the token on one line, without spaces",
        _ => "copy the token again, without quotes or anything else around it",
    }))
}

fn show(character: char) -> String {
    match character {
        '\n' | '\r' => "a line break".to_owned(),
        ' ' => "a space".to_owned(),
        _ if character.is_ascii_graphic() => {
            ["`", character.encode_utf8(&mut [0; 4]), "`"].concat()
        }
        _ => format!("U+{:04X}", u32::from(character)),
    }
}

/// `reason` is the JSON reader's own sentence, which quotes nothing of the text.
fn unreadable(name: &str, reason: &str) -> Diagnostic {
    if reason.starts_with("recursion limit") {
        let message = ["the ", name, " of the token is nested too deep"].concat();
        return Diagnostic::error("jwt-too-deep", "", message)
            .expected("at most 127 levels of objects and arrays")
            .help("check where the token comes from: claims are hardly ever nested");
    }
    not_json(&["the ", name, " of the token is not JSON: ", reason])
}

fn not_base64(message: &[&str]) -> Diagnostic {
    Diagnostic::error("jwt-base64", "", message.concat())
        .expected("base64url without padding: letters, digits, `-` and `_`")
}

fn not_json(message: &[&str]) -> Diagnostic {
    Diagnostic::error("jwt-json", "", message.concat())
        .expected("a JSON object in UTF-8")
        .help("check that this is an ID token and that it was copied whole")
}
