//! A username claim was chosen, and the strategy links on e-mail.

use crate::model::{Diagnostic, LinkingClaim};
use crate::scenario::Scenario;

pub(super) fn find(scenario: &Scenario) -> Option<Diagnostic> {
    let provider = &scenario.setting.identity_provider;
    let strategy = provider.strategy();
    let claim = provider.claim_names().username;
    // FusionAuth prints its default whether anybody chose it or not.
    if strategy.claim() != Some(LinkingClaim::Email) || claim == "preferred_username" {
        return None;
    }
    Some(
        Diagnostic::info(
            "username-claim-not-linked-on",
            "/identityProvider/oauth2/usernameClaim",
            format!("`{strategy}` does not use it: a user that it creates has no username"),
        )
        .found(claim)
        .help(
            "to link on it choose `LinkByUsername`; to show it map it to `registration.username`",
        ),
    )
}

#[cfg(test)]
mod tests {
    use super::super::scenario;
    use super::*;
    use serde_json::json;

    fn found(strategy: &str, claim: &str) -> Option<String> {
        let provider = json!({ "linkingStrategy": strategy, "oauth2": { "usernameClaim": claim } });
        find(&scenario(json!({ "identityProvider": provider, "login": {} })))?.found
    }

    #[test]
    fn a_chosen_username_claim_is_not_used_when_linking_on_email() {
        assert_eq!(found("LinkByEmail", "username").as_deref(), Some("username"));
        assert_eq!(found("LinkByEmail", "preferred_username"), None);
        assert_eq!(found("LinkByEmail", ""), None);
        assert_eq!(found("LinkByUsername", "username"), None);
        assert_eq!(found("CreatePendingLink", "username"), None);
    }
}
