//! The types of identity providers: which lambda each runs, with which parameters, and how it links by default.

use super::linking_strategy::LinkingStrategy;
use super::version::{Feature, Version};

/// A parameter of a reconcile function. Its position counts; the author may give it any name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Parameter {
    /// The user.
    User,
    /// The registration.
    Registration,
    /// What the identity provider answered, under the name that FusionAuth's documentation gives it.
    Answer(&'static str),
    /// The id token's claims, or `undefined`.
    IdToken,
    /// The encoded tokens.
    Tokens,
    /// The context, with secrets.
    Context,
}

impl Parameter {
    /// The name in FusionAuth's documentation.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::User => "user",
            Self::Registration => "registration",
            Self::Answer(name) => name,
            Self::IdToken => "id_token",
            Self::Tokens => "tokens",
            Self::Context => "context",
        }
    }

    /// Where it stands in pointers: `/userinfo` for what the identity provider answered.
    #[must_use]
    pub const fn place(self) -> &'static str {
        match self {
            Self::User => "/user",
            Self::Registration => "/registration",
            Self::Answer(_) => "/userinfo",
            Self::IdToken => "/idToken",
            Self::Tokens => "/tokens",
            Self::Context => "/context",
        }
    }
}

/// The claims that FusionAuth itself reads from what a provider of a type answers, first present one first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ProviderClaims {
    /// Unique id.
    pub unique_id: &'static [&'static str],
    /// E-mail address; none where the provider has none to give.
    pub email: &'static [&'static str],
    /// Username.
    pub username: &'static [&'static str],
    /// Whether FusionAuth's documentation names the e-mail and the username.
    pub documented: bool,
}

macro_rules! provider_types {
    ($($name:ident = $text:literal, $lambda:literal, $answer:expr, $strategy:ident,
        [$($id:literal)*] [$($email:literal)*] [$($username:literal)*] $documented:literal;)+) => {
        /// A type of identity provider, or of connector, that runs a reconcile lambda.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum ProviderType {
            $(#[doc = concat!("FusionAuth's `", $text, "`.")] $name,)+
        }

        impl ProviderType {
            /// All of them; OpenID Connect, which Cognito is, comes first.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// FusionAuth's name of it.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$name => $text,)+ }
            }

            /// FusionAuth's name of the lambda type that it runs.
            #[must_use]
            pub const fn lambda(self) -> &'static str {
                match self { $(Self::$name => $lambda,)+ }
            }

            /// What FusionAuth's documentation calls the parameter with the provider's answer.
            const fn answer(self) -> Option<&'static str> {
                match self { $(Self::$name => $answer,)+ }
            }

            /// What a new one links by.
            #[must_use]
            pub const fn default_strategy(self) -> LinkingStrategy {
                match self { $(Self::$name => LinkingStrategy::$strategy,)+ }
            }

            /// The claims that FusionAuth reads itself, unless the identity provider names others.
            #[must_use]
            pub const fn claims(self) -> ProviderClaims {
                match self {
                    $(Self::$name => ProviderClaims {
                        unique_id: &[$($id),*],
                        email: &[$($email),*],
                        username: &[$($username),*],
                        documented: $documented,
                    },)+
                }
            }
        }
    };
}

provider_types! {
    OpenIdConnect = "OpenIDConnect", "OpenIDReconcile", Some("jwt"), LinkByEmail,
        ["sub"] ["email"] ["preferred_username"] true;
    Apple = "Apple", "AppleReconcile", Some("idToken"), LinkByEmail,
        ["sub"] ["email"] [] true;
    EpicGames = "EpicGames", "EpicGamesReconcile", Some("userInfo"), CreatePendingLink,
        ["sub" "account_id" "accountId" "id"] ["email"] ["preferred_username" "displayName"] false;
    ExternalJwt = "ExternalJWT", "ExternalJWTReconcile", Some("jwt"), LinkByEmail,
        ["sub"] ["email"] ["preferred_username"] true;
    Facebook = "Facebook", "FacebookReconcile", Some("facebookUser"), LinkByEmail,
        ["id"] ["email"] [] true;
    Google = "Google", "GoogleReconcile", Some("idToken"), LinkByEmail,
        ["sub"] ["email"] [] true;
    Hypr = "HYPR", "HYPRReconcile", None, LinkByEmail,
        ["sub" "email"] ["email"] [] true;
    LinkedIn = "LinkedIn", "LinkedInReconcile", Some("linkedInUser"), LinkByEmail,
        ["sub" "id"] ["email" "emailAddress"] [] true;
    Nintendo = "Nintendo", "NintendoReconcile", Some("userInfo"), CreatePendingLink,
        ["id"] ["email"] ["preferred_username"] true;
    SamlV2 = "SAMLv2", "SAMLv2Reconcile", Some("samlResponse"), LinkByEmail,
        [] [] [] true;
    SamlV2IdpInitiated = "SAMLv2IdPInitiated", "SAMLv2Reconcile", Some("samlResponse"), LinkByEmail,
        [] [] [] true;
    SonyPsn = "SonyPSN", "SonyPSNReconcile", Some("userInfo"), CreatePendingLink,
        ["user_id" "account_id" "sub"] ["email"] ["online_id"] true;
    Steam = "Steam", "SteamReconcile", Some("userInfo"), CreatePendingLink,
        ["steamid"] [] ["personaname"] true;
    Twitch = "Twitch", "TwitchReconcile", Some("userInfo"), CreatePendingLink,
        ["sub"] ["email"] ["preferred_username"] true;
    Twitter = "Twitter", "TwitterReconcile", Some("twitterUser"), LinkByEmail,
        ["id_str" "id"] ["email"] ["screen_name"] false;
    Xbox = "Xbox", "XboxReconcile", Some("userInfo"), CreatePendingLink,
        ["xid" "ptx" "sub"] ["email"] ["gtg"] true;
    Ldap = "LDAP", "LDAPConnectorReconcile", Some("userAttributes"), Unsupported,
        [] [] [] true;
}

impl ProviderType {
    /// The type of that name.
    ///
    /// ```
    /// use reconcile_kit::model::{ProviderType, Version};
    ///
    /// let google = ProviderType::by_name("Google").expect("a type of FusionAuth");
    /// let names: Vec<&str> =
    ///     google.parameters(Version::NEWEST).iter().map(|parameter| parameter.name()).collect();
    /// assert_eq!(names, ["user", "registration", "idToken", "context"]);
    /// ```
    #[must_use]
    pub fn by_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.name() == name)
    }

    /// The first type that runs lambdas of that type.
    #[must_use]
    pub fn by_lambda(lambda: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.lambda() == lambda)
    }

    /// Whether it is a connector: users log in with a password, and there are no links.
    #[must_use]
    pub const fn is_connector(self) -> bool {
        matches!(self, Self::Ldap)
    }

    /// Whether it answers with a SAML response instead of claims.
    #[must_use]
    pub const fn is_saml(self) -> bool {
        matches!(self, Self::SamlV2 | Self::SamlV2IdpInitiated)
    }

    /// Whether claim names, endpoints and scope stand in `oauth2`.
    #[must_use]
    pub const fn has_oauth2(self) -> bool {
        matches!(self, Self::OpenIdConnect | Self::ExternalJwt)
    }

    /// The parameters of its reconcile function in a version, in their order.
    ///
    /// Source: FusionAuth's pages on each reconcile lambda.
    #[must_use]
    pub fn parameters(self, version: Version) -> Vec<Parameter> {
        let mut parameters = vec![Parameter::User];
        if !self.is_connector() {
            parameters.push(Parameter::Registration);
        }
        parameters.extend(self.answer().map(Parameter::Answer));
        let later = [
            (Feature::LambdaIdToken, Parameter::IdToken),
            (Feature::LambdaTokens, Parameter::Tokens),
            (Feature::LambdaContext, Parameter::Context),
        ];
        let all = self == Self::OpenIdConnect;
        parameters.extend(later.into_iter().filter_map(|(feature, parameter)| {
            let has = version.has(feature) && (all || parameter == Parameter::Context);
            has.then_some(parameter)
        }));
        parameters
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(kind: ProviderType, version: &str) -> Vec<&'static str> {
        let version = version.parse().unwrap_or_default();
        kind.parameters(version).into_iter().map(Parameter::name).collect()
    }

    #[test]
    fn parameters_come_with_their_versions() {
        let oidc = ProviderType::OpenIdConnect;
        assert_eq!(names(oidc, "1.30"), ["user", "registration", "jwt"]);
        assert_eq!(names(oidc, "1.31"), ["user", "registration", "jwt", "id_token"]);
        assert_eq!(names(oidc, "1.48"), ["user", "registration", "jwt", "id_token", "tokens"]);
        assert_eq!(names(oidc, "1.64").last(), Some(&"context"));
        assert_eq!(names(ProviderType::Google, "1.48"), ["user", "registration", "idToken"]);
    }

    #[test]
    fn hypr_and_ldap_have_fewer() {
        assert_eq!(names(ProviderType::Hypr, "1.64"), ["user", "registration", "context"]);
        assert_eq!(names(ProviderType::Ldap, "1.64"), ["user", "userAttributes", "context"]);
    }

    #[test]
    fn types_are_known_by_their_names() {
        for kind in ProviderType::ALL {
            assert_eq!(ProviderType::by_name(kind.name()), Some(*kind));
            assert_eq!(
                ProviderType::by_lambda(kind.lambda()).map(ProviderType::lambda),
                Some(kind.lambda())
            );
        }
        assert_eq!(ProviderType::by_name("Okta"), None);
    }
}
