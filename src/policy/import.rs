//! What an identity provider of FusionAuth maps by itself, as a policy.

use super::claim::{Claim, Payload, Provider};
use super::export::empty_texts;
use super::target::{Object, Target, TargetFault};
use crate::claims::cognito::is_cognito_address;
use crate::mapping::CLAIM_MAP_TARGETS;
use crate::model::object::object;
use crate::model::{
    Diagnostic, IdentityProvider, Kind, ProviderType, Writable, find_field, pointer, shorten,
};
use serde_json::{Map, Value};

/// The policy document that does what the `attributeMappings` of an identity provider do, or the `claimMap` of
/// External JWT, and what of these is left out.
///
/// Both skip a claim that is missing or null. FusionAuth copies an empty text and a policy does not, which a finding
/// says.
///
/// # Errors
///
/// Fails for a document that maps nothing.
///
/// ```
/// use reconcile_kit::policy::import;
/// use serde_json::json;
///
/// let provider = json!({ "attributeMappings": { "user.firstName": "jwt.given_name" } });
/// let (policy, _) = import::from_identity_provider(&provider).expect("mappings");
/// assert_eq!(policy["map"]["user.firstName"], "jwt.given_name");
/// ```
pub fn from_identity_provider(document: &Value) -> Result<(Value, Vec<Diagnostic>), Diagnostic> {
    let (document, root) = match document.get("identityProvider") {
        Some(inner) => (inner, "/identityProvider"),
        None => (document, ""),
    };
    let provider = IdentityProvider::from(document.clone());
    let mut import = Import { kind: provider.provider_type(), ..Import::default() };
    let mut found = false;
    for (key, of_claims) in [("attributeMappings", false), ("claimMap", true)] {
        let map = document.get(key).and_then(Value::as_object).filter(|map| !map.is_empty());
        let counts = !of_claims || import.kind == ProviderType::ExternalJwt;
        let Some(map) = map.filter(|_| counts) else { continue };
        found = true;
        for (name, value) in map {
            let at = pointer::child(&pointer::child(root, key), name);
            let read =
                if of_claims { claim_mapping(name, value) } else { import.mapping(name, value) };
            import.take(read, at, name);
        }
    }
    if !found {
        return Err(nothing(root, &provider));
    }
    let mut policy = object! { "provider": whose(&provider).name(), "map": import.map };
    if let Value::Object(policy) = &mut policy {
        if let Some(name) = provider.name.filter(|name| !name.is_empty()) {
            policy.insert("name".to_owned(), Value::from(name));
        }
        if let Some(strategy) = provider.linking_strategy {
            policy.insert("linkingStrategy".to_owned(), Value::from(strategy.name()));
        }
    }
    import.findings.push(empty_texts(root));
    Ok((policy, import.findings))
}

/// A field and the claim that is copied into it, or why there is none.
type Mapping = Result<(Target, String), &'static str>;

struct Import {
    kind: ProviderType,
    map: Map<String, Value>,
    targets: Vec<Target>,
    findings: Vec<Diagnostic>,
}

impl Default for Import {
    fn default() -> Self {
        Self {
            kind: ProviderType::OpenIdConnect,
            map: Map::new(),
            targets: Vec::new(),
            findings: Vec::new(),
        }
    }
}

impl Import {
    fn take(&mut self, mapping: Mapping, at: String, name: &str) {
        let mapping = mapping.and_then(|(target, source)| {
            let is_free = self.targets.iter().all(|other| !other.overlaps(&target));
            if is_free {
                Ok((target, source))
            } else {
                Err("another mapping writes into the same field")
            }
        });
        match mapping {
            Ok((target, source)) => {
                self.map.insert(target.name(), Value::String(source));
                self.targets.push(target);
            }
            Err(why) => self.findings.push(
                Diagnostic::warning(
                    "policy-import-skipped",
                    at,
                    format!("the mapping of `{}` is left out: {why}", shorten(name)),
                )
                .found(name)
                .help("correct the mapping, or write a rule for the field into the policy"),
            ),
        }
    }

    /// An attribute mapping.
    fn mapping(&self, target: &str, source: &Value) -> Mapping {
        if target.starts_with('/') {
            return Err("FusionAuth takes no pointer to a field");
        }
        let target = Target::parse(target).map_err(|fault| match fault {
            TargetFault::Object => "the field begins with neither `user.` nor `registration.`",
            TargetFault::Field(_) => "FusionAuth has no such field",
            TargetFault::Parts(_) => "the field has no parts that can be written one by one",
            TargetFault::Step(_) => "a part of the field's name is empty or not allowed",
        })?;
        let source = source.as_str().ok_or("the source is no text")?;
        let source = if self.kind == ProviderType::OpenIdConnect {
            source.to_owned()
        } else if source.starts_with('/') {
            format!("/jwt{source}")
        } else {
            format!("jwt.{source}")
        };
        match Claim::parse(&source, Provider::OpenIdConnect) {
            Ok(Claim::Raw { .. }) => writable(target).map(|target| (target, source)),
            _ => Err("the source names no claim of `jwt` or `id_token`"),
        }
    }
}

/// An entry of a claim map: the claim, and the name of a field or of one of the two places for anything.
fn claim_mapping(claim: &str, target: &Value) -> Mapping {
    let target = target.as_str().filter(|target| CLAIM_MAP_TARGETS.contains(target));
    let target = target.ok_or("FusionAuth has no such target")?;
    if claim.is_empty() || claim == "__proto__" {
        return Err("the claim has no name that a field can have");
    }
    let into = |object, field: &str, below| Target { object, field: field.to_owned(), below };
    let target = match target {
        "UserData" => into(Object::User, "data", vec![claim.to_owned()]),
        "RegistrationData" => into(Object::Registration, "data", vec![claim.to_owned()]),
        field => into(Object::User, field, Vec::new()),
    };
    let claim = Claim::Raw { payload: Payload::Userinfo, steps: vec![claim.to_owned()] };
    Ok((target, claim.text()))
}

/// The field, where a mapping to it has an effect that a policy has too.
fn writable(target: Target) -> Result<Target, &'static str> {
    let field = find_field(target.object.fields(), &target.field);
    match field {
        Some(field) if field.writable == Writable::Never => {
            Err("FusionAuth keeps the field itself")
        }
        Some(field) if field.kind == Kind::Memberships => {
            Err("a mapping copies whole memberships, and a policy makes them of the ids of groups")
        }
        _ => Ok(target),
    }
}

/// Whose claims an identity provider brings, by its addresses.
fn whose(provider: &IdentityProvider) -> Provider {
    let oauth2 = provider.oauth2.as_ref();
    let addresses = oauth2.into_iter().flat_map(|oauth2| {
        [
            &oauth2.issuer,
            &oauth2.authorization_endpoint,
            &oauth2.token_endpoint,
            &oauth2.userinfo_endpoint,
        ]
    });
    if addresses.flatten().any(|address| is_cognito_address(address)) {
        Provider::Cognito
    } else {
        Provider::OpenIdConnect
    }
}

fn nothing(root: &str, provider: &IdentityProvider) -> Diagnostic {
    let help = if provider.reconcile_lambda().is_some() {
        "a lambda is code, which no policy is made of: write a rule for each field that it sets"
    } else {
        "give an identity provider with `attributeMappings`, or one of type `ExternalJWT` with `claimMap`"
    };
    Diagnostic::error("policy-nothing-to-import", root, "the document maps nothing").help(help)
}

#[cfg(test)]
mod tests;
