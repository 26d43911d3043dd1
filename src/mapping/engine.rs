//! How the core and the engine that runs a lambda talk: a call goes out as JSON text, an answer comes back as such.
//!
//! The engine may be anything that runs JavaScript: QuickJS in a browser, or another process.

use super::precision::keep_precision;
use super::reconciler::{
    Arguments, Author, EventLogEntry, EventLogType, Failure, FailureKind, Origin, Reconciled,
};
use crate::model::{Assumption, AssumptionSet, Parameter};
use serde::Serialize;
use serde_json::{Map, Value};

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Call<'a> {
    run: u8,
    exploring: bool,
    console_warn: &'static str,
    parameters: Vec<Argument<'a>>,
}

/// One argument, in its position. Without a value it is `undefined`.
#[derive(Serialize)]
struct Argument<'a> {
    name: &'static str,
    place: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<&'a Map<String, Value>>,
}

/// The call as JSON text.
///
/// # Errors
///
/// Fails when the arguments have no JSON text, which no arguments read from JSON do.
pub fn call_text(arguments: &Arguments<'_>) -> Result<String, Failure> {
    let nothing = Map::new();
    let parameters = arguments.provider.parameters(arguments.version);
    let value_of = |parameter| match parameter {
        Parameter::User => Some(arguments.user),
        Parameter::Registration => arguments.registration,
        Parameter::Answer(_) => Some(arguments.userinfo),
        Parameter::IdToken => arguments.id_token,
        Parameter::Tokens => arguments.tokens,
        Parameter::Context => Some(&nothing),
    };
    let call = Call {
        run: arguments.run,
        exploring: arguments.exploring,
        console_warn: arguments.console_warn,
        parameters: parameters
            .into_iter()
            .map(|parameter| Argument {
                name: parameter.name(),
                place: parameter.place(),
                value: value_of(parameter),
            })
            .collect(),
    };
    crate::model::json_text(&call).map_err(|error| Failure::threw(error.to_string()))
}

/// What an engine answered.
///
/// # Errors
///
/// Fails with what the lambda threw, or when the text is no answer.
///
/// ```
/// use reconcile_kit::mapping::{FailureKind, read_answer};
/// use serde_json::Map;
///
/// let answer = r#"{ "failure": { "kind": "threw", "message": "Error: no", "line": 2, "column": 9 } }"#;
/// let failure = read_answer(answer, &Map::new(), None).unwrap_err();
/// assert_eq!((failure.kind, failure.position), (FailureKind::Threw, Some((2, 9))));
/// ```
pub fn read_answer(
    text: &str,
    user: &Map<String, Value>,
    registration: Option<&Map<String, Value>>,
) -> Result<Reconciled, Failure> {
    let unreadable = || Failure::threw("the engine's answer cannot be read");
    let Ok(Value::Object(mut answer)) = serde_json::from_str(text) else {
        return Err(unreadable());
    };
    let event_log = list(answer.get("eventLog"), event_log_entry);
    if let Some(failure) = answer.remove("failure") {
        return Err(read_failure(&failure, event_log));
    }
    let after = take_object(&mut answer, "user", user).ok_or_else(unreadable)?;
    let registration =
        registration.and_then(|before| take_object(&mut answer, "registration", before));
    Ok(Reconciled {
        user: after,
        registration,
        undefined: list(answer.get("undefined"), |path| path.as_str().map(str::to_owned)),
        origins: list(answer.get("origins"), origin),
        met: met(answer.get("met")),
        event_log,
        skipped: Vec::new(),
        rules: Vec::new(),
    })
}

fn take_object(
    answer: &mut Map<String, Value>,
    name: &str,
    before: &Map<String, Value>,
) -> Option<Map<String, Value>> {
    let Some(Value::Object(mut after)) = answer.remove(name) else { return None };
    keep_precision(before, &mut after);
    Some(after)
}

fn list<T>(value: Option<&Value>, read: impl Fn(&Value) -> Option<T>) -> Vec<T> {
    value.and_then(Value::as_array).into_iter().flatten().filter_map(read).collect()
}

fn text(value: &Value, name: &str) -> Option<String> {
    value.get(name)?.as_str().map(str::to_owned)
}

fn position(value: &Value) -> Option<(usize, usize)> {
    let number = |name: &str| usize::try_from(value.get(name)?.as_u64()?).ok();
    Some((number("line")?, number("column")?))
}

fn event_log_entry(value: &Value) -> Option<EventLogEntry> {
    let kind = match value.get("type")?.as_str()? {
        "Information" => EventLogType::Information,
        "Debug" => EventLogType::Debug,
        "Error" => EventLogType::Error,
        _ => return None,
    };
    Some(EventLogEntry { kind, message: text(value, "message")? })
}

fn origin(value: &Value) -> Option<Origin> {
    Some(Origin {
        path: text(value, "path")?,
        rule: None,
        from: list(value.get("from"), |claim| claim.as_str().map(str::to_owned)),
        author: Author::Lambda,
        position: position(value),
    })
}

fn met(ids: Option<&Value>) -> AssumptionSet {
    let mut met = AssumptionSet::default();
    for id in ids.and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str) {
        if let Some(assumption) = Assumption::by_id(id) {
            met.insert(assumption);
        }
    }
    met
}

fn read_failure(failure: &Value, event_log: Vec<EventLogEntry>) -> Failure {
    let kind = match failure.get("kind").and_then(Value::as_str) {
        Some("load") => FailureKind::DidNotLoad,
        Some("stopped") => FailureKind::Stopped,
        _ => FailureKind::Threw,
    };
    Failure {
        kind,
        message: text(failure, "message").unwrap_or_default(),
        position: position(failure),
        met: met(failure.get("met")),
        event_log,
        rules: Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn fields(value: Value) -> Map<String, Value> {
        match value {
            Value::Object(fields) => fields,
            _ => Map::new(),
        }
    }

    fn answer(value: &Value) -> Result<Reconciled, Failure> {
        let before = fields(json!({ "data": { "big": 9_007_199_254_740_993_u64 } }));
        read_answer(&value.to_string(), &before, Some(&before))
    }

    #[test]
    fn what_a_lambda_left_is_read_with_where_it_came_from() {
        let left = answer(&json!({
            "user": { "firstName": "Jane", "data": { "big": 9_007_199_254_740_992_u64 } },
            "registration": {},
            "undefined": ["/user/lastName"],
            "origins": [{ "path": "/user/firstName", "from": ["/userinfo/given_name"], "line": 2, "column": 3 }],
            "eventLog": [{ "type": "Information", "message": "hello" }],
            "met": ["console-warn"],
        }));
        let left = left.unwrap_or_default();
        assert_eq!(left.user.get("firstName"), Some(&json!("Jane")));
        let big = left.user.get("data").and_then(|data| data.get("big"));
        assert_eq!(big.map(Value::to_string).as_deref(), Some("9007199254740993"));
        assert_eq!(left.undefined, ["/user/lastName"]);
        assert_eq!(left.origins.first().and_then(|origin| origin.position), Some((2, 3)));
        assert_eq!(left.event_log.len(), 1);
        assert_eq!(left.met.iter().collect::<Vec<_>>(), [Assumption::ConsoleWarn]);
    }

    #[test]
    fn a_failure_keeps_what_was_logged_before() {
        let failure = answer(&json!({
            "failure": { "kind": "stopped", "message": "the lambda ran too long" },
            "eventLog": [{ "type": "Error", "message": "before" }],
        }));
        let failure = failure.err();
        assert_eq!(failure.as_ref().map(|failure| &failure.kind), Some(&FailureKind::Stopped));
        assert_eq!(failure.map(|failure| failure.event_log.len()), Some(1));
    }

    #[test]
    fn what_is_no_answer_is_a_failure() {
        for text in ["", "1", "{}", "{\"user\":1}", "[", "{\"user\":null}"] {
            assert!(read_answer(text, &Map::new(), None).is_err(), "{text}");
        }
    }
}
