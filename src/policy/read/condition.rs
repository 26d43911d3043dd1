//! Conditions: a claim's name alone, or an object that says one thing.

use super::Reader;
use super::keys::Keys;
use super::limits::{DEEPEST, MOST_ITEMS};
use crate::model::Diagnostic;
use crate::policy::claim::Claim;
use crate::policy::condition::{Case, Condition, Test};
use crate::policy::value::is_missing;
use crate::policy::words;
use serde_json::{Value, json};

/// What a condition says; one of them.
const FORMS: [&str; 6] = ["all", "any", "not", "newUser", "verified", "claim"];
/// What a claim is asked.
const TESTS: [&str; 9] =
    ["exists", "equals", "in", "contains", "startsWith", "endsWith", "glob", "matches", "domain"];

impl Reader {
    pub(super) fn condition(&mut self, value: &Value, path: &str) -> Option<Condition> {
        self.nested(value, path, 0)
    }

    fn nested(&mut self, value: &Value, path: &str, depth: usize) -> Option<Condition> {
        if !self.within(depth, DEEPEST, "levels of conditions", path) {
            return None;
        }
        if value.is_string() {
            return Some(Condition::Claim(self.claim(value, path)?, Test::Exists));
        }
        if !value.is_object() {
            self.wrong_type(
                path.to_owned(),
                value,
                "a condition: the name of a claim, or an object",
            );
            return None;
        }
        let keys = self.open(value, path, words::CONDITION)?;
        let form = self.form(&keys)?;
        if form != "claim" {
            for key in keys.of(&TESTS).into_iter().chain(keys.of(&["ignoreCase"])) {
                self.in_vain(
                    &keys,
                    key,
                    "says nothing without `claim`",
                    "add `claim` with the name of a claim",
                );
            }
        }
        let (value, at) = (keys.get(form)?, keys.at(form));
        match form {
            "all" => self.several(value, &at, depth).map(Condition::All),
            "any" => self.several(value, &at, depth).map(Condition::Any),
            "not" => self.nested(value, &at, depth + 1).map(negated),
            "newUser" => self
                .flag(&keys, form)
                .map(|is| if is { Condition::NewUser } else { negated(Condition::NewUser) }),
            "verified" => self.verified(&keys),
            _ => self.tested(&keys),
        }
    }

    fn form(&mut self, keys: &Keys<'_>) -> Option<&'static str> {
        let forms: Vec<&'static str> = FORMS.into_iter().filter(|form| keys.has(form)).collect();
        if let [form] = forms.as_slice() {
            return Some(form);
        }
        let message = if forms.is_empty() {
            "the condition says nothing".to_owned()
        } else {
            format!("`{}` stand in one condition", forms.join("` and `"))
        };
        self.problem(
            Diagnostic::error("policy-condition", keys.path, message)
                .expected(format!("one of {}", FORMS.join(", ")))
                .help("put several conditions into `all` or `any`"),
        );
        None
    }

    fn several(&mut self, value: &Value, path: &str, depth: usize) -> Option<Vec<Condition>> {
        if !value.is_array() {
            self.wrong_type(path.to_owned(), value, "a list of conditions");
            return None;
        }
        let items = self.one_or_several(value, path);
        if !self.within(items.len(), MOST_ITEMS, "conditions in one list", path) {
            return None;
        }
        let mut complete = true;
        let conditions = items.into_iter().filter_map(|(item, path)| {
            let condition = self.nested(item, &path, depth + 1);
            complete &= condition.is_some();
            condition
        });
        let conditions = conditions.collect::<Vec<_>>();
        (complete && !conditions.is_empty()).then_some(conditions)
    }

    fn verified(&mut self, keys: &Keys<'_>) -> Option<Condition> {
        let word = self.word(keys, "verified", words::VERIFIABLE)?;
        let claim = Claim::canonical(format!("{word}_verified"), Vec::new(), self.provider);
        Some(Condition::Claim(claim, Test::In(vec![json!(true)], Case::Told)))
    }

    fn tested(&mut self, keys: &Keys<'_>) -> Option<Condition> {
        let claim = self.claim(keys.get("claim")?, &keys.at("claim"))?;
        let asked = keys.of(&TESTS);
        if asked.is_empty() {
            self.problem(
                Diagnostic::error("policy-condition", keys.path, "the claim is asked nothing")
                    .expected(format!("one of {}", TESTS.join(", ")))
                    .help("write what the claim has to be, such as \"equals\": \"…\" or \"exists\": true"),
            );
            return None;
        }
        let case =
            if self.flag(keys, "ignoreCase") == Some(true) { Case::Ignored } else { Case::Told };
        if asked.iter().all(|key| matches!(*key, "exists" | "matches" | "domain")) {
            self.in_vain(keys, "ignoreCase", "says nothing to these tests", "leave it out");
        }
        let mut tests = Vec::with_capacity(asked.len());
        for key in asked {
            tests.push(self.test(keys, key, &claim, case)?);
        }
        Some(match (tests.pop(), tests.is_empty()) {
            (Some(only), true) => only,
            (last, _) => {
                tests.extend(last);
                Condition::All(tests)
            }
        })
    }

    fn test(&mut self, keys: &Keys<'_>, key: &str, claim: &Claim, case: Case) -> Option<Condition> {
        let (value, at) = (keys.get(key)?, keys.at(key));
        let test = match key {
            "exists" => {
                let exists = Condition::Claim(claim.clone(), Test::Exists);
                return self.flag(keys, key).map(|is| if is { exists } else { negated(exists) });
            }
            "equals" => Test::In(vec![self.scalar(value, at)?], case),
            "in" => Test::In(self.scalars(keys)?, case),
            "domain" => Test::Domain(self.domains(value, &at)?),
            "matches" => {
                let source = self.filled_text(keys, key)?;
                Test::Matches(self.expression(source, &at)?)
            }
            _ => {
                let text = self.filled_text(keys, key)?.to_owned();
                match key {
                    "contains" => Test::Contains(text, case),
                    "startsWith" => Test::StartsWith(text, case),
                    "endsWith" => Test::EndsWith(text, case),
                    _ => Test::Glob(text, case),
                }
            }
        };
        Some(Condition::Claim(claim.clone(), test))
    }

    fn scalar(&mut self, value: &Value, path: String) -> Option<Value> {
        if is_missing(value) || value.is_array() || value.is_object() {
            self.wrong_type(path, value, "a text with characters, a number or a boolean");
            return None;
        }
        Some(value.clone())
    }

    fn scalars(&mut self, keys: &Keys<'_>) -> Option<Vec<Value>> {
        self.list(keys, "in")?;
        let (value, path) = (keys.get("in")?, keys.at("in"));
        let items = self.one_or_several(value, &path);
        self.within(items.len(), MOST_ITEMS, "values", &path).then_some(())?;
        let count = items.len();
        let values: Vec<Value> =
            items.into_iter().filter_map(|(item, path)| self.scalar(item, path)).collect();
        (values.len() == count && count > 0).then_some(values)
    }

    fn domains(&mut self, value: &Value, path: &str) -> Option<Vec<String>> {
        let items = self.one_or_several(value, path);
        self.within(items.len(), MOST_ITEMS, "domains", path).then_some(())?;
        let count = items.len();
        let domains: Vec<String> =
            items.into_iter().filter_map(|(item, path)| self.domain(item, path)).collect();
        (domains.len() == count && count > 0).then_some(domains)
    }

    fn domain(&mut self, value: &Value, path: String) -> Option<String> {
        let Some(text) = value.as_str() else {
            self.wrong_type(path, value, "a domain, or a list of domains");
            return None;
        };
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-');
        if text.is_empty() || !text.bytes().all(plain) {
            self.problem(
                Diagnostic::error(
                    "invalid-value",
                    path,
                    format!("`{}` is not a domain", crate::model::shorten(text)),
                )
                .found(text)
                .expected("letters, digits, hyphens and dots, such as `example.com`")
                .help("write the domain alone: without `@`, without `*`"),
            );
            return None;
        }
        Some(text.to_owned())
    }
}

fn negated(condition: Condition) -> Condition {
    Condition::Not(Box::new(condition))
}
