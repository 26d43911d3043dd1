//! What would have happened if an undocumented point were otherwise: the login is run again with each alternative.

use super::decision::{Decision, End, end};
use super::{Run, simulate};
use crate::login::{Login, Written};
use crate::mapping::Reconciler;
use crate::model::fields::names_of_both;
use crate::model::{Assumption, IdentityProviderLink, Registration};
use serde::Serialize;

/// An assumption that a login met.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct MetAssumption {
    /// Its id.
    pub id: String,
    /// The value that was simulated.
    pub value: String,
    /// Whether another value changes the outcome.
    pub decisive: bool,
    /// What the other values lead to.
    pub alternatives: Vec<AlternativeOutcome>,
}

/// What a login leads to when an assumption has another value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AlternativeOutcome {
    /// The other value.
    pub value: String,
    /// The status then.
    pub status: u16,
    /// What becomes of the person then.
    pub decision: Decision,
    /// The error's code then, if there is one.
    pub error: Option<String>,
    /// What is not the same then: `ending`, `user`, `registration`, `link`, or
    /// `nothing-stored`; empty when nothing differs.
    pub differs: Vec<&'static str>,
}

/// Runs the alternatives of every assumption that `login` met.
pub(super) fn explore(
    run: &Run<'_>,
    login: &Login,
    reconciler: &mut Option<&mut dyn Reconciler>,
) -> Vec<MetAssumption> {
    let met: Vec<Assumption> = login.journal.met.iter().collect();
    met.into_iter().map(|assumption| vary(run, login, assumption, reconciler)).collect()
}

fn vary(
    run: &Run<'_>,
    login: &Login,
    assumption: Assumption,
    reconciler: &mut Option<&mut dyn Reconciler>,
) -> MetAssumption {
    let value = run.setting.assumptions.value(assumption);
    let mut decisive = false;
    let others = assumption.choices().iter().copied().filter(|choice| *choice != value);
    let alternatives = others.map(|choice| {
        let assumptions = run.setting.assumptions.with(assumption, choice);
        let mut setting = run.setting.clone();
        setting.assumptions = assumptions;
        setting.exploring = true;
        let other = simulate(&setting, run.directory, run.attempt, reconciler);
        let differs = differences(login, &other);
        decisive |= !differs.is_empty();
        let End { status, decision, error } = end(&other.ending);
        let error = error.map(|error| error.code);
        AlternativeOutcome { value: choice.to_owned(), status, decision, error, differs }
    });
    let alternatives = alternatives.collect();
    MetAssumption {
        id: assumption.id().to_owned(),
        value: value.to_owned(),
        decisive,
        alternatives,
    }
}

/// What is not the same after two logins.
fn differences(one: &Login, other: &Login) -> Vec<&'static str> {
    let (left, right) = (one.written.as_ref(), other.written.as_ref());
    if left.is_some() && right.is_none() {
        let ending = (one.ending != other.ending).then_some("ending");
        return ending.into_iter().chain(["nothing-stored"]).collect();
    }
    let parts = [
        ("ending", one.ending != other.ending),
        ("user", !same_user(left, right)),
        ("registration", registration(left) != registration(right)),
        ("link", link(left) != link(right)),
    ];
    parts.into_iter().filter(|(_, differs)| *differs).map(|(part, _)| part).collect()
}

/// Whether both leave the same user behind. Registrations are a part of their own.
fn same_user(left: Option<&Written>, right: Option<&Written>) -> bool {
    let (Some(left), Some(right)) = (left, right) else { return left.is_none() && right.is_none() };
    let (left, right) = (left.user.fields(), right.user.fields());
    let mut names = names_of_both(left, right).into_iter();
    names.all(|name| name == "registrations" || left.get(name) == right.get(name))
}

fn link(side: Option<&Written>) -> Option<&IdentityProviderLink> {
    side?.link.as_ref()
}

fn registration(side: Option<&Written>) -> Option<&Registration> {
    side?.registration.as_ref()
}
