//! From what an identity provider hands over to the claims in it.
//!
//! [`jwt`] takes an ID token apart. [`cognito`] reads the same Amazon Cognito user from any of the
//! five ways AWS writes one down, into one canonical form.
//!
//! FusionAuth itself never sees that canonical form: it works on the raw claims, so the simulator
//! does too. The canonical form is for policies, previews and explanations.

pub mod cognito;
pub mod jwt;
mod places;
mod resolve;

pub use places::{Places, places};
pub use resolve::{
    EmailVerified, IdTokenUse, Identity, PresentedIdToken, Resolved, Tokens, resolve,
};
