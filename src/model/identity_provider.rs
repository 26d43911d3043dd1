//! FusionAuth's OpenID Connect identity provider, as its API returns it.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::fmt;

/// What FusionAuth does when a person arrives for whom no link exists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum LinkingStrategy {
    /// Link to the user with this e-mail address; create the user where there is none.
    #[default]
    LinkByEmail,
    /// Link to the user with this e-mail address; refuse the login where there is none.
    LinkByEmailForExistingUser,
    /// Link to the user with this username; create the user where there is none.
    LinkByUsername,
    /// Link to the user with this username; refuse the login where there is none.
    LinkByUsernameForExistingUser,
    /// Create a user without e-mail and username, and link to that.
    LinkAnonymously,
    /// Let the person choose: log in to an account, or make one.
    CreatePendingLink,
    /// Make no links; only people who are linked already get in.
    Disabled,
    /// The identity provider's type cannot link; no administrator can choose it.
    Unsupported,
}

/// The value that a linking strategy looks a user up by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkingClaim {
    /// The e-mail address.
    Email,
    /// The username.
    Username,
}

impl LinkingClaim {
    /// The user's field that holds it.
    #[must_use]
    pub const fn field(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::Username => "username",
        }
    }
}

impl LinkingStrategy {
    /// The seven strategies that an administrator can choose.
    pub const CHOICES: [Self; 7] = [
        Self::LinkByEmail,
        Self::LinkByEmailForExistingUser,
        Self::LinkByUsername,
        Self::LinkByUsernameForExistingUser,
        Self::LinkAnonymously,
        Self::CreatePendingLink,
        Self::Disabled,
    ];

    /// FusionAuth's name of it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::LinkByEmail => "LinkByEmail",
            Self::LinkByEmailForExistingUser => "LinkByEmailForExistingUser",
            Self::LinkByUsername => "LinkByUsername",
            Self::LinkByUsernameForExistingUser => "LinkByUsernameForExistingUser",
            Self::LinkAnonymously => "LinkAnonymously",
            Self::CreatePendingLink => "CreatePendingLink",
            Self::Disabled => "Disabled",
            Self::Unsupported => "Unsupported",
        }
    }

    /// The strategy of that name.
    #[must_use]
    pub fn by_name(name: &str) -> Option<Self> {
        Self::CHOICES
            .into_iter()
            .chain([Self::Unsupported])
            .find(|strategy| strategy.name() == name)
    }

    /// What it looks users up by, if anything.
    #[must_use]
    pub const fn claim(self) -> Option<LinkingClaim> {
        match self {
            Self::LinkByEmail | Self::LinkByEmailForExistingUser => Some(LinkingClaim::Email),
            Self::LinkByUsername | Self::LinkByUsernameForExistingUser => {
                Some(LinkingClaim::Username)
            }
            Self::LinkAnonymously
            | Self::CreatePendingLink
            | Self::Disabled
            | Self::Unsupported => None,
        }
    }
}

impl fmt::Display for LinkingStrategy {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

/// A FusionAuth OpenID Connect identity provider.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct IdentityProvider {
    /// The identity provider's id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// Its name, as links and logs show it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Its type; `OpenIDConnect` is the one that is simulated.
    #[serde(default, rename = "type", skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// Whether it is switched on. FusionAuth's default for a new one is `false`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub enabled: Option<bool>,
    /// Whether FusionAuth writes a debug event log for each login.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub debug: Option<bool>,
    /// What happens to a person for whom no link exists.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub linking_strategy: Option<LinkingStrategy>,
    /// The tenant it belongs to (since 1.62); absent for all tenants.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tenant_id: Option<String>,
    /// The lambda that reconciles, if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lambda_configuration: Option<LambdaConfiguration>,
    /// Target field to source expression (since 1.65), such as `"user.firstName": "jwt.given_name"`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub attribute_mappings: BTreeMap<String, String>,
    /// Endpoints, client and claim names.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub oauth2: Option<Oauth2Configuration>,
    /// Settings by application id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub application_configuration: Option<BTreeMap<String, ApplicationConfiguration>>,
    /// Settings by tenant id.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub tenant_configuration: BTreeMap<String, TenantConfiguration>,
    /// Everything else that FusionAuth prints for an identity provider.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

/// The lambda that an identity provider runs.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct LambdaConfiguration {
    /// Id of the reconcile lambda.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reconcile_id: Option<String>,
}

/// How FusionAuth talks to the OpenID Connect provider, and the names of the claims it reads itself.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Oauth2Configuration {
    /// Where discovery starts; for Cognito `https://cognito-idp.<region>.amazonaws.com/<user pool id>`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issuer: Option<String>,
    /// Authorization endpoint, where discovery is not used.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub authorization_endpoint: Option<String>,
    /// Token endpoint, where discovery is not used.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub token_endpoint: Option<String>,
    /// Userinfo endpoint, where discovery is not used.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub userinfo_endpoint: Option<String>,
    /// Scopes that FusionAuth asks for, separated by blanks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scope: Option<String>,
    /// Claim with the person's unique id; default `sub`.
    #[serde(default, rename = "uniqueIdClaim", skip_serializing_if = "Option::is_none")]
    pub unique_id_claim: Option<String>,
    /// Claim with the e-mail address; default `email`.
    #[serde(default, rename = "emailClaim", skip_serializing_if = "Option::is_none")]
    pub email_claim: Option<String>,
    /// Claim that says whether the e-mail address is verified (since 1.48); default `email_verified`.
    #[serde(default, rename = "emailVerifiedClaim", skip_serializing_if = "Option::is_none")]
    pub email_verified_claim: Option<String>,
    /// Claim with the username; default `preferred_username`.
    #[serde(default, rename = "usernameClaim", skip_serializing_if = "Option::is_none")]
    pub username_claim: Option<String>,
    /// Everything else that FusionAuth prints here.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

/// What an identity provider does for one application.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ApplicationConfiguration {
    /// Whether people can use it to log in to the application. FusionAuth's default is `false`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub enabled: Option<bool>,
    /// Whether a person without a registration gets one; default `true`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub create_registration: Option<bool>,
    /// Everything else that FusionAuth prints here.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

/// What an identity provider does in one tenant.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct TenantConfiguration {
    /// How many links to this identity provider one user may have (since 1.32).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit_user_link_count: Option<LinkLimit>,
    /// Everything else that FusionAuth prints here.
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

/// How many links to one identity provider a user may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct LinkLimit {
    /// Whether the limit is in force.
    #[serde(default)]
    pub enabled: bool,
    /// The most links a user may have.
    #[serde(default = "LinkLimit::default_maximum")]
    pub maximum_links: u32,
}

impl LinkLimit {
    const fn default_maximum() -> u32 {
        42
    }
}

/// The names of the claims that FusionAuth reads itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClaimNames<'a> {
    /// Unique id.
    pub unique_id: &'a str,
    /// E-mail address.
    pub email: &'a str,
    /// Whether the e-mail address is verified.
    pub email_verified: &'a str,
    /// Username.
    pub username: &'a str,
}

impl IdentityProvider {
    /// The id; a fixed one for a document that gives none.
    #[must_use]
    pub fn id(&self) -> &str {
        self.id.as_deref().unwrap_or("00000000-0000-4000-8000-0000000000f1")
    }

    /// The name; its type where it has none.
    #[must_use]
    pub fn name(&self) -> &str {
        self.name.as_deref().unwrap_or("OpenIDConnect")
    }

    /// The strategy in force.
    #[must_use]
    pub fn strategy(&self) -> LinkingStrategy {
        self.linking_strategy.unwrap_or_default()
    }

    /// The claim names in force.
    #[must_use]
    pub fn claim_names(&self) -> ClaimNames<'_> {
        let oauth2 = self.oauth2.as_ref();
        let name = |chosen: fn(&Oauth2Configuration) -> Option<&str>, usual| {
            oauth2.and_then(chosen).filter(|name| !name.is_empty()).unwrap_or(usual)
        };
        ClaimNames {
            unique_id: name(|oauth2| oauth2.unique_id_claim.as_deref(), "sub"),
            email: name(|oauth2| oauth2.email_claim.as_deref(), "email"),
            email_verified: name(|oauth2| oauth2.email_verified_claim.as_deref(), "email_verified"),
            username: name(|oauth2| oauth2.username_claim.as_deref(), "preferred_username"),
        }
    }

    /// The reconcile lambda's id, if one is assigned.
    #[must_use]
    pub fn reconcile_lambda(&self) -> Option<&str> {
        self.lambda_configuration.as_ref()?.reconcile_id.as_deref()
    }

    /// The settings for an application.
    #[must_use]
    pub fn application(&self, id: &str) -> Option<&ApplicationConfiguration> {
        self.application_configuration.as_ref()?.get(id)
    }

    /// Whether people without a registration for the application get one.
    #[must_use]
    pub fn creates_registration(&self, application: &str) -> bool {
        self.application(application)
            .and_then(|settings| settings.create_registration)
            .unwrap_or(true)
    }

    /// The link limit in force for a tenant.
    #[must_use]
    pub fn link_limit(&self, tenant: Option<&str>) -> Option<u32> {
        let limit = self.tenant_configuration.get(tenant?)?.limit_user_link_count?;
        limit.enabled.then_some(limit.maximum_links)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[expect(clippy::unwrap_used, reason = "a failing parse is a failing test")]
    fn fields_that_are_not_used_survive() {
        let text = r#"{"applicationConfiguration":{"a":{"buttonText":"x","enabled":true}},"buttonText":"Login","domains":[],"linkingStrategy":"Disabled","oauth2":{"client_id":"c","issuer":"i"}}"#;
        let provider: IdentityProvider = serde_json::from_str(text).unwrap();
        assert_eq!(
            serde_json::to_value(&provider).unwrap(),
            serde_json::from_str::<Value>(text).unwrap()
        );
        assert_eq!(provider.claim_names().username, "preferred_username");
    }

    #[test]
    fn strategies_are_known_by_their_names() {
        for strategy in LinkingStrategy::CHOICES {
            assert_eq!(LinkingStrategy::by_name(strategy.name()), Some(strategy));
        }
        assert_eq!(LinkingStrategy::by_name("LinkByMagic"), None);
    }
}
