//! A field that is almost one of FusionAuth's: probably a slip, and as written it has no effect.
//!
//! FusionAuth's objects carry more fields than the kit knows, and those pass. Only a near miss is
//! pointed out.

use super::known_fields::{
    APPLICATION, APPLICATION_CONFIGURATION, IDENTITY_PROVIDER, Kind, LINK, OAUTH2, REGISTRATION,
    ROLE, TENANT_CONFIGURATION, USER,
};
use crate::model::{Diagnostic, pointer, shorten};
use crate::scenario::Scenario;
use serde_json::{Map, Value};

pub(super) fn find(scenario: &Scenario) -> Vec<Diagnostic> {
    let mut search = Search::default();
    search.identity_provider(scenario);
    search.application(scenario);
    search.users(scenario);
    search.links(scenario);
    search.findings
}

/// What was found so far; the same slip in many objects is one finding.
#[derive(Default)]
struct Search {
    findings: Vec<Diagnostic>,
    /// Kind of object and name of the field, few if any.
    seen: Vec<(&'static str, String)>,
}

impl Search {
    fn identity_provider(&mut self, scenario: &Scenario) {
        let provider = &scenario.setting.identity_provider;
        self.object(&IDENTITY_PROVIDER, &provider.other, || "/identityProvider".to_owned());
        if let Some(oauth2) = &provider.oauth2 {
            self.object(&OAUTH2, &oauth2.other, || "/identityProvider/oauth2".to_owned());
        }
        for (id, settings) in provider.application_configuration.iter().flatten() {
            let path = || pointer::child("/identityProvider/applicationConfiguration", id);
            self.object(&APPLICATION_CONFIGURATION, &settings.other, path);
            if let Some(oauth2) = settings.other.get("oauth2").and_then(Value::as_object) {
                self.object(&OAUTH2, oauth2, || path() + "/oauth2");
            }
        }
        for (id, settings) in &provider.tenant_configuration {
            let path = || pointer::child("/identityProvider/tenantConfiguration", id);
            self.object(&TENANT_CONFIGURATION, &settings.other, path);
        }
    }

    fn application(&mut self, scenario: &Scenario) {
        let application = &scenario.setting.application;
        self.object(&APPLICATION, &application.other, || "/application".to_owned());
        for (index, role) in application.roles.iter().flatten().enumerate() {
            self.object(&ROLE, &role.other, || pointer::item("/application/roles", index));
        }
    }

    /// A directory keeps users by id and not in the document's order, so a finding names the user.
    fn users(&mut self, scenario: &Scenario) {
        for user in scenario.directory.users() {
            let of = || format!("user `{}`", shorten(user.id()));
            self.listed(&USER, user.fields(), "/users", of);
            let registrations = user.fields().get("registrations").and_then(Value::as_array);
            for registration in registrations.into_iter().flatten().filter_map(Value::as_object) {
                self.listed(&REGISTRATION, registration, "/users", of);
            }
        }
    }

    fn links(&mut self, scenario: &Scenario) {
        for link in scenario.directory.links() {
            let of = || format!("the link of user `{}`", shorten(&link.user_id));
            self.listed(&LINK, &link.other, "/links", of);
        }
    }

    /// Looks through the object at `path`.
    fn object(&mut self, kind: &Kind, fields: &Map<String, Value>, path: impl Fn() -> String) {
        for key in fields.keys() {
            if let Some(meant) = self.slip(kind, key) {
                self.add(kind, pointer::child(&path(), key), (key, meant), "");
            }
        }
    }

    /// Looks through an object of the list at `path`; `of` names it.
    fn listed(
        &mut self,
        kind: &Kind,
        fields: &Map<String, Value>,
        path: &str,
        of: impl Fn() -> String,
    ) {
        for key in fields.keys() {
            if let Some(meant) = self.slip(kind, key) {
                self.add(kind, path.to_owned(), (key, meant), &format!("; {} has it", of()));
            }
        }
    }

    /// What `key` was meant to be, when it is a slip that was not seen before.
    fn slip(&mut self, kind: &Kind, key: &str) -> Option<&'static str> {
        let meant = kind.meant(key)?;
        if self.seen.iter().any(|(name, seen)| *name == kind.name && seen == key) {
            return None;
        }
        self.seen.push((kind.name, key.to_owned()));
        Some(meant)
    }

    fn add(&mut self, kind: &Kind, path: String, (key, meant): (&str, &str), whose: &str) {
        let message = format!("`{}` is not a field of {}{whose}", shorten(key), kind.name);
        self.findings.push(
            Diagnostic::warning("unrecognised-field", path, message)
                .found(key)
                .expected(format!("`{meant}`"))
                .help(format!("did you mean `{meant}`? as it is written it has no effect")),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::super::scenario;
    use super::*;
    use serde_json::json;

    fn slips(document: Value) -> Vec<(String, Option<String>)> {
        find(&scenario(document)).into_iter().map(|found| (found.path, found.expected)).collect()
    }

    fn slip(path: &str, meant: &str) -> (String, Option<String>) {
        (path.to_owned(), Some(format!("`{meant}`")))
    }

    #[test]
    fn a_near_miss_in_the_configuration_is_pointed_out() {
        let provider = json!({
            "linkingStratgy": "LinkByUsername",
            "oauth2": { "clientId": "c", "usernameclaim": "username" },
            "applicationConfiguration": { "a": { "createRegistraton": false } },
            "tenantConfiguration": { "t": { "limitUserLinkCont": {} } },
        });
        assert_eq!(
            slips(json!({ "identityProvider": provider, "login": {} })),
            [
                slip("/identityProvider/linkingStratgy", "linkingStrategy"),
                slip("/identityProvider/oauth2/clientId", "client_id"),
                slip("/identityProvider/oauth2/usernameclaim", "usernameClaim"),
                slip(
                    "/identityProvider/applicationConfiguration/a/createRegistraton",
                    "createRegistration"
                ),
                slip(
                    "/identityProvider/tenantConfiguration/t/limitUserLinkCont",
                    "limitUserLinkCount"
                ),
            ]
        );
    }

    #[test]
    fn a_near_miss_in_other_objects_is_pointed_out_once() {
        let registrations = json!([{ "applicationId": "a", "role": ["admin"] }]);
        let document = json!({
            "identityProvider": { "id": "i" },
            "application": { "id": "a", "roles": [{ "name": "admin", "isDefualt": true }] },
            "users": [
                { "id": "u1", "fristName": "Jane", "registrations": registrations },
                { "id": "u2", "fristName": "John" },
            ],
            "links": [{
                "identityProviderId": "i", "identityProviderUserId": "1",
                "userId": "u1", "displayname": "x",
            }],
            "login": {},
        });
        assert_eq!(
            slips(document),
            [
                slip("/application/roles/0/isDefualt", "isDefault"),
                slip("/users", "firstName"),
                slip("/users", "roles"),
                slip("/links", "displayName"),
            ]
        );
    }

    #[test]
    fn fields_that_fusionauth_has_and_fields_of_ones_own_pass() {
        let document = json!({
            "identityProvider": {
                "buttonText": "Login", "domains": [], "postRequest": false, "source": "System",
                "oauth2": { "client_id": "c", "clientAuthenticationMethod": "none" },
                "applicationConfiguration": {
                    "a": { "buttonText": "x", "oauth2": { "client_id": "d" } },
                },
            },
            "application": { "id": "a", "scopes": [], "themeId": "t", "verifyRegistration": false },
            "users": [{ "id": "u1", "key": 1, "nickname": "J", "loginId": "x" }],
            "login": {},
        });
        assert_eq!(slips(document), []);
    }
}
