//! Reads what a JavaScript function left behind, whatever that is.
//!
//! `JSON.stringify` reads it, because it answers a cycle, a throwing getter or endless nesting with an
//! exception that can be caught. serde-wasm-bindgen's deserializer would let such an exception unwind
//! through the module, and takes `undefined` for `null`, which a lambda does not mean.

use super::callback::message;
use crate::model::pointer;
use js_sys::{Array, JSON};
use serde_json::{Map, Value};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// `Object.entries`, which runs getters and proxies, and so may throw.
    #[wasm_bindgen(catch, js_namespace = Object, js_name = entries)]
    fn entries(object: &JsValue) -> Result<Array, JsValue>;
}

/// The fields of `object`, which is the argument that `place` points to, and the pointers of those that
/// are there and `undefined`. `before` is what the function was given.
pub(super) fn fields(
    object: &JsValue,
    place: &str,
    before: &Map<String, Value>,
) -> Result<(Map<String, Value>, Vec<String>), String> {
    let undefined = undefined_fields(object, place)?;
    let text = JSON::stringify(object).map_err(|error| unreadable(place, &message(&error)))?;
    let mut after: Map<String, Value> = serde_json::from_str(&String::from(text))
        .map_err(|_| unreadable(place, "it is nested too deeply or not an object"))?;
    keep_precision(before, &mut after);
    Ok((after, undefined))
}

fn undefined_fields(object: &JsValue, place: &str) -> Result<Vec<String>, String> {
    let mut undefined = Vec::new();
    for pair in entries(object).map_err(|error| unreadable(place, &message(&error)))?.iter() {
        let pair = pair.unchecked_into::<Array>();
        let field = pointer::child(place, &pair.get(0).as_string().unwrap_or_default());
        let value = pair.get(1);
        if value.is_function() || value.is_symbol() {
            return Err(unreadable(&field, "it is a function or a symbol"));
        }
        if value.is_undefined() {
            undefined.push(field);
        }
    }
    Ok(undefined)
}

fn unreadable(place: &str, reason: &str) -> String {
    format!("what the function left in `{place}` cannot be stored: {reason}")
}

/// Puts back each number that only lost digits on its way through JavaScript, whose numbers are exact up
/// to 2^53: the function did not change it.
fn keep_precision(before: &Map<String, Value>, after: &mut Map<String, Value>) {
    for (key, after) in after {
        if let Some(before) = before.get(key) {
            keep_digits(before, after);
        }
    }
}

fn keep_digits(before: &Value, after: &mut Value) {
    match (before, after) {
        (Value::Object(before), Value::Object(after)) => keep_precision(before, after),
        (Value::Array(before), Value::Array(after)) => {
            before.iter().zip(after).for_each(|(before, after)| keep_digits(before, after));
        }
        (Value::Number(before), Value::Number(after)) if before.as_f64() == after.as_f64() => {
            after.clone_from(before);
        }
        _ => {}
    }
}
