//! A JavaScript function that takes the place of a reconcile lambda, called as FusionAuth calls one.

use super::read_back::fields;
use crate::mapping::{Arguments, Author, Failure, Reconciled, Reconciler, call_text, read_answer};
use crate::model::Parameter;
use js_sys::{Array, Function, JSON, Object};
use serde_json::{Map, Value};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// JavaScript's `String(value)`, which throws for some objects.
    #[wasm_bindgen(catch, js_name = String)]
    fn string_of(value: &JsValue) -> Result<String, JsValue>;
}

/// The function, as the core calls it.
pub(super) struct Callback {
    pub(super) function: Function,
}

impl Reconciler for Callback {
    fn author(&self) -> Author {
        Author::Lambda
    }

    fn reconcile(&mut self, arguments: &Arguments<'_>) -> Result<Reconciled, Failure> {
        let user = copy(arguments.user)?;
        let registration = optional_copy(arguments.registration)?;
        let parameters = Array::new();
        for parameter in arguments.provider.parameters(arguments.version) {
            parameters.push(&match parameter {
                Parameter::User => user.clone(),
                Parameter::Registration => registration.clone(),
                Parameter::Answer(_) => copy(arguments.userinfo)?,
                Parameter::IdToken => optional_copy(arguments.id_token)?,
                Parameter::Tokens => optional_copy(arguments.tokens)?,
                Parameter::Context => Object::new().into(),
            });
        }
        // What it returns is ignored, as FusionAuth ignores it.
        self.function
            .apply(&JsValue::UNDEFINED, &parameters)
            .map_err(|error| Failure::threw(message(&error)))?;
        answer(arguments, &user, &registration).map_err(Failure::threw)
    }
}

/// An engine that runs the scenario's lambda: it takes a call as text and answers in text.
pub(super) struct Engine {
    pub(super) function: Function,
}

impl Reconciler for Engine {
    fn author(&self) -> Author {
        Author::Lambda
    }

    fn reconcile(&mut self, arguments: &Arguments<'_>) -> Result<Reconciled, Failure> {
        let call = JsValue::from_str(&call_text(arguments)?);
        let answer = self
            .function
            .call1(&JsValue::UNDEFINED, &call)
            .map_err(|error| Failure::threw(message(&error)))?;
        let answer = answer.as_string().unwrap_or_default();
        read_answer(&answer, arguments.user, arguments.registration)
    }
}

/// The user and the registration as the function left them.
fn answer(
    arguments: &Arguments<'_>,
    user: &JsValue,
    registration: &JsValue,
) -> Result<Reconciled, String> {
    let (user, undefined) = fields(user, "/user", arguments.user)?;
    let mut answer = Reconciled { user, undefined, ..Reconciled::default() };
    if let Some(before) = arguments.registration {
        let (registration, undefined) = fields(registration, "/registration", before)?;
        answer.registration = Some(registration);
        answer.undefined.extend(undefined);
    }
    Ok(answer)
}

/// A copy that the function may change. `JSON.parse` makes an ordinary property of a key `__proto__`.
fn copy(object: &Map<String, Value>) -> Result<JsValue, Failure> {
    let text =
        crate::model::json_text(object).map_err(|error| Failure::threw(error.to_string()))?;
    JSON::parse(&text).map_err(|error| Failure::threw(message(&error)))
}

fn optional_copy(object: Option<&Map<String, Value>>) -> Result<JsValue, Failure> {
    object.map_or(Ok(JsValue::UNDEFINED), copy)
}

/// Longest text of an error that is kept, in characters.
const LONGEST_MESSAGE: usize = 1000;

/// What was thrown: `String(error)`, which for an `Error` is its name and message.
pub(super) fn message(error: &JsValue) -> String {
    string_of(error).map_or_else(
        |_| "an object that has no text".to_owned(),
        |text| text.chars().take(LONGEST_MESSAGE).collect(),
    )
}
