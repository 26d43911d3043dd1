//! Where two policies differ, with claims that show it, or the proof that they do not.
//!
//! Gates are compared as a whole: who gets in. Fields are compared one by one: for each pair of rules that might
//! decide a field, one of the old policy and one of the new, claims are looked for with which both decide and give
//! different values. Texts of refusals are not compared.

mod list;
mod pair;
mod probe;
mod run;

use super::in_words::in_words;
use super::reason::{Question, Types, Undecided, Work, has_source, not};
use super::rule::{FieldRules, Missing, Policy};
use super::target::Target;
use super::{ClaimSet, Condition, PolicyDenial};
use probe::Probe;
use run::Both;
use serde::Serialize;
use serde_json::Value;

/// Where two policies differ.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PolicyDiff {
    /// Whether it is proved that they let in the same people and write the same.
    pub same: bool,
    /// What differs, with claims on which it does.
    pub differences: Vec<Difference>,
    /// What is written differently, and where no claims were found that make a difference.
    pub undecided: Vec<String>,
}

/// One difference.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Difference {
    /// `gates`, or the field.
    pub what: String,
    /// What the old policy says, in words.
    pub old: String,
    /// What the new policy says, in words.
    pub new: String,
    /// Claims on which the two differ.
    pub claims: ClaimSet,
    /// Whether FusionAuth is about to create the user.
    pub new_user: bool,
    /// What the field held before; absent where it was empty.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stored: Option<Value>,
    /// What the old policy comes to.
    pub old_result: FieldResult,
    /// What the new policy comes to.
    pub new_result: FieldResult,
}

/// What a policy comes to, for one field.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FieldResult {
    /// Whether the login goes on.
    pub allowed: bool,
    /// Why it does not; absent where it does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub denied: Option<PolicyDenial>,
    /// What the field holds afterwards; absent where it is empty, and for gates.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<Value>,
}

/// Says where `new` differs from `old`.
///
/// ```
/// use reconcile_kit::{check, policy};
///
/// let read = |text| check::read_policy(text).expect("a valid policy");
/// let old = read(r#"{ "map": { "user.data.plan": { "from": "plan", "default": "free" } } }"#);
/// let new = read(r#"{ "map": { "user.data.plan": { "from": "plan", "default": "none" } } }"#);
/// let diff = policy::diff(&old, &new);
/// assert!(!diff.same);
/// assert_eq!(diff.differences[0].new_result.value, Some("none".into()));
/// ```
#[must_use]
pub fn diff(old: &Policy, new: &Policy) -> PolicyDiff {
    let mut compared =
        Compared { old, new, work: Work::new(), differences: Vec::new(), undecided: Vec::new() };
    compared.gates();
    for target in compared.targets() {
        compared.field(target);
    }
    let Compared { differences, undecided, .. } = compared;
    PolicyDiff { same: differences.is_empty() && undecided.is_empty(), differences, undecided }
}

struct Compared<'p> {
    old: &'p Policy,
    new: &'p Policy,
    work: Work,
    differences: Vec<Difference>,
    undecided: Vec<String>,
}

/// What came of looking for a difference.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Found {
    /// There is one.
    Difference,
    /// It is proved that there is none.
    Same,
    /// Neither.
    Nothing,
}

/// What two policies say of the same, in words.
struct Words {
    what: String,
    old: String,
    new: String,
}

impl<'p> Compared<'p> {
    fn gates(&mut self) {
        let all = |policy: &Policy| {
            Condition::All(policy.gates.iter().map(|gate| gate.require.clone()).collect())
        };
        let (old, new) = (all(self.old), all(self.new));
        if old == new {
            return;
        }
        let words = |condition: &Condition| match in_words(condition) {
            words if words.is_empty() => "everybody".to_owned(),
            words => words,
        };
        let both = Both::of_gates(self.old, self.new);
        for (passes, fails) in [(&old, &new), (&new, &old)] {
            let asked = [passes.clone(), not(fails.clone())];
            let words = Words { what: "gates".to_owned(), old: words(&old), new: words(&new) };
            if self.look(&both, &asked, &[Probe::default()], &words) == Found::Nothing {
                self.undecided.push(
                    "the gates are written differently, and no claims were found that only one \
                     policy lets pass"
                        .to_owned(),
                );
                return;
            }
        }
    }

    /// Every field of either policy.
    fn targets(&self) -> Vec<&'p Target> {
        let (old, new): (&'p Policy, &'p Policy) = (self.old, self.new);
        let mut targets: Vec<&'p Target> =
            old.fields.iter().chain(&new.fields).map(|field| &field.target).collect();
        targets.sort_unstable();
        targets.dedup();
        targets
    }

    fn field(&mut self, target: &'p Target) {
        let of = |policy: &'p Policy| policy.fields.iter().find(|field| field.target == *target);
        let (old, new) = (of(self.old), of(self.new));
        let rules = |field: Option<&'p FieldRules>| field.map_or(&[][..], |field| &field.rules);
        let (before, after) = (rules(old), rules(new));
        let is_same = before.len() == after.len()
            && before
                .iter()
                .zip(after)
                .all(|(one, other)| one.when == other.when && one.gives_the_same_as(other));
        if is_same {
            return;
        }
        if target.is_list() {
            self.list(target, before, after);
        } else {
            self.pairs(target, before, after);
        }
    }

    /// What both gates ask for, so that what fields become can be compared.
    fn let_pass(&self) -> Vec<Condition> {
        let gates = self.old.gates.iter().chain(&self.new.gates);
        gates.map(|gate| gate.require.clone()).collect()
    }

    /// What keeps the rules of other fields from refusing.
    fn not_refused(&self, target: &Target) -> Vec<Condition> {
        let rules = self.old.rules().chain(self.new.rules());
        let refusing = rules.filter(|(other, rule)| {
            *other != target && rule.missing == Missing::Reject && rule.default.is_none()
        });
        let source = refusing.map(|(_, rule)| {
            let unless = rule.when.iter().cloned().map(not);
            Condition::Any(unless.chain([has_source(rule)]).collect())
        });
        source.collect()
    }

    /// Looks for claims of which all that is `asked` is so, and on which the two differ.
    fn look(
        &mut self,
        both: &Both<'_>,
        asked: &[Condition],
        probes: &[Probe],
        words: &Words,
    ) -> Found {
        match Question::new(Types::Any, asked).solve(&mut self.work) {
            Ok(None) => return Found::Same,
            Err(Undecided::TooLarge) => return Found::Nothing,
            Ok(Some(_)) | Err(Undecided::Unconfirmed) => {}
        }
        for probe in probes {
            let mut question = Question::new(Types::Any, asked.iter().chain(&probe.conditions));
            question.texts.clone_from(&probe.texts);
            let mut seen = None;
            let mut confirm = |witness: &_| {
                seen = both.differ_on(witness);
                seen.is_some()
            };
            let found = question.solve_with(&mut self.work, &mut confirm);
            if let Ok(Some(witness)) = found
                && let Some(run) = both.differ_on(&witness)
            {
                self.differences.push(Difference {
                    what: words.what.clone(),
                    old: words.old.clone(),
                    new: words.new.clone(),
                    claims: witness.into(),
                    new_user: run.new_user,
                    stored: run.stored,
                    old_result: run.old,
                    new_result: run.new,
                });
                return Found::Difference;
            }
        }
        Found::Nothing
    }
}

#[cfg(test)]
mod tests;
