//! From a JSON value to a policy. Everything that is wrong is found in one go, each with a pointer, what was
//! found, what is expected, and the nearest word.

mod claim;
mod condition;
mod expression;
mod field;
mod keys;
mod limits;
mod rule;
mod table;
mod transform;

#[cfg(feature = "schema")]
pub(crate) use field::names as field_names;
pub(super) use field::unknown as unknown_field;

use super::built::{IS_BUILT, not_built};
use super::claim::Provider;
use super::rule::{FieldRules, Gate, Policy};
use super::target::Target;
use super::words::{self, Word};
use crate::model::{Diagnostic, LinkingStrategy, pointer};
use keys::Keys;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// Reads a policy.
///
/// # Errors
///
/// Everything that makes it unusable, each with a pointer into the document; or that this build has no policies.
///
/// ```
/// use reconcile_kit::policy;
/// use serde_json::json;
///
/// let problems = policy::read(&json!({ "map": { "user.fristName": "given_name" } })).unwrap_err();
/// assert_eq!(problems[0].path, "/map/user.fristName");
/// ```
pub fn read(document: &Value) -> Result<Policy, Vec<Diagnostic>> {
    if IS_BUILT { Reader::default().read(document) } else { Err(vec![not_built()]) }
}

/// What is wrong so far, and what the whole document says.
#[derive(Default)]
struct Reader {
    provider: Provider,
    problems: Vec<Diagnostic>,
    notes: Vec<Diagnostic>,
    /// The names of gates and rules, and where each stands.
    ids: BTreeMap<String, String>,
    rules: usize,
}

impl Reader {
    fn problem(&mut self, problem: Diagnostic) {
        self.problems.push(problem);
    }

    fn read(mut self, document: &Value) -> Result<Policy, Vec<Diagnostic>> {
        match self.policy(document) {
            Some(policy) if self.problems.is_empty() => Ok(Policy { notes: self.notes, ..policy }),
            _ => Err(self.problems),
        }
    }

    fn policy(&mut self, document: &Value) -> Option<Policy> {
        let keys = self.open(document, "", words::POLICY)?;
        let word = self.word(&keys, "provider", words::PROVIDERS);
        self.provider = match word {
            Some("cognito") => Provider::Cognito,
            _ => Provider::OpenIdConnect,
        };
        if keys.get("map").is_none() && keys.get("gates").is_none() {
            self.problem(
                Diagnostic::error(
                    "missing-key",
                    "",
                    "the policy neither maps nor refuses anything",
                )
                .expected("`map`, `gates`, or both")
                .help(
                    "add `map` with the fields to fill, such as \"user.firstName\": \"given_name\"",
                ),
            );
        }
        for text in ["$schema", "description"] {
            self.text(&keys, text);
        }
        Some(Policy {
            name: self.text(&keys, "name").map(str::to_owned),
            provider: self.provider,
            strategy: self.strategy(&keys),
            gates: self.gates(&keys),
            fields: self.fields(&keys),
            notes: Vec::new(),
        })
    }

    fn strategy(&mut self, keys: &Keys<'_>) -> Option<LinkingStrategy> {
        const CHOICES: [&str; 7] = {
            let mut names = [""; 7];
            let mut at = 0;
            while at < names.len() {
                #[expect(
                    clippy::indexing_slicing,
                    reason = "the bound is the length, and this is a constant"
                )]
                {
                    names[at] = LinkingStrategy::CHOICES[at].name();
                }
                at += 1;
            }
            names
        };
        let value = keys.get("linkingStrategy")?;
        let known = value.as_str().and_then(LinkingStrategy::by_name);
        if known.is_none() {
            self.unknown_value(keys.at("linkingStrategy"), value, CHOICES.into_iter());
        }
        known
    }

    fn gates(&mut self, keys: &Keys<'_>) -> Vec<Gate> {
        let Some(items) = self.list(keys, "gates") else { return Vec::new() };
        let path = keys.at("gates");
        if !self.within(items.len(), limits::MOST_ITEMS, "gates", &path) {
            return Vec::new();
        }
        let gates = items.iter().enumerate();
        gates
            .filter_map(|(index, item)| self.gate(item, pointer::item(&path, index), index))
            .collect()
    }

    fn gate(&mut self, value: &Value, at: String, index: usize) -> Option<Gate> {
        let keys = self.open(value, &at, words::GATE)?;
        let id = self.id(&keys, || format!("gate-{}", index + 1));
        self.text(&keys, "description");
        let code = self.filled_text(&keys, "code").map(str::to_owned);
        let message = self
            .filled_text(&keys, "message")
            .map_or_else(|| format!("the policy's gate `{id}` refuses this login"), str::to_owned);
        let Some(require) = keys.get("require") else {
            self.missing_key(&at, "require");
            return None;
        };
        let require = self.condition(require, &keys.at("require"))?;
        Some(Gate { id, at, require, code, message })
    }

    fn fields(&mut self, keys: &Keys<'_>) -> Vec<FieldRules> {
        let mut fields: Vec<FieldRules> = Vec::new();
        let map = keys.get("map").and_then(|map| self.object(map, &keys.at("map")));
        if !self.within(map.map_or(0, Map::len), limits::MOST_RULES, "fields", &keys.at("map")) {
            return fields;
        }
        for (name, rules) in map.into_iter().flatten() {
            let at = pointer::child(&keys.at("map"), name);
            let Some(target) = self.target(name, &at) else { continue };
            if let Some(other) = fields.iter().find(|other| other.target.overlaps(&target)) {
                let problem = field::written_twice(&at, &target, &other.target);
                self.problem(problem);
                continue;
            }
            if let Some(rules) = self.rules(rules, &at, &target) {
                fields.push(FieldRules::new(target, at, rules));
            }
        }
        fields
    }

    /// The name of a gate or rule: its own, or the one that is made for it.
    fn id(&mut self, keys: &Keys<'_>, otherwise: impl FnOnce() -> String) -> String {
        let own = self.filled_text(keys, "id");
        let id = own.map_or_else(otherwise, str::to_owned);
        let at = if own.is_some() { keys.at("id") } else { keys.path.to_owned() };
        if let Some(first) = self.ids.get(&id) {
            let problem = Diagnostic::error(
                "policy-id-twice",
                at,
                format!("`{}` is the name of another gate or rule too", crate::model::shorten(&id)),
            )
            .help(format!("give one of them another `id`; the first is at `{first}`"));
            self.problem(problem);
        } else {
            self.ids.insert(id.clone(), at);
        }
        id
    }

    /// One of the `words`.
    fn word(&mut self, keys: &Keys<'_>, key: &str, words: &'static [Word]) -> Option<&'static str> {
        let value = keys.get(key)?;
        let known = words::names(words).find(|name| value.as_str() == Some(name));
        if known.is_none() {
            self.unknown_value(keys.at(key), value, words::names(words));
        }
        known
    }

    fn target(&mut self, name: &str, at: &str) -> Option<Target> {
        Target::parse(name).map_err(|fault| self.problem(field::unknown(name, at, &fault))).ok()
    }
}

#[cfg(test)]
mod tests;
