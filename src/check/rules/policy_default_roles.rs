//! The policy takes the application's default roles away again.

use crate::model::{Diagnostic, Kind, shorten};
use crate::policy::{FieldRules, Rule, Source, Write};
use crate::scenario::Scenario;
use serde_json::Value;

pub(super) fn find(scenario: &Scenario) -> Option<Diagnostic> {
    let policy = scenario.setting.policy()?;
    let roles = |field: &&FieldRules| field.target.kind() == Some(Kind::Roles);
    let field = policy.fields.iter().find(roles)?;
    if field.rules.iter().any(keeps_what_is_stored) {
        return None;
    }
    let given: Vec<&str> =
        field.rules.iter().filter(|rule| counts_always(rule)).flat_map(names).collect();
    let mut lost = scenario.setting.application.default_roles();
    lost.retain(|role| !given.contains(&role.as_str()));
    if lost.is_empty() {
        return None;
    }
    let names: Vec<String> = lost.iter().map(|role| format!("`{}`", shorten(role))).collect();
    let (names, what) = (names.join(", "), if lost.len() == 1 { "role" } else { "roles" });
    let lost = Value::from(lost);
    Some(
        scenario.in_policy(
            Diagnostic::warning(
                "policy-default-roles",
                field.at.as_str(),
                format!(
                    "the default {what} {names}, given with the registration, can go at the next login: the field \
                     becomes exactly what its rules give"
                ),
            )
            .help(format!(
                "add a rule that everybody gets, such as {{ \"value\": {lost} }}, or \"write\": \"add\", \
                 which takes nothing away"
            )),
        ),
    )
}

/// Whether the roles that a registration has stay, whoever logs in.
fn keeps_what_is_stored(rule: &Rule) -> bool {
    match rule.write {
        Write::Add => true,
        Write::OnCreate | Write::IfEmpty => rule.when.is_none(),
        Write::Always => false,
    }
}

/// Whether it gives the same at every login.
fn counts_always(rule: &Rule) -> bool {
    rule.when.is_none() && rule.is_plain_constant()
}

fn names(rule: &Rule) -> impl Iterator<Item = &str> {
    let value = if let Source::Constant(value) = &rule.source { Some(value) } else { None };
    let entries =
        value.map(|value| value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice));
    entries.into_iter().flatten().filter_map(Value::as_str)
}

#[cfg(test)]
mod tests {
    use super::super::scenario;
    use super::*;
    use serde_json::json;

    fn found(field: &Value, roles: &Value) -> Option<Diagnostic> {
        find(&scenario(document(field, roles)))
    }

    fn document(field: &Value, roles: &Value) -> Value {
        json!({
            "identityProvider": {
                "enabled": true,
                "linkingStrategy": "LinkByEmail",
                "applicationConfiguration": { "a": { "enabled": true, "createRegistration": true } },
            },
            "application": { "id": "a", "roles": roles },
            "policy": { "provider": "cognito", "map": { "registration.roles": field } },
            "logins": [login(), login()],
        })
    }

    fn login() -> Value {
        let claims = json!({ "sub": "1", "email": "jane@example.com", "email_verified": true });
        json!({ "userinfo": claims, "idToken": claims })
    }

    fn roles() -> Value {
        json!([{ "name": "admin" }, { "name": "user", "isDefault": true }])
    }

    fn of_groups() -> Value {
        json!({ "from": "assigned-groups", "table": { "Admins": "admin" } })
    }

    /// What each rule leads to, and whether the default role is gone after the second login.
    #[test]
    fn default_roles_that_go_are_found() {
        let staff =
            json!({ "value": "admin", "when": { "claim": "email", "domain": "b.example" } });
        let with = |rule: &Value, write: &str| {
            let mut rule = rule.clone();
            if let Some(rule) = rule.as_object_mut() {
                rule.insert("write".to_owned(), json!(write));
            }
            rule
        };
        for (field, goes) in [
            (of_groups(), true),
            (staff.clone(), true),
            (with(&staff, "on-create"), true),
            (with(&staff, "if-empty"), true),
            (json!({ "value": [] }), true),
            (with(&staff, "add"), false),
            (json!([of_groups(), with(&staff, "add")]), false),
            (json!([of_groups(), { "value": "admin", "write": "on-create" }]), false),
            (json!([of_groups(), { "value": "user" }]), false),
            (json!([of_groups(), { "value": ["admin", "user"] }]), false),
        ] {
            assert_eq!(found(&field, &roles()).is_some(), goes, "{field}");
            let scenario = scenario(document(&field, &roles()));
            let outcome = serde_json::to_value(crate::explain::preview(&scenario, None));
            let after =
                outcome.unwrap_or_default().pointer("/logins/1/registration/roles").cloned();
            let after = after.unwrap_or_default();
            let is_gone = after.as_array().is_none_or(Vec::is_empty);
            assert_eq!(is_gone, goes, "{field} leaves {after}");
        }
    }

    #[test]
    fn the_help_names_the_roles_that_nobody_gives() {
        let roles = json!([
            { "name": "user", "isDefault": true },
            { "name": "reader", "isDefault": true },
            { "name": "guest", "isDefault": true },
        ]);
        let field = json!([of_groups(), { "value": "guest" }]);
        let finding = found(&field, &roles);
        let said = finding
            .as_ref()
            .map(|one| (one.path.as_str(), one.help.contains("[\"reader\",\"user\"]")));
        assert_eq!(said, Some(("/policy/map/registration.roles", true)));
    }

    #[test]
    fn without_default_roles_nothing_is_lost() {
        assert_eq!(found(&of_groups(), &json!([{ "name": "admin" }])), None);
        assert_eq!(found(&of_groups(), &json!([])), None);
    }
}
