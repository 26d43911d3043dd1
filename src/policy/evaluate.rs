//! Runs a policy: gates first, then field by field. Nothing is changed; what comes out are the writes.

use super::claim::Claims;
use super::condition::Facts;
use super::hold::{distinct, emptied, entries_or_itself, hold, same_entry};
use super::outcome::{Denial, Evaluation, FieldWrite};
use super::rule::{FieldRules, Gate, Missing, Policy, Rule, Unusable, Write};
use super::rule_value::{Came, came};
use super::target::Object;
use super::value::{is_empty, is_missing};
use crate::mapping::{RuleEnd, RuleStep};
use serde_json::{Map, Value};

/// What a policy is run on.
#[derive(Debug, Clone, Copy)]
pub struct Input<'a> {
    /// The user so far.
    pub user: &'a Map<String, Value>,
    /// The registration so far, where there is one.
    pub registration: Option<&'a Map<String, Value>>,
    /// The claims.
    pub claims: Claims<'a>,
}

impl<'a> Input<'a> {
    fn object(&self, object: Object) -> Option<&'a Map<String, Value>> {
        match object {
            Object::User => Some(self.user),
            Object::Registration => self.registration,
        }
    }

    /// Whether FusionAuth is about to create the user: it has not stamped it yet.
    fn facts(&self) -> Facts<'a> {
        Facts { claims: self.claims, new_user: is_new(self.user) }
    }
}

/// FusionAuth stamps what it stores.
fn is_new(object: &Map<String, Value>) -> bool {
    object.get("insertInstant").is_none_or(Value::is_null)
}

/// Runs `policy`. With `explain`, each gate and rule says how it ended and where its value came from.
///
/// # Errors
///
/// Fails when a gate, or a rule that says so, refuses the login.
pub fn evaluate<'p>(
    policy: &'p Policy,
    input: &Input<'_>,
    explain: bool,
) -> Result<Evaluation<'p>, Denial<'p>> {
    let mut run = Run { input, facts: input.facts(), explain, evaluation: Evaluation::default() };
    let ended = policy
        .gates
        .iter()
        .try_for_each(|gate| run.gate(gate))
        .and_then(|()| policy.fields.iter().try_for_each(|field| run.field(field)));
    match ended {
        Ok(()) => Ok(run.evaluation),
        Err(refused) => Err(Denial { steps: run.evaluation.steps, ..refused }),
    }
}

struct Run<'a, 'p> {
    input: &'a Input<'a>,
    facts: Facts<'a>,
    explain: bool,
    evaluation: Evaluation<'p>,
}

/// How a rule takes part.
enum Part {
    /// Not at all: its condition does not hold.
    None,
    /// What is stored stays.
    Keeps,
    /// It gives this value.
    Gives(Value),
    /// It empties the field.
    Clears,
}

impl<'p> Run<'_, 'p> {
    fn note(&mut self, rule: &str, field: Option<&FieldRules>, end: impl FnOnce() -> RuleEnd) {
        if self.explain {
            let path = field.map(|field| field.path.clone());
            self.evaluation.steps.push(RuleStep { rule: rule.to_owned(), path, end: end() });
        }
    }

    fn gate(&mut self, gate: &'p Gate) -> Result<(), Denial<'p>> {
        if gate.require.holds(&self.facts) {
            self.note(&gate.id, None, || RuleEnd::Passed);
            return Ok(());
        }
        self.note(&gate.id, None, || RuleEnd::Refused(gate.message.clone()));
        Err(Denial::of_gate(gate))
    }

    fn field(&mut self, field: &'p FieldRules) -> Result<(), Denial<'p>> {
        let Some(object) = self.input.object(field.target.object) else {
            for rule in &field.rules {
                self.note(&rule.id, Some(field), || RuleEnd::NotRegistered);
            }
            return Ok(());
        };
        let stored = field.target.stored(object);
        if field.holds_a_list() {
            return self.list(field, object, stored);
        }
        for rule in &field.rules {
            match self.part(field, rule, object, stored)? {
                Part::Gives(value) => {
                    self.write(field, Some(value), stored, vec![rule]);
                    return Ok(());
                }
                Part::Clears => {
                    let nothing = emptied(field.kind);
                    let below = !field.target.below.is_empty();
                    let value = if below { None } else { Some(nothing.unwrap_or_default()) };
                    self.write(field, value, stored, vec![rule]);
                    return Ok(());
                }
                Part::None | Part::Keeps => {}
            }
        }
        Ok(())
    }

    /// A list becomes what its rules give, and keeps what it has where one of them says so.
    fn list(
        &mut self,
        field: &'p FieldRules,
        object: &Map<String, Value>,
        stored: Option<&Value>,
    ) -> Result<(), Denial<'p>> {
        let kind = field.kind;
        let (mut given, mut by, mut keeps) = (Vec::new(), Vec::new(), false);
        for rule in &field.rules {
            keeps |= rule.write == Write::Add;
            match self.part(field, rule, object, stored)? {
                Part::Gives(value) => {
                    given.push(entries_or_itself(kind, value));
                    by.push((rule, true));
                }
                Part::Keeps => keeps = true,
                Part::None | Part::Clears => by.push((rule, false)),
            }
        }
        let held = stored.and_then(Value::as_array);
        let kept = held.filter(|_| keeps).into_iter().flatten().cloned();
        let list = distinct(kind, kept.chain(given.into_iter().flatten()).collect());
        // Who gives nothing takes part in a change only where something goes.
        let stays = |entry| list.iter().any(|other| same_entry(kind, other, entry));
        let all_give = by.iter().all(|(_, gave)| *gave);
        let loses = !all_give && held.is_some_and(|held| !held.iter().all(stays));
        let by = by.into_iter().filter(|(_, gave)| *gave || loses).map(|(rule, _)| rule).collect();
        self.write(field, Some(Value::Array(list)), stored, by);
        Ok(())
    }

    fn part(
        &mut self,
        field: &'p FieldRules,
        rule: &'p Rule,
        object: &Map<String, Value>,
        stored: Option<&Value>,
    ) -> Result<Part, Denial<'p>> {
        if rule.when.as_ref().is_some_and(|when| !when.holds(&self.facts)) {
            self.note(&rule.id, Some(field), || RuleEnd::NotMeant);
            return Ok(Part::None);
        }
        if rule.write == Write::OnCreate && !is_new(object) {
            self.note(&rule.id, Some(field), || RuleEnd::Stored);
            return Ok(Part::Keeps);
        }
        if rule.write == Write::IfEmpty && !stored.is_none_or(is_empty) {
            self.note(&rule.id, Some(field), || RuleEnd::Filled);
            return Ok(Part::Keeps);
        }
        let value = self.value(field, rule)?;
        if let Some(value) = value {
            self.note_given(field, rule, &value);
            return Ok(Part::Gives(value));
        }
        match rule.missing {
            Missing::Keep => {
                self.note(&rule.id, Some(field), || RuleEnd::NoValue);
                Ok(Part::Keeps)
            }
            Missing::Clear => {
                self.note(&rule.id, Some(field), || RuleEnd::Cleared);
                Ok(Part::Clears)
            }
            Missing::Reject => Err(self.refuse(field, rule, "it gives no value")),
        }
    }

    /// The value of the rule, as the field holds it.
    fn value(
        &mut self,
        field: &'p FieldRules,
        rule: &'p Rule,
    ) -> Result<Option<Value>, Denial<'p>> {
        let held = match came(rule, &self.facts.claims) {
            // What stands in the policy was made what the field holds when it was read.
            Came::Value(value) => match field.kind.filter(|_| !rule.is_plain_constant()) {
                Some(kind) => hold(kind, value)
                    .map_err(|(value, holds)| (value, format!("the field holds {holds}"))),
                None => Ok(value),
            },
            Came::Dropped if rule.drops_to_nothing(&field.target) => {
                return Ok(Some(Value::Array(Vec::new())));
            }
            Came::Nothing | Came::Dropped => return Ok(rule.default.clone()),
            Came::Unusable(value, reason) => Err((value, reason)),
            Came::Unlisted(text) => {
                let text = crate::model::shorten(&text);
                return Err(self.refuse(field, rule, &format!("`{text}` is not in the table")));
            }
        };
        match held {
            Ok(value) => {
                Ok(Some(value).filter(|value| !is_missing(value)).or_else(|| rule.default.clone()))
            }
            Err((_, reason)) if rule.unusable == Unusable::Reject => {
                Err(self.refuse(field, rule, &reason))
            }
            Err((value, reason)) => {
                self.note(&rule.id, Some(field), || RuleEnd::Unusable {
                    value: value.clone(),
                    reason: reason.clone(),
                });
                self.evaluation.skip(field, rule, value, reason);
                Ok(rule.default.clone())
            }
        }
    }

    fn note_given(&mut self, field: &FieldRules, rule: &Rule, value: &Value) {
        if self.explain {
            let from = super::rule_value::places(rule, &self.facts.claims);
            self.note(&rule.id, Some(field), || RuleEnd::Gave { value: value.clone(), from });
        }
    }

    fn refuse(&mut self, field: &FieldRules, rule: &'p Rule, reason: &str) -> Denial<'p> {
        let message = format!("the rule `{}` refuses the login: {reason}", rule.id);
        self.note(&rule.id, Some(field), || RuleEnd::Refused(message.clone()));
        Denial::of_rule(rule, message)
    }

    /// Writes what is not stored already.
    fn write(
        &mut self,
        field: &'p FieldRules,
        value: Option<Value>,
        stored: Option<&Value>,
        by: Vec<&'p Rule>,
    ) {
        let same = match (&value, stored) {
            (Some(value), Some(stored)) => value == stored,
            (Some(value), None) => is_empty(value),
            (None, stored) => stored.is_none(),
        };
        if !same {
            let (target, path) = (&field.target, field.path.as_str());
            self.evaluation.writes.push(FieldWrite { target, path, value, by });
        }
    }
}
