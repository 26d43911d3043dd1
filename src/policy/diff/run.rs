//! Both policies on the same claims, for a new user and for one who exists.

use super::FieldResult;
use crate::model::Kind;
use crate::model::object::object;
use crate::policy::evaluate::{Input, evaluate};
use crate::policy::reason::Witness;
use crate::policy::rule::Policy;
use crate::policy::target::{Object, Target};
use crate::policy::{PolicyDenial, Rule};
use serde_json::{Map, Value, json};

/// Two policies of which one field, or the gates, are compared.
pub(super) struct Both<'p> {
    old: Policy,
    new: Policy,
    target: Option<&'p Target>,
}

/// What both come to, where that differs.
pub(super) struct Run {
    pub(super) new_user: bool,
    pub(super) stored: Option<Value>,
    pub(super) old: FieldResult,
    pub(super) new: FieldResult,
}

impl<'p> Both<'p> {
    pub(super) fn of_gates(old: &Policy, new: &Policy) -> Self {
        let gates = |policy: &Policy| Policy { fields: Vec::new(), ..policy.clone() };
        Self { old: gates(old), new: gates(new), target: None }
    }

    pub(super) fn of_field(old: &Policy, new: &Policy, target: &'p Target) -> Self {
        Self { old: old.clone(), new: new.clone(), target: Some(target) }
    }

    /// How they differ for somebody with these claims.
    pub(super) fn differ_on(&self, witness: &Witness) -> Option<Run> {
        let stored = self.target.map(|target| stored(target.kind()));
        let states = [(true, None), (false, None), (false, stored)];
        let possible = states
            .into_iter()
            .filter(|(new_user, _)| witness.new_user.is_none_or(|asked| asked == *new_user));
        for (new_user, stored) in possible {
            let [user, registration] = [Object::User, Object::Registration]
                .map(|object| self.object(object, new_user, stored.as_ref()));
            let input =
                Input { user: &user, registration: Some(&registration), claims: witness.claims() };
            let (old, new) = (self.result(&self.old, &input), self.result(&self.new, &input));
            if let (Some(old), Some(new)) = (old, new)
                && (old.allowed, &old.value) != (new.allowed, &new.value)
            {
                return Some(Run { new_user, stored, old, new });
            }
        }
        None
    }

    fn object(&self, object: Object, is_new: bool, stored: Option<&Value>) -> Map<String, Value> {
        let mut fields = Map::new();
        if !is_new {
            fields.insert("insertInstant".to_owned(), Value::from(1));
        }
        if let (Some(target), Some(stored)) = (self.target, stored)
            && target.object == object
        {
            target.write(&mut fields, Some(stored.clone()));
        }
        fields
    }

    /// What the policy comes to; nothing where another field refuses the login.
    fn result(&self, policy: &Policy, input: &Input<'_>) -> Option<FieldResult> {
        let evaluation = match evaluate(policy, input, false) {
            Ok(evaluation) => evaluation,
            Err(denial) => {
                let is_elsewhere = self.target.is_some_and(|target| {
                    policy.rules().any(|(other, rule): (&Target, &Rule)| {
                        other != target && rule.id == denial.rule
                    })
                });
                let denied = PolicyDenial {
                    code: denial.code.to_owned(),
                    message: denial.message,
                    rule: denial.rule.to_owned(),
                };
                let result = FieldResult { allowed: false, denied: Some(denied), value: None };
                return (!is_elsewhere).then_some(result);
            }
        };
        let value = self.target.and_then(|target| {
            let object = match target.object {
                Object::User => Some(input.user),
                Object::Registration => input.registration,
            };
            let mut object = object.cloned().unwrap_or_default();
            if let Some(write) = evaluation.writes.into_iter().find(|write| write.target == target)
            {
                target.write(&mut object, write.value);
            }
            target.stored(&object).filter(|value| !value.is_null()).cloned()
        });
        let is_set = self.target.and_then(Target::kind) == Some(Kind::Roles);
        let value = value.map(|value| if is_set { as_set(value) } else { value });
        Some(FieldResult { allowed: true, denied: None, value })
    }
}

/// FusionAuth keeps roles as a set.
fn as_set(mut value: Value) -> Value {
    if let Value::Array(roles) = &mut value {
        roles.sort_by_key(Value::to_string);
    }
    value
}

const SOME_ID: &str = "00000000-0000-0000-0000-000000000001";

/// Something that a field may have held before.
fn stored(kind: Option<Kind>) -> Value {
    match kind {
        Some(Kind::Boolean) => Value::from(true),
        Some(Kind::Integer | Kind::Instant) => json!(1),
        Some(Kind::Day) => Value::from("2000-01-01"),
        Some(Kind::Uri) => Value::from("https://example.com/stored"),
        Some(Kind::TimeZone) => Value::from("Europe/Paris"),
        Some(Kind::Locales) => Value::from(vec!["fr"]),
        Some(Kind::Roles) => Value::from(vec!["stored"]),
        Some(Kind::Memberships) => Value::from(vec![object! { "groupId": SOME_ID }]),
        Some(Kind::Choice(choice)) => choice.names().first().copied().into(),
        Some(Kind::Object | Kind::Registrations | Kind::Objects) => object! { "stored": true },
        Some(Kind::Uuid) => Value::from(SOME_ID),
        Some(Kind::Text) | None => Value::from("stored"),
    }
}
