//! The people who arrive in a scenario's logins, as FusionAuth reads them.

use crate::claims::{self, Identity, Tokens};
use crate::model::pointer;
use crate::scenario::{Attempt, Logins, Scenario};

/// One person who arrives.
pub(super) struct Arrival<'a> {
    /// Pointer to the login.
    pub(super) path: String,
    /// What the identity provider answered.
    pub(super) tokens: &'a Tokens,
    /// What FusionAuth reads from that.
    pub(super) identity: Identity,
}

impl Arrival<'_> {
    /// Whether one of the tokens, used or not, has the claim.
    pub(super) fn has_claim(&self, name: &str) -> bool {
        let id_token = self.tokens.id_token.as_ref();
        self.tokens.userinfo.contains_key(name)
            || id_token.is_some_and(|token| token.claims.contains_key(name))
    }
}

/// The logins that say something about their person.
///
/// A login without claims stands for somebody of whom nothing is known, as when an identity
/// provider is checked alone; it is no example of a person without e-mail address.
pub(super) fn arrivals(scenario: &Scenario) -> Vec<Arrival<'_>> {
    let attempts = scenario.attempts().iter().enumerate();
    let arrivals = attempts
        .filter_map(|(index, attempt)| arrival(scenario, attempt, login_path(scenario, index)));
    arrivals.collect()
}

/// The person of one login, where it says something about them.
pub(super) fn arrival<'a>(
    scenario: &Scenario,
    attempt: &'a Attempt,
    path: String,
) -> Option<Arrival<'a>> {
    let (setting, tokens) = (&scenario.setting, &attempt.tokens);
    says_something(tokens).then(|| Arrival {
        path,
        tokens,
        identity: claims::resolve(tokens, &setting.identity_provider, setting.version),
    })
}

/// Pointer to a login, by its number from 0.
pub(super) fn login_path(scenario: &Scenario, index: usize) -> String {
    match scenario.logins {
        Logins::One(_) => "/login".to_owned(),
        Logins::Several(_) => pointer::item("/logins", index),
    }
}

fn says_something(tokens: &Tokens) -> bool {
    !tokens.userinfo.is_empty()
        || tokens.id_token.as_ref().is_some_and(|token| !token.claims.is_empty())
}

#[cfg(test)]
mod tests {
    use super::super::scenario;
    use super::*;
    use serde_json::json;

    #[test]
    fn a_login_without_claims_is_nobody() {
        let scenario = scenario(json!({
            "identityProvider": {},
            "logins": [{}, { "idToken": {} }, { "userinfo": { "sub": "1" } }],
        }));
        let paths: Vec<String> =
            arrivals(&scenario).into_iter().map(|arrival| arrival.path).collect();
        assert_eq!(paths, ["/logins/2"]);
    }
}
