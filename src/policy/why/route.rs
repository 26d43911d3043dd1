//! What the claims that a rule reads have to be.

use super::back::{Wanted, back};
use super::tried::has;
use crate::model::shorten;
use crate::policy::claim::Claim;
use crate::policy::condition::Condition;
use crate::policy::in_words::in_words;
use crate::policy::language::Language;
use crate::policy::reason::{is, not, there};
use crate::policy::rule::{Rule, Source};
use crate::policy::target::Target;
use serde_json::Value;

/// One way for a rule to give a value.
pub(super) struct Route {
    pub(super) conditions: Vec<Condition>,
    pub(super) texts: Vec<(Claim, Language)>,
    value: String,
}

/// The ways for a rule to give a value.
pub(super) struct Routes {
    pub(super) routes: Vec<Route>,
    /// Whether there are no others.
    pub(super) are_all: bool,
}

impl Routes {
    pub(super) fn to(value: &str, rule: &Rule, target: &Target) -> Self {
        let route = |conditions| Route { conditions, texts: Vec::new(), value: value.to_owned() };
        let mut routes = Vec::new();
        let mut are_all = true;
        if rule.default.as_ref().is_some_and(|default| has(default, value)) {
            routes.push(route(missing(rule.source.claims())));
        }
        match &rule.source {
            Source::Constant(_) => {
                // What a constant gives, no claim changes; running the policy says whether it is that.
                routes.push(route(Vec::new()));
            }
            Source::FirstOf(claims) => {
                let wanted = back(value, rule, target);
                are_all = wanted.are_all;
                for wish in &wanted.wanted {
                    for (index, claim) in claims.iter().enumerate() {
                        let mut route = route(missing(claims.get(..index).unwrap_or_default()));
                        route.wish(claim, wish);
                        routes.push(route);
                    }
                }
            }
            Source::Join { parts, with } => {
                let wanted = back(value, rule, target);
                // Texts can be cut in more ways than are tried here.
                are_all = wanted.are_all && wanted.wanted.is_empty();
                for wish in &wanted.wanted {
                    let Wanted::Value(Value::String(text)) = wish else { continue };
                    routes.extend(joined(parts, with, text).into_iter().map(route));
                }
            }
        }
        Self { routes, are_all }
    }
}

impl Route {
    fn wish(&mut self, claim: &Claim, wish: &Wanted) {
        match wish {
            Wanted::Value(Value::Array(items)) => {
                self.conditions.extend(items.iter().map(|item| is(claim, item.clone())));
            }
            Wanted::Value(value) => self.conditions.push(is(claim, value.clone())),
            Wanted::Text(language) => self.texts.push((claim.clone(), language.clone())),
        }
    }

    pub(super) fn in_words(&self) -> Vec<String> {
        let mut words: Vec<String> = self.conditions.iter().map(in_words).collect();
        words.extend(self.texts.iter().map(|(claim, _)| {
            format!("`{}` gives `{}`", shorten(&claim.text()), shorten(&self.value))
        }));
        words
    }
}

fn missing(claims: &[Claim]) -> Vec<Condition> {
    claims.iter().map(there).map(not).collect()
}

/// The parts have the text between them, or one of them has all of it.
fn joined(parts: &[Claim], with: &str, text: &str) -> Vec<Vec<Condition>> {
    let mut ways = Vec::new();
    let pieces: Vec<&str> =
        if with.is_empty() { Vec::new() } else { text.splitn(parts.len(), with).collect() };
    if pieces.len() == parts.len() && pieces.iter().all(|piece| !piece.is_empty()) {
        let both = parts.iter().zip(pieces);
        ways.push(both.map(|(part, piece)| is(part, Value::from(piece))).collect());
    }
    for part in parts {
        let others = parts.iter().filter(|other| *other != part).map(there).map(not);
        ways.push([is(part, Value::from(text))].into_iter().chain(others).collect());
    }
    ways
}
