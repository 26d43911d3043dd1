//! What a call asks for beside its document.

use super::callback::{Callback, Engine};
use super::failure::one;
use crate::mapping::Reconciler;
use crate::model::{Diagnostic, LinkingStrategy, nearest};
use crate::scenario::Scenario;
use std::borrow::Cow;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// How to simulate: under another linking strategy, with a function in place of a lambda, or with an
    /// engine that runs the lambda.
    #[wasm_bindgen(
        typescript_type = "{ strategy?: string; reconcile?: Function; lambda?: (call: string) => string }"
    )]
    pub type Options;

    #[wasm_bindgen(method, getter)]
    fn strategy(this: &Options) -> JsValue;

    #[wasm_bindgen(method, getter)]
    fn reconcile(this: &Options) -> JsValue;

    #[wasm_bindgen(method, getter)]
    fn lambda(this: &Options) -> JsValue;
}

/// Options that make sense.
#[derive(Default)]
pub(super) struct Wish {
    strategy: Option<LinkingStrategy>,
    reconciler: Option<Box<dyn Reconciler>>,
}

impl Wish {
    pub(super) fn read(options: Option<Options>) -> Result<Self, JsValue> {
        let Some(options) = options else { return Ok(Self::default()) };
        let mut wish = Self::default();
        let (strategy, reconcile, lambda) =
            (options.strategy(), options.reconcile(), options.lambda());
        if !strategy.is_undefined() {
            let name = strategy.as_string().unwrap_or_default();
            let known = LinkingStrategy::by_name(&name);
            wish.strategy = Some(known.ok_or_else(|| one(unknown_strategy(&name)))?);
        }
        if !reconcile.is_undefined() {
            let function = reconcile.dyn_into().map_err(|_| one(not_a_function("reconcile")))?;
            wish.reconciler = Some(Box::new(Callback { function }));
        } else if !lambda.is_undefined() {
            let function = lambda.dyn_into().map_err(|_| one(not_a_function("lambda")))?;
            wish.reconciler = Some(Box::new(Engine { function }));
        }
        Ok(wish)
    }

    /// `scenario` as it is to be simulated. A lambda's own text is not run here.
    pub(super) fn apply<'a>(&self, scenario: &'a Scenario) -> Result<Cow<'a, Scenario>, JsValue> {
        if scenario.needs_lambda() && self.reconciler.is_none() {
            return Err(one(lambda_not_run()));
        }
        Ok(match self.strategy {
            Some(strategy) => Cow::Owned(scenario.with_strategy(strategy)),
            None => Cow::Borrowed(scenario),
        })
    }

    /// The function that takes the lambda's place, as the core calls it.
    pub(super) fn reconciler(&mut self) -> Option<&mut dyn Reconciler> {
        match &mut self.reconciler {
            Some(reconciler) => Some(reconciler.as_mut()),
            None => None,
        }
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

fn not_a_function(option: &str) -> Diagnostic {
    let message = format!("`{option}` is not a function");
    let expected = if option == "lambda" {
        "a function that takes the text of a call and returns that of an answer"
    } else {
        "a function (user, registration, jwt, id_token, tokens, context)"
    };
    Diagnostic::error("not-a-function", format!("/{option}"), message)
        .expected(expected)
        .help("pass the function itself, not its text")
}

fn lambda_not_run() -> Diagnostic {
    Diagnostic::error("lambda-not-run", "/lambda", "the scenario's lambda cannot be run here").help(
        "import `simulate` from `reconcile-kit/sandbox`, which runs lambdas, or pass a function as `reconcile`",
    )
}
