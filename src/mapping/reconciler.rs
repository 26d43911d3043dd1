//! What takes part in a login to map claims onto the user: a lambda, a policy, or FusionAuth's attribute mappings.

use super::rule_step::RuleStep;
use crate::model::{AssumptionSet, Choice, ProviderType, Version};
use serde::Serialize;
use serde_json::{Map, Value};

/// Who maps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Author {
    /// A JavaScript lambda.
    Lambda,
    /// A policy document.
    Policy,
    /// FusionAuth's attribute mappings.
    AttributeMappings,
}

/// What a reconciler is given, in the order of FusionAuth's lambda parameters.
#[derive(Debug, Clone, Copy)]
pub struct Arguments<'a> {
    /// 1, or 2 when the first run moved the login to another user.
    pub run: u8,
    /// Whether this run only tries what would have happened if an assumption were otherwise.
    pub exploring: bool,
    /// The FusionAuth version simulated; it decides which parameters exist.
    pub version: Version,
    /// The identity provider's type; it decides which parameters there are.
    pub provider: ProviderType,
    /// Whether `console.warn` exists: a choice of the assumption `console-warn`.
    pub console_warn: Choice,
    /// The user so far.
    pub user: &'a Map<String, Value>,
    /// The registration so far; `None` where a lambda gets `undefined`.
    pub registration: Option<&'a Map<String, Value>>,
    /// What the identity provider answered: the userinfo, which lambdas call `jwt`, or its like.
    pub userinfo: &'a Map<String, Value>,
    /// The id token's claims, where FusionAuth could verify it.
    pub id_token: Option<&'a Map<String, Value>>,
    /// The encoded tokens; `None` before 1.48.
    pub tokens: Option<&'a Map<String, Value>>,
    /// Whether there is a `context` parameter (since 1.64).
    pub context: bool,
}

/// Where a written value came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// The field, such as `/user/firstName`.
    pub path: String,
    /// The policy rule or mapping that wrote it, where one has a name.
    pub rule: Option<String>,
    /// The claims it was made of, such as `/userinfo/given_name`.
    pub from: Vec<String>,
    /// Who wrote it, where several map one after the other.
    pub author: Author,
    /// Line and column of the assignment in the author's file, from 1, where they are known.
    pub position: Option<(usize, usize)>,
}

/// Kind of an event-log entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum EventLogType {
    /// `console.info` and `console.log`.
    Information,
    /// `console.debug`, and FusionAuth's own debug output.
    Debug,
    /// `console.error`, and failures.
    Error,
}

/// An entry of FusionAuth's event log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct EventLogEntry {
    /// Its kind.
    #[serde(rename = "type")]
    pub kind: EventLogType,
    /// Its text.
    pub message: String,
}

/// What a reconciler leaves behind.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Reconciled {
    /// The user with every field the reconciler left on it.
    pub user: Map<String, Value>,
    /// The registration; `None` where it was given none.
    pub registration: Option<Map<String, Value>>,
    /// Fields that were assigned `undefined`, such as `/user/firstName`.
    pub undefined: Vec<String>,
    /// Where values came from, as far as the reconciler knows.
    pub origins: Vec<Origin>,
    /// The assumptions that decided something in this run.
    pub met: AssumptionSet,
    /// What it logged, at most one entry of each kind.
    pub event_log: Vec<EventLogEntry>,
    /// Writes that were not made, with the reason; for mappings that skip what they cannot write.
    pub skipped: Vec<Skipped>,
    /// What a policy did, gate by gate and rule by rule.
    pub rules: Vec<RuleStep>,
}

/// A write that a reconciler did not make.
#[derive(Debug, Clone, PartialEq)]
pub struct Skipped {
    /// The field, such as `/user/birthDate`.
    pub path: String,
    /// The value it would have been.
    pub value: Value,
    /// Why it was not written, in words.
    pub reason: String,
}

/// Why a reconciler did not come to its end.
#[derive(Debug, Clone, PartialEq)]
pub struct Failure {
    /// What kind of end it was.
    pub kind: FailureKind,
    /// What was thrown or said; FusionAuth writes it to the event log and does not show it to the caller.
    pub message: String,
    /// Line and column in the author's file, from 1, where they are known.
    pub position: Option<(usize, usize)>,
    /// The assumptions that decided something before.
    pub met: AssumptionSet,
    /// What was logged before.
    pub event_log: Vec<EventLogEntry>,
    /// What a policy did before, gate by gate and rule by rule.
    pub rules: Vec<RuleStep>,
}

/// How a reconciler ended before its time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FailureKind {
    /// It does not parse, or has no function `reconcile`.
    DidNotLoad,
    /// It threw, or left something that cannot be stored.
    Threw,
    /// A limit stopped it: time, work, memory or stack.
    Stopped,
    /// A policy's gate refused the login.
    Denied {
        /// The gate's own code, where it has one.
        code: Option<String>,
    },
}

impl Failure {
    /// The failure of code that threw `message`.
    #[must_use]
    pub fn threw(message: impl Into<String>) -> Self {
        Self {
            kind: FailureKind::Threw,
            message: message.into(),
            position: None,
            met: AssumptionSet::default(),
            event_log: Vec::new(),
            rules: Vec::new(),
        }
    }
}

/// Maps claims onto a user and a registration.
///
/// A preview may run it several times for one login: once more when it moved the login to another user, and
/// again for each assumption whose alternatives are tried. It must give the same answer each time.
///
/// ```
/// use reconcile_kit::mapping::{Arguments, Author, Failure, Reconciled, Reconciler};
///
/// struct GivenName;
///
/// impl Reconciler for GivenName {
///     fn author(&self) -> Author {
///         Author::Lambda
///     }
///
///     fn reconcile(&mut self, arguments: &Arguments<'_>) -> Result<Reconciled, Failure> {
///         let mut user = arguments.user.clone();
///         let name = arguments.userinfo.get("given_name").ok_or_else(|| Failure::threw("no name"))?;
///         user.insert("firstName".to_owned(), name.clone());
///         Ok(Reconciled { user, registration: arguments.registration.cloned(), ..Reconciled::default() })
///     }
/// }
/// ```
pub trait Reconciler {
    /// Who maps here.
    fn author(&self) -> Author;

    /// Maps the claims of one login.
    ///
    /// # Errors
    ///
    /// Fails when the lambda throws or a policy's gate refuses; nothing of the login is kept then.
    fn reconcile(&mut self, arguments: &Arguments<'_>) -> Result<Reconciled, Failure>;
}
