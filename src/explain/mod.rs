//! What happened in a login, for people: outcome, reasons, changes, assumptions, and how it would have gone
//! under another strategy.

mod assumptions;
mod basis;
mod changes;
mod compare;
mod debug_log;
mod decision;
mod expect;
mod outcome;
mod reasons;
mod trace;
mod verdict;

pub use assumptions::{AlternativeOutcome, MetAssumption};
pub use basis::{Basis, BasisKind};
pub use changes::{Change, ChangeOp, WriterKind, WrittenBy};
pub use compare::{Comparison, compare};
pub use decision::{Decision, LoginError};
pub use expect::{Mismatch, mismatches, verify};
pub use outcome::{IdentityView, Outcome, Preview, Several};
pub use reasons::IgnoredWriteView;
pub use trace::{StepId, TraceStage, TraceStep};

use crate::directory::Directory;
use crate::login::{self, Login};
use crate::mapping::{InOrder, Reconciler};
use crate::model::{
    Assumption, AssumptionSet, Diagnostic, IdentityProviderLink, Registration, User,
};
use crate::scenario::{Attempt, LambdaSource, Logins, Scenario, Setting};

/// Simulates the scenario's logins and explains each.
///
/// `reconciler` is the lambda, policy or callback that takes part. Without one, the identity provider's
/// attribute mappings do, where there are any.
///
/// ```
/// use reconcile_kit::{check, explain};
///
/// let scenario = check::read_scenario(r#"{
///     "identityProvider": { "enabled": true, "linkingStrategy": "LinkByUsername" },
///     "login": { "userinfo": { "sub": "1", "username": "jane" } }
/// }"#).expect("a valid scenario");
/// let explain::Preview::One(outcome) = explain::preview(&scenario, None) else { unreachable!() };
/// assert_eq!(outcome.status, 401);
/// assert_eq!(outcome.error.map(|error| error.code).as_deref(), Some("MissingUsername"));
/// ```
#[must_use]
pub fn preview(scenario: &Scenario, mut reconciler: Option<&mut dyn Reconciler>) -> Preview {
    match &scenario.logins {
        Logins::One(attempt) => {
            let run = run(scenario, &scenario.directory, attempt, &scenario.findings);
            Preview::One(Box::new(run.explain(&mut reconciler).0))
        }
        Logins::Several(attempts) => {
            let mut directory = scenario.directory.clone();
            let mut outcomes = Vec::with_capacity(attempts.len());
            for attempt in attempts {
                let run = run(scenario, &directory, attempt, &scenario.findings);
                let (outcome, login) = run.explain(&mut reconciler);
                login.apply(&mut directory);
                outcomes.push(outcome);
            }
            Preview::Several(Several {
                logins: outcomes,
                users: directory.users().cloned().collect(),
                links: directory.links().to_vec(),
            })
        }
    }
}

/// Simulates another login of a prepared scenario: everything but the login stays as it is.
///
/// ```
/// use reconcile_kit::{check, explain, scenario::Logins};
///
/// let read = |login| check::read_scenario(&format!(
///     r#"{{ "identityProvider": {{ "enabled": true, "linkingStrategy": "LinkAnonymously" }}, "login": {login} }}"#
/// ));
/// let scenario = read(r#"{ "userinfo": { "sub": "1" } }"#).expect("a valid scenario");
/// let other = read("{}").expect("a valid scenario");
/// let Logins::One(nobody) = &other.logins else { unreachable!() };
/// assert_eq!(explain::preview_login(&scenario, nobody, None).error.map(|error| error.code).as_deref(), Some("MissingUniqueId"));
/// ```
#[must_use]
pub fn preview_login(
    scenario: &Scenario,
    attempt: &Attempt,
    mut reconciler: Option<&mut dyn Reconciler>,
) -> Outcome {
    let findings = scenario.findings_for(attempt);
    run(scenario, &scenario.directory, attempt, &findings).explain(&mut reconciler).0
}

fn run<'a>(
    scenario: &'a Scenario,
    directory: &'a Directory,
    attempt: &'a Attempt,
    findings: &'a [Diagnostic],
) -> Run<'a> {
    Run {
        setting: &scenario.setting,
        lambda: scenario.lambda.as_ref(),
        directory,
        attempt,
        findings,
    }
}

/// One login of a scenario, and the world it happens in.
struct Run<'a> {
    setting: &'a Setting,
    lambda: Option<&'a LambdaSource>,
    directory: &'a Directory,
    attempt: &'a Attempt,
    findings: &'a [Diagnostic],
}

/// User, registration and link before and after.
struct States<'a> {
    user: (Option<&'a User>, Option<&'a User>),
    registration: (Option<Registration>, Option<&'a Registration>),
    link: (Option<&'a IdentityProviderLink>, Option<&'a IdentityProviderLink>),
}

impl Run<'_> {
    fn explain(&self, reconciler: &mut Option<&mut dyn Reconciler>) -> (Outcome, Login) {
        let login = simulate(self.setting, self.directory, self.attempt, reconciler);
        let met = assumptions::explore(self, &login, reconciler);
        let mut outcome = outcome::of(self, &login, met);
        if reconciler.is_none() {
            outcome.diagnostics.extend(reasons::missing_lambda(self.setting));
        }
        (outcome, login)
    }

    fn states<'a>(&'a self, login: &'a Login) -> States<'a> {
        let application = &self.setting.application.id;
        let written = login.written.as_ref();
        let link = written.and_then(|written| written.link.as_ref());
        let view = self.directory.in_tenant(self.setting.tenant());
        let before = written.and_then(|written| view.user(written.user.id()));
        let link_before = link.and_then(|link| {
            view.link(self.setting.identity_provider.id(), &link.identity_provider_user_id)
        });
        States {
            user: (before, written.map(|written| &written.user)),
            registration: (
                before.and_then(|user| user.registration(application)),
                written.and_then(|written| written.registration.as_ref()),
            ),
            link: (link_before, link),
        }
    }
}

/// Runs a login with the reconciler of the host, or with the attribute mappings.
fn simulate(
    setting: &Setting,
    directory: &Directory,
    attempt: &Attempt,
    reconciler: &mut Option<&mut dyn Reconciler>,
) -> Login {
    let login = |reconciler: Option<&mut dyn Reconciler>| {
        login::login(setting, directory, attempt, reconciler)
    };
    let mut policy = setting.policy();
    let policy = policy.as_mut().map(|policy| policy as &mut dyn Reconciler);
    match (policy, reconciler) {
        (None, None) => mapped(setting, None, login),
        (Some(policy), None) => mapped(setting, Some(policy), login),
        (None, Some(lambda)) => mapped(setting, Some(&mut **lambda), login),
        (Some(first), Some(lambda)) => {
            let (second, met): (&mut dyn Reconciler, _) = (&mut **lambda, AssumptionSet::default());
            mapped(setting, Some(&mut InOrder { first, second, met }), login)
        }
    }
}

/// Lets what the identity provider maps by itself take part beside `lambda`, which may be a policy.
fn mapped<'a>(
    setting: &'a Setting,
    lambda: Option<&'a mut (dyn Reconciler + 'a)>,
    login: impl FnOnce(Option<&mut dyn Reconciler>) -> Login,
) -> Login {
    let mut map = setting.claim_map.as_ref();
    match (lambda, &mut map) {
        (None, None) => {
            let mut mappings = setting.attribute_mappings.as_ref();
            login(mappings.as_mut().map(|mappings| mappings as &mut dyn Reconciler))
        }
        (None, Some(map)) => login(Some(map)),
        (Some(lambda), None) => login(Some(lambda)),
        (Some(lambda), Some(map)) => {
            let mut met = AssumptionSet::default();
            met.insert(Assumption::ClaimMapOrder);
            let map_first = setting.assumptions.is(Assumption::ClaimMapOrder, "before-lambda");
            let (first, second) =
                if map_first { (map as &mut dyn Reconciler, lambda) } else { (lambda, map as _) };
            login(Some(&mut InOrder { first, second, met }))
        }
    }
}
