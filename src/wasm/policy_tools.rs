//! What is asked about a policy beside running it.

use super::failure::{one, thrown, to_text};
use crate::check;
use crate::model::Diagnostic;
use crate::policy::export::Form;
use crate::policy::{self, Policy, import};
use serde::Serialize;
use serde_json::Value;
use wasm_bindgen::prelude::*;

/// The policy in another form, as JSON text of `text` and `findings`.
///
/// # Errors
/// Throws a failure when the policy cannot be used, or there is no such form.
#[wasm_bindgen(js_name = exportPolicy)]
pub fn export_policy(policy: &str, form: &str) -> Result<String, JsValue> {
    let policy = read(policy)?;
    to_text(&policy.export(Form::by_name(form).map_err(one)?))
}

#[derive(Serialize)]
struct Imported {
    policy: Value,
    findings: Vec<Diagnostic>,
}

/// The policy that does what an identity provider maps by itself, as JSON text of `policy` and `findings`.
///
/// # Errors
/// Throws a failure when the text is not JSON, or the identity provider maps nothing.
#[wasm_bindgen(js_name = importPolicy)]
pub fn import_policy(identity_provider: &str) -> Result<String, JsValue> {
    let document = check::parse(identity_provider).map_err(one)?;
    let (policy, findings) = import::from_identity_provider(&document).map_err(one)?;
    to_text(&Imported { policy, findings })
}

/// How a field gets a value, as JSON text. `question` is both, such as `registration.roles=admin`.
///
/// # Errors
/// Throws a failure when the policy cannot be used, or the question names no field.
#[wasm_bindgen(js_name = whyPolicy)]
pub fn why_policy(policy: &str, question: &str) -> Result<String, JsValue> {
    to_text(&policy::why(&read(policy)?, question).map_err(one)?)
}

/// Where two policies differ, as JSON text.
///
/// # Errors
/// Throws a failure when one of them cannot be used.
#[wasm_bindgen(js_name = diffPolicies)]
pub fn diff_policies(old: &str, new: &str) -> Result<String, JsValue> {
    to_text(&policy::diff(&read(old)?, &read(new)?))
}

fn read(policy: &str) -> Result<Policy, JsValue> {
    check::read_policy(policy).map_err(|findings| thrown(&findings))
}
