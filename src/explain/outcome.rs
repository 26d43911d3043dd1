//! The outcome of a login, as tests compare it and pages show it.

use super::assumptions::MetAssumption;
use super::changes::{self, Change};
use super::decision::{Decision, End, LoginError, end};
use super::reasons::IgnoredWriteView;
use super::trace::{self, TraceStep};
use super::{Run, debug_log, reasons, verdict};
use crate::claims::{EmailVerified, Identity, Resolved};
use crate::login::{Ending, Login, PendingLink};
use crate::mapping::EventLogEntry;
use crate::model::{Diagnostic, IdentityProviderLink, Registration, User};
use serde::Serialize;

/// Who the person is, and where each value was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct IdentityView {
    /// The unique id at the identity provider.
    pub unique_id: Resolved<String>,
    /// The e-mail address.
    pub email: Resolved<String>,
    /// Whether the e-mail address is verified.
    pub email_verified: Resolved<bool>,
    /// The username.
    pub username: Resolved<String>,
}

/// What a login led to, and why.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Outcome {
    /// The outcome in a sentence whose subject is the person: `becomes the new user jane@example.com, …`.
    pub verdict: String,
    /// The status that FusionAuth's login API would answer.
    pub status: u16,
    /// What became of the person.
    pub decision: Decision,
    /// Why the login was refused, if it was.
    pub error: Option<LoginError>,
    /// Who the person is.
    pub identity: IdentityView,
    /// The user after the login.
    pub user: Option<User>,
    /// The registration for the application after the login.
    pub registration: Option<Registration>,
    /// The link after the login.
    pub link: Option<IdentityProviderLink>,
    /// What a pending link would show.
    pub pending_link: Option<PendingLink>,
    /// Every field that the login changes.
    pub changes: Vec<Change>,
    /// What was written and has no effect.
    pub ignored_writes: Vec<IgnoredWriteView>,
    /// How often a lambda, a policy or mappings ran: 0, 1 or 2.
    pub lambda_runs: u8,
    /// FusionAuth's event log: what a lambda logged, at most one entry of each type a run, and as the last one the
    /// identity provider's own debug log, where its `debug` is on.
    pub event_log: Vec<EventLogEntry>,
    /// The decisions, in order.
    pub trace: Vec<TraceStep>,
    /// The assumptions that this login met.
    pub assumptions: Vec<MetAssumption>,
    /// What to watch out for.
    pub diagnostics: Vec<Diagnostic>,
}

/// What several logins led to.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Several {
    /// The outcomes, in order.
    pub logins: Vec<Outcome>,
    /// All users afterwards, by id.
    pub users: Vec<User>,
    /// All links afterwards.
    pub links: Vec<IdentityProviderLink>,
}

/// What a scenario led to.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum Preview {
    /// Of `login`.
    One(Box<Outcome>),
    /// Of `logins`.
    Several(Several),
}

pub(super) fn of(run: &Run<'_>, login: &Login, assumptions: Vec<MetAssumption>) -> Outcome {
    let End { status, decision, error } = end(&login.ending);
    let states = run.states(login);
    let mut event_log = login.journal.event_log.clone();
    event_log.extend(debug_log::of(run, login));
    let mut diagnostics = reasons::of_login(login, run.lambda, &assumptions);
    diagnostics.extend(run.findings.iter().cloned());
    Outcome {
        verdict: verdict::of(login, &states),
        status,
        decision,
        error,
        identity: identity(&login.identity),
        user: states.user.1.cloned(),
        registration: states.registration.1.cloned(),
        link: states.link.1.cloned(),
        pending_link: match &login.ending {
            Ending::Pending(pending) => Some(pending.clone()),
            _ => None,
        },
        changes: changes::of(&states, &login.journal),
        ignored_writes: login.journal.ignored.iter().map(reasons::ignored_write).collect(),
        lambda_runs: login.journal.runs,
        event_log,
        trace: trace::of(run.setting, login),
        assumptions,
        diagnostics,
    }
}

fn identity(identity: &Identity) -> IdentityView {
    let (verified, source) = &identity.email_verified;
    let value = match verified {
        EmailVerified::Yes => Some(true),
        EmailVerified::No | EmailVerified::NoAsText => Some(false),
        EmailVerified::Unstated | EmailVerified::Unclear => None,
    };
    IdentityView {
        unique_id: identity.unique_id.clone(),
        email: identity.email.clone(),
        email_verified: Resolved { value, source: source.clone() },
        username: identity.username.clone(),
    }
}
