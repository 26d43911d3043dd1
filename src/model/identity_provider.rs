//! FusionAuth's OpenID Connect identity provider, as its API returns it.

use super::fields::Fields;
use super::linking_strategy::LinkingStrategy;
use super::named::Named;
use super::provider_type::ProviderType;
#[cfg(feature = "schema")]
use super::version::Feature;
use serde_json::{Map, Value};

/// The version that brought a field, as the schema says it.
#[cfg(feature = "schema")]
fn since(feature: Feature) -> String {
    feature.since().to_string()
}

/// A FusionAuth OpenID Connect identity provider.
#[derive(Debug, Clone, PartialEq, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "camelCase"))]
pub struct IdentityProvider {
    /// The identity provider's id.
    pub id: Option<String>,
    /// Its name, as links and logs show it.
    pub name: Option<String>,
    /// Its type: `OpenIDConnect`, which Cognito is, where absent; `LDAP` for the LDAP connector.
    #[cfg_attr(feature = "schema", schemars(rename = "type"))]
    pub kind: Option<String>,
    /// Whether it is switched on. FusionAuth's default for a new one is `false`.
    pub enabled: Option<bool>,
    /// Whether FusionAuth writes a debug event log for each login.
    pub debug: Option<bool>,
    /// What happens to a person for whom no link exists.
    pub linking_strategy: Option<LinkingStrategy>,
    /// The tenant it belongs to (since 1.62); absent for all tenants.
    #[cfg_attr(feature = "schema", schemars(extend("x-since" = since(Feature::TenantIdentityProvider))))]
    pub tenant_id: Option<String>,
    /// The lambda that reconciles, if any.
    pub lambda_configuration: Option<LambdaConfiguration>,
    /// Target field to source expression (since 1.65), such as `"user.firstName": "jwt.given_name"`.
    #[cfg_attr(feature = "schema", schemars(default))]
    #[cfg_attr(feature = "schema", schemars(extend("x-since" = since(Feature::AttributeMappings))))]
    pub attribute_mappings: Named<String>,
    /// Endpoints, client and claim names.
    pub oauth2: Option<Oauth2Configuration>,
    /// Settings by application id.
    pub application_configuration: Option<Named<ApplicationConfiguration>>,
    /// Settings by tenant id.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub tenant_configuration: Named<TenantConfiguration>,
    /// Everything else that FusionAuth prints for an identity provider.
    #[cfg_attr(feature = "schema", schemars(flatten))]
    pub other: Map<String, Value>,
}

/// The lambda that an identity provider runs.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "camelCase"))]
pub struct LambdaConfiguration {
    /// Id of the reconcile lambda.
    pub reconcile_id: Option<String>,
    /// Everything else that FusionAuth prints here.
    #[cfg_attr(feature = "schema", schemars(flatten))]
    pub other: Map<String, Value>,
}

/// How FusionAuth talks to the OpenID Connect provider, and the names of the claims it reads itself.
#[derive(Debug, Clone, PartialEq, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Oauth2Configuration {
    /// Where discovery starts; for Cognito `https://cognito-idp.<region>.amazonaws.com/<user pool id>`.
    pub issuer: Option<String>,
    /// Authorization endpoint, where discovery is not used.
    pub authorization_endpoint: Option<String>,
    /// Token endpoint, where discovery is not used.
    pub token_endpoint: Option<String>,
    /// Userinfo endpoint, where discovery is not used.
    pub userinfo_endpoint: Option<String>,
    /// Scopes that FusionAuth asks for, separated by blanks.
    pub scope: Option<String>,
    /// Claim with the person's unique id; default `sub`.
    #[cfg_attr(feature = "schema", schemars(rename = "uniqueIdClaim"))]
    pub unique_id_claim: Option<String>,
    /// Claim with the e-mail address; default `email`.
    #[cfg_attr(feature = "schema", schemars(rename = "emailClaim"))]
    pub email_claim: Option<String>,
    /// Claim that says whether the e-mail address is verified (since 1.48); default `email_verified`.
    #[cfg_attr(feature = "schema", schemars(rename = "emailVerifiedClaim"))]
    #[cfg_attr(feature = "schema", schemars(extend("x-since" = since(Feature::EmailVerifiedCheck))))]
    pub email_verified_claim: Option<String>,
    /// Claim with the username; default `preferred_username`.
    #[cfg_attr(feature = "schema", schemars(rename = "usernameClaim"))]
    pub username_claim: Option<String>,
    /// Everything else that FusionAuth prints here.
    #[cfg_attr(feature = "schema", schemars(flatten))]
    pub other: Map<String, Value>,
}

/// What an identity provider does for one application.
#[derive(Debug, Clone, PartialEq, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "camelCase"))]
pub struct ApplicationConfiguration {
    /// Whether people can use it to log in to the application. FusionAuth's default is `false`.
    pub enabled: Option<bool>,
    /// Whether a person without a registration gets one; default `true`.
    pub create_registration: Option<bool>,
    /// Everything else that FusionAuth prints here.
    #[cfg_attr(feature = "schema", schemars(flatten))]
    pub other: Map<String, Value>,
}

/// What an identity provider does in one tenant.
#[derive(Debug, Clone, PartialEq, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "camelCase"))]
pub struct TenantConfiguration {
    /// How many links to this identity provider one user may have (since 1.32).
    #[cfg_attr(feature = "schema", schemars(extend("x-since" = since(Feature::LinkLimit))))]
    pub limit_user_link_count: Option<LinkLimit>,
    /// Everything else that FusionAuth prints here.
    #[cfg_attr(feature = "schema", schemars(flatten))]
    pub other: Map<String, Value>,
}

/// How many links to one identity provider a user may have.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "camelCase"))]
pub struct LinkLimit {
    /// Whether the limit is in force.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub enabled: bool,
    /// The most links a user may have.
    #[cfg_attr(feature = "schema", schemars(default = "LinkLimit::default_maximum"))]
    pub maximum_links: u32,
    /// Everything else that FusionAuth prints here.
    #[cfg_attr(feature = "schema", schemars(flatten))]
    pub other: Map<String, Value>,
}

impl LinkLimit {
    const fn default_maximum() -> u32 {
        42
    }
}

impl From<Value> for IdentityProvider {
    fn from(value: Value) -> Self {
        let mut fields = Fields::of(value);
        let strategy = fields.text("linkingStrategy");
        Self {
            id: fields.text("id"),
            name: fields.text("name"),
            kind: fields.text("type"),
            enabled: fields.flag("enabled"),
            debug: fields.flag("debug"),
            linking_strategy: strategy.as_deref().and_then(LinkingStrategy::by_name),
            tenant_id: fields.text("tenantId"),
            lambda_configuration: fields
                .value("lambdaConfiguration")
                .map(LambdaConfiguration::from),
            attribute_mappings: fields.texts("attributeMappings"),
            oauth2: fields.value("oauth2").map(Oauth2Configuration::from),
            application_configuration: fields.by_id("applicationConfiguration"),
            tenant_configuration: fields.by_id("tenantConfiguration").unwrap_or_default(),
            other: fields.rest(),
        }
    }
}

impl From<Value> for LambdaConfiguration {
    fn from(value: Value) -> Self {
        let mut fields = Fields::of(value);
        Self { reconcile_id: fields.text("reconcileId"), other: fields.rest() }
    }
}

impl From<Value> for LinkLimit {
    fn from(value: Value) -> Self {
        let mut fields = Fields::of(value);
        let maximum =
            fields.integer("maximumLinks").map(|links| u32::try_from(links).unwrap_or(u32::MAX));
        Self {
            enabled: fields.flag("enabled").unwrap_or_default(),
            maximum_links: maximum.unwrap_or_else(Self::default_maximum),
            other: fields.rest(),
        }
    }
}

impl From<Value> for Oauth2Configuration {
    fn from(value: Value) -> Self {
        let mut fields = Fields::of(value);
        Self {
            issuer: fields.text("issuer"),
            authorization_endpoint: fields.text("authorization_endpoint"),
            token_endpoint: fields.text("token_endpoint"),
            userinfo_endpoint: fields.text("userinfo_endpoint"),
            scope: fields.text("scope"),
            unique_id_claim: fields.text("uniqueIdClaim"),
            email_claim: fields.text("emailClaim"),
            email_verified_claim: fields.text("emailVerifiedClaim"),
            username_claim: fields.text("usernameClaim"),
            other: fields.rest(),
        }
    }
}

impl From<Value> for ApplicationConfiguration {
    fn from(value: Value) -> Self {
        let mut fields = Fields::of(value);
        Self {
            enabled: fields.flag("enabled"),
            create_registration: fields.flag("createRegistration"),
            other: fields.rest(),
        }
    }
}

impl From<Value> for TenantConfiguration {
    fn from(value: Value) -> Self {
        let mut fields = Fields::of(value);
        let limit = fields.value("limitUserLinkCount").map(LinkLimit::from);
        Self { limit_user_link_count: limit, other: fields.rest() }
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
        self.name.as_deref().unwrap_or(self.provider_type().name())
    }

    /// The type; OpenID Connect for a document that gives none.
    #[must_use]
    pub fn provider_type(&self) -> ProviderType {
        let named = self.kind.as_deref().and_then(ProviderType::by_name);
        named.unwrap_or(ProviderType::OpenIdConnect)
    }

    /// The strategy in force: the type's own default where none is set.
    #[must_use]
    pub fn strategy(&self) -> LinkingStrategy {
        match self.provider_type() {
            // HYPR takes users by e-mail who exist already, whatever is set.
            ProviderType::Hypr => LinkingStrategy::LinkByEmailForExistingUser,
            other => self.linking_strategy.unwrap_or(other.default_strategy()),
        }
    }

    /// The claim names in force.
    #[must_use]
    pub fn claim_names(&self) -> ClaimNames<'_> {
        let oauth2 = self.oauth2.as_ref();
        let name = |chosen: fn(&Oauth2Configuration) -> Option<&str>, usual| {
            oauth2.and_then(chosen).filter(|name| !name.is_empty()).unwrap_or(usual)
        };
        // ExternalJWT's older setting goes before the one in `oauth2`.
        let older = self.other.get("uniqueIdentityClaim").and_then(Value::as_str);
        let older = older
            .filter(|name| !name.is_empty() && self.provider_type() == ProviderType::ExternalJwt);
        ClaimNames {
            unique_id: older
                .unwrap_or_else(|| name(|oauth2| oauth2.unique_id_claim.as_deref(), "sub")),
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
        let limit = self.tenant_configuration.get(tenant?)?.limit_user_link_count.as_ref()?;
        limit.enabled.then_some(limit.maximum_links)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_that_are_not_used_stay() {
        let provider = IdentityProvider::from(serde_json::json!({
            "applicationConfiguration": { "a": { "buttonText": "x", "enabled": true } },
            "buttonText": "Login",
            "linkingStrategy": "Disabled",
            "oauth2": { "client_id": "c", "issuer": "i" },
            "tenantConfiguration": { "t": { "limitUserLinkCount": { "enabled": true } } },
        }));
        assert_eq!(provider.strategy(), LinkingStrategy::Disabled);
        assert_eq!(provider.claim_names().username, "preferred_username");
        assert_eq!(provider.link_limit(Some("t")), Some(42));
        assert_eq!(provider.other.get("buttonText"), Some(&Value::from("Login")));
        let settings =
            provider.application("a").map(|settings| settings.other.contains_key("buttonText"));
        assert_eq!(settings, Some(true));
    }
}
