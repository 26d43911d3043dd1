//! The engine of the JavaScript host.

use js_sys::Array;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// JavaScript's `RegExp`, whose constructor throws for what is none.
    #[derive(Debug, Clone)]
    type RegExp;

    #[wasm_bindgen(constructor, catch)]
    fn new(source: &str, flags: &str) -> Result<RegExp, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn exec(this: &RegExp, text: &str) -> Result<Option<Array>, JsValue>;
}

/// A regular expression that was read once.
#[derive(Debug, Clone)]
pub(super) struct Engine(RegExp);

impl Engine {
    /// Hosts say in different words what is wrong, so none of them is passed on.
    pub(super) fn new(source: &str) -> Result<Self, String> {
        RegExp::new(source, "u").map(Self).map_err(|_| "it cannot be read".to_owned())
    }

    pub(super) fn matches(&self, text: &str) -> bool {
        self.find(text).is_some()
    }

    pub(super) fn capture(&self, text: &str) -> Option<String> {
        let found = self.find(text)?;
        let part = if found.length() > 1 { found.get(1) } else { found.get(0) };
        part.as_string()
    }

    fn find(&self, text: &str) -> Option<Array> {
        self.0.exec(text).ok().flatten()
    }
}
