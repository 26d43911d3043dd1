//! What kind of key a token's signature needs.

use serde::Serialize;

/// A family of signature algorithms, as far as FusionAuth treats them differently: it checks an
/// HMAC with the client secret, and an asymmetric signature with the issuer's published keys.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Algorithm {
    /// `HS256`, `HS384`, `HS512`: the secret that both sides know.
    Hmac,
    /// `RS*`, `ES*`, `PS*` and `EdDSA`: a private key, checked with the public one. Cognito signs
    /// with `RS256`.
    Asymmetric,
    /// `none`: no signature at all.
    None,
    /// Anything else, as written.
    Unknown(String),
}

impl From<&str> for Algorithm {
    /// Reads a header's `alg`. The names are case-sensitive (RFC 7515); only `none` is recognised in
    /// every case, so that no spelling of it passes for a signature.
    fn from(alg: &str) -> Self {
        if alg.eq_ignore_ascii_case("none") {
            return Self::None;
        }
        if alg == "EdDSA" {
            return Self::Asymmetric;
        }
        match (alg.get(..2), alg.get(2..).and_then(|rest| rest.chars().next())) {
            (Some("HS"), Some('0'..='9')) => Self::Hmac,
            (Some("RS" | "ES" | "PS"), Some('0'..='9')) => Self::Asymmetric,
            _ => Self::Unknown(alg.to_owned()),
        }
    }
}
