//! Under `LinkAnonymously` FusionAuth runs no lambda and ignores attribute mappings.

use super::lambda_and_attribute_mappings::lambda_path;
use crate::model::{Diagnostic, Feature, LinkingStrategy};
use crate::scenario::Scenario;

pub(super) fn find(scenario: &Scenario) -> Vec<Diagnostic> {
    let setting = &scenario.setting;
    let provider = &setting.identity_provider;
    if provider.strategy() != LinkingStrategy::LinkAnonymously {
        return Vec::new();
    }
    let has_mappings =
        !provider.attribute_mappings.is_empty() && setting.version.has(Feature::AttributeMappings);
    let lambda = lambda_path(scenario).map(|path| never_used(path, "the lambda never runs"));
    let mappings = has_mappings.then(|| {
        never_used("/identityProvider/attributeMappings", "the attribute mappings are ignored")
    });
    lambda.into_iter().chain(mappings).collect()
}

fn never_used(path: &str, what: &str) -> Diagnostic {
    Diagnostic::warning(
        "anonymous-link-maps-nothing",
        path,
        format!("{what}: `LinkAnonymously` maps no claims"),
    )
    .help(
        "choose another strategy, or remove it: an anonymous user has neither identity nor profile",
    )
}

#[cfg(test)]
mod tests {
    use super::super::scenario;
    use super::*;
    use serde_json::{Value, json};

    fn paths(document: Value) -> Vec<String> {
        find(&scenario(document)).into_iter().map(|found| found.path).collect()
    }

    fn document(strategy: &str) -> Value {
        json!({
            "identityProvider": {
                "linkingStrategy": strategy,
                "lambdaConfiguration": { "reconcileId": "l1" },
                "attributeMappings": { "user.firstName": "jwt.given_name" },
            },
            "login": {},
        })
    }

    #[test]
    fn lambda_and_mappings_are_not_used() {
        assert_eq!(
            paths(document("LinkAnonymously")),
            [
                "/identityProvider/lambdaConfiguration/reconcileId",
                "/identityProvider/attributeMappings"
            ]
        );
        assert_eq!(paths(document("LinkByEmail")), Vec::<String>::new());
    }

    #[test]
    fn a_scenarios_own_lambda_is_pointed_out_too() {
        let document = json!({
            "identityProvider": { "linkingStrategy": "LinkAnonymously" },
            "lambda": { "file": "reconcile.js" },
            "login": {},
        });
        assert_eq!(paths(document), ["/lambda"]);
    }
}
