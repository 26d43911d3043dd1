//! May this user in? The account's own state, actions against it, and the LoginValidation lambda.

use super::{Course, Ending, Linking, Refusal, Written};
use crate::model::{Assumption, Feature, User};
use serde_json::Value;

impl Course<'_> {
    /// The end of a login whose user, link and registration are settled.
    pub(super) fn admit(
        &mut self,
        linking: Linking,
        written: Written,
    ) -> (Ending, Option<Written>) {
        if let Some(refusal) = self.bar(&written.user) {
            return (refusal.into(), Some(written));
        }
        if let Some(refusal) = self.validate() {
            self.journal.met.insert(Assumption::LoginValidationDenial);
            let persisted =
                self.setting.assumptions.is(Assumption::LoginValidationDenial, "persisted");
            return (refusal.into(), persisted.then_some(written));
        }
        let registered = written.registration.is_some();
        (Ending::LoggedIn { linking, registered }, Some(self.stamp(written)))
    }

    /// The time of a login that came through, everywhere FusionAuth keeps it.
    fn stamp(&self, mut written: Written) -> Written {
        let now = Value::from(self.setting.now);
        written.user.set("lastLoginInstant", Some(now.clone()));
        if let Some(registration) = &mut written.registration {
            registration.set("lastLoginInstant", Some(now));
            written.user.register(registration);
        }
        if let Some(link) = &mut written.link {
            link.last_login_instant = Some(self.setting.now);
        }
        written
    }

    /// Denies a user who may not log in before anything is reconciled, where that is assumed.
    pub(super) fn deny_first(&mut self, user: &User) -> Result<(), Ending> {
        let Some(refusal) = self.bar(user) else { return Ok(()) };
        self.journal.met.insert(Assumption::InactiveUser);
        if self.setting.assumptions.is(Assumption::InactiveUser, "denied-first") {
            return Err(refusal.into());
        }
        Ok(())
    }

    /// Why an existing user may not log in.
    fn bar(&self, user: &User) -> Option<Refusal> {
        let now = self.setting.now;
        if !user.is_active() {
            return Some(Refusal::UserLocked);
        }
        if user.is_expired(now) {
            return Some(Refusal::UserExpired);
        }
        let prevented = self.setting.actions.iter().any(|action| {
            action.actionee_user_id == user.id() && action.expiry.is_none_or(|expiry| expiry > now)
        });
        prevented.then_some(Refusal::LoginPrevented)
    }

    fn validate(&self) -> Option<Refusal> {
        let validation = self.setting.login_validation.as_ref()?;
        let first =
            validation.first().filter(|_| self.setting.version.has(Feature::LoginValidation))?;
        Some(Refusal::LoginValidation(first.clone()))
    }
}
