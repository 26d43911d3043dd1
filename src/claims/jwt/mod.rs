//! Taking an ID token apart: the header and the claims of a signed JSON Web Token.
//!
//! Nothing here checks a signature, an expiry or an issuer. Whoever decodes a token learns what it
//! says, not whether that is true.

mod algorithm;
mod part;

use serde::Serialize;
use serde_json::{Map, Value};

pub use algorithm::Algorithm;

use crate::model::Diagnostic;

/// Longest token that is read, in bytes. Cognito's largest possible ID token is about 140 KB.
pub const LONGEST: usize = 1024 * 1024;

/// An ID token, taken apart.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct IdToken {
    /// How the token says it is signed.
    pub header: JwtHeader,
    /// What the token says about the user, as it stands there.
    pub claims: Map<String, Value>,
}

/// The first part of a token: how it is signed, and with which key.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct JwtHeader {
    /// The signature's algorithm, as written: `RS256` in Cognito's tokens.
    pub alg: String,
    /// Which of the issuer's keys signed the token.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kid: Option<String>,
    /// Every other field of the header.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

impl JwtHeader {
    /// Which family of signatures `alg` belongs to.
    #[must_use]
    pub fn algorithm(&self) -> Algorithm {
        Algorithm::from(self.alg.as_str())
    }
}

/// Takes the text of an ID token apart, **without checking its signature**.
///
/// White space and line breaks around the token are dropped, as they come along when one is copied.
/// Of two claims with the same name the last one counts, as in browsers.
///
/// ```
/// use reconcile_kit::claims::jwt;
///
/// let token = "eyJhbGciOiJSUzI1NiIsImtpZCI6ImExIn0.eyJzdWIiOiJqYW5lIn0.c2lnbmF0dXJl";
/// let id_token = jwt::decode(token).expect("a well-formed token");
/// assert_eq!(id_token.header.alg, "RS256");
/// assert_eq!(id_token.claims["sub"], "jane");
///
/// let refused = jwt::decode("Bearer eyJhbGciOiJSUzI1NiJ9.e30.c2ln").expect_err("a header's value");
/// assert_eq!(refused.code, "jwt-bearer");
/// ```
///
/// # Errors
///
/// One diagnostic with an empty path, which the caller fills in. It says which part is wrong and
/// never repeats the token: `jwt-too-large`, `jwt-empty`, `jwt-bearer`, `jwt-parts`, `jwt-base64`,
/// `jwt-json`, `jwt-too-deep`, `jwt-alg-missing` or `jwt-alg-none`.
pub fn decode(token: &str) -> Result<IdToken, Diagnostic> {
    if token.len() > LONGEST {
        return Err(too_large(token.len()));
    }
    let [header, payload, signature] = split(token.trim())?;
    let header = read_header(part::object("header", header)?)?;
    let claims = part::object("payload", payload)?;
    part::signature(signature)?;
    Ok(IdToken { header, claims })
}

fn too_large(bytes: usize) -> Diagnostic {
    let message = format!("the token is {bytes} bytes long; {LONGEST} are read");
    Diagnostic::error("jwt-too-large", "", message)
        .help("check what was pasted: an ID token of Cognito has a few thousand characters")
}

/// The three parts of a signed token.
fn split(token: &str) -> Result<[&str; 3], Diagnostic> {
    if token.is_empty() {
        return Err(Diagnostic::error("jwt-empty", "", "the token is empty")
            .help("paste the ID token, or leave it out when there is none"));
    }
    if token.split_whitespace().next().is_some_and(|word| word.eq_ignore_ascii_case("bearer")) {
        return Err(Diagnostic::error("jwt-bearer", "", "the token begins with `Bearer`")
            .help("drop the word `Bearer` and the space after it: only the token belongs here"));
    }
    if token.starts_with('{') {
        return Err(wrong_parts("the token is JSON, not a JSON Web Token".to_owned())
            .help("give the claims as an object, without quotes around them"));
    }
    let mut parts = token.split('.');
    match (parts.next(), parts.next(), parts.next(), parts.next()) {
        (Some(header), Some(payload), Some(signature), None) => Ok([header, payload, signature]),
        _ => Err(not_three(token.split('.').count())),
    }
}

fn not_three(parts: usize) -> Diagnostic {
    match parts {
        1 => wrong_parts("the token has one part, not three".to_owned())
            .help("this is not an ID token: take the `id_token` of the token endpoint's answer"),
        5 => wrong_parts("the token has five parts: it is encrypted".to_owned()).help(
            "an encrypted token (JWE) cannot be read without its key, and Cognito encrypts only \
             refresh tokens: take the `id_token` of the same answer",
        ),
        _ => wrong_parts(format!("the token has {parts} parts, not three"))
            .help("copy the whole token: a header, a payload and a signature with a dot between"),
    }
}

fn wrong_parts(message: String) -> Diagnostic {
    Diagnostic::error("jwt-parts", "", message)
        .expected("three parts with a dot between: header, payload, signature")
}

fn read_header(mut other: Map<String, Value>) -> Result<JwtHeader, Diagnostic> {
    let Some(Value::String(alg)) = other.remove("alg") else {
        return Err(Diagnostic::error("jwt-alg-missing", "", "the token's header has no `alg`")
            .expected("the signature's algorithm as text, such as `RS256`")
            .help("copy the token again: every signed token names its algorithm"));
    };
    if Algorithm::from(alg.as_str()) == Algorithm::None {
        return Err(Diagnostic::error(
            "jwt-alg-none",
            "",
            "the token is not signed: its `alg` is `none`",
        )
        .help(
            "FusionAuth verifies an ID token's signature and would never use this one; to try \
                 claims without a token, give them as an object",
        ));
    }
    let kid = match other.get("kid") {
        Some(Value::String(kid)) => Some(kid.clone()),
        _ => None,
    };
    if kid.is_some() {
        other.remove("kid");
    }
    Ok(JwtHeader { alg, kid, other })
}

#[cfg(test)]
mod tests;
