//! A policy that was read once and is run many times.

use super::failure::{one, thrown, to_object, to_text};
use crate::check;
use crate::model::Diagnostic;
use crate::policy::{Given, Policy, Wanted};
use wasm_bindgen::prelude::*;

/// A policy that was read once and is run many times.
#[wasm_bindgen]
pub struct CompiledPolicy {
    policy: Policy,
    wanted: Wanted,
}

#[wasm_bindgen]
impl CompiledPolicy {
    /// Reads and checks `policy`, JSON text.
    ///
    /// # Errors
    /// Throws a failure when the policy cannot be used.
    #[wasm_bindgen(constructor)]
    pub fn new(policy: &str) -> Result<Self, JsValue> {
        let policy = check::read_policy(policy).map_err(|findings| thrown(&findings))?;
        Ok(Self { wanted: Wanted::of(&policy), policy })
    }

    /// Runs it on `given`, the JSON text of `user`, `registration`, `jwt` and `id_token`.
    ///
    /// # Errors
    /// Throws a failure when `given` is not that.
    pub fn run(&self, given: &str, explain: bool) -> Result<String, JsValue> {
        let given = Given::read(given, &self.wanted).map_err(|_| one(not_given(given)))?;
        to_text(&self.policy.run(&given.input(), explain))
    }

    /// The names of the claims and fields that it reads, as an object of lists.
    ///
    /// # Errors
    /// Throws only when the host has no memory left for the object.
    pub fn wanted(&self) -> Result<JsValue, JsValue> {
        to_object(&self.wanted)
    }
}

fn not_given(given: &str) -> Diagnostic {
    check::parse(given).err().unwrap_or_else(|| {
        Diagnostic::error("policy-input", "", "a policy cannot be run on this")
            .expected("an object whose `user`, `registration`, `jwt` and `id_token` are objects")
            .help("pass what FusionAuth passes to a reconcile lambda; leave out or set to null what there is none of")
    })
}
