//! Where a user comes from: the pool itself, or an outside identity provider.

use serde::Serialize;

use super::Cognito;

/// Whose user this is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum Provider<'a> {
    /// The pool's own user. It may have outside identities linked to it.
    Native,
    /// The profile that Cognito made of an outside provider's user.
    Federated {
        /// The provider's name in the pool.
        name: &'a str,
        /// The user's id at that provider, where it is known.
        subject: Option<&'a str>,
        /// Whether name and subject were cut out of the user name. A case-insensitive pool has
        /// lower-cased that, so that they may differ from the provider's own in case.
        from_user_name: bool,
    },
}

/// Names of providers that a pool's owner cannot choose.
const SOCIAL: [&str; 4] = ["Google", "Facebook", "LoginWithAmazon", "SignInWithApple"];

impl Cognito {
    /// Whose user this is: as `identities` says, and from the user name only where that is absent.
    ///
    /// A native user may be called `john_doe`. So a user name counts only if something else says
    /// that the user is federated: the user's status, the trigger, an automatic group, or the name
    /// of a social provider.
    ///
    /// ```
    /// use reconcile_kit::claims::cognito::{self, Provider};
    /// use serde_json::json;
    ///
    /// let user = cognito::read(&json!({
    ///     "sub": "427f0e89",
    ///     "username": "azure_ab3_d",
    ///     "email_verified": "false",
    ///     "identities": "[{\"userId\":\"Ab3_D\",\"providerName\":\"Azure\",\"primary\":\"true\"}]",
    /// }))?;
    /// let provider = Provider::Federated { name: "Azure", subject: Some("Ab3_D"), from_user_name: false };
    /// assert_eq!(user.provider(), provider);
    /// # Ok::<(), reconcile_kit::model::Diagnostic>(())
    /// ```
    #[must_use]
    pub fn provider(&self) -> Provider<'_> {
        let identities = self.identities();
        if identities.is_empty() {
            return self.provider_of_user_name().unwrap_or(Provider::Native);
        }
        let own = identities.iter().find(|identity| {
            identity.primary.unwrap_or_else(|| self.is_named_after(identity.provider_name))
        });
        own.map_or(Provider::Native, |identity| Provider::Federated {
            name: identity.provider_name,
            subject: Some(identity.user_id),
            from_user_name: false,
        })
    }

    fn is_named_after(&self, provider: &str) -> bool {
        self.split_user_name().is_some_and(|(name, _)| name.eq_ignore_ascii_case(provider))
    }

    fn provider_of_user_name(&self) -> Option<Provider<'_>> {
        let split = self.split_user_name();
        let subject_at = |provider: &str| {
            split
                .filter(|(name, _)| name.eq_ignore_ascii_case(provider))
                .map(|(_, subject)| subject)
        };
        // An inbound federation event names the provider before the user exists.
        if let Some(name) = self.event_text("/request/providerName") {
            let subject = subject_at(name);
            return Some(Provider::Federated { name, subject, from_user_name: subject.is_some() });
        }
        let (name, subject) = split?;
        let same = |provider: &&str| provider.eq_ignore_ascii_case(name);
        let in_own_case = self.providers_of_groups().find(same);
        let name = in_own_case
            .or_else(|| SOCIAL.into_iter().find(same))
            .or_else(|| self.is_external().then_some(name))?;
        Some(Provider::Federated { name, subject: Some(subject), from_user_name: true })
    }

    /// Provider and subject as the user name of a federated user has them. A provider's name has no
    /// underscore after its first two characters, while a subject may have several: the first one
    /// counts.
    fn split_user_name(&self) -> Option<(&str, &str)> {
        let (provider, subject) = self.claims.user_name()?.split_once('_')?;
        (!provider.is_empty() && !subject.is_empty()).then_some((provider, subject))
    }

    fn is_external(&self) -> bool {
        self.status() == Some("EXTERNAL_PROVIDER")
            || self
                .event_text("/triggerSource")
                .is_some_and(|source| source.ends_with("_ExternalProvider"))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::claims::cognito::{Form, read_as};

    /// Name, subject and whether they are from the user name; `None` for a native user.
    fn federated(form: Form, value: &Value) -> Option<(String, Option<String>, bool)> {
        match read_as(form, value).ok()?.provider() {
            Provider::Native => None,
            Provider::Federated { name, subject, from_user_name } => {
                Some((name.to_owned(), subject.map(str::to_owned), from_user_name))
            }
        }
    }

    fn cut_out(name: &str, subject: &str) -> (String, Option<String>, bool) {
        (name.to_owned(), Some(subject.to_owned()), true)
    }

    #[test]
    fn an_underscore_alone_makes_nobody_federated() {
        let john = json!({"token_use": "id", "cognito:username": "john_doe"});
        assert_eq!(federated(Form::IdToken, &john), None);
    }

    #[test]
    fn a_group_a_status_or_a_social_provider_does() {
        let by_group = json!({
            "iss": "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_E",
            "cognito:groups": ["eu-west-1_E_AzureAD"],
            "username": "azuread_a_b",
        });
        assert_eq!(federated(Form::IdToken, &by_group), Some(cut_out("AzureAD", "a_b")));
        let social = json!({"cognito:username": "signinwithapple_000.1"});
        assert_eq!(federated(Form::IdToken, &social), Some(cut_out("SignInWithApple", "000.1")));
        let listed = json!({
            "Username": "adfs_AD\\user", "UserStatus": "EXTERNAL_PROVIDER",
            "Attributes": [{"Name": "sub", "Value": "a"}],
        });
        assert_eq!(federated(Form::UserAttributes, &listed), Some(cut_out("adfs", "AD\\user")));
    }

    #[test]
    fn a_user_with_linked_identities_only_is_native() {
        let linked = json!({"username": "google_1", "identities": [
            {"userId": "1", "providerName": "Google", "primary": "false"},
        ]});
        assert_eq!(federated(Form::Userinfo, &linked), None);
    }
}
