//! The policy gives a role that the application does not have.

use crate::model::{Diagnostic, Kind, nearest, pointer, shorten};
use crate::policy::{Rule, Source};
use crate::scenario::Scenario;
use serde_json::Value;

pub(super) fn find(scenario: &Scenario) -> Vec<Diagnostic> {
    let application = &scenario.setting.application;
    let (Some(policy), Some(roles)) = (scenario.setting.policy(), &application.roles) else {
        return Vec::new();
    };
    let given = policy.rules().filter(|(target, _)| target.kind() == Some(Kind::Roles));
    let all = given.flat_map(|(_, rule)| named(rule));
    let unknown = all.filter(|(role, _)| application.knows_role(role) == Some(false));
    let finding = |(name, at): (String, String)| {
        let name = shorten(&name);
        let known: Vec<&str> = roles.iter().map(|role| role.name.as_str()).collect();
        scenario.in_policy(
            Diagnostic::warning(
                "policy-role-unknown",
                at,
                format!("the application has no role `{name}`"),
            )
            .found(&name)
            .expected(known.join(", "))
            .help(format!(
                "{}; or add the role to the application",
                nearest(&name, known.iter().copied())
            )),
        )
    };
    unknown.map(finding).collect()
}

/// The roles that a rule names, and where.
fn named(rule: &Rule) -> Vec<(String, String)> {
    let at = |key: &str| pointer::child(&rule.at, key);
    let mut named = Vec::new();
    let ends_here = rule.transforms.is_empty() && rule.table.is_none();
    if let (Source::Constant(value), true) = (&rule.source, ends_here) {
        named.extend(texts(value, &at("value")));
    }
    for (key, value) in rule.table.iter().flat_map(|table| table.entries.iter()) {
        named.extend(texts(value, &pointer::child(&at("table"), key)));
    }
    if let Some(value) = &rule.default {
        named.extend(texts(value, &at("default")));
    }
    named
}

fn texts(value: &Value, at: &str) -> Vec<(String, String)> {
    let entries = value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice);
    entries.iter().filter_map(Value::as_str).map(|text| (text.to_owned(), at.to_owned())).collect()
}

#[cfg(test)]
mod tests {
    use super::super::scenario;
    use super::*;
    use serde_json::json;

    #[test]
    fn roles_are_the_applications() {
        let rules = json!([
            { "value": ["admin", "boss"] },
            { "from": "cognito:groups", "table": { "a": "user", "b": ["usr"] }, "default": "guest" },
        ]);
        let document = |roles: Value| {
            scenario(json!({
                "identityProvider": { "enabled": true },
                "application": { "id": "a", "roles": roles },
                "policy": { "file": "p.json", "document": { "map": { "registration.roles": rules } } },
                "login": {},
            }))
        };
        let found = find(&document(json!([{ "name": "admin" }, { "name": "user" }])));
        let said: Vec<(&str, Option<&str>)> =
            found.iter().map(|one| (one.path.as_str(), one.found.as_deref())).collect();
        assert_eq!(
            said,
            [
                ("/policy/document/map/registration.roles/0/value", Some("boss")),
                ("/policy/document/map/registration.roles/1/table/b", Some("usr")),
                ("/policy/document/map/registration.roles/1/default", Some("guest")),
            ]
        );
        assert!(found.iter().all(|one| one.file.as_deref() == Some("p.json")));
    }
}
