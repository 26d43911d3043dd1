//! A limit of no links at all keeps everybody out who is not linked yet.

use crate::model::{Diagnostic, Feature, pointer};
use crate::scenario::Scenario;

pub(super) fn find(scenario: &Scenario) -> Option<Diagnostic> {
    let setting = &scenario.setting;
    let mut tenants = setting.identity_provider.tenant_configuration.iter();
    let (tenant, _) = tenants.find(|(_, configuration)| {
        let limit = configuration.limit_user_link_count.as_ref();
        limit.is_some_and(|limit| limit.enabled && limit.maximum_links == 0)
    })?;
    let path = pointer::child("/identityProvider/tenantConfiguration", tenant);
    setting.version.has(Feature::LinkLimit).then(|| {
        Diagnostic::warning(
            "link-limit-of-zero",
            path + "/limitUserLinkCount/maximumLinks",
            "no user of this tenant may have a link to the identity provider",
        )
        .found("0")
        .expected("1 or more")
        .help("allow at least one link, or set `enabled` to false to allow any number")
    })
}

#[cfg(test)]
mod tests {
    use super::super::scenario;
    use super::*;
    use serde_json::{Value, json};

    fn path(limit: &Value) -> Option<String> {
        let tenants = json!({ "t1": { "limitUserLinkCount": limit } });
        let provider = json!({ "tenantConfiguration": tenants });
        find(&scenario(json!({ "identityProvider": provider, "login": {} })))
            .map(|found| found.path)
    }

    #[test]
    fn a_limit_in_force_has_to_allow_one_link() {
        let place = "/identityProvider/tenantConfiguration/t1/limitUserLinkCount/maximumLinks";
        assert_eq!(path(&json!({ "enabled": true, "maximumLinks": 0 })).as_deref(), Some(place));
        assert_eq!(path(&json!({ "enabled": false, "maximumLinks": 0 })), None);
        assert_eq!(path(&json!({ "enabled": true, "maximumLinks": 1 })), None);
        assert_eq!(path(&json!({ "enabled": true })), None);
    }
}
