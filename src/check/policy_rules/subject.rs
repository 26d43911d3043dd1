//! A policy that rules ask questions about.

use crate::policy::reason::{Question, Types, Undecided, Witness, Work};
use crate::policy::{Condition, Policy};

/// A policy, and what is left of the work that its questions may take.
pub(super) struct Subject<'p> {
    pub(super) policy: &'p Policy,
    work: Work,
    /// Where a question was given up first.
    pub(super) given_up_at: Option<&'p str>,
}

/// What came of a question.
pub(super) enum Answer {
    /// These claims are an example.
    Holds(Witness),
    /// It is proved that nothing makes it hold.
    Never,
    /// Nothing is known.
    Unknown,
}

impl<'p> Subject<'p> {
    pub(super) const fn new(policy: &'p Policy) -> Self {
        Self { policy, work: Work::new(), given_up_at: None }
    }

    /// Whether `conditions` can hold together, a question about what stands at `at`.
    pub(super) fn ask<'a>(
        &mut self,
        at: &'p str,
        types: Types,
        conditions: impl IntoIterator<Item = &'a Condition>,
    ) -> Answer {
        match Question::new(types, conditions).solve(&mut self.work) {
            Ok(Some(witness)) => Answer::Holds(witness),
            Ok(None) => Answer::Never,
            Err(Undecided::TooLarge) => {
                self.given_up_at = self.given_up_at.or(Some(at));
                Answer::Unknown
            }
            Err(Undecided::Unconfirmed) => Answer::Unknown,
        }
    }

    /// Whether it is proved that `conditions` never hold together.
    pub(super) fn never<'a>(
        &mut self,
        at: &'p str,
        conditions: impl IntoIterator<Item = &'a Condition>,
    ) -> bool {
        matches!(self.ask(at, Types::Documented, conditions), Answer::Never)
    }

    /// A smallest part of `conditions` that cannot hold together with `fixed`, by index.
    pub(super) fn least(
        &mut self,
        at: &'p str,
        fixed: &[&Condition],
        conditions: &[&Condition],
    ) -> Vec<usize> {
        let mut kept: Vec<usize> = (0..conditions.len()).collect();
        for index in 0..conditions.len() {
            let without: Vec<usize> = kept.iter().copied().filter(|one| *one != index).collect();
            let rest = without.iter().filter_map(|one| conditions.get(*one).copied());
            if self.never(at, rest.chain(fixed.iter().copied())) {
                kept = without;
            }
        }
        kept
    }

    /// What the gates ask for.
    pub(super) fn gates(&self) -> impl Iterator<Item = &'p Condition> + use<'p> {
        self.policy.gates.iter().map(|gate| &gate.require)
    }
}
