//! The rules of a field: one in a line, one with keys, or several.

use super::Reader;
use super::keys::Keys;
use super::limits::MOST_RULES;
use crate::model::Diagnostic;
use crate::policy::hold::hold;
use crate::policy::rule::{Missing, Rule, Source, Unusable, Write};
use crate::policy::target::Target;
use crate::policy::value::is_missing;
use crate::policy::words;
use serde_json::Value;

impl Reader {
    pub(super) fn rules(&mut self, value: &Value, at: &str, target: &Target) -> Option<Vec<Rule>> {
        let is_list = value.is_array();
        let items = self.one_or_several(value, at);
        self.rules += items.len();
        if !self.within(self.rules, MOST_RULES, "rules", at) {
            return None;
        }
        let several = is_list && items.len() > 1;
        let rules = items.into_iter().enumerate().filter_map(|(index, (item, path))| {
            let name = target.name();
            let name = if several { format!("{name}#{}", index + 1) } else { name };
            self.rule(item, path, target, name)
        });
        Some(rules.collect())
    }

    fn rule(&mut self, value: &Value, at: String, target: &Target, name: String) -> Option<Rule> {
        if !value.is_object() {
            return self.rule_in_a_line(value, at, name);
        }
        let keys = self.open(value, &at, words::RULE)?;
        let id = self.id(&keys, || name);
        self.text(&keys, "description");
        // Everything is read before anything is given up, so that all that is wrong is told at once.
        let source = self.source(&keys, target);
        let when = keys.get("when").map(|when| self.condition(when, &keys.at("when")));
        let table = keys.get("table").map(|table| self.table(table, &keys, target));
        let transforms = self.transforms(&keys);
        let default = self.default(&keys, target);
        let (write, missing, unusable) =
            (self.write(&keys, target), self.missing(&keys), self.unusable(&keys));
        let rule = Rule {
            id,
            at: at.clone(),
            source: source?,
            transforms,
            table: table.flatten(),
            default,
            when: when.flatten(),
            write,
            missing,
            unusable,
        };
        self.keys_in_vain(&keys, &rule);
        Some(rule)
    }

    fn rule_in_a_line(&mut self, value: &Value, at: String, name: String) -> Option<Rule> {
        if !value.is_string() {
            self.wrong_type(at, value, "the name of a claim, or an object with the rule");
            return None;
        }
        let claim = self.claim(value, &at)?;
        if let Some(first) = self.ids.insert(name.clone(), at.clone()) {
            let problem = Diagnostic::error(
                "policy-id-twice",
                first,
                format!("`{name}` is the name of another rule too"),
            );
            self.problem(problem.help("give this one another `id`"));
        }
        Some(Rule {
            id: name,
            at,
            source: Source::FirstOf(vec![claim]),
            transforms: Vec::new(),
            table: None,
            default: None,
            when: None,
            write: Write::default(),
            missing: Missing::default(),
            unusable: Unusable::default(),
        })
    }

    fn source(&mut self, keys: &Keys<'_>, target: &Target) -> Option<Source> {
        let given = keys.of(&["from", "join", "value"]);
        let [source] = given.as_slice() else {
            let (message, help) = if given.is_empty() {
                ("the rule has nothing to write".to_owned(), "add `from` with the name of a claim")
            } else {
                (format!("`{}` exclude one another", given.join("` and `")), "keep one of them")
            };
            self.problem(
                Diagnostic::error("policy-source", keys.path, message)
                    .expected("one of `from`, `join` and `value`")
                    .help(help),
            );
            return None;
        };
        let (value, path) = (keys.get(source)?, keys.at(source));
        match *source {
            "from" => Some(Source::FirstOf(self.claims(value, &path)))
                .filter(|source| !source.claims().is_empty()),
            "join" => {
                let with = self.text(keys, "with").unwrap_or(" ").to_owned();
                Some(Source::Join { parts: self.claims(value, &path), with })
            }
            _ => {
                // What is transformed is held in the end, and not as it stands here.
                let as_it_is = keys.of(&["transform", "table"]).is_empty();
                if is_missing(value) {
                    self.wrong_type(path, value, "a value");
                    return None;
                }
                let held = if as_it_is { self.held(value, path, target)? } else { value.clone() };
                Some(Source::Constant(held))
            }
        }
    }

    /// A constant as the field holds it.
    pub(super) fn held(&mut self, value: &Value, path: String, target: &Target) -> Option<Value> {
        let Some(kind) = target.kind() else { return Some(value.clone()) };
        hold(kind, value.clone())
            .map_err(|(_, holds)| {
                let message = format!("`{}` cannot hold this value", target.name());
                self.problem(
                    Diagnostic::error("policy-value-not-held", path, message)
                        .found(value.to_string())
                        .expected(holds)
                        .help(format!("write {holds}")),
                );
            })
            .ok()
    }

    fn default(&mut self, keys: &Keys<'_>, target: &Target) -> Option<Value> {
        let value = keys.get("default")?;
        if is_missing(value) {
            self.wrong_type(keys.at("default"), value, "a value");
            return None;
        }
        self.held(value, keys.at("default"), target)
    }

    fn write(&mut self, keys: &Keys<'_>, target: &Target) -> Write {
        match self.word(keys, "write", words::WRITES) {
            Some("on-create") => Write::OnCreate,
            Some("if-empty") => Write::IfEmpty,
            Some("add") if !target.is_list() => {
                let why = format!("is `add`, and `{}` is no list to add to", target.name());
                self.in_vain(keys, "write", &why, "leave it out, or use `if-empty`");
                Write::Always
            }
            Some("add") => Write::Add,
            _ => Write::Always,
        }
    }

    fn missing(&mut self, keys: &Keys<'_>) -> Missing {
        match self.word(keys, "missing", words::MISSINGS) {
            Some("clear") => Missing::Clear,
            Some("reject") => Missing::Reject,
            _ => Missing::Keep,
        }
    }

    fn unusable(&mut self, keys: &Keys<'_>) -> Unusable {
        match self.word(keys, "unusable", words::UNUSABLES) {
            Some("reject") => Unusable::Reject,
            _ => Unusable::Skip,
        }
    }

    fn keys_in_vain(&mut self, keys: &Keys<'_>, rule: &Rule) {
        if !keys.has("join") {
            self.in_vain(
                keys,
                "with",
                "says nothing without `join`",
                "leave it out, or add `join`",
            );
        }
        if !keys.has("table") {
            self.in_vain(
                keys,
                "unlisted",
                "says nothing without `table`",
                "leave it out, or add `table`",
            );
        }
        if rule.default.is_some() {
            let why = "says nothing beside `default`, which gives a value always";
            self.in_vain(keys, "missing", why, "keep one of them");
        }
        if matches!(rule.source, Source::Constant(_)) && keys.of(&["transform", "table"]).is_empty()
        {
            for key in ["default", "missing", "unusable"] {
                self.in_vain(keys, key, "says nothing beside a constant `value`", "leave it out");
            }
        }
    }
}
