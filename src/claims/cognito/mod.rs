//! Amazon Cognito users, whichever way AWS writes them down.
//!
//! The same user reaches a program in five forms that differ in names and types: `email_verified` is
//! a boolean in an ID token and the text `"false"` in userinfo, `identities` is a list here and JSON
//! in a text there. [`read`] recognises the form and gives the same [`CanonicalClaims`] for all of
//! them. From those, [`Cognito::id_token_claims`] and [`Cognito::userinfo`] give back what Cognito
//! would hand to FusionAuth.
//!
//! ```
//! use reconcile_kit::claims::cognito::{self, Form};
//! use serde_json::json;
//!
//! let user = cognito::read(&json!({
//!     "Username": "jane",
//!     "UserStatus": "CONFIRMED",
//!     "Attributes": [
//!         {"Name": "sub", "Value": "eaad0219-2117-439f-8d46-4db20e59268f"},
//!         {"Name": "email", "Value": "jane@example.com"},
//!         {"Name": "email_verified", "Value": "true"},
//!     ],
//! }))?;
//! assert_eq!(user.form, Form::UserAttributes);
//! assert_eq!(user.claims.email_verified(), Some(true));
//! assert_eq!(user.id_token_claims()["cognito:username"], "jane");
//! assert_eq!(user.userinfo()["email_verified"], "true");
//! # Ok::<(), reconcile_kit::model::Diagnostic>(())
//! ```

mod address;
mod canonical;
mod claim;
mod convert;
mod date;
mod detect;
mod entries;
mod envelope;
mod event;
mod form;
mod groups;
mod id_token;
mod identities;
mod issuer;
mod list;
mod notes;
mod printed;
mod provider;
mod read;
mod userinfo;
mod users;

use serde::Serialize;
use serde_json::Value;

pub use canonical::CanonicalClaims;
pub(crate) use claim::is_custom;
pub use claim::{CLAIMS, Claim, ClaimType, find_claim};
pub(crate) use convert::boolean as boolean_claim;
pub use detect::detect;
pub use form::Form;
pub use identities::Identity;
pub(crate) use issuer::is_cognito_address;
pub use issuer::{Issuer, IssuerKind};
pub use provider::Provider;
pub use read::{read, read_as};
pub use users::read_list;

use crate::model::Diagnostic;

/// One Cognito user, read from one of the five forms.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Cognito {
    /// The form it was read from.
    pub form: Form,
    /// The claims with their real types.
    pub claims: CanonicalClaims,
    /// What was read, as it came. Of a list of users, the user's own entry.
    pub original: Value,
    /// What could not be read or will surprise. Nothing here stops the reading.
    pub notes: Vec<Diagnostic>,
}
