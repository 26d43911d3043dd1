//! Which FusionAuth is simulated, and what it can do: one table of features by version.

use std::fmt;

/// A FusionAuth version such as `1.48.1`.
///
/// ```
/// use reconcile_kit::model::{Feature, Version};
///
/// let version: Version = "1.48".parse()?;
/// assert!(version.has(Feature::EmailVerifiedCheck));
/// assert!(!version.has(Feature::AttributeMappings));
/// # Ok::<(), reconcile_kit::model::UnknownVersion>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Version {
    minor: u16,
    patch: u16,
}

/// Why a text is not a version that can be simulated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnknownVersion {
    /// Not of the form `1.48` or `1.48.1`.
    Malformed,
    /// Older than [`Version::OLDEST`]: there were no links to simulate.
    TooOld,
    /// Newer than [`Version::NEWEST`]: nothing is known about it.
    TooNew,
}

impl fmt::Display for UnknownVersion {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Malformed => "not a version of the form `1.48` or `1.48.1`",
            Self::TooOld => "older than 1.28, which brought links and linking strategies",
            Self::TooNew => "newer than any version whose behaviour is known",
        })
    }
}

impl std::error::Error for UnknownVersion {}

impl Version {
    /// 1.28.0 brought links and linking strategies; before it there is no linking decision.
    pub const OLDEST: Self = Self { minor: 28, patch: 0 };
    /// The newest version whose documentation was read, and the default.
    pub const NEWEST: Self = Self { minor: 70, patch: 0 };

    pub(super) const fn of_minor(minor: u16) -> Self {
        Self { minor, patch: 0 }
    }

    /// Whether this version has `feature`.
    #[must_use]
    pub fn has(self, feature: Feature) -> bool {
        let since = feature.since();
        match feature {
            // Allowed in 1.28.0, gone in 1.28.1, back for good in 1.31.0.
            Feature::LambdaSetsLinkingClaim => self == Self::OLDEST || self >= since,
            _ => self >= since,
        }
    }
}

impl Default for Version {
    fn default() -> Self {
        Self::NEWEST
    }
}

impl std::str::FromStr for Version {
    type Err = UnknownVersion;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut parts = text.split('.');
        let mut number = || {
            let part = parts.next()?;
            // `parse` alone would take a sign.
            part.bytes().all(|byte| byte.is_ascii_digit()).then(|| part.parse::<u16>().ok())?
        };
        let (major, minor, patch) = match (number(), number()) {
            (Some(major), Some(minor)) => (major, minor, number()),
            _ => return Err(UnknownVersion::Malformed),
        };
        let named = text.split('.').count();
        if named > 3 || (named == 3 && patch.is_none()) {
            return Err(UnknownVersion::Malformed);
        }
        let version = Self { minor, patch: patch.unwrap_or(0) };
        match major {
            0 => Err(UnknownVersion::TooOld),
            1 if version < Self::OLDEST => Err(UnknownVersion::TooOld),
            1 if version.minor <= Self::NEWEST.minor => Ok(version),
            _ => Err(UnknownVersion::TooNew),
        }
    }
}

impl fmt::Display for Version {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "1.{}.{}", self.minor, self.patch)
    }
}

macro_rules! features {
    ($($name:ident = $minor:literal . $patch:literal, $meaning:literal, $source:literal;)+) => {
        /// Something that FusionAuth can do since some version.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Feature { $(#[doc = $meaning] $name,)+ }

        impl Feature {
            /// Every feature the simulation depends on, oldest first.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// The first version that has it.
            #[must_use]
            pub const fn since(self) -> Version {
                match self { $(Self::$name => Version { minor: $minor, patch: $patch },)+ }
            }

            /// What it is, in a line.
            #[must_use]
            pub const fn meaning(self) -> &'static str {
                match self { $(Self::$name => $meaning,)+ }
            }

            /// Where that is written.
            #[must_use]
            pub const fn source(self) -> &'static str {
                match self { $(Self::$name => $source,)+ }
            }
        }
    };
}

features! {
    LinkingStrategies = 28 . 0, "Links and the choice of a linking strategy.",
        "FusionAuth docs: Identity Providers, linking strategies";
    NoLink = 29 . 0, "`noLink` on the login request.",
        "FusionAuth docs: identity-provider login request";
    LambdaSetsLinkingClaim = 31 . 0, "The lambda may set the claim that the strategy links on.",
        "FusionAuth docs: OpenID Connect reconcile lambda; issue 1425";
    LambdaIdToken = 31 . 0, "The lambda's `id_token` parameter.",
        "FusionAuth docs: OpenID Connect reconcile lambda";
    LinkLimit = 32 . 0, "`tenantConfiguration.limitUserLinkCount`.",
        "FusionAuth docs: identity-provider tenant configuration; issue 1310";
    NintendoProvider = 36 . 0, "The identity provider of type `Nintendo`.",
        "FusionAuth docs: Nintendo reconcile lambda";
    DisabledStrategy = 37 . 0, "The `Disabled` strategy.",
        "FusionAuth docs: linking strategy parameter; issue 1551";
    LinkType = 46 . 0, "`identityProviderType` on a link.",
        "FusionAuth docs: Link API";
    LinkName = 47 . 0, "`identityProviderName` on a link.",
        "FusionAuth docs: Link API";
    EmailVerifiedCheck = 48 . 0, "`emailVerifiedClaim`: an e-mail that is not verified is not linked on.",
        "FusionAuth docs: OpenID Connect identity provider; issue 2423";
    OneLinkPerUser = 48 . 0, "A user who is linked to this identity provider already is not linked once more.",
        "FusionAuth issue 2512";
    AsymmetricIdToken = 48 . 0, "An id token signed with the provider's key (JWKS) is verified, and `uniqueIdClaim` read from it.",
        "FusionAuth docs: OpenID Connect reconcile lambda; issue 2501";
    LambdaTokens = 48 . 0, "The lambda's `tokens` parameter.",
        "FusionAuth docs: OpenID Connect reconcile lambda";
    LoginValidation = 53 . 0, "The tenant's LoginValidation lambda.",
        "FusionAuth docs: LoginValidation lambda";
    UserIdentities = 59 . 0, "`user.identities`.",
        "FusionAuth release notes 1.59.0";
    TenantIdentityProvider = 62 . 0, "An identity provider that belongs to one tenant.",
        "FusionAuth docs: Identity Providers";
    LambdaContext = 64 . 0, "The lambda's `context` parameter.",
        "FusionAuth docs: lambdas";
    AttributeMappings = 65 . 0, "`attributeMappings` on the identity provider.",
        "FusionAuth docs: attribute mappings; issue 3446";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_read_with_and_without_patch() {
        assert_eq!("1.48".parse::<Version>(), "1.48.0".parse::<Version>());
        assert_eq!(
            "1.48.1".parse::<Version>().map(|version| version.to_string()).as_deref(),
            Ok("1.48.1")
        );
    }

    #[test]
    fn what_is_not_a_known_version_is_named() {
        for (text, reason) in [
            ("", UnknownVersion::Malformed),
            ("1", UnknownVersion::Malformed),
            ("1.x", UnknownVersion::Malformed),
            ("1.+8", UnknownVersion::Malformed),
            ("1.48.", UnknownVersion::Malformed),
            ("1.48.1.2", UnknownVersion::Malformed),
            ("1.27.9", UnknownVersion::TooOld),
            ("1.71", UnknownVersion::TooNew),
            ("2.0", UnknownVersion::TooNew),
        ] {
            assert_eq!(text.parse::<Version>(), Err(reason), "{text}");
        }
    }

    #[test]
    fn features_come_in_the_order_of_their_versions() {
        assert!(Feature::ALL.is_sorted_by_key(|feature| feature.since()));
    }

    #[test]
    fn the_linking_claim_was_closed_to_lambdas_between_1_28_1_and_1_30() {
        let has = |text: &str| {
            text.parse::<Version>().map(|version| version.has(Feature::LambdaSetsLinkingClaim))
        };
        assert_eq!(has("1.28"), Ok(true));
        assert_eq!(has("1.28.1"), Ok(false));
        assert_eq!(has("1.30.2"), Ok(false));
        assert_eq!(has("1.31"), Ok(true));
    }
}
