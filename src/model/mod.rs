//! FusionAuth's objects in its own JSON names, and the facts about them: fields, versions, assumptions.
//!
//! Fields that the kit does not use survive a round trip.

mod application;
mod assumption;
pub mod convert;
mod diagnostic;
pub(crate) mod document_fault;
mod engine;
mod field;
pub(crate) mod fields;
mod formats;
mod identity_provider;
pub mod instant;
mod js_number;
mod json_text;
mod link;
mod linking_strategy;
mod locale;
mod named;
mod nearest;
pub(crate) mod object;
pub mod pointer;
mod provider_type;
#[cfg(feature = "schema")]
pub(crate) mod schema;
mod time_zone;
mod uri;
mod user;
mod version;

pub use application::{Application, ApplicationRole, Tenant};
pub use assumption::{Assumption, AssumptionSet, Assumptions, Choice};
pub use convert::Reading;
pub use diagnostic::{Diagnostic, Severity, shorten, shorten_to};
pub use engine::LambdaEngine;
pub use field::{Choice as FieldChoice, Field, Kind, Writable, find as find_field};
pub use identity_provider::{
    ApplicationConfiguration, ClaimNames, IdentityProvider, LambdaConfiguration, LinkLimit,
    Oauth2Configuration, TenantConfiguration,
};
pub use instant::Instant;
pub use json_text::{Unprintable, json_text};
pub use link::IdentityProviderLink;
pub use linking_strategy::{LinkingClaim, LinkingStrategy};
pub use named::{Iter as NamedIter, Named};
pub(crate) use nearest::nearest;
pub use provider_type::{Parameter, ProviderClaims, ProviderType};
pub(crate) use time_zone::TIME_ZONES;
pub use user::{Registration, User, normal_email, read_field};
pub use version::{Feature, UnknownVersion, Version};
