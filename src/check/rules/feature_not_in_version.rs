//! The configuration uses what the simulated version does not have yet.

use super::arrivals::login_path;
use crate::model::{Diagnostic, Feature, LinkingStrategy, ProviderType, Severity, pointer};
use crate::scenario::Scenario;

pub(super) fn find(scenario: &Scenario) -> Vec<Diagnostic> {
    let version = scenario.setting.version;
    let too_new = USES.iter().filter(|used| !version.has(used.feature));
    too_new.filter_map(|used| Some(not_there(scenario, used, (used.place)(scenario)?))).collect()
}

/// How a scenario can use a feature.
struct Use {
    feature: Feature,
    /// What to call it.
    name: &'static str,
    /// What FusionAuth does without it.
    without: Without,
    /// Pointer to where the scenario uses it, if it does.
    place: fn(&Scenario) -> Option<String>,
}

enum Without {
    /// The configuration cannot exist.
    Refused,
    /// It is as if it had not been written.
    Ignored,
}

const USES: [Use; 8] = [
    Use { feature: Feature::NoLink, name: "noLink", without: Without::Ignored, place: no_link },
    Use {
        feature: Feature::LinkLimit,
        name: "limitUserLinkCount",
        without: Without::Ignored,
        place: link_limit,
    },
    Use {
        feature: Feature::NintendoProvider,
        name: "Nintendo",
        without: Without::Refused,
        place: nintendo,
    },
    Use {
        feature: Feature::DisabledStrategy,
        name: "Disabled",
        without: Without::Refused,
        place: disabled_strategy,
    },
    Use {
        feature: Feature::EmailVerifiedCheck,
        name: "emailVerifiedClaim",
        without: Without::Ignored,
        place: email_verified_claim,
    },
    Use {
        feature: Feature::LoginValidation,
        name: "loginValidation",
        without: Without::Ignored,
        place: login_validation,
    },
    Use {
        feature: Feature::TenantIdentityProvider,
        name: "tenantId",
        without: Without::Ignored,
        place: tenant,
    },
    Use {
        feature: Feature::AttributeMappings,
        name: "attributeMappings",
        without: Without::Ignored,
        place: attribute_mappings,
    },
];

fn not_there(scenario: &Scenario, used: &Use, path: String) -> Diagnostic {
    let Use { feature, name, .. } = used;
    let (since, version) = (feature.since(), scenario.setting.version);
    let (severity, consequence) = match used.without {
        Without::Refused => (Severity::Error, "and cannot be configured so"),
        Without::Ignored => (Severity::Warning, "and goes on as if it were not there"),
    };
    let message = format!("FusionAuth {version} does not have `{name}` yet, {consequence}");
    Diagnostic::new(severity, "feature-not-in-version", path, message)
        .expected(format!("FusionAuth {since} or later"))
        .help(format!("simulate {since} or later, or do without it ({})", feature.source()))
}

fn no_link(scenario: &Scenario) -> Option<String> {
    let index = scenario.attempts().iter().position(|attempt| attempt.no_link)?;
    Some(login_path(scenario, index) + "/noLink")
}

fn link_limit(scenario: &Scenario) -> Option<String> {
    let mut tenants = scenario.setting.identity_provider.tenant_configuration.iter();
    let (tenant, _) = tenants.find(|(_, configuration)| {
        configuration.limit_user_link_count.as_ref().is_some_and(|limit| limit.enabled)
    })?;
    let path = pointer::child("/identityProvider/tenantConfiguration", tenant);
    Some(path + "/limitUserLinkCount")
}

fn nintendo(scenario: &Scenario) -> Option<String> {
    let provider = scenario.setting.identity_provider.provider_type();
    (provider == ProviderType::Nintendo).then(|| "/identityProvider/type".to_owned())
}

fn disabled_strategy(scenario: &Scenario) -> Option<String> {
    let is_disabled = scenario.setting.identity_provider.strategy() == LinkingStrategy::Disabled;
    is_disabled.then(|| "/identityProvider/linkingStrategy".to_owned())
}

fn email_verified_claim(scenario: &Scenario) -> Option<String> {
    let oauth2 = scenario.setting.identity_provider.oauth2.as_ref()?;
    oauth2.email_verified_claim.as_deref().filter(|name| !name.is_empty())?;
    Some("/identityProvider/oauth2/emailVerifiedClaim".to_owned())
}

fn login_validation(scenario: &Scenario) -> Option<String> {
    scenario.setting.login_validation.as_ref().map(|_| "/loginValidation".to_owned())
}

fn tenant(scenario: &Scenario) -> Option<String> {
    let tenant = scenario.setting.identity_provider.tenant_id.as_ref();
    tenant.map(|_| "/identityProvider/tenantId".to_owned())
}

fn attribute_mappings(scenario: &Scenario) -> Option<String> {
    let is_empty = scenario.setting.identity_provider.attribute_mappings.is_empty();
    (!is_empty).then(|| "/identityProvider/attributeMappings".to_owned())
}

#[cfg(test)]
mod tests {
    use super::super::scenario;
    use super::*;
    use serde_json::{Value, json};

    fn everything(version: &str) -> Vec<(String, Severity)> {
        let document = json!({
            "fusionauth": version,
            "identityProvider": {
                "linkingStrategy": "Disabled",
                "tenantId": "t1",
                "attributeMappings": { "user.firstName": "jwt.given_name" },
                "oauth2": { "emailVerifiedClaim": "verified" },
                "tenantConfiguration": {
                    "t/1": { "limitUserLinkCount": { "enabled": true, "maximumLinks": 2 } },
                },
            },
            "loginValidation": { "generalErrors": [{ "code": "[no]" }] },
            "logins": [{}, { "noLink": true }],
        });
        find(&scenario(document)).into_iter().map(|found| (found.path, found.severity)).collect()
    }

    #[test]
    fn the_oldest_version_has_none_of_them() {
        let paths: Vec<String> = everything("1.28").into_iter().map(|(path, _)| path).collect();
        assert_eq!(
            paths,
            [
                "/logins/1/noLink",
                "/identityProvider/tenantConfiguration/t~11/limitUserLinkCount",
                "/identityProvider/linkingStrategy",
                "/identityProvider/oauth2/emailVerifiedClaim",
                "/loginValidation",
                "/identityProvider/tenantId",
                "/identityProvider/attributeMappings",
            ]
        );
    }

    #[test]
    fn each_is_there_from_its_version_on() {
        for (version, left) in [
            ("1.29", 6),
            ("1.32", 5),
            ("1.37", 4),
            ("1.48", 3),
            ("1.53", 2),
            ("1.62", 1),
            ("1.65", 0),
        ] {
            assert_eq!(everything(version).len(), left, "{version}");
        }
    }

    #[test]
    fn only_what_cannot_be_configured_is_an_error() {
        let errors = |version: &str| {
            let errors = everything(version).into_iter();
            errors.filter(|(_, severity)| *severity == Severity::Error).count()
        };
        assert_eq!(errors("1.36"), 1);
        assert_eq!(errors("1.37"), 0);
    }

    #[test]
    fn what_is_not_used_is_not_missed() {
        let document = json!({
            "fusionauth": "1.28",
            "identityProvider": {
                "tenantConfiguration": { "t1": { "limitUserLinkCount": { "enabled": false } } },
            },
            "login": {},
        });
        assert_eq!(find(&scenario(document)), []);
    }

    #[test]
    fn the_finding_says_since_when_and_where_that_is_written() {
        let document = json!({
            "fusionauth": "1.36.8",
            "identityProvider": { "linkingStrategy": "Disabled" },
            "login": Value::Object(serde_json::Map::new()),
        });
        let found = find(&scenario(document)).pop();
        let help = found.map(|found| found.help).unwrap_or_default();
        assert!(help.contains("1.37.0") && help.contains("issue 1551"), "{help}");
    }
}
