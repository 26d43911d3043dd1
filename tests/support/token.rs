//! Tokens for tests: well formed, and signed by nobody.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::Value;

/// A part of a token.
pub(crate) fn encoded(part: &Value) -> String {
    URL_SAFE_NO_PAD.encode(part.to_string())
}

/// A token of that header and those claims.
pub(crate) fn token(header: &Value, claims: &Value) -> String {
    format!("{}.{}.bm90IGEgcmVhbCBzaWduYXR1cmU", encoded(header), encoded(claims))
}
