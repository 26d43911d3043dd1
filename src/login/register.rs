//! The registration for the application: brought up to date, created, or left out.

use super::{Course, Ending, Refusal, Step, Writer};
use crate::directory::NewId;
use crate::mapping::{IgnoredBecause, IgnoredWrite};
use crate::model::convert::sorted_set;
use crate::model::{Assumption, Registration, User};
use serde_json::Value;

impl Course<'_> {
    /// Registers the user, where a registration exists or may be made.
    pub(super) fn register(
        &mut self,
        user: &mut User,
        registration: Option<Registration>,
    ) -> Result<Option<Registration>, Ending> {
        let stored = user.registration(&self.setting.application.id);
        let Some(mut registration) = registration else {
            self.journal.note(Step::LeftUnregistered);
            return Ok(None);
        };
        self.check_roles(stored.as_ref(), &mut registration)?;
        let now = Value::from(self.setting.now);
        match &stored {
            Some(_) => self.journal.note(Step::UpdatedRegistration),
            None => self.create_registration(&mut registration),
        }
        if stored.as_ref() != Some(&registration) {
            registration.set("lastUpdateInstant", Some(now));
        }
        user.register(&registration);
        Ok(Some(registration))
    }

    fn create_registration(&mut self, registration: &mut Registration) {
        let setting = self.setting;
        let now = Value::from(setting.now);
        let roles = self.first_roles(registration);
        self.journal.note(Step::CreatedRegistration { roles: roles.clone() });
        registration.set("roles", Some(roles.into_iter().map(Value::from).collect()));
        registration.set("applicationId", Some(Value::from(setting.application.id.clone())));
        registration.set("id", Some(Value::from(self.directory.free_id(NewId::Registration))));
        registration.set("insertInstant", Some(now));
    }

    /// The roles of a registration that is made now. What becomes of a lambda's roles is an assumption.
    fn first_roles(&mut self, registration: &Registration) -> Vec<String> {
        let given: Vec<String> = registration.roles().into_iter().map(str::to_owned).collect();
        let defaults = self.setting.application.default_roles();
        if given.is_empty() {
            self.journal.wrote("/registration/roles", Writer::DefaultRole, Vec::new());
            return defaults;
        }
        self.journal.met.insert(Assumption::RolesOnCreate);
        match self.setting.assumptions.value(Assumption::RolesOnCreate) {
            "merge" => {
                let mut both = given;
                both.extend(defaults);
                sorted_set(both)
            }
            "defaults-only" => {
                self.journal.wrote("/registration/roles", Writer::DefaultRole, Vec::new());
                defaults
            }
            _ => given,
        }
    }

    /// Roles that the application does not have: dropped, kept or fatal, as assumed.
    fn check_roles(
        &mut self,
        stored: Option<&Registration>,
        registration: &mut Registration,
    ) -> Result<(), Ending> {
        let before = stored.map(Registration::roles).unwrap_or_default();
        let application = &self.setting.application;
        let unknown: Vec<String> = registration
            .roles()
            .into_iter()
            .filter(|role| !before.contains(role) && application.knows_role(role) == Some(false))
            .map(str::to_owned)
            .collect();
        let Some(first) = unknown.first() else { return Ok(()) };
        self.journal.met.insert(Assumption::UnknownRole);
        match self.setting.assumptions.value(Assumption::UnknownRole) {
            "kept" => return Ok(()),
            "fails" => return Err(Refusal::UnknownRole(first.clone()).into()),
            _ => {}
        }
        let kept = registration
            .roles()
            .into_iter()
            .filter(|role| !unknown.iter().any(|other| other == role));
        let kept: Value = kept.map(Value::from).collect();
        registration.set("roles", Some(kept));
        for role in unknown {
            let (path, value) = ("/registration/roles".to_owned(), Value::from(role));
            self.journal.ignored.push(IgnoredWrite {
                path,
                value,
                because: IgnoredBecause::UnknownRole,
            });
        }
        Ok(())
    }
}
