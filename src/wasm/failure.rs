//! How a failure crosses: as a plain object of fixed keys, which the package turns into an `Error`.

use crate::model::Diagnostic;
use serde::Serialize;
use wasm_bindgen::JsValue;

/// The first finding, which names the failure, and all of them.
#[derive(Serialize)]
struct Failure<'a> {
    #[serde(flatten)]
    first: &'a Diagnostic,
    diagnostics: &'a [Diagnostic],
}

/// What is thrown when a document cannot be used.
pub(super) fn thrown(findings: &[Diagnostic]) -> JsValue {
    match findings {
        [] => JsValue::from_str("the document was refused without a reason"),
        [first, ..] => {
            to_object(&Failure { first, diagnostics: findings }).unwrap_or_else(|error| error)
        }
    }
}

/// What is thrown for one finding.
pub(super) fn one(finding: Diagnostic) -> JsValue {
    thrown(&[finding])
}

/// `value`, whose keys are all ours, as a plain JavaScript object.
pub(super) fn to_object<T: Serialize>(value: &T) -> Result<JsValue, JsValue> {
    value.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).map_err(JsValue::from)
}

/// `value`, which may carry a user's own keys, as JSON text.
pub(super) fn to_text<T: Serialize>(value: &T) -> Result<String, JsValue> {
    crate::model::json_text(value).map_err(|error| JsValue::from_str(&error.to_string()))
}
