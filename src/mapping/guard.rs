//! What of a reconciler's writes FusionAuth keeps: it drops what the write may not touch, reads every value
//! as its own classes do, and puts back the identity that is not linked on.

use super::ignored::{IgnoredBecause, IgnoredWrite, Unreadable};
use super::permit::{IdentityPermit, Permit};
use super::reconciler::{Author, Reconciled};
use crate::model::fields::names_of_both;
use crate::model::{
    Assumption, AssumptionSet, Assumptions, Field, LinkingClaim, Reading, Registration, User,
    Writable, find_field, pointer, read_field,
};
use serde_json::{Map, Value};

/// What is kept of a run.
#[derive(Debug, Clone, PartialEq)]
pub struct Guarded {
    /// The user with the writes that count.
    pub user: User,
    /// The registration with the writes that count.
    pub registration: Option<Registration>,
    /// The writes that do not.
    pub ignored: Vec<IgnoredWrite>,
    /// The assumptions that decided something here.
    pub met: AssumptionSet,
}

/// Applies what `left` may write to `user` and `registration`.
///
/// # Errors
///
/// Fails with the first value that a field cannot hold, where that ends the login: a lambda's value, unless
/// `lambda-result-conversion` says that it is dropped.
pub fn guard(
    user: &User,
    registration: Option<&Registration>,
    left: &Reconciled,
    author: Author,
    permit: Permit,
    assumptions: &Assumptions,
) -> Result<Guarded, (Unreadable, AssumptionSet)> {
    let mut guard = Guard {
        author,
        permit,
        assumptions,
        undefined: &left.undefined,
        ignored: Vec::new(),
        met: AssumptionSet::default(),
    };
    let kept = guard.both(user, registration, left);
    let (user, registration) = match kept {
        Ok(kept) => kept,
        Err(unreadable) => return Err((unreadable, guard.met)),
    };
    for skipped in &left.skipped {
        guard.ignore(
            skipped.path.clone(),
            skipped.value.clone(),
            IgnoredBecause::Skipped(skipped.reason.clone()),
        );
    }
    Ok(Guarded { user, registration, ignored: guard.ignored, met: guard.met })
}

struct Guard<'a> {
    author: Author,
    permit: Permit,
    assumptions: &'a Assumptions,
    undefined: &'a [String],
    ignored: Vec<IgnoredWrite>,
    met: AssumptionSet,
}

impl Guard<'_> {
    fn both(
        &mut self,
        user: &User,
        registration: Option<&Registration>,
        left: &Reconciled,
    ) -> Result<(User, Option<Registration>), Unreadable> {
        let fields = self.object("/user", User::FIELDS, user.fields(), &left.user)?;
        let registration = match (registration, &left.registration) {
            (Some(before), Some(after)) => {
                let fields =
                    self.object("/registration", Registration::FIELDS, before.fields(), after)?;
                Some(Registration::from(fields))
            }
            (before, _) => before.cloned(),
        };
        Ok((User::from(fields), registration))
    }

    fn object(
        &mut self,
        root: &str,
        fields: &'static [Field],
        before: &Map<String, Value>,
        after: &Map<String, Value>,
    ) -> Result<Map<String, Value>, Unreadable> {
        let mut kept = before.clone();
        for name in names_of_both(before, after) {
            let path = pointer::child(root, name);
            let (old, new) = (before.get(name), after.get(name));
            let undefined = self.undefined.contains(&path);
            if old == new && !undefined {
                continue;
            }
            let new = new.filter(|value| !undefined && !value.is_null());
            match self.field(&path, find_field(fields, name), old, new)? {
                Some(Value::Null) => kept.remove(name),
                Some(value) => kept.insert(name.clone(), value),
                None => continue,
            };
        }
        Ok(kept)
    }

    /// What the field holds after the write: `None` for what it held before, `null` for nothing.
    fn field(
        &mut self,
        path: &str,
        field: Option<&Field>,
        old: Option<&Value>,
        new: Option<&Value>,
    ) -> Result<Option<Value>, Unreadable> {
        let Some(field) = field else {
            // Removing what is not there is no write.
            if let Some(value) = new {
                self.ignore(path.to_owned(), value.clone(), IgnoredBecause::UnknownField);
            }
            return Ok(None);
        };
        if old.is_none() && new.is_none() {
            return Ok(None);
        }
        let reading = new.map(|value| read_field(field, value));
        // Writing what is stored already changes nothing, and so needs no permission.
        if matches!((&reading, old), (Some(Reading::Holds(value)), Some(old)) if value == old) {
            return Ok(None);
        }
        if let Some(because) = self.obstacle(field) {
            self.ignore(path.to_owned(), new.cloned().unwrap_or_default(), because);
            return Ok(None);
        }
        match (reading, new) {
            (Some(Reading::Holds(value)), _) => Ok(Some(value)),
            (Some(Reading::Refused(expected)), Some(value)) => {
                self.unreadable(path, value, expected)
            }
            // A text of blanks is a value that FusionAuth reads as none: it arrives, and so it clears.
            (Some(_), Some(_)) => Ok(Some(Value::Null)),
            _ => Ok(self.clear(path, old)),
        }
    }

    fn obstacle(&mut self, field: &Field) -> Option<IgnoredBecause> {
        match field.writable {
            _ if self.permit.identity == IdentityPermit::Connector => None,
            Writable::Always => None,
            Writable::OnCreate if self.permit.creates_user => None,
            Writable::OnCreate => Some(IgnoredBecause::UserExists),
            Writable::LinkingEmail => self.identity_obstacle(LinkingClaim::Email),
            Writable::LinkingUsername => self.identity_obstacle(LinkingClaim::Username),
            Writable::Never => Some(IgnoredBecause::ReadOnly),
            Writable::Undocumented => {
                self.met.insert(Assumption::UndocumentedUserField);
                let ignored = self.assumptions.is(Assumption::UndocumentedUserField, "ignored");
                ignored.then_some(IgnoredBecause::Undocumented)
            }
        }
    }

    fn identity_obstacle(&self, claim: LinkingClaim) -> Option<IgnoredBecause> {
        match self.permit.identity {
            IdentityPermit::Settled => Some(IgnoredBecause::AlreadyLinked),
            IdentityPermit::LinkingOn(on) | IdentityPermit::ClosedByVersion(on) if on != claim => {
                Some(IgnoredBecause::NotLinkedOn(on))
            }
            IdentityPermit::ClosedByVersion(_) => Some(IgnoredBecause::VersionTooOld),
            IdentityPermit::LinkingOn(_) | IdentityPermit::Open | IdentityPermit::Connector => None,
        }
    }

    fn unreadable(
        &mut self,
        path: &str,
        value: &Value,
        expected: &'static str,
    ) -> Result<Option<Value>, Unreadable> {
        if self.author == Author::Lambda {
            self.met.insert(Assumption::LambdaResultConversion);
            if self.assumptions.is(Assumption::LambdaResultConversion, "as-domain-classes") {
                return Err(Unreadable { path: path.to_owned(), value: value.clone(), expected });
            }
        }
        self.ignore(path.to_owned(), value.clone(), IgnoredBecause::Unreadable(expected));
        Ok(None)
    }

    /// A stored value was replaced by nothing.
    fn clear(&mut self, path: &str, old: Option<&Value>) -> Option<Value> {
        let old = old.filter(|value| !value.is_null())?;
        if is_empty(old) {
            return Some(Value::Null);
        }
        self.met.insert(Assumption::UndefinedWrite);
        if self.assumptions.is(Assumption::UndefinedWrite, "clears") {
            return Some(Value::Null);
        }
        self.ignore(path.to_owned(), Value::Null, IgnoredBecause::ClearingKeeps);
        None
    }

    fn ignore(&mut self, path: String, value: Value, because: IgnoredBecause) {
        self.ignored.push(IgnoredWrite { path, value, because });
    }
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Object(fields) => fields.is_empty(),
        Value::Array(items) => items.is_empty(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    const LINKING_ON_EMAIL: Permit =
        Permit { creates_user: true, identity: IdentityPermit::LinkingOn(LinkingClaim::Email) };
    const LINKED: Permit = Permit::SETTLED;

    fn run(
        before: Value,
        after: &Value,
        permit: Permit,
        assumptions: &Assumptions,
    ) -> Result<Guarded, Unreadable> {
        let left = Reconciled {
            user: after.as_object().cloned().unwrap_or_default(),
            ..Reconciled::default()
        };
        guard(&User::from(before), None, &left, Author::Lambda, permit, assumptions)
            .map_err(|(unreadable, _)| unreadable)
    }

    fn ignored(guarded: Result<Guarded, Unreadable>) -> Vec<(String, IgnoredBecause)> {
        guarded.map_or_else(
            |_| Vec::new(),
            |kept| kept.ignored.into_iter().map(|write| (write.path, write.because)).collect(),
        )
    }

    #[test]
    fn the_identity_that_is_not_linked_on_is_put_back() {
        let kept = run(
            json!({ "email": "a@example.com" }),
            &json!({ "email": "B@example.com", "username": "b" }),
            LINKING_ON_EMAIL,
            &Assumptions::default(),
        );
        assert_eq!(
            kept.as_ref().ok().and_then(|kept| kept.user.email()).as_deref(),
            Some("b@example.com")
        );
        assert_eq!(
            ignored(kept),
            [("/user/username".to_owned(), IgnoredBecause::NotLinkedOn(LinkingClaim::Email))]
        );
    }

    #[test]
    fn a_linked_user_keeps_email_and_memberships() {
        let before = json!({ "email": "a@example.com", "memberships": [] });
        let after = json!({
            "email": "b@example.com",
            "memberships": [{ "groupId": "00000000-0000-0000-0000-000000000001" }],
        });
        let expected = [
            ("/user/email".to_owned(), IgnoredBecause::AlreadyLinked),
            ("/user/memberships".to_owned(), IgnoredBecause::UserExists),
        ];
        assert_eq!(ignored(run(before, &after, LINKED, &Assumptions::default())), expected);
    }

    #[test]
    fn nothing_clears_or_keeps_a_stored_value() {
        let usual = Assumptions::default();
        let (before, after) = (json!({ "firstName": "Jane" }), json!({}));
        let cleared = run(before.clone(), &after, LINKED, &usual);
        assert_eq!(
            cleared.ok().and_then(|kept| kept.user.fields().get("firstName").cloned()),
            None
        );
        let kept = run(before, &after, LINKED, &usual.with(Assumption::UndefinedWrite, "keeps"));
        assert_eq!(
            kept.ok().and_then(|kept| kept.user.fields().get("firstName").cloned()),
            Some(json!("Jane"))
        );
    }

    #[test]
    fn a_value_that_the_field_cannot_hold_ends_the_login_or_is_dropped() {
        let usual = Assumptions::default();
        let (before, after) = (json!({}), json!({ "birthDate": "01/02/1990" }));
        let refused = run(before.clone(), &after, LINKED, &usual);
        assert_eq!(
            refused.err().map(|unreadable| unreadable.path).as_deref(),
            Some("/user/birthDate")
        );
        let dropped = run(
            before,
            &after,
            LINKED,
            &usual.with(Assumption::LambdaResultConversion, "drops-value"),
        );
        assert_eq!(ignored(dropped).len(), 1);
    }

    #[test]
    fn values_are_read_as_the_classes_read_them() {
        let kept = run(
            json!({}),
            &json!({ "firstName": 5, "lastName": " Doe " }),
            LINKED,
            &Assumptions::default(),
        );
        let user = kept.map(|kept| kept.user).unwrap_or_default();
        assert_eq!(user.fields().get("firstName"), Some(&json!("5")));
        assert_eq!(user.fields().get("lastName"), Some(&json!("Doe")));
    }
}
