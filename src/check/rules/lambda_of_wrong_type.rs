//! An OpenID Connect identity provider runs lambdas of one type only.

use crate::model::{Diagnostic, shorten};
use crate::scenario::Scenario;

/// FusionAuth's name of the type.
const WANTED: &str = "OpenIDReconcile";

pub(super) fn find(scenario: &Scenario) -> Option<Diagnostic> {
    let kind = scenario.lambda.as_ref()?.kind.as_deref().filter(|kind| *kind != WANTED)?;
    Some(
        Diagnostic::error(
            "lambda-of-wrong-type",
            "/lambda/type",
            format!(
                "an OpenID Connect identity provider cannot run a lambda of type `{}`",
                shorten(kind)
            ),
        )
        .found(kind)
        .expected(format!("`{WANTED}`"))
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
}
