//! What a call asks for beside its document.

use super::callback::Callback;
use super::failure::one;
use crate::mapping::Reconciler;
use crate::model::{Diagnostic, LinkingStrategy, nearest};
use crate::scenario::Scenario;
use std::borrow::Cow;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// How to simulate: under another linking strategy, and with a function in place of a lambda.
    #[wasm_bindgen(typescript_type = "{ strategy?: string; reconcile?: Function }")]
    pub type Options;

    #[wasm_bindgen(method, getter)]
    fn strategy(this: &Options) -> JsValue;

    #[wasm_bindgen(method, getter)]
    fn reconcile(this: &Options) -> JsValue;
}

/// Options that make sense.
#[derive(Default)]
pub(super) struct Wish {
    strategy: Option<LinkingStrategy>,
    callback: Option<Callback>,
}

impl Wish {
    pub(super) fn read(options: Option<Options>) -> Result<Self, JsValue> {
        let Some(options) = options else { return Ok(Self::default()) };
        let mut wish = Self::default();
        let (strategy, reconcile) = (options.strategy(), options.reconcile());
        if !strategy.is_undefined() {
            let name = strategy.as_string().unwrap_or_default();
            let known = LinkingStrategy::by_name(&name);
            wish.strategy = Some(known.ok_or_else(|| one(unknown_strategy(&name)))?);
        }
        if !reconcile.is_undefined() {
            let function = reconcile.dyn_into().map_err(|_| one(not_a_function()))?;
            wish.callback = Some(Callback { function });
        }
        Ok(wish)
    }

    /// `scenario` as it is to be simulated. A lambda's own text is not run here.
    pub(super) fn apply<'a>(&self, scenario: &'a Scenario) -> Result<Cow<'a, Scenario>, JsValue> {
        if scenario.needs_lambda() && self.callback.is_none() {
            return Err(one(lambda_not_run()));
        }
        Ok(match self.strategy {
            Some(strategy) => Cow::Owned(scenario.with_strategy(strategy)),
            None => Cow::Borrowed(scenario),
        })
    }

    /// The function that takes the lambda's place, as the core calls it.
    pub(super) fn reconciler(&mut self) -> Option<&mut dyn Reconciler> {
        self.callback.as_mut().map(|callback| callback as &mut dyn Reconciler)
    }
}

fn unknown_strategy(name: &str) -> Diagnostic {
    let names = LinkingStrategy::CHOICES.map(LinkingStrategy::name);
    let message = format!("`{name}` is not a linking strategy");
    Diagnostic::error("unknown-strategy", "/strategy", message)
        .found(name)
        .expected(format!("one of {}", names.join(", ")))
        .help(nearest(name, names.into_iter()))
}

fn not_a_function() -> Diagnostic {
    Diagnostic::error("not-a-function", "/reconcile", "`reconcile` is not a function")
        .expected("a function (user, registration, jwt, id_token, tokens, context)")
        .help("pass the function itself, not its text")
}

fn lambda_not_run() -> Diagnostic {
    Diagnostic::error("lambda-not-run", "/lambda", "the scenario's lambda cannot be run here").help(
        "leave `lambda` out to preview without it; in JavaScript, pass its function as `reconcile`",
    )
}
