//! `preferred_username`, which FusionAuth reads by default, is a claim that Cognito rarely sends.

use super::arrivals::Arrival;
use super::cognito::is_cognito;
use crate::model::{Diagnostic, LinkingClaim};
use crate::scenario::Scenario;

pub(super) fn find(scenario: &Scenario, people: &[Arrival<'_>]) -> Option<Diagnostic> {
    let provider = &scenario.setting.identity_provider;
    let links_on_username = provider.strategy().claim() == Some(LinkingClaim::Username);
    let is_usual = provider.claim_names().username == USUAL;
    // A mapping or a lambda may bring a username of its own; the simulation shows whether it does.
    let has_lambda = scenario.needs_lambda() || provider.reconcile_lambda().is_some();
    let is_mapped = has_lambda || provider.attribute_mappings.contains_key("user.username");
    if !links_on_username || !is_usual || is_mapped || !is_cognito(scenario) {
        return None;
    }
    let finding = if people.is_empty() {
        Diagnostic::info(
            "cognito-username-claim",
            "/identityProvider/oauth2/usernameClaim",
            format!("Cognito sends `{USUAL}` only for users in whose profile it is set"),
        )
    } else {
        people.iter().find(|arrival| arrival.identity.username.value.is_none())?;
        let strategy = provider.strategy();
        Diagnostic::warning(
            "cognito-username-claim",
            "/identityProvider/oauth2/usernameClaim",
            format!("`{strategy}` reads `{USUAL}`, which this Cognito user does not have"),
        )
    };
    Some(
        finding
            .expected("`username` from userinfo, or `cognito:username` from the id token")
            .help("set `usernameClaim` to `username`, which userinfo has for every Cognito user"),
    )
}

/// The claim that FusionAuth reads unless `usernameClaim` names another.
const USUAL: &str = "preferred_username";

#[cfg(test)]
mod tests {
    use super::super::arrivals::arrivals;
    use super::super::scenario;
    use super::*;
    use crate::model::Severity;
    use serde_json::{Value, json};

    fn find_in(scenario: &Scenario) -> Option<Diagnostic> {
        find(scenario, &arrivals(scenario))
    }

    #[expect(clippy::indexing_slicing, reason = "assigning to a key of a JSON object adds it")]
    fn severity(oauth2: &Value, userinfo: &Value) -> Option<Severity> {
        let mut oauth2 = oauth2.clone();
        oauth2["issuer"] = json!("https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_EXAMPLE");
        let provider = json!({ "linkingStrategy": "LinkByUsername", "oauth2": oauth2 });
        let document = json!({ "identityProvider": provider, "login": { "userinfo": userinfo } });
        find_in(&scenario(document)).map(|found| found.severity)
    }

    #[test]
    fn a_user_without_the_usual_claim_is_a_warning() {
        let jane = json!({ "sub": "1", "username": "jane" });
        assert_eq!(severity(&json!({}), &jane), Some(Severity::Warning));
        let named = json!({ "usernameClaim": "preferred_username" });
        assert_eq!(severity(&named, &jane), Some(Severity::Warning));
        let other = json!({ "usernameClaim": "username" });
        assert_eq!(severity(&other, &jane), None);
    }

    #[test]
    fn a_user_who_has_it_is_not() {
        let jane = json!({ "sub": "1", "username": "x", "preferred_username": "jane" });
        assert_eq!(severity(&json!({}), &jane), None);
    }

    #[test]
    fn where_no_user_is_known_it_is_only_worth_knowing() {
        assert_eq!(severity(&json!({}), &json!({})), Some(Severity::Info));
    }

    #[test]
    fn it_is_said_of_cognito_only() {
        let document = json!({
            "identityProvider": { "linkingStrategy": "LinkByUsername" },
            "login": { "userinfo": { "sub": "1" } },
        });
        assert_eq!(find_in(&scenario(document)), None);
    }
}
