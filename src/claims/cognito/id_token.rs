//! The user as an ID token describes it.

use serde_json::{Map, Value};

use super::{Cognito, identities};

impl Cognito {
    /// What Cognito would put into an ID token for this user, with the types it has there.
    ///
    /// Nothing is made up. Claims of a token rather than a user (`iss`, `aud`, `exp`, `token_use` …)
    /// are there if the user was read from a token; groups are there if the form has them: userinfo
    /// and `ListUsers` do not. Which attributes the app client may read, and what a pre token
    /// generation trigger changes, is not known here either.
    #[must_use]
    pub fn id_token_claims(&self) -> Map<String, Value> {
        let mut claims = self.claims.as_map().clone();
        if let Some(list) = claims.get_mut("identities") {
            *list = identities::in_id_token(list);
        }
        claims
    }
}
