//! Reads what a JavaScript function left behind, whatever that is.
//!
//! `JSON.stringify` reads it, because it answers a cycle, a throwing getter or endless nesting with an
//! exception that can be caught. serde-wasm-bindgen's deserializer would let such an exception unwind
//! through the module, and takes `undefined` for `null`, which a lambda does not mean.

use super::callback::message;
use crate::mapping::precision::keep_precision;
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
