//! Which claims make conditions hold, or the proof that none do.
//!
//! Conditions are taken apart into atoms: a claim and its test. The search branches over what the atoms say, and
//! for each claim looks for a value of which they say it. It is exact: nothing is guessed, and a search that grows
//! too large is given up and says so. Claims count as independent of one another even where they are made of the
//! same one, so that a proof holds anyhow, and every answer is confirmed by asking the conditions themselves.

mod ask;
mod kinds;
mod place;
#[cfg(test)]
#[expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that fails ends at once")]
mod properties;
mod search;
#[cfg(test)]
mod tests;
mod tree;
mod value;
mod witness;

pub(crate) use kinds::Types;
pub(crate) use witness::Witness;

use super::claim::Claim;
use super::condition::{Case, Condition, Test};
use super::language::Language;
use super::rule::{Missing, Rule, Source};
use serde_json::Value;

/// What one document may cost: about a second where every step is a search for a text.
const MOST_WORK: usize = 200_000;

/// What is left of the work that may be done.
#[derive(Debug)]
pub(crate) struct Work(usize);

impl Work {
    pub(crate) const fn new() -> Self {
        Self(MOST_WORK)
    }

    /// Takes `cost` off.
    pub(super) fn spend(&mut self, cost: usize) -> Result<(), Undecided> {
        self.0 = self.0.saturating_sub(cost);
        if self.0 == 0 { Err(Undecided::TooLarge) } else { Ok(()) }
    }
}

/// Why nothing is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Undecided {
    /// The search was given up.
    TooLarge,
    /// Every answer that was found failed when it was tried: some claims are made of the same one.
    Unconfirmed,
}

/// What is asked: conditions that hold together, and claims that have a text of a language.
#[derive(Debug, Clone, Default)]
pub(crate) struct Question<'a> {
    /// Each of these holds.
    pub(crate) holding: Vec<&'a Condition>,
    /// The claim, or an entry of its list, is a text of the language.
    pub(crate) texts: Vec<(Claim, Language)>,
    /// Which values claims may have.
    pub(crate) types: Types,
}

impl<'a> Question<'a> {
    /// Whether these conditions hold together.
    pub(crate) fn new(types: Types, holding: impl IntoIterator<Item = &'a Condition>) -> Self {
        Self { holding: holding.into_iter().collect(), texts: Vec::new(), types }
    }

    /// A small set of claims of which all of it is so; `None` proves that there is none.
    ///
    /// # Errors
    ///
    /// Says why nothing is known.
    pub(crate) fn solve(&self, work: &mut Work) -> Result<Option<Witness>, Undecided> {
        self.solve_with(work, &mut |_| true)
    }

    /// The same, with claims that pass `confirm` too. `None` is a proof only of what the question itself says.
    ///
    /// # Errors
    ///
    /// Says why nothing is known.
    pub(crate) fn solve_with(
        &self,
        work: &mut Work,
        confirm: &mut dyn FnMut(&Witness) -> bool,
    ) -> Result<Option<Witness>, Undecided> {
        search::run(self, work, confirm)
    }
}

/// The claim is there.
pub(crate) fn there(claim: &Claim) -> Condition {
    Condition::Claim(claim.clone(), Test::Exists)
}

/// The claim, or one entry of its list, is this scalar.
pub(crate) fn is(claim: &Claim, value: Value) -> Condition {
    Condition::Claim(claim.clone(), Test::In(vec![value], Case::Told))
}

/// The condition does not hold.
pub(crate) fn not(condition: Condition) -> Condition {
    Condition::Not(Box::new(condition))
}

/// The rule has something to read.
pub(crate) fn has_source(rule: &Rule) -> Condition {
    match &rule.source {
        Source::Constant(_) => Condition::All(Vec::new()),
        source => Condition::Any(source.claims().iter().map(there).collect()),
    }
}

/// The rule does something to its field, whatever the field holds: at least this is so then.
pub(crate) fn does_something(rule: &Rule) -> Condition {
    if rule.default.is_some() || rule.missing != Missing::Keep {
        return Condition::All(Vec::new());
    }
    has_source(rule)
}
