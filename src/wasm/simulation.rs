//! What JavaScript calls to simulate and to check. Documents come in as text, answers go out, and nothing is decided
//! here.
//!
//! Whatever carries a user's own keys crosses as JSON text, and JavaScript parses it: `JSON.parse` makes
//! an ordinary property of the key `__proto__`, whereas assigning it, as serde-wasm-bindgen does, would
//! replace the object's prototype. Text is also the faster way. Diagnostics, versions and failures have
//! fixed keys and cross as objects. `docs/boundary.md` has the whole table.

use super::failure::{one, thrown, to_object, to_text};
use super::options::{Options, Wish};
use crate::explain::{Mismatch, Preview};
use crate::model::Version;
use crate::scenario::Scenario;
use crate::{check, claims, explain};
use serde::Serialize;
use serde_json::{Map, Value};
use wasm_bindgen::prelude::*;

/// Simulates the scenario's login or logins.
///
/// # Errors
/// Throws a failure when the scenario is not valid or an option is not what it should be.
#[wasm_bindgen]
pub fn simulate(scenario: &str, options: Option<Options>) -> Result<String, JsValue> {
    to_text(&preview(&read(scenario)?, Wish::read(options)?)?)
}

/// Simulates the same login under every linking strategy.
///
/// # Errors
/// Throws a failure when the scenario is not valid or an option is not what it should be.
#[wasm_bindgen]
pub fn compare(scenario: &str, options: Option<Options>) -> Result<String, JsValue> {
    comparison(&read(scenario)?, options)
}

fn comparison(scenario: &Scenario, options: Option<Options>) -> Result<String, JsValue> {
    let mut wish = Wish::read(options)?;
    to_text(&explain::compare(&*wish.apply(scenario)?, wish.reconciler()))
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Verification<'a> {
    outcome: &'a Preview,
    mismatches: Vec<Mismatch>,
    has_expectation: bool,
}

/// Simulates the scenario and compares the outcome with what it expects.
///
/// # Errors
/// Throws a failure when the scenario is not valid or an option is not what it should be.
#[wasm_bindgen]
pub fn verify(scenario: &str, options: Option<Options>) -> Result<String, JsValue> {
    verification(&read(scenario)?, options)
}

fn verification(scenario: &Scenario, options: Option<Options>) -> Result<String, JsValue> {
    let outcome = preview(scenario, Wish::read(options)?)?;
    to_text(&Verification {
        mismatches: explain::verify(scenario, &outcome),
        outcome: &outcome,
        has_expectation: scenario.has_expectation(),
    })
}

/// Every place where the JSON text `found` is not as `expected` says, as JSON text.
///
/// # Errors
/// Throws a failure when one of them is not JSON.
#[wasm_bindgen]
pub fn mismatches(expected: &str, found: &str) -> Result<String, JsValue> {
    let (expected, found) =
        (check::parse(expected).map_err(one)?, check::parse(found).map_err(one)?);
    to_text(&explain::mismatches(&expected, &found))
}

/// Everything found in a scenario or an identity provider, as an array of diagnostics.
///
/// # Errors
/// Throws only when the host has no memory left for the array.
#[wasm_bindgen(js_name = check)]
pub fn check_document(document: &str) -> Result<JsValue, JsValue> {
    to_object(&check::check(document))
}

/// The claims of an ID token.
///
/// # Errors
/// Throws a failure when it is not a token that can be decoded.
#[wasm_bindgen(js_name = decodeIdToken)]
pub fn decode_id_token(token: &str) -> Result<String, JsValue> {
    claims::jwt::decode(token).map_err(one).and_then(|token| to_text(&token))
}

/// A Cognito user, and what Cognito would send to FusionAuth when that user signs in.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct CognitoUser<'a> {
    #[serde(flatten)]
    read: &'a claims::cognito::Cognito,
    userinfo: Map<String, Value>,
    id_token: Map<String, Value>,
}

/// The canonical claims of any payload in which Cognito serialises a user.
///
/// # Errors
/// Throws a failure when the payload is not JSON, or none of those serialisations.
#[wasm_bindgen(js_name = readCognito)]
pub fn read_cognito(payload: &str) -> Result<String, JsValue> {
    let payload = check::parse(payload).map_err(one)?;
    let read = claims::cognito::read(&payload).map_err(one)?;
    to_text(&CognitoUser {
        userinfo: read.userinfo(),
        id_token: read.id_token_claims(),
        read: &read,
    })
}

/// The text of a file, refused when it is not UTF-8 or larger than a document may be.
///
/// # Errors
/// Throws a failure that names the first byte that is not UTF-8, or the size.
// Not `decodeText`: wasm-bindgen's own glue has a function of that name.
#[wasm_bindgen(js_name = readText)]
pub fn decode_text(bytes: &[u8]) -> Result<String, JsValue> {
    check::decode_text(bytes).map(str::to_owned).map_err(one)
}

#[wasm_bindgen]
extern "C" {
    /// Which lambda is asked about.
    #[wasm_bindgen(typescript_type = "{ scenario?: string; type?: string; version?: string }")]
    pub type Subject;

    #[wasm_bindgen(method, getter)]
    fn scenario(this: &Subject) -> Option<String>;

    #[wasm_bindgen(method, getter, js_name = type)]
    fn kind(this: &Subject) -> Option<String>;

    #[wasm_bindgen(method, getter)]
    fn version(this: &Subject) -> Option<String>;
}

/// What a lambda may rely on, as JSON text: its parameters, the fields it may write, and what a scenario says.
///
/// # Errors
/// Throws a failure when the scenario is not valid, or type or version are unknown.
#[wasm_bindgen(js_name = lambdaFacts)]
pub fn lambda_facts(subject: &Subject) -> Result<String, JsValue> {
    let scenario = subject.scenario().as_deref().map(read).transpose()?;
    let (kind, version) = (subject.kind(), subject.version());
    let named = check::Subject { kind: kind.as_deref(), version: version.as_deref() };
    to_text(&check::lambda_facts(scenario.as_ref(), &named).map_err(one)?)
}

/// What the field at `place` holds, when it cannot hold the value of the JSON text `value`.
#[wasm_bindgen(js_name = fieldRefusal)]
#[must_use]
pub fn field_refusal(place: &str, value: &str) -> Option<String> {
    check::field_refusal(place, value).map(str::to_owned)
}

#[derive(Serialize)]
struct Versions {
    kit: &'static str,
    fusionauth: String,
}

/// This package's version and the newest FusionAuth that it simulates.
///
/// # Errors
/// Throws only when the host has no memory left for the object.
#[wasm_bindgen]
pub fn versions() -> Result<JsValue, JsValue> {
    to_object(&Versions { kit: env!("CARGO_PKG_VERSION"), fusionauth: Version::NEWEST.to_string() })
}

/// A scenario that was read once and is simulated many times.
#[wasm_bindgen]
pub struct PreparedScenario {
    scenario: Scenario,
}

#[wasm_bindgen]
impl PreparedScenario {
    /// Reads and validates `scenario`.
    ///
    /// # Errors
    /// Throws a failure when the scenario is not valid.
    #[wasm_bindgen(constructor)]
    pub fn new(scenario: &str) -> Result<Self, JsValue> {
        Ok(Self { scenario: read(scenario)? })
    }

    /// Simulates the scenario's own login, or `login` in its place.
    ///
    /// # Errors
    /// Throws a failure when `login` is not a login or an option is not what it should be.
    pub fn simulate(
        &self,
        login: Option<String>,
        options: Option<Options>,
    ) -> Result<String, JsValue> {
        let mut wish = Wish::read(options)?;
        let Some(login) = login else { return to_text(&preview(&self.scenario, wish)?) };
        let scenario = wish.apply(&self.scenario)?;
        let attempt = scenario.read_login(&login).map_err(|findings| thrown(&findings))?;
        to_text(&explain::preview_login(&scenario, &attempt, wish.reconciler()))
    }

    /// Simulates the scenario's own login under every linking strategy.
    ///
    /// # Errors
    /// Throws a failure when an option is not what it should be.
    pub fn compare(&self, options: Option<Options>) -> Result<String, JsValue> {
        comparison(&self.scenario, options)
    }

    /// Simulates the scenario's own login and compares the outcome with what it expects.
    ///
    /// # Errors
    /// Throws a failure when an option is not what it should be.
    pub fn verify(&self, options: Option<Options>) -> Result<String, JsValue> {
        verification(&self.scenario, options)
    }

    /// The scenario's lambda as an engine takes it, as JSON text; nothing when it has none.
    ///
    /// # Errors
    /// Throws a failure when the scenario names the lambda's file and does not hold its text.
    pub fn lambda(&self) -> Result<Option<String>, JsValue> {
        let program = self.scenario.program().map_err(one)?;
        program.map(|program| to_text(&program)).transpose()
    }
}

fn read(scenario: &str) -> Result<Scenario, JsValue> {
    check::read_scenario(scenario).map_err(|findings| thrown(&findings))
}

fn preview(scenario: &Scenario, mut wish: Wish) -> Result<Preview, JsValue> {
    Ok(explain::preview(&*wish.apply(scenario)?, wish.reconciler()))
}
