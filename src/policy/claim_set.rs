//! A small set of claims as an example, as lambdas and policies name the payloads.

use super::reason::Witness;
use serde::Serialize;
use serde_json::{Map, Value};

/// A small set of claims.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ClaimSet {
    /// The userinfo.
    pub jwt: Map<String, Value>,
    /// The id token's claims; absent where none is needed.
    #[serde(rename = "id_token", skip_serializing_if = "Option::is_none")]
    pub id_token: Option<Map<String, Value>>,
}

impl From<Witness> for ClaimSet {
    fn from(witness: Witness) -> Self {
        Self { jwt: witness.userinfo, id_token: witness.id_token }
    }
}
