//! Makes what has to exist: the user, the link, the registration.

use super::{Candidate, Course, Ending, Linking, Step, Writer, Written};
use crate::directory::NewId;
use crate::model::object::object;
use crate::model::{Feature, IdentityProviderLink, User};
use serde_json::{Map, Value};

impl Course<'_> {
    /// Creates or updates user, link and registration.
    pub(super) fn establish(
        &mut self,
        candidate: Candidate,
        unique_id: &str,
    ) -> Result<Written, Ending> {
        let Candidate { mut user, registration, linking, link } = candidate;
        let now = Value::from(self.setting.now);
        let created = matches!(linking, Linking::Created | Linking::CreatedAnonymously);
        if created {
            self.create_user(&mut user, linking == Linking::CreatedAnonymously);
        }
        if self.directory.user(user.id()).is_none_or(|stored| *stored != user) {
            user.set("lastUpdateInstant", Some(now));
        }
        let link = self.link_to(&user, link, unique_id);
        let registration = self.register(&mut user, registration)?;
        Ok(Written { user, registration, link: Some(link) })
    }

    fn create_user(&mut self, user: &mut User, anonymously: bool) {
        let now = Value::from(self.setting.now);
        self.journal.note(Step::CreatedUser { anonymously });
        user.set("id", Some(Value::from(self.directory.free_id(NewId::User))));
        user.set("tenantId", self.setting.tenant_id.clone().map(Value::from));
        user.set("active", Some(Value::Bool(true)));
        user.set("insertInstant", Some(now.clone()));
        for (field, source) in
            [("email", &self.identity.email.source), ("username", &self.identity.username.source)]
        {
            let path = format!("/user/{field}");
            if user.fields().contains_key(field) && !self.journal.authorship.contains_key(&path) {
                self.journal.wrote(&path, Writer::Linking, source.iter().cloned().collect());
            }
        }
        if self.setting.version.has(Feature::UserIdentities) {
            let identities = identities(user, &now);
            user.set("identities", (!identities.is_empty()).then_some(Value::Array(identities)));
        }
    }

    fn link_to(
        &mut self,
        user: &User,
        link: Option<IdentityProviderLink>,
        unique_id: &str,
    ) -> IdentityProviderLink {
        let mut link = link.unwrap_or_else(|| self.new_link(user, unique_id));
        if let Some((shown, source)) = self.display_name(user) {
            self.journal.wrote("/link/displayName", Writer::Linking, source.into_iter().collect());
            link.display_name = Some(shown);
        }
        link
    }

    /// What to show for the link: e-mail or username of the person, else of the user.
    fn display_name(&self, user: &User) -> Option<(String, Option<String>)> {
        let claims = [&self.identity.email, &self.identity.username];
        let of_person =
            claims.into_iter().find_map(|claim| Some((claim.value.clone()?, claim.source.clone())));
        let of_user = || user.email().or_else(|| user.username().map(str::to_owned));
        of_person.or_else(|| Some((of_user()?, None)))
    }

    fn new_link(&mut self, user: &User, unique_id: &str) -> IdentityProviderLink {
        let Self { setting, journal, identity, .. } = self;
        journal.note(Step::CreatedLink);
        let source = identity.unique_id.source.iter().cloned().collect();
        journal.wrote("/link/identityProviderUserId", Writer::Linking, source);
        for field in ["identityProviderId", "userId"] {
            journal.wrote(&format!("/link/{field}"), Writer::Linking, Vec::new());
        }
        let mut other = Map::new();
        if setting.version.has(Feature::LinkType) {
            other.insert(
                "identityProviderType".to_owned(),
                Value::from(setting.identity_provider.provider_type().name()),
            );
        }
        if setting.version.has(Feature::LinkName) {
            other.insert(
                "identityProviderName".to_owned(),
                Value::from(setting.identity_provider.name()),
            );
        }
        IdentityProviderLink {
            identity_provider_id: setting.identity_provider.id().to_owned(),
            identity_provider_user_id: unique_id.to_owned(),
            user_id: user.id().to_owned(),
            display_name: None,
            insert_instant: Some(setting.now),
            last_login_instant: None,
            tenant_id: setting.tenant_id.clone().or_else(|| user.tenant_id().map(str::to_owned)),
            other,
        }
    }
}

/// Identities of a user whom an identity provider brought: trusted, though FusionAuth verified nothing itself.
fn identities(user: &User, now: &Value) -> Vec<Value> {
    let email = user.email();
    let pairs = [("email", email.as_deref()), ("username", user.username())];
    let present = pairs.into_iter().filter_map(|(kind, value)| Some((kind, value?)));
    present
        .enumerate()
        .map(|(index, (kind, value))| {
            object! {
                "displayValue": value,
                "insertInstant": now.clone(),
                "lastUpdateInstant": now.clone(),
                "moderationStatus": "ACTIVE",
                "primary": index == 0,
                "type": kind,
                "value": value,
                "verified": false,
                "verifiedReason": "Trusted",
            }
        })
        .collect()
}
