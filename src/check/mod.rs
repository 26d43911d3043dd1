//! Is a document right? JSON, schema, consistency, and the rules that look for trouble in what is valid.

mod document;
mod lambda_facts;
mod place;
mod policy;
mod policy_rules;
pub mod rules;
mod schema;
mod users;

pub use document::{LONGEST, decode_text, parse};
pub use lambda_facts::{LambdaFacts, Subject, field_refusal, lambda_facts};
pub use place::{Place, locate};
pub use policy::read_policy;

use crate::model::{Diagnostic, LinkingStrategy, pointer};
use crate::scenario::{Attempt, Document, LoginDocument, Scenario};
use serde_json::{Map, Value};

/// Reads a scenario: JSON text, checked by the schema and for contradictions.
///
/// # Errors
///
/// Everything that makes it unusable, each with a pointer, line and column.
///
/// ```
/// use reconcile_kit::check;
///
/// let problems = check::read_scenario(r#"{ "identityProvider": {}, "login": {}, "usrs": [] }"#).unwrap_err();
/// assert_eq!(problems[0].code, "unknown-key");
/// assert_eq!(problems[0].help, "did you mean `users`?");
/// assert_eq!((problems[0].line, problems[0].column), (Some(1), Some(48)));
/// ```
pub fn read_scenario(text: &str) -> Result<Scenario, Vec<Diagnostic>> {
    let value = parse(text).map_err(|problem| vec![problem])?;
    // Findings of a valid scenario get no places: an outcome must not depend on how its scenario was laid out.
    scenario(value).map_err(|problems| placed(problems, text))
}

/// Everything that can be said about a scenario, a policy or an identity provider, most serious first.
///
/// ```
/// use reconcile_kit::check;
///
/// let findings = check::check(r#"{ "linkingStrategy": "LinkByEmial", "oauth2": {} }"#);
/// assert_eq!((&*findings[0].code, &*findings[0].path), ("unknown-value", "/linkingStrategy"));
/// ```
#[must_use]
pub fn check(text: &str) -> Vec<Diagnostic> {
    let value = match parse(text) {
        Ok(value) => value,
        Err(problem) => return vec![problem],
    };
    let findings = if policy::is_policy(&value) {
        policy::findings(&value)
    } else if is_identity_provider(&value) {
        identity_provider(value)
    } else {
        whole_scenario(value)
    };
    placed(findings, text)
}

fn whole_scenario(value: Value) -> Vec<Diagnostic> {
    match scenario(value) {
        Ok(scenario) => scenario.findings,
        Err(problems) => problems,
    }
}

/// An identity provider alone is checked as a scenario whose login says nothing.
fn identity_provider(value: Value) -> Vec<Diagnostic> {
    let mut document = Map::new();
    document.insert("identityProvider".to_owned(), value);
    document.insert("login".to_owned(), Value::Object(Map::new()));
    let findings = whole_scenario(Value::Object(document));
    let own = findings.into_iter().filter_map(|mut finding| {
        finding.path = finding.path.strip_prefix("/identityProvider")?.to_owned();
        Some(finding)
    });
    own.collect()
}

fn is_identity_provider(value: &Value) -> bool {
    let has = |key: &str| value.get(key).is_some();
    let is_scenario = has("login") || has("logins") || has("users");
    let alone =
        has("identityProvider") && value.as_object().is_some_and(|fields| fields.len() == 1);
    !is_scenario
        && (alone || (!has("identityProvider") && (has("linkingStrategy") || has("oauth2"))))
}

fn scenario(mut value: Value) -> Result<Scenario, Vec<Diagnostic>> {
    let mut problems = schema::validate(&value);
    problems.extend(users::check(&value));
    if !problems.is_empty() {
        return Err(problems);
    }
    let wrapped = unwrap_objects(&mut value);
    let document = Document::from(value);
    let prepared = crate::scenario::prepare(document);
    let mut scenario = prepared.map_err(|problems| within(&wrapped, problems))?;
    scenario.wrapped = wrapped;
    // What a policy means depends on nothing else, and takes longer to find out than the rest.
    let of_policy = policy::of_scenario(&scenario);
    scenario.notes.extend(of_policy);
    add_findings(&mut scenario);
    Ok(scenario)
}

/// Adds what was noticed while reading and what the rules find.
fn add_findings(scenario: &mut Scenario) {
    let noticed = || scenario.notes.iter().cloned();
    let standing = noticed().chain(rules::of_configuration(scenario));
    let standing = ordered(scenario, standing.filter(|finding| !concerns_login(finding)));
    let findings = ordered(scenario, noticed().chain(rules::run(scenario)));
    (scenario.standing, scenario.findings) = (standing, findings);
}

fn concerns_login(finding: &Diagnostic) -> bool {
    matches!(pointer::steps(&finding.path).next().as_deref(), Some("login" | "logins"))
}

/// Findings, most serious first, with pointers as the document has them.
fn ordered(scenario: &Scenario, found: impl Iterator<Item = Diagnostic>) -> Vec<Diagnostic> {
    let mut findings: Vec<Diagnostic> = Vec::new();
    for finding in found {
        let place = findings.partition_point(|other| {
            (other.severity, &other.path, &other.code)
                <= (finding.severity, &finding.path, &finding.code)
        });
        findings.insert(place, finding);
    }
    within(&scenario.wrapped, findings)
}

impl Scenario {
    /// The same scenario under another linking strategy, with what the rules find there.
    #[must_use]
    pub fn with_strategy(&self, strategy: LinkingStrategy) -> Self {
        let mut changed = self.clone();
        changed.setting.identity_provider.linking_strategy = Some(strategy);
        add_findings(&mut changed);
        changed
    }

    /// What is worth saying about another login for this scenario.
    #[must_use]
    pub fn findings_for(&self, attempt: &Attempt) -> Vec<Diagnostic> {
        let mut findings = ordered(self, rules::of_login(self, attempt).into_iter());
        findings.extend(self.standing.iter().cloned());
        findings
    }

    /// Reads another login for this scenario, given as JSON text of a scenario's `login`.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with the login, with pointers into it.
    pub fn read_login(&self, text: &str) -> Result<Attempt, Vec<Diagnostic>> {
        let login = parse(text).map_err(|problem| vec![problem])?;
        // The schema describes whole scenarios, so the login is put into the smallest one.
        let mut frame = Map::new();
        frame.insert("identityProvider".to_owned(), Value::Object(Map::new()));
        frame.insert("login".to_owned(), login);
        let mut frame = Value::Object(frame);
        let mut problems = schema::validate(&frame);
        if problems.is_empty() {
            let login = frame.get_mut("login").map(Value::take).unwrap_or_default();
            let login = LoginDocument::from(login);
            let kind = self.setting.identity_provider.provider_type();
            let attempt =
                crate::scenario::attempt(kind, login, &self.directory, "/login", &mut problems);
            if problems.is_empty() {
                return Ok(attempt);
            }
        }
        for problem in &mut problems {
            problem.path = problem.path.strip_prefix("/login").unwrap_or(&problem.path).to_owned();
        }
        Err(placed(problems, text))
    }
}

/// The objects that FusionAuth's API wraps in a key of their own name.
const WRAPPED: [&str; 3] = ["identityProvider", "application", "tenant"];

/// Takes the wrappers off, and says from which keys.
fn unwrap_objects(value: &mut Value) -> Vec<&'static str> {
    let mut unwrapped = Vec::new();
    for key in WRAPPED {
        let Some(slot) = value.get_mut(key) else { continue };
        if let Some(inner) = slot.get_mut(key).filter(|inner| inner.is_object()) {
            *slot = inner.take();
            unwrapped.push(key);
        }
    }
    unwrapped
}

/// Pointers into an object whose wrapper was taken off, as the document has them.
fn within(wrapped: &[&str], mut problems: Vec<Diagnostic>) -> Vec<Diagnostic> {
    for problem in &mut problems {
        let owner = pointer::steps(&problem.path).next().unwrap_or_default();
        if wrapped.contains(&owner.as_str()) {
            problem.path = format!("/{owner}{}", problem.path);
        }
    }
    problems
}

/// The most findings of one document that are shown. Each is looked up in the text, and nobody reads more.
const MOST: usize = 100;

/// The findings with line and column.
fn placed(mut findings: Vec<Diagnostic>, text: &str) -> Vec<Diagnostic> {
    if let Some(more) = findings.len().checked_sub(MOST).filter(|more| *more > 0) {
        findings.truncate(MOST);
        findings.push(
            Diagnostic::info("more-findings", "", format!("{more} more findings are not shown"))
                .help("correct these first, then check again"),
        );
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    for finding in &mut findings {
        if let (None, Some((line, column))) = (finding.line, locate(text, &finding.path)) {
            finding.line = Some(line);
            finding.column = Some(column);
        }
    }
    findings
}
