//! Which FusionAuth user does this person become, with which fields, roles and link, and why?
//!
//! A scenario describes a sign-in through an OpenID Connect identity provider such as Amazon Cognito, and the
//! users that exist. The kit follows FusionAuth's documented behaviour and says what each step rests on; what
//! is documented nowhere is an assumption with a name.
//!
//! ```
//! use reconcile_kit::{check, explain::{self, Decision, Preview}};
//!
//! let scenario = check::read_scenario(r#"{
//!     "identityProvider": { "enabled": true, "linkingStrategy": "LinkByEmail" },
//!     "users": [{ "id": "u1", "email": "jane@example.com" }],
//!     "login": { "userinfo": { "sub": "7f3a", "email": "Jane@example.com", "email_verified": "true" } }
//! }"#).expect("a valid scenario");
//!
//! let Preview::One(outcome) = explain::preview(&scenario, None) else { unreachable!() };
//! assert_eq!(outcome.decision, Decision::LinkExisting);
//! assert_eq!(outcome.link.map(|link| link.user_id).as_deref(), Some("u1"));
//! ```
//!
//! The way of the data is the order of the modules: [`scenario`] → [`claims`] → [`login`] → [`explain`], over
//! [`directory`], [`mapping`] and [`model`]; [`check`] looks for what is wrong beforehand.

pub mod check;
pub mod claims;
pub mod directory;
pub mod explain;
pub mod login;
pub mod mapping;
pub mod model;
pub mod policy;
pub mod scenario;
#[cfg(feature = "schema")]
pub mod schema;
#[cfg(target_arch = "wasm32")]
mod wasm;
