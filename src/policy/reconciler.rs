//! A policy in a simulated login.

use super::claim::Claims;
use super::evaluate::{Input, evaluate};
use super::outcome::{Denial, Evaluation, FieldWrite};
use super::rule::{Policy, Source, Write};
use super::rule_value::places;
use super::target::Object;
use crate::mapping::{
    Arguments, Author, Failure, FailureKind, Origin, Reconciled, Reconciler, Skipped,
};
use crate::model::{Assumption, AssumptionSet};
use serde_json::{Map, Value};

impl Reconciler for &Policy {
    fn author(&self) -> Author {
        Author::Policy
    }

    fn reconcile(&mut self, arguments: &Arguments<'_>) -> Result<Reconciled, Failure> {
        let claims = Claims { userinfo: arguments.userinfo, id_token: arguments.id_token };
        let input = Input { user: arguments.user, registration: arguments.registration, claims };
        let met = self.met();
        match evaluate(self, &input, true) {
            Ok(evaluation) => Ok(reconciled(evaluation, &input, met)),
            Err(denial) => Err(failure(denial, met)),
        }
    }
}

impl Policy {
    /// The assumptions on which it rests, whoever logs in.
    fn met(&self) -> AssumptionSet {
        let mut met = AssumptionSet::default();
        let asks = self.rules().any(|(_, rule)| rule.write == Write::OnCreate)
            || self.conditions().any(super::Condition::asks_for_new_user);
        if asks {
            met.insert(Assumption::NewUserStamp);
        }
        met
    }
}

fn reconciled(evaluation: Evaluation<'_>, input: &Input<'_>, met: AssumptionSet) -> Reconciled {
    let mut left = Reconciled {
        user: input.user.clone(),
        registration: input.registration.cloned(),
        met,
        rules: evaluation.steps,
        ..Reconciled::default()
    };
    for write in evaluation.writes {
        left.origins.push(origin(&write, &input.claims));
        if let Some(object) = object(&mut left, write.target.object) {
            write.target.write(object, write.value);
        }
    }
    for skipped in evaluation.skipped {
        let reason = format!("{} (rule `{}`)", skipped.reason, skipped.rule.id);
        left.skipped.push(Skipped { path: skipped.target.pointer(), value: skipped.value, reason });
    }
    left
}

fn object(left: &mut Reconciled, object: Object) -> Option<&mut Map<String, Value>> {
    match object {
        Object::User => Some(&mut left.user),
        Object::Registration => left.registration.as_mut(),
    }
}

/// The claims that a write was made of.
pub(super) fn origins(write: &FieldWrite<'_>, claims: &Claims<'_>) -> Vec<String> {
    let mut from = Vec::new();
    for rule in write.by.iter().filter(|rule| !matches!(rule.source, Source::Constant(_))) {
        for place in places(rule, claims) {
            if !from.contains(&place) {
                from.push(place);
            }
        }
    }
    from
}

fn origin(write: &FieldWrite<'_>, claims: &Claims<'_>) -> Origin {
    Origin {
        path: write.target.pointer(),
        rule: Some(write.rule().into_owned()),
        from: origins(write, claims),
        author: Author::Policy,
        position: None,
    }
}

fn failure(denial: Denial<'_>, met: AssumptionSet) -> Failure {
    Failure {
        kind: FailureKind::Denied { code: Some(denial.code.to_owned()) },
        met,
        rules: denial.steps,
        ..Failure::threw(denial.message)
    }
}
