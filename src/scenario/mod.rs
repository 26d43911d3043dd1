//! From a scenario document to a world in which people can log in.

mod consistency;
mod document;
mod enabled;
mod mappings;
mod policy;
mod prepare;
mod program;
mod read;

pub use document::{
    Document, FetchAnswer, IdTokenDocument, LambdaSource, LoginDocument, LoginValidation,
    PolicySource, PreventingAction, ValidationMessage,
};
pub(crate) use prepare::attempt;
pub use prepare::prepare;
pub use program::Surroundings;

use crate::claims::Tokens;
use crate::directory::Directory;
use crate::mapping::AttributeMappings;
use crate::model::{
    Application, Assumptions, Diagnostic, Feature, IdentityProvider, Instant, Version,
};
use crate::policy::{IS_BUILT, Policy};
use serde_json::{Map, Value};

/// A scenario that was checked and can be simulated any number of times.
#[derive(Debug, Clone)]
pub struct Scenario {
    /// What stays the same from login to login.
    pub setting: Setting,
    /// Users and links before the first login.
    pub directory: Directory,
    /// The logins.
    pub logins: Logins,
    /// The policy's file, where it stands in one of its own.
    pub policy_file: Option<String>,
    /// The lambda, where the scenario brings one; whoever simulates brings the engine.
    pub lambda: Option<LambdaSource>,
    /// What the lambda can reach outside itself.
    pub surroundings: Surroundings,
    /// The partial outcome that a test compares.
    pub expect: Option<Map<String, Value>>,
    /// What was noticed while the document was read.
    pub(crate) notes: Vec<Diagnostic>,
    /// That, and what the rules find: everything worth saying before anybody logs in.
    pub findings: Vec<Diagnostic>,
    /// Those of them that hold whoever logs in.
    pub(crate) standing: Vec<Diagnostic>,
    /// Keys whose object came in FusionAuth's wrapper, so that pointers can name the place in the document.
    pub(crate) wrapped: Vec<&'static str>,
}

/// One login or several.
#[derive(Debug, Clone)]
pub enum Logins {
    /// `login`: the outcome stands alone.
    One(Box<Attempt>),
    /// `logins`: each sees what the one before left behind.
    Several(Vec<Attempt>),
}

/// Everything about FusionAuth that a login depends on and does not change.
#[derive(Debug, Clone)]
pub struct Setting {
    /// The simulated version.
    pub version: Version,
    /// The time.
    pub now: Instant,
    /// The identity provider.
    pub identity_provider: IdentityProvider,
    /// Whether the identity provider is switched on, and for the application too.
    pub is_enabled: bool,
    /// The application that the person logs in to.
    pub application: Application,
    /// The tenant, where one is known.
    pub tenant_id: Option<String>,
    /// Attribute mappings; empty where this version has none or a lambda is assigned.
    pub attribute_mappings: Option<AttributeMappings>,
    /// Asked for by [`Self::policy`].
    policy: Option<Policy>,
    /// External JWT's `claimMap`, which a lambda does not replace.
    pub claim_map: Option<AttributeMappings>,
    /// What the LoginValidation lambda answers, where there is one.
    pub login_validation: Option<LoginValidation>,
    /// Actions that prevent users from logging in.
    pub actions: Vec<PreventingAction>,
    /// The assumptions in force.
    pub assumptions: Assumptions,
    /// Whether this is not the scenario's own setting but one with an assumption's alternative.
    pub exploring: bool,
}

/// One login.
#[derive(Debug, Clone, Default)]
pub struct Attempt {
    /// What the identity provider answered.
    pub tokens: Tokens,
    /// Whether the request asks not to link.
    pub no_link: bool,
    /// Who completes the pending link, if anybody.
    pub pending_link_user_id: Option<String>,
}

impl Setting {
    /// The policy, which runs before a lambda.
    #[must_use]
    pub fn policy(&self) -> Option<&Policy> {
        if IS_BUILT { self.policy.as_ref() } else { None }
    }

    /// The tenant's id.
    #[must_use]
    pub fn tenant(&self) -> Option<&str> {
        self.tenant_id.as_deref()
    }

    /// The link limit in force, in versions that have one.
    #[must_use]
    pub fn link_limit(&self) -> Option<u32> {
        self.version
            .has(Feature::LinkLimit)
            .then(|| self.identity_provider.link_limit(self.tenant()))?
    }

    /// Whether this login may create a registration.
    #[must_use]
    pub fn creates_registration(&self) -> bool {
        self.identity_provider.creates_registration(&self.application.id)
    }
}

impl Scenario {
    /// Whether there is something for a test to compare.
    #[must_use]
    pub const fn has_expectation(&self) -> bool {
        self.expect.is_some()
    }

    /// Whether a lambda has to be run, by an engine that the host brings.
    #[must_use]
    pub const fn needs_lambda(&self) -> bool {
        self.lambda.is_some()
    }

    /// The logins, in order.
    #[must_use]
    pub fn attempts(&self) -> &[Attempt] {
        match &self.logins {
            Logins::One(attempt) => std::slice::from_ref(attempt),
            Logins::Several(attempts) => attempts,
        }
    }
}
