//! What is asked about a policy beside running it.

use super::failure::{one, thrown, to_text};
use crate::check;
use crate::model::Diagnostic;
use crate::policy::export::Form;
use crate::policy::{Policy, import};
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

fn read(policy: &str) -> Result<Policy, JsValue> {
    check::read_policy(policy).map_err(|findings| thrown(&findings))
}
