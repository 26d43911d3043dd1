//! What an identity provider maps by itself: attribute mappings, and External JWT's map of claims.

use crate::mapping::{self, AttributeMappings, CLAIM_MAP_TARGETS, MappingFault};
use crate::model::{Diagnostic, Feature, IdentityProvider, ProviderType, Version, pointer};
use crate::policy::Policy;
use serde_json::Value;

/// The mappings that run: none before 1.65, none beside a lambda (FusionAuth refuses to save both).
pub(super) fn attribute_mappings(
    provider: &IdentityProvider,
    version: Version,
    policy: Option<&Policy>,
    findings: &mut Vec<Diagnostic>,
) -> Option<AttributeMappings> {
    if policy.is_some() && !provider.attribute_mappings.is_empty() {
        findings.push(replaced_by_policy());
        return None;
    }
    if provider.attribute_mappings.is_empty() || provider.reconcile_lambda().is_some() {
        return None;
    }
    if !version.has(Feature::AttributeMappings) {
        return None;
    }
    let (mappings, faults) =
        AttributeMappings::read(&provider.attribute_mappings, provider.provider_type());
    findings.extend(faults.into_iter().map(|(target, fault)| {
        let path = pointer::child("/identityProvider/attributeMappings", &target);
        let (message, help) = match fault {
            MappingFault::Target => {
                ("the target names no field", "begin it with `user.` or `registration.`")
            }
            MappingFault::Source => {
                ("the source names no token", "begin it with `jwt.` (userinfo) or `id_token.`")
            }
        };
        Diagnostic::warning("attribute-mapping-skipped", path, message).found(target).help(help)
    }));
    Some(mappings)
}

/// FusionAuth runs a policy as the lambda that it is exported to, and takes no mappings beside a lambda.
fn replaced_by_policy() -> Diagnostic {
    Diagnostic::warning(
        "policy-and-attribute-mappings",
        "/identityProvider/attributeMappings",
        "the policy replaces the attribute mappings",
    )
    .help(
        "`reconcile-kit export --to policy` turns the mappings into rules: add those to the policy",
    )
}

/// External JWT's map of claims.
pub(super) fn claim_map(
    provider: &IdentityProvider,
    findings: &mut Vec<Diagnostic>,
) -> Option<AttributeMappings> {
    let map = provider.other.get("claimMap").and_then(Value::as_object)?;
    if provider.provider_type() != ProviderType::ExternalJwt || map.is_empty() {
        return None;
    }
    let (mappings, unknown) = mapping::claim_map(map);
    findings.extend(unknown.into_iter().map(|claim| {
        let path = pointer::child("/identityProvider/claimMap", &claim);
        Diagnostic::warning(
            "claim-map-skipped",
            path,
            "FusionAuth has no such target, so nothing is mapped",
        )
        .found(map.get(&claim).and_then(Value::as_str).unwrap_or_default())
        .expected(CLAIM_MAP_TARGETS.join(", "))
        .help("use one of these; for anything else write a lambda")
    }));
    Some(mappings)
}
