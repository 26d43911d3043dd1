//! What a lambda may rely on: the facts by which its text is checked.

use super::rules::cognito::is_cognito;
use crate::model::convert::holds;
use crate::model::object::object;
use crate::model::{
    ApplicationRole, Diagnostic, Feature, Field, LambdaEngine, LinkingClaim, ProviderType, Reading,
    Registration, UnknownVersion, User, Version, Writable, find_field, nearest, read_field,
    shorten,
};
use crate::scenario::Scenario;
use serde::Serialize;
use serde_json::{Map, Value};

/// Which lambda is asked about, where no scenario says it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Subject<'a> {
    /// Type of the lambda or of the identity provider.
    pub kind: Option<&'a str>,
    /// FusionAuth version.
    pub version: Option<&'a str>,
}

/// What a lambda may rely on.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LambdaFacts {
    /// FusionAuth's type of the lambda.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// The version.
    pub version: String,
    /// The engine that this version runs lambdas on.
    pub engine: EngineFacts,
    /// Every engine that FusionAuth ran lambdas on, oldest first.
    pub engines: Vec<EngineFacts>,
    /// Its parameters, in order, each with `name` and `place`.
    pub parameters: Vec<Value>,
    /// The fields of `user` and `registration`: what each `holds`, and when it is `writable`.
    pub fields: Value,
    /// Pointers to what the identity provider always sends; absent where that is not known of anything.
    pub present: Vec<String>,
    /// What the scenario says, where there is one.
    pub scenario: Option<Value>,
}

/// An engine that FusionAuth runs lambdas on, or ran.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct EngineFacts {
    /// Its name, such as `GraalJS 24.1`.
    pub name: &'static str,
    /// The release of GraalJS that it is simulated as, such as `24.1.2`.
    pub release: &'static str,
    /// The first FusionAuth version that runs it.
    pub since: String,
    /// Whether it reads ES5.1 and nothing newer.
    pub reads_only_es5: bool,
}

impl EngineFacts {
    fn of(engine: LambdaEngine) -> Self {
        Self {
            name: engine.name(),
            release: engine.release(),
            since: engine.since().to_string(),
            reads_only_es5: engine.reads_only_es5(),
        }
    }
}

/// The facts about the lambda of `scenario`, or about one of which only type and version are known.
///
/// # Errors
///
/// Names a type or version that does not exist.
///
/// ```
/// use reconcile_kit::check::{Subject, lambda_facts};
///
/// let subject = Subject { kind: Some("Google"), version: Some("1.48") };
/// let facts = lambda_facts(None, &subject).expect("both exist");
/// assert_eq!(facts.kind, "GoogleReconcile");
/// assert_eq!(facts.parameters.len(), 3);
/// ```
pub fn lambda_facts(
    scenario: Option<&Scenario>,
    subject: &Subject<'_>,
) -> Result<LambdaFacts, Diagnostic> {
    let of_scenario = scenario.map(|scenario| scenario.setting.identity_provider.provider_type());
    let provider = match subject.kind {
        Some(kind) => provider_of(kind)?,
        None => of_scenario.unwrap_or(ProviderType::OpenIdConnect),
    };
    let version = match subject.version {
        Some(version) => version_of(version)?,
        None => scenario.map(|scenario| scenario.setting.version).unwrap_or_default(),
    };
    let parameters = provider.parameters(version).into_iter();
    Ok(LambdaFacts {
        kind: provider.lambda(),
        version: version.to_string(),
        engine: EngineFacts::of(version.lambda_engine()),
        engines: LambdaEngine::ALL.iter().copied().map(EngineFacts::of).collect(),
        parameters: parameters
            .map(|parameter| object! { "name": parameter.name(), "place": parameter.place() })
            .collect(),
        fields: object! {
            "user": fields(User::FIELDS, provider),
            "registration": fields(Registration::FIELDS, provider),
        },
        present: present(provider),
        scenario: scenario.map(of),
    })
}

/// What the field that `place` points to holds, such as `/user/birthDate`, when it cannot hold the JSON text `value`.
///
/// ```
/// use reconcile_kit::check::field_refusal;
///
/// assert_eq!(field_refusal("/user/birthDate", "\"1990-12-31\""), None);
/// assert_eq!(field_refusal("/user/birthDate", "\"soon\""), Some("a day of the form `YYYY-MM-DD`"));
/// ```
#[must_use]
pub fn field_refusal(place: &str, value: &str) -> Option<&'static str> {
    let (root, name) = place.strip_prefix('/')?.split_once('/')?;
    let fields = match root {
        "user" => User::FIELDS,
        "registration" => Registration::FIELDS,
        _ => return None,
    };
    let value: Value = serde_json::from_str(value).ok()?;
    match read_field(find_field(fields, name)?, &value) {
        Reading::Refused(expected) => Some(expected),
        Reading::Holds(_) | Reading::Empty => None,
    }
}

fn provider_of(kind: &str) -> Result<ProviderType, Diagnostic> {
    let same = |name: &str| name.eq_ignore_ascii_case(kind);
    let mut all = ProviderType::ALL.iter().copied();
    all.find(|provider| same(provider.name()) || same(provider.lambda())).ok_or_else(|| {
        let names = || ProviderType::ALL.iter().map(|provider| provider.lambda());
        let message = format!("`{}` is not a type of reconcile lambda", shorten(kind));
        Diagnostic::error("unknown-lambda-type", "/type", message)
            .found(kind)
            .expected(names().collect::<Vec<_>>().join(", "))
            .help(nearest(kind, names()))
    })
}

fn version_of(version: &str) -> Result<Version, Diagnostic> {
    version.parse().map_err(|reason: UnknownVersion| {
        let message = format!("`{}` is {reason}", shorten(version));
        Diagnostic::error("unknown-version", "/version", message)
            .found(version)
            .expected(format!("a version from {} to {}", Version::OLDEST, Version::NEWEST))
            .help("write the version as FusionAuth's admin pages show it")
    })
}

/// What is there whoever logs in: the unique id, the claims that OpenID Connect requires, the parts of a SAML response.
///
/// Source: OpenID Connect Core 1.0, sections 2 and 5.3.2; FusionAuth's page on SAML responses in lambdas.
fn present(provider: ProviderType) -> Vec<String> {
    let below = |root: &str, names: &[&str]| -> Vec<String> {
        names.iter().map(|name| format!("{root}/{name}")).collect()
    };
    if provider.is_saml() {
        return below("/userinfo", SAML_PARTS);
    }
    let mut present = below("/userinfo", provider.claims().unique_id.get(..1).unwrap_or_default());
    if provider == ProviderType::OpenIdConnect {
        present.extend(below("/idToken", &["sub", "iss", "aud", "exp", "iat"]));
    }
    present
}

const SAML_PARTS: &[&str] = &[
    "assertion",
    "assertion/attributes",
    "assertion/conditions",
    "assertion/issuer",
    "assertion/subject",
    "issuer",
    "status",
];

fn fields(fields: &[Field], provider: ProviderType) -> Map<String, Value> {
    let described = fields.iter().map(|field| {
        let writable = writable(field.writable, provider);
        (field.name.to_owned(), object! { "holds": holds(field.kind), "writable": writable })
    });
    described.collect()
}

/// A connector's lambda makes the whole user, identity and registrations included.
const fn writable(writable: Writable, provider: ProviderType) -> &'static str {
    match writable {
        _ if provider.is_connector() => "always",
        Writable::Always => "always",
        Writable::OnCreate => "on-create",
        Writable::LinkingEmail => "linking-email",
        Writable::LinkingUsername => "linking-username",
        Writable::Never => "never",
        Writable::Undocumented => "undocumented",
    }
}

fn of(scenario: &Scenario) -> Value {
    let strategy = scenario.setting.identity_provider.strategy();
    let roles = scenario.setting.application.roles.as_ref();
    let role_names = |roles: &Vec<ApplicationRole>| -> Vec<String> {
        roles.iter().map(|role| role.name.clone()).collect()
    };
    let names = |claims: &Map<String, Value>| claims.keys().cloned().collect::<Vec<_>>();
    let tokens = scenario.attempts().first().map(|attempt| &attempt.tokens);
    object! {
        "strategy": strategy.name(),
        "linksOn": strategy.claim().map(LinkingClaim::field),
        "setsLinkingClaim": scenario.setting.version.has(Feature::LambdaSetsLinkingClaim),
        "roles": roles.map(role_names),
        "cognito": is_cognito(scenario),
        "userinfo": tokens.map(|tokens| names(&tokens.userinfo)),
        "idToken": tokens.and_then(|tokens| Some(names(&tokens.id_token.as_ref()?.claims))),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::check::read_scenario;

    #[test]
    fn a_scenario_says_what_its_lambda_may_rely_on() {
        let document = json!({
            "fusionauth": "1.48",
            "identityProvider": { "enabled": true, "linkingStrategy": "LinkByUsername" },
            "application": { "id": "a", "roles": [{ "name": "admin" }] },
            "login": { "userinfo": { "sub": "1" } },
        });
        let scenario = read_scenario(&document.to_string()).ok();
        let facts = lambda_facts(scenario.as_ref(), &Subject::default()).ok();
        let facts = facts.and_then(|facts| serde_json::to_value(facts).ok()).unwrap_or_default();
        assert_eq!(facts.pointer("/scenario/linksOn"), Some(&json!("username")));
        assert_eq!(facts.pointer("/scenario/roles"), Some(&json!(["admin"])));
        assert_eq!(facts.pointer("/parameters/4/name"), Some(&json!("tokens")));
        assert_eq!(facts.pointer("/parameters/5"), None);
        let engine = json!({
            "name": "GraalJS 22.3",
            "release": "22.3.3",
            "since": "1.35.0",
            "readsOnlyEs5": false,
        });
        assert_eq!(facts.pointer("/engine"), Some(&engine));
        assert_eq!(facts.pointer("/engines/1"), Some(&engine));
        assert_eq!(facts.pointer("/engines/3/since"), Some(&json!("1.56.0")));
        assert_eq!(facts.pointer("/fields/user/email/writable"), Some(&json!("linking-email")));
    }

    #[test]
    fn unknown_types_and_versions_are_named() {
        let code = |kind, version| {
            lambda_facts(None, &Subject { kind, version }).err().map(|problem| problem.code)
        };
        assert_eq!(code(Some("googlereconcile"), None), None);
        assert_eq!(code(Some("Gogle"), None).as_deref(), Some("unknown-lambda-type"));
        assert_eq!(code(None, Some("2.0")).as_deref(), Some("unknown-version"));
    }

    #[test]
    fn a_field_says_what_it_cannot_hold() {
        assert!(field_refusal("/user/birthDate", "\"01/02/1990\"").is_some());
        assert_eq!(field_refusal("/user/birthDate", "\"1990-01-02\""), None);
        assert_eq!(field_refusal("/user/nothing", "1"), None);
        assert!(field_refusal("/registration/roles", "\"admin\"").is_some());
    }
}
