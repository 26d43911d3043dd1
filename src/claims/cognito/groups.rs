//! The user's groups, with and without those that Cognito makes by itself.

use serde_json::Value;

use super::claim::GROUPS;
use super::issuer::is_pool_id;
use super::{Cognito, Identity};

impl Cognito {
    /// Every group in `cognito:groups`.
    ///
    /// Cognito puts each federated user into a group `<pool>_<provider>` that it makes by itself.
    /// [`Cognito::assigned_groups`] leaves those out.
    #[must_use]
    pub fn groups(&self) -> Vec<&str> {
        self.group_names().collect()
    }

    /// The groups that somebody put the user into: without Cognito's own `<pool>_<provider>`.
    ///
    /// ```
    /// use reconcile_kit::claims::cognito;
    /// use serde_json::json;
    ///
    /// let user = cognito::read(&json!({
    ///     "token_use": "id",
    ///     "iss": "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_EXAMPLE",
    ///     "cognito:groups": ["eu-west-1_EXAMPLE_Google", "admin"],
    /// }))?;
    /// assert_eq!(user.groups(), ["eu-west-1_EXAMPLE_Google", "admin"]);
    /// assert_eq!(user.assigned_groups(), ["admin"]);
    /// # Ok::<(), reconcile_kit::model::Diagnostic>(())
    /// ```
    #[must_use]
    pub fn assigned_groups(&self) -> Vec<&str> {
        let (pool, identities) = (self.known_pool(), self.identities());
        self.group_names().filter(|group| provider_of(group, pool, &identities).is_none()).collect()
    }

    /// The names of the providers that the user's automatic groups stand for, in their own case.
    pub(super) fn providers_of_groups(&self) -> impl Iterator<Item = &str> {
        let (pool, identities) = (self.known_pool(), self.identities());
        self.group_names().filter_map(move |group| provider_of(group, pool, &identities))
    }

    /// The pool in the name of an automatic group.
    pub(super) fn pool_of_group(&self) -> Option<&str> {
        let identities = self.identities();
        self.group_names().find_map(|group| pool_before_provider(group, &identities))
    }

    fn group_names(&self) -> impl Iterator<Item = &str> {
        let groups = self.claims.get(GROUPS).and_then(Value::as_array);
        groups.into_iter().flatten().filter_map(Value::as_str)
    }
}

/// The provider that an automatic group stands for; `None` for every other group. Where the pool is
/// not known, the name must end in one of the user's own providers and begin with a pool's id.
fn provider_of<'a>(
    group: &'a str,
    pool: Option<&str>,
    identities: &[Identity<'_>],
) -> Option<&'a str> {
    let pool = match pool {
        Some(pool) => pool,
        None => pool_before_provider(group, identities)?,
    };
    group.strip_prefix(pool)?.strip_prefix('_').filter(|provider| !provider.is_empty())
}

/// More identities than a user can have, which is five. It keeps the search short whatever a document
/// lists. (<https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html>)
const MOST_IDENTITIES: usize = 16;

fn pool_before_provider<'a>(group: &'a str, identities: &[Identity<'_>]) -> Option<&'a str> {
    identities.iter().take(MOST_IDENTITIES).find_map(|identity| {
        let pool = group.strip_suffix(identity.provider_name)?.strip_suffix('_')?;
        is_pool_id(pool).then_some(pool)
    })
}
