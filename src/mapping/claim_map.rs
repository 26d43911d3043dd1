//! External JWT's `claimMap`: `"given_name": "firstName"`, as mappings of the same kind as FusionAuth's attribute mappings.

use super::attribute_mappings::{AttributeMappings, Target};
use serde_json::{Map, Value};

/// What a claim can be mapped to: fields by their own names, or `data` under the claim's name.
///
/// Source: FusionAuth's External JWT identity provider API, `claimMap`.
pub const CLAIM_MAP_TARGETS: [&str; 10] = [
    "birthDate",
    "firstName",
    "lastName",
    "fullName",
    "middleName",
    "mobilePhone",
    "imageUrl",
    "timezone",
    "UserData",
    "RegistrationData",
];

/// The mappings of a `claimMap`, and the claims whose target FusionAuth does not have.
///
/// ```
/// use reconcile_kit::mapping::claim_map;
/// use serde_json::{Map, json};
///
/// let map: Map<_, _> = serde_json::from_value(json!({ "dept": "UserData", "x": "email" }))?;
/// let (_, unknown) = claim_map(&map);
/// assert_eq!(unknown, ["x"]);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[must_use]
pub fn claim_map(map: &Map<String, Value>) -> (AttributeMappings, Vec<String>) {
    let mut mappings = AttributeMappings::default();
    let mut unknown = Vec::new();
    for (claim, target) in map {
        match target.as_str().unwrap_or_default() {
            "UserData" => mappings.copy(claim, Target::User, "data", Some(claim)),
            "RegistrationData" => mappings.copy(claim, Target::Registration, "data", Some(claim)),
            field if CLAIM_MAP_TARGETS.contains(&field) => {
                mappings.copy(claim, Target::User, field, None);
            }
            _ => unknown.push(claim.clone()),
        }
    }
    (mappings, unknown)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mapping::{Arguments, Reconciler};
    use crate::model::{ProviderType, Registration, User, Version};
    use serde_json::json;

    #[test]
    fn claims_go_to_fields_and_under_their_own_names_into_data() {
        let object = |value: Value| value.as_object().cloned().unwrap_or_default();
        let (mappings, unknown) = claim_map(&object(json!({
            "given": "firstName",
            "https://a.example/dept": "UserData",
            "team": "RegistrationData",
        })));
        assert_eq!(unknown, [] as [String; 0]);
        let claims = json!({ "given": "Jane", "https://a.example/dept": "IT", "team": ["a"] });
        let left = (&mappings).reconcile(&Arguments {
            run: 1,
            exploring: false,
            version: Version::NEWEST,
            provider: ProviderType::ExternalJwt,
            console_warn: "exists",
            user: User::blank().fields(),
            registration: Some(Registration::blank().fields()),
            userinfo: &object(claims),
            id_token: None,
            tokens: None,
            context: true,
        });
        let left = left.unwrap_or_default();
        assert_eq!(left.user.get("firstName"), Some(&json!("Jane")));
        assert_eq!(left.user.get("data"), Some(&json!({ "https://a.example/dept": "IT" })));
        let data = left.registration.and_then(|registration| registration.get("data").cloned());
        assert_eq!(data, Some(json!({ "team": ["a"] })));
    }
}
