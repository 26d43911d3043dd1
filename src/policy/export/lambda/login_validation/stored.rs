//! Where a claim is stored by the time that a login is validated.

use crate::model::{Diagnostic, Kind, LinkingClaim, Severity, Writable, find_field, shorten};
use crate::policy::claim::Claim;
use crate::policy::condition::{Condition, Test};
use crate::policy::export::lambda::helpers::Helpers;
use crate::policy::export::lambda::literal::texts;
use crate::policy::rule::{FieldRules, Gate, Missing, Policy, Rule, Source, Write};
use crate::policy::target::{Object, Target};

/// What a login validation knows of a claim.
#[derive(Debug, Clone, Copy)]
pub(super) enum Stored<'p> {
    /// A rule copies it into this field at every login.
    Copy(&'p Target, &'p Rule),
    /// FusionAuth looked the user up by this address when it made the link.
    Email,
}

impl<'p> Stored<'p> {
    /// Where `claim` is stored, if anywhere: in the place that says most exactly what the claim says.
    pub(super) fn of(claim: &Claim, policy: &'p Policy) -> Option<Self> {
        let as_text = policy.gates.iter().all(|gate| asks_for_texts(&gate.require, claim));
        let copies = policy.fields.iter().filter_map(|field| copy(field, claim, as_text));
        copies.min_by_key(Self::doubt).or_else(|| {
            let strategy = policy.strategy.unwrap_or_default();
            let by_email = strategy.claim() == Some(LinkingClaim::Email);
            let is_email = matches!(claim, Claim::Canonical { name, below, .. } if name == "email" && below.is_empty());
            (by_email && is_email && as_text).then_some(Self::Email)
        })
    }

    /// How far the stored value may be from the claim.
    fn doubt(&self) -> u8 {
        let text = |target: &Target| u8::from(target.below.is_empty());
        match self {
            Self::Copy(target, rule) if rule.missing != Missing::Keep => text(target),
            Self::Copy(target, _) => 2 + text(target),
            Self::Email => 4,
        }
    }

    /// The JavaScript expression that reads it, undefined where it is missing.
    pub(super) fn reading(&self, helpers: &mut Helpers) -> String {
        match self {
            Self::Copy(target, _) if !target.below.is_empty() => {
                format!("{}(user.{}, {})", helpers.name("at"), target.field, texts(&target.below))
            }
            Self::Copy(target, _) => format!("{}(user.{})", helpers.name("present"), target.field),
            Self::Email => format!("{}(user.email)", helpers.name("present")),
        }
    }

    /// What the gate's author should know of it.
    pub(super) fn caveat(&self, claim: &Claim, gate: &Gate) -> Option<Diagnostic> {
        let Self::Copy(target, rule) = self else { return Some(email(gate)) };
        let name = target.name();
        let (severity, why, help) = if rule.missing == Missing::Keep {
            let help = format!("add \"missing\": \"clear\" to the rule at `{}`", rule.at);
            (Severity::Warning, "which keeps an earlier value when the claim is missing", help)
        } else if target.below.is_empty() {
            let help = "nothing, unless the claim may be something else: then copy it into `user.data` instead";
            (
                Severity::Info,
                "which holds a text alone, without blanks at its ends",
                help.to_owned(),
            )
        } else if asks_whether_there(&gate.require, claim) {
            let help = "nothing, unless an empty list is to pass: then keep the gate in the reconcile lambda";
            let why =
                "where a list or an object without entries is not stored, and so does not exist";
            (Severity::Info, why, help.to_owned())
        } else {
            return None;
        };
        let message = format!("the gate `{}` judges `{name}`, {why}", shorten(&gate.id));
        let finding = Diagnostic::new(severity, "policy-gate-stored", gate.at.clone(), message);
        Some(finding.help(help))
    }
}

fn email(gate: &Gate) -> Diagnostic {
    let message = format!(
        "the gate `{}` judges `user.email`, the address that the user has in FusionAuth, in small letters",
        shorten(&gate.id)
    );
    Diagnostic::warning("policy-gate-stored", gate.at.clone(), message).help(
        "nothing, if that is meant; for what the provider says at each login, copy `email` into `user.data` by a \
         rule with \"missing\": \"clear\"",
    )
}

/// The field, if its only rule copies `claim` into it at every login, and nothing else.
fn copy<'p>(field: &'p FieldRules, claim: &Claim, as_text: bool) -> Option<Stored<'p>> {
    let ([rule], target) = (field.rules.as_slice(), &field.target) else { return None };
    let is_plain = rule.source.claims() == std::slice::from_ref(claim)
        && matches!(rule.source, Source::FirstOf(_))
        && rule.transforms.is_empty()
        && rule.table.is_none()
        && rule.default.is_none()
        && rule.when.is_none()
        && rule.write == Write::Always;
    let holds_it = match target.kind() {
        None => true,
        // A text field makes texts of numbers and booleans.
        Some(Kind::Text) => as_text && is_always_written(target),
        Some(_) => false,
    };
    (is_plain && target.object == Object::User && holds_it).then_some(Stored::Copy(target, rule))
}

fn is_always_written(target: &Target) -> bool {
    let field = find_field(target.object.fields(), &target.field);
    field.is_some_and(|field| field.writable == Writable::Always)
}

/// Whether all that `condition` asks of `claim` can be answered by a text as well as by the claim.
fn asks_for_texts(condition: &Condition, claim: &Claim) -> bool {
    match condition {
        Condition::All(several) | Condition::Any(several) => {
            several.iter().all(|condition| asks_for_texts(condition, claim))
        }
        Condition::Not(condition) => asks_for_texts(condition, claim),
        Condition::Claim(other, Test::In(values, _)) if other == claim => {
            values.iter().all(serde_json::Value::is_string)
        }
        Condition::Claim(..) | Condition::NewUser => true,
    }
}

/// Whether `condition` asks if `claim` is there.
fn asks_whether_there(condition: &Condition, claim: &Claim) -> bool {
    match condition {
        Condition::All(several) | Condition::Any(several) => {
            several.iter().any(|condition| asks_whether_there(condition, claim))
        }
        Condition::Not(condition) => asks_whether_there(condition, claim),
        Condition::Claim(other, Test::Exists) => other == claim,
        Condition::Claim(..) | Condition::NewUser => false,
    }
}
