//! What would have happened if an undocumented point were otherwise: the login is run again with each alternative.

use super::decision::{Decision, End, end};
use super::{Run, simulate};
use crate::login::Login;
use crate::mapping::Reconciler;
use crate::model::{Assumption, User};
use crate::scenario::Setting;
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
        let setting = Setting { assumptions, ..run.setting.clone() };
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
    let written = |login: &Login| {
        let written = login.written.clone();
        written.map_or((None, None, None), |left| {
            (Some(left.user), left.registration, Some(left.link))
        })
    };
    if one.written.is_some() && other.written.is_none() {
        let ending = (one.ending != other.ending).then_some("ending");
        return ending.into_iter().chain(["nothing-stored"]).collect();
    }
    let (one_left, other_left) = (written(one), written(other));
    let parts = [
        ("ending", one.ending != other.ending),
        ("user", !same_user(one_left.0.as_ref(), other_left.0.as_ref())),
        ("registration", one_left.1 != other_left.1),
        ("link", one_left.2 != other_left.2),
    ];
    parts.into_iter().filter(|(_, differs)| *differs).map(|(part, _)| part).collect()
}

/// Registrations are a part of their own.
fn same_user(one: Option<&User>, other: Option<&User>) -> bool {
    let bare = |user: &User| {
        let mut user = user.clone();
        user.set("registrations", None);
        user
    };
    one.map(bare) == other.map(bare)
}
