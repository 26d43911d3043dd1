//! A lambda and attribute mappings exclude one another: FusionAuth refuses to save both.

use crate::model::{Diagnostic, Feature};
use crate::scenario::Scenario;

pub(super) fn find(scenario: &Scenario) -> Option<Diagnostic> {
    let setting = &scenario.setting;
    let has_mappings = !setting.identity_provider.attribute_mappings.is_empty();
    // An older version knows no mappings, so nothing is excluded there.
    if !has_mappings || !setting.version.has(Feature::AttributeMappings) {
        return None;
    }
    let lambda = lambda_path(scenario)?;
    Some(
        Diagnostic::error(
            "lambda-and-attribute-mappings",
            "/identityProvider/attributeMappings",
            format!("attribute mappings and the lambda at `{lambda}` exclude one another"),
        )
        .expected("one of the two")
        .help("keep the lambda and let it do what the mappings do, or remove it"),
    )
}

/// Pointer to the lambda that runs: the assigned one's id, or the scenario's own.
pub(super) fn lambda_path(scenario: &Scenario) -> Option<&'static str> {
    let assigned = scenario.setting.identity_provider.reconcile_lambda();
    if assigned.is_some_and(|id| !id.trim().is_empty()) {
        return Some("/identityProvider/lambdaConfiguration/reconcileId");
    }
    scenario.lambda.is_some().then_some("/lambda")
}

#[cfg(test)]
mod tests {
    use super::super::scenario;
    use super::*;
    use serde_json::{Value, json};

    fn message(version: &str, lambda: Option<&str>, with_own: bool) -> Option<String> {
        let mappings = json!({ "user.firstName": "jwt.given_name" });
        let mut document = json!({
            "fusionauth": version,
            "identityProvider": { "attributeMappings": mappings },
            "login": {},
        });
        if let (Some(id), Some(provider)) = (lambda, document.get_mut("identityProvider")) {
            provider["lambdaConfiguration"] = json!({ "reconcileId": id });
        }
        if let (true, Value::Object(document)) = (with_own, &mut document) {
            document.insert("lambda".to_owned(), json!({ "file": "reconcile.js" }));
        }
        find(&scenario(document)).map(|found| found.message)
    }

    #[test]
    fn both_together_are_refused() {
        let assigned = message("1.65", Some("l1"), false).unwrap_or_default();
        assert!(
            assigned.contains("`/identityProvider/lambdaConfiguration/reconcileId`"),
            "{assigned}"
        );
        let own = message("1.65", None, true).unwrap_or_default();
        assert!(own.contains("`/lambda`"), "{own}");
    }

    #[test]
    fn one_of_them_is_fine() {
        assert_eq!(message("1.65", None, false), None);
        assert_eq!(message("1.65", Some(""), false), None);
    }

    #[test]
    fn before_1_65_there_are_no_mappings() {
        assert_eq!(message("1.64", Some("l1"), false), None);
    }
}
