//! The group that Cognito makes itself for each outside provider becomes a role.

use super::policy_keeps_old_roles::is_groups;
use crate::model::{Diagnostic, Kind, shorten};
use crate::policy::{Claims, Policy, Provider, Rule, Target};
use serde_json::{Map, Value};

/// A group as Cognito names it.
const OWN: &str = "eu-west-1_EXAMPLE_Google";

pub(super) fn find(policy: &Policy) -> Vec<Diagnostic> {
    if policy.provider != Provider::Cognito {
        return Vec::new();
    }
    let rules = policy.rules().filter(|(target, _)| target.kind() == Some(Kind::Roles));
    rules.filter_map(|(target, rule)| own_group(target, rule)).collect()
}

/// What the rule makes of that group, where it is a role.
fn own_group(target: &Target, rule: &Rule) -> Option<Diagnostic> {
    let claim = rule.source.claims().iter().find(|claim| is_groups(claim))?;
    let mut payload = Map::new();
    payload.insert("cognito:groups".to_owned(), Value::from(vec![OWN]));
    let claims = Claims { userinfo: &payload, id_token: Some(&payload) };
    let given = rule.gives(target, &claims).filter(|given| Some(given) != rule.default.as_ref())?;
    let group = given.as_array()?.first()?.as_str()?.to_owned();
    let message = format!(
        "`{}` makes the role `{}` of the group that Cognito has for each outside provider",
        shorten(&rule.id),
        shorten(&group)
    );
    Some(
        Diagnostic::warning("policy-own-groups-as-roles", rule.at.as_str(), message)
            .found(claim.text())
            .expected("assigned-groups")
            .help("read `assigned-groups`, which leaves Cognito's own groups out, or name the groups in a `table`"),
    )
}

#[cfg(test)]
mod tests {
    use super::super::found;
    use serde_json::{Value, json};

    const CODE: &str = "policy-own-groups-as-roles";

    #[test]
    fn cognitos_own_group_must_not_become_a_role() {
        let count = |rule: Value| {
            found(&json!({ "provider": "cognito", "map": { "registration.roles": rule } }), CODE)
                .len()
        };
        assert_eq!(count(json!("cognito:groups")), 1);
        let table = |unlisted: &str| json!({ "from": "cognito:groups", "table": { "a": "b" }, "unlisted": unlisted });
        assert_eq!(count(table("keep")), 1);
        assert_eq!(count(table("drop")), 0);
        assert_eq!(count(json!("assigned-groups")), 0);
        let after = json!({ "from": "cognito:groups", "transform": [{ "after": "app-" }] });
        assert_eq!(count(after), 0);
    }
}
