//! The names of the fields that FusionAuth's objects have, and which of them a slip of the pen was
//! meant to be.

use crate::model::{Field, Registration, User};

/// Names of the fields of one kind of object.
pub(super) struct Kind {
    /// What to call such an object.
    pub(super) name: &'static str,
    fields: &'static [&'static str],
    table: &'static [Field],
}

const fn kind(name: &'static str, fields: &'static [&'static str]) -> Kind {
    Kind { name, fields, table: &[] }
}

pub(super) const IDENTITY_PROVIDER: Kind = kind(
    "an identity provider",
    &[
        "applicationConfiguration",
        "attributeMappings",
        "buttonImageURL",
        "buttonText",
        "data",
        "debug",
        "domains",
        "enabled",
        "id",
        "insertInstant",
        "lambdaConfiguration",
        "lastUpdateInstant",
        "linkingStrategy",
        "name",
        "oauth2",
        "postRequest",
        "source",
        "tenantConfiguration",
        "tenantId",
        "type",
    ],
);
pub(super) const OAUTH2: Kind = kind(
    "`oauth2`",
    &[
        "authorization_endpoint",
        "clientAuthenticationMethod",
        "client_id",
        "client_secret",
        "emailClaim",
        "emailVerifiedClaim",
        "issuer",
        "scope",
        "token_endpoint",
        "uniqueIdClaim",
        "userinfo_endpoint",
        "usernameClaim",
    ],
);
pub(super) const APPLICATION_CONFIGURATION: Kind = kind(
    "an application's configuration",
    &["buttonImageURL", "buttonText", "createRegistration", "data", "enabled", "oauth2"],
);
pub(super) const TENANT_CONFIGURATION: Kind =
    kind("a tenant's configuration", &["data", "limitUserLinkCount"]);
/// Those that a login reads; FusionAuth has many more, none of them near these.
pub(super) const APPLICATION: Kind =
    kind("an application", &["active", "data", "id", "name", "roles", "state", "tenantId"]);
pub(super) const ROLE: Kind =
    kind("a role", &["description", "id", "isDefault", "isSuperRole", "name"]);
pub(super) const LINK: Kind = kind(
    "a link",
    &[
        "data",
        "displayName",
        "identityProviderId",
        "identityProviderName",
        "identityProviderType",
        "identityProviderUserId",
        "insertInstant",
        "lastLoginInstant",
        "tenantId",
        "token",
        "userId",
    ],
);
pub(super) const USER: Kind = Kind { name: "a user", fields: &[], table: User::FIELDS };
pub(super) const REGISTRATION: Kind =
    Kind { name: "a registration", fields: &[], table: Registration::FIELDS };

impl Kind {
    fn has(&self, key: &str) -> bool {
        self.fields.binary_search(&key).is_ok()
            || self.table.binary_search_by(|field| field.name.cmp(key)).is_ok()
    }

    /// The field that `key` was probably meant to be; `None` for a field, and for what is far from
    /// all of them.
    pub(super) fn meant(&self, key: &str) -> Option<&'static str> {
        if self.has(key) {
            return None;
        }
        let mut meant = None;
        let mut least = usize::MAX;
        let names = self.table.iter().map(|field| field.name);
        for name in self.fields.iter().copied().chain(names) {
            let distance = distance(key, name);
            // Two letters of a short name are half of it, and another word.
            if distance < least && distance <= 2.min(name.len() / 3) {
                (meant, least) = (Some(name), distance);
            }
        }
        meant
    }
}

/// How many letters are wrong; capitals do not count.
fn distance(key: &str, name: &str) -> usize {
    // No word this much longer or shorter is near.
    if key.len().abs_diff(name.len()) > 2 {
        return usize::MAX;
    }
    strsim::damerau_levenshtein(&key.to_ascii_lowercase(), &name.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// They are searched by halves, as many users have many fields.
    #[test]
    fn names_are_sorted() {
        for kind in [
            &IDENTITY_PROVIDER,
            &OAUTH2,
            &APPLICATION_CONFIGURATION,
            &TENANT_CONFIGURATION,
            &APPLICATION,
            &ROLE,
            &LINK,
            &USER,
            &REGISTRATION,
        ] {
            assert!(kind.fields.is_sorted(), "{}", kind.name);
            assert!(kind.table.is_sorted_by_key(|field| field.name), "{}", kind.name);
        }
    }

    #[test]
    fn a_slip_is_near_one_field() {
        for (kind, slip, meant) in [
            (&IDENTITY_PROVIDER, "linkingStratgy", Some("linkingStrategy")),
            (&IDENTITY_PROVIDER, "LinkingStrategy", Some("linkingStrategy")),
            (&IDENTITY_PROVIDER, "domain", Some("domains")),
            (&OAUTH2, "clientId", Some("client_id")),
            (&USER, "fristName", Some("firstName")),
            (&REGISTRATION, "role", Some("roles")),
            (&LINK, "ID", None),
            (&USER, "ID", Some("id")),
        ] {
            assert_eq!(kind.meant(slip), meant, "{slip}");
        }
    }

    #[test]
    fn fields_and_other_words_are_no_slips() {
        for (kind, key) in [
            (&IDENTITY_PROVIDER, "domains"),
            (&USER, "email"),
            (&USER, "nickname"),
            (&USER, "key"),
            (&APPLICATION, "scopes"),
            (&ROLE, "lastUpdateInstant"),
        ] {
            assert_eq!(kind.meant(key), None, "{key}");
        }
    }

    /// What FusionAuth prints for an application beside what a login reads (OpenAPI, 1.69).
    #[test]
    fn no_other_field_of_an_application_is_taken_for_a_slip() {
        for key in [
            "accessControlConfiguration",
            "authenticationTokenConfiguration",
            "baseURL",
            "cleanSpeakConfiguration",
            "emailConfiguration",
            "externalIdentifierConfiguration",
            "formConfiguration",
            "insertInstant",
            "jwtConfiguration",
            "lambdaConfiguration",
            "lastUpdateInstant",
            "loginConfiguration",
            "multiFactorConfiguration",
            "oauthConfiguration",
            "passwordlessConfiguration",
            "phoneConfiguration",
            "registrationConfiguration",
            "registrationDeletePolicy",
            "samlv2Configuration",
            "scopes",
            "themeId",
            "universalConfiguration",
            "unverified",
            "verificationEmailTemplateId",
            "verificationStrategy",
            "verifyRegistration",
            "webAuthnConfiguration",
        ] {
            assert_eq!(APPLICATION.meant(key), None, "{key}");
        }
    }
}
