//! What a policy comes to: writes, or a refusal.

use super::rule::{FieldRules, Gate, Rule};
use super::target::Target;
use crate::mapping::RuleStep;
use serde_json::Value;
use std::borrow::Cow;

/// What a policy that lets a login pass comes to.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Evaluation<'p> {
    /// The fields that change.
    pub writes: Vec<FieldWrite<'p>>,
    /// Values that could not be used.
    pub skipped: Vec<SkippedValue<'p>>,
    /// Every gate and rule, and how it ended; empty unless it was asked for.
    pub steps: Vec<RuleStep>,
}

/// A field that changes.
#[derive(Debug, Clone, PartialEq)]
pub struct FieldWrite<'p> {
    /// The field.
    pub target: &'p Target,
    /// The field's JSON Pointer.
    pub path: &'p str,
    /// What it becomes: `null` empties it, `None` takes it out of its object.
    pub value: Option<Value>,
    /// The rules that made it.
    pub by: Vec<&'p Rule>,
}

/// A value that could not be used.
#[derive(Debug, Clone, PartialEq)]
pub struct SkippedValue<'p> {
    /// The field that it was for.
    pub target: &'p Target,
    /// The rule.
    pub rule: &'p Rule,
    /// The value.
    pub value: Value,
    /// Why, in words.
    pub reason: String,
}

/// The policy refuses the login.
#[derive(Debug, Clone, PartialEq)]
pub struct Denial<'p> {
    /// The gate or the rule.
    pub rule: &'p str,
    /// The gate's own code, or the rule's name.
    pub code: &'p str,
    /// Why, in words.
    pub message: String,
    /// Every gate and rule until then, and how it ended; empty unless it was asked for.
    pub steps: Vec<RuleStep>,
}

impl<'p> Evaluation<'p> {
    pub(super) fn skip(
        &mut self,
        field: &'p FieldRules,
        rule: &'p Rule,
        value: Value,
        reason: String,
    ) {
        self.skipped.push(SkippedValue { target: &field.target, rule, value, reason });
    }
}

impl<'p> Denial<'p> {
    pub(super) fn of_gate(gate: &'p Gate) -> Self {
        let code = gate.code.as_deref().unwrap_or(&gate.id);
        Self { rule: &gate.id, code, message: gate.message.clone(), steps: Vec::new() }
    }

    pub(super) fn of_rule(rule: &'p Rule, message: String) -> Self {
        Self { rule: &rule.id, code: &rule.id, message, steps: Vec::new() }
    }
}

impl<'p> FieldWrite<'p> {
    /// The names of the rules that made it, in one text.
    #[must_use]
    pub fn rule(&self) -> Cow<'p, str> {
        match self.by.as_slice() {
            [rule] => Cow::Borrowed(&rule.id),
            rules => {
                let ids: Vec<&str> = rules.iter().map(|rule| rule.id.as_str()).collect();
                Cow::Owned(ids.join(", "))
            }
        }
    }
}
