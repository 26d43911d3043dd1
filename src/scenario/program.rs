//! The lambda as the engine that runs it takes it: its text, and what it can reach outside itself.

use super::Scenario;
use super::document::FetchAnswer;
use crate::model::object::object;
use crate::model::{Diagnostic, Named, shorten};
use serde_json::{Map, Value};

/// What a lambda can reach outside itself.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Surroundings {
    /// What secrets there are, by name.
    pub secrets: Named<String>,
    /// What addresses answer.
    pub fetch: Vec<FetchAnswer>,
}

impl Scenario {
    /// The lambda as an engine takes it, an object of `type`, `version`, `engine`, `now`, `debug`, `file`, `body`,
    /// `secrets` and `fetch`; `None` for a scenario without a lambda.
    ///
    /// # Errors
    ///
    /// Fails when the scenario names the lambda's file and does not hold its text.
    ///
    /// ```
    /// use reconcile_kit::check;
    ///
    /// let scenario = check::read_scenario(r#"{
    ///     "identityProvider": { "enabled": true },
    ///     "lambda": { "body": "function reconcile(user) { user.firstName = 'Jane'; }" },
    ///     "login": {}
    /// }"#).expect("a valid scenario");
    /// let program = scenario.program().expect("its text is there").expect("it has a lambda");
    /// assert_eq!(program["type"], "OpenIDReconcile");
    /// ```
    pub fn program(&self) -> Result<Option<Value>, Diagnostic> {
        let Some(lambda) = &self.lambda else { return Ok(None) };
        let body = lambda.body.as_deref().ok_or_else(|| not_read(lambda.file.as_deref()))?;
        let mut program = object! {
            "type": self.setting.identity_provider.provider_type().lambda(),
            "version": self.setting.version.to_string(),
            "engine": self.setting.version.lambda_engine().release(),
            "now": self.setting.now,
            "debug": lambda.debug,
            "body": body,
            "secrets": texts(&self.surroundings.secrets),
            "fetch": self.surroundings.fetch.iter().map(answer).collect::<Vec<_>>(),
        };
        if let (Some(fields), Some(file)) = (program.as_object_mut(), &lambda.file) {
            fields.insert("file".to_owned(), Value::from(file.as_str()));
        }
        Ok(Some(program))
    }
}

fn texts(named: &Named<String>) -> Map<String, Value> {
    named.iter().map(|(name, text)| (name.clone(), Value::from(text.as_str()))).collect()
}

fn answer(answer: &FetchAnswer) -> Value {
    let body = match &answer.body {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => text.clone(),
        Some(other) => other.to_string(),
    };
    object! {
        "url": answer.url.as_str(),
        "method": answer.method.as_deref().unwrap_or("GET"),
        "status": answer.status,
        "headers": texts(&answer.headers),
        "body": body,
    }
}

fn not_read(file: Option<&str>) -> Diagnostic {
    let (path, message) = match file {
        Some(file) => {
            ("/lambda/file", format!("the lambda's file `{}` was not read", shorten(file)))
        }
        None => ("/lambda", "the lambda has no text".to_owned()),
    };
    Diagnostic::error("lambda-not-read", path, message)
        .help("put the lambda's text into `body`; the command line reads `file` by itself")
}

#[cfg(test)]
mod tests {
    use crate::check;
    use serde_json::{Value, json};

    fn program(changes: Value) -> Result<Option<Value>, String> {
        let mut scenario = json!({ "identityProvider": { "enabled": true }, "login": {} });
        if let (Some(fields), Value::Object(changes)) = (scenario.as_object_mut(), changes) {
            fields.extend(changes);
        }
        let scenario = check::read_scenario(&scenario.to_string()).map_err(|_| "invalid")?;
        scenario.program().map_err(|problem| problem.code)
    }

    #[test]
    fn what_a_lambda_can_reach_goes_with_it() {
        let program = program(json!({
            "fusionauth": "1.64",
            "identityProvider": { "enabled": true, "type": "Google" },
            "lambda": { "file": "a.js", "body": "x", "debug": true },
            "secrets": { "key": "value" },
            "fetch": [{ "url": "https://example.com/", "status": 200, "body": { "a": 1 } }],
        }));
        let expected = json!({
            "type": "GoogleReconcile",
            "version": "1.64.0",
            "engine": "24.1.2",
            "now": 1_767_225_600_000_i64,
            "debug": true,
            "file": "a.js",
            "body": "x",
            "secrets": { "key": "value" },
            "fetch": [{
                "url": "https://example.com/",
                "method": "GET",
                "status": 200,
                "headers": {},
                "body": "{\"a\":1}",
            }],
        });
        assert_eq!(program, Ok(Some(expected)));
    }

    #[test]
    fn a_version_names_the_release_of_its_engine() {
        let engine = |version| {
            let lambda = json!({ "fusionauth": version, "lambda": { "body": "x" } });
            program(lambda).map(|program| program?.get("engine").cloned())
        };
        assert_eq!(engine("1.34"), Ok(Some(json!("22.3.3"))));
        assert_eq!(engine("1.50"), Ok(Some(json!("22.3.3"))));
        assert_eq!(engine("1.51"), Ok(Some(json!("23.1.2"))));
        assert_eq!(engine("1.56"), Ok(Some(json!("24.1.2"))));
    }

    #[test]
    fn a_file_that_nobody_read_is_named() {
        assert_eq!(program(json!({})), Ok(None));
        let unread = program(json!({ "lambda": { "file": "a.js" } }));
        assert_eq!(unread, Err("lambda-not-read".to_owned()));
    }
}
