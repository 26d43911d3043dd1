//! The scenario's policy, read.

use super::Scenario;
use super::document::PolicySource;
use crate::model::{Diagnostic, shorten};
use crate::policy::{self, Policy};

/// The policy that `source` holds, with pointers into the scenario.
///
/// # Errors
///
/// Everything that makes it unusable, or that its file was not read.
pub(super) fn policy(source: &PolicySource) -> Result<Policy, Vec<Diagnostic>> {
    let (document, file) = match source {
        PolicySource::Here(document) => (document, None),
        PolicySource::File { name, document: Some(document) } => (document, Some(name)),
        PolicySource::File { name, document: None } => return Err(vec![not_read(name)]),
    };
    policy::read(document)
        .map_err(|problems| problems.into_iter().map(|problem| placed(problem, file)).collect())
}

/// A finding about the policy, with its pointer into the scenario and the file that the policy came from.
fn placed(mut finding: Diagnostic, file: Option<&String>) -> Diagnostic {
    let place = if file.is_some() { "/policy/document" } else { "/policy" };
    finding.path = format!("{place}{}", finding.path);
    finding.file = file.cloned();
    finding
}

impl Scenario {
    /// A finding about the policy, with its pointer into the scenario.
    pub(crate) fn in_policy(&self, finding: Diagnostic) -> Diagnostic {
        placed(finding, self.policy_file.as_ref())
    }
}

fn not_read(file: &str) -> Diagnostic {
    let message = format!("the policy's file `{}` was not read", shorten(file));
    Diagnostic::error("policy-not-read", "/policy/file", message)
        .help("put the policy itself into `policy`; the command line reads `file` by itself")
}

#[cfg(test)]
mod tests {
    use crate::check;
    use serde_json::{Value, json};

    fn problems(policy: &Value) -> Vec<(String, String)> {
        let scenario =
            json!({ "identityProvider": { "enabled": true }, "policy": policy, "login": {} });
        let problems = check::read_scenario(&scenario.to_string()).err().unwrap_or_default();
        problems.into_iter().map(|problem| (problem.code, problem.path)).collect()
    }

    #[test]
    fn problems_point_into_the_scenario() {
        let wrong = json!({ "map": { "user.x": "y" } });
        let expected =
            |place: &str| vec![("policy-field-unknown".to_owned(), format!("{place}/map/user.x"))];
        assert_eq!(problems(&wrong), expected("/policy"));
        assert_eq!(
            problems(&json!({ "file": "p.json", "document": wrong })),
            expected("/policy/document")
        );
        let unread = vec![("policy-not-read".to_owned(), "/policy/file".to_owned())];
        assert_eq!(problems(&json!({ "file": "p.json" })), unread);
    }
}
