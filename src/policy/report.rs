//! What a policy comes to, as JSON: the answer of the package and of the lambda runtime.

use super::evaluate::{Input, evaluate};
use super::outcome::{Denial, Evaluation};
use super::reconciler::origins;
use super::rule::Policy;
use crate::mapping::{RuleEnd, RuleStep};
use serde::Serialize;
use serde_json::Value;
use std::borrow::Cow;

/// What a policy comes to.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PolicyResult<'p> {
    /// Whether the login goes on.
    pub allowed: bool,
    /// Why it does not; absent where it does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub denied: Option<PolicyDenial>,
    /// The fields that change; what is stored already is not among them.
    pub writes: Vec<PolicyWrite<'p>>,
    /// Values of the wrong type or form, which were left out.
    pub skipped: Vec<PolicySkip>,
    /// Every gate and rule, and how it ended; absent unless it was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub trace: Option<Vec<RuleTrace>>,
}

/// The refusal of a login.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PolicyDenial {
    /// The gate's code, or its name; or the name of the rule that refuses.
    pub code: String,
    /// Why, in words.
    pub message: String,
    /// The gate or the rule.
    pub rule: String,
}

/// A field that changes.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PolicyWrite<'p> {
    /// The field, such as `/user/firstName`.
    pub path: Cow<'p, str>,
    /// What it becomes; `null` empties it, and without a value it is taken out of its object.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<Value>,
    /// The rules that made it.
    pub rule: Cow<'p, str>,
    /// The claims it was made of; absent unless a trace was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Vec<String>>,
}

/// A value that was left out.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PolicySkip {
    /// The field, such as `/user/birthDate`.
    pub path: String,
    /// The value.
    pub value: Value,
    /// The rule.
    pub rule: String,
    /// Why it was left out.
    pub reason: String,
}

/// A gate or a rule, and how it ended.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RuleTrace {
    /// The gate or the rule.
    pub rule: String,
    /// The field; absent for a gate.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    /// How it ended, in words.
    pub end: String,
}

impl Policy {
    /// Runs the policy.
    ///
    /// ```
    /// use reconcile_kit::{check, policy::{Claims, Input}};
    /// use serde_json::{Map, json};
    ///
    /// let policy = check::read_policy(r#"{ "map": { "user.firstName": "given_name" } }"#)
    ///     .expect("a valid policy");
    /// let userinfo: Map<_, _> = serde_json::from_value(json!({ "given_name": "Jane" }))?;
    /// let claims = Claims { userinfo: &userinfo, id_token: None };
    /// let result = policy.run(&Input { user: &Map::new(), registration: None, claims }, false);
    /// assert_eq!(result.writes[0].value, Some(json!("Jane")));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn run(&self, input: &Input<'_>, explain: bool) -> PolicyResult<'_> {
        match evaluate(self, input, explain) {
            Ok(evaluation) => allowed(evaluation, input, explain),
            Err(denial) => refused(denial, explain),
        }
    }
}

impl PolicyResult<'_> {
    /// The same, to be kept longer than the policy.
    #[must_use]
    pub fn into_owned(self) -> PolicyResult<'static> {
        let Self { allowed, denied, writes, skipped, trace } = self;
        let owned = |write: PolicyWrite<'_>| PolicyWrite {
            path: Cow::Owned(write.path.into_owned()),
            rule: Cow::Owned(write.rule.into_owned()),
            value: write.value,
            from: write.from,
        };
        let writes = writes.into_iter().map(owned).collect();
        PolicyResult { allowed, denied, writes, skipped, trace }
    }
}

fn allowed<'p>(evaluation: Evaluation<'p>, input: &Input<'_>, explain: bool) -> PolicyResult<'p> {
    let writes = evaluation.writes.into_iter().map(|write| PolicyWrite {
        path: Cow::Borrowed(write.path),
        rule: write.rule(),
        from: explain.then(|| origins(&write, &input.claims)),
        value: write.value,
    });
    let skipped = evaluation.skipped.into_iter().map(|skipped| PolicySkip {
        path: skipped.target.pointer(),
        value: skipped.value,
        rule: skipped.rule.id.clone(),
        reason: skipped.reason,
    });
    PolicyResult {
        allowed: true,
        denied: None,
        writes: writes.collect(),
        skipped: skipped.collect(),
        trace: explain.then(|| in_words(evaluation.steps)),
    }
}

fn refused(denial: Denial<'_>, explain: bool) -> PolicyResult<'static> {
    PolicyResult {
        allowed: false,
        denied: Some(PolicyDenial {
            code: denial.code.to_owned(),
            message: denial.message,
            rule: denial.rule.to_owned(),
        }),
        writes: Vec::new(),
        skipped: Vec::new(),
        trace: explain.then(|| in_words(denial.steps)),
    }
}

fn in_words(steps: Vec<RuleStep>) -> Vec<RuleTrace> {
    let one =
        |step: RuleStep| RuleTrace { end: step.end.in_words(), rule: step.rule, path: step.path };
    steps.into_iter().map(one).collect()
}

/// The value's JSON text, cut to a length that cannot give away a token.
fn excerpt(value: &Value) -> String {
    crate::model::shorten(&crate::model::json_text(value).unwrap_or_default())
}

impl RuleEnd {
    /// How it ended, in words.
    #[must_use]
    pub fn in_words(&self) -> String {
        match self {
            Self::Passed => "holds".to_owned(),
            Self::Refused(message) => format!("refuses: {message}"),
            Self::NotMeant => "its condition does not hold".to_owned(),
            Self::Stored => "writes only what is about to be created".to_owned(),
            Self::Filled => "the field has a value already".to_owned(),
            Self::NotRegistered => "there is no registration".to_owned(),
            Self::NoValue => "the claims give no value".to_owned(),
            Self::Cleared => "the claims give no value, so the field is emptied".to_owned(),
            Self::Unusable { value, reason } => {
                format!("`{}` is left out: {reason}", excerpt(value))
            }
            Self::Gave { value, from } => {
                let value = excerpt(value);
                match from.as_slice() {
                    [] => ["gives `", &value, "`"].concat(),
                    [place] => ["gives `", &value, "`, from ", place].concat(),
                    places => ["gives `", &value, "`, from ", &places.join(", ")].concat(),
                }
            }
        }
    }
}
