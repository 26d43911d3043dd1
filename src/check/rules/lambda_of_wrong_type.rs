//! An identity provider runs lambdas of one type only.

use crate::model::{Diagnostic, shorten};
use crate::scenario::Scenario;

pub(super) fn find(scenario: &Scenario) -> Option<Diagnostic> {
    let provider = scenario.setting.identity_provider.provider_type();
    let wanted = provider.lambda();
    let kind = scenario.lambda.as_ref()?.kind.as_deref().filter(|kind| *kind != wanted)?;
    Some(
        Diagnostic::error(
            "lambda-of-wrong-type",
            "/lambda/type",
            format!(
                "an identity provider of type {} cannot run a lambda of type `{}`",
                provider.name(),
                shorten(kind)
            ),
        )
        .found(kind)
        .expected(format!("`{wanted}`"))
        .help("assign a lambda of this type: each type is called with arguments of its own"),
    )
}

#[cfg(test)]
mod tests {
    use super::super::scenario;
    use super::*;
    use serde_json::{Value, json};

    fn found(lambda: &Value) -> Option<String> {
        let document = json!({ "identityProvider": {}, "lambda": lambda, "login": {} });
        find(&scenario(document))?.found
    }

    #[test]
    fn only_openid_reconcile_runs() {
        let wrong = json!({ "file": "a.js", "type": "GoogleReconcile" });
        assert_eq!(found(&wrong).as_deref(), Some("GoogleReconcile"));
        assert_eq!(found(&json!({ "file": "a.js", "type": "OpenIDReconcile" })), None);
        assert_eq!(found(&json!({ "file": "a.js" })), None);
    }

    #[test]
    fn each_type_of_identity_provider_runs_its_own() {
        let document = json!({
            "identityProvider": { "type": "Google" },
            "lambda": { "body": "", "type": "GoogleReconcile" },
            "login": {},
        });
        assert_eq!(find(&scenario(document)), None);
    }
}
