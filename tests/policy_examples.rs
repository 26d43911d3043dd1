//! The policies in `examples/policies` are clean, and the logins beside them show what every gate and rule does.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a file that cannot be read is a failing test"
)]

use reconcile_kit::model::{Diagnostic, Severity};
use reconcile_kit::policy::{Missing, Policy, Rule, Unlisted, Unusable};
use reconcile_kit::{check, explain};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};

/// Policies in YAML, which the core does not read: the tests of the command line run them.
const IN_YAML: [&str; 1] = ["birth-date-and-locale"];

/// A folder with a policy and the logins that show it.
struct Example {
    name: String,
    folder: PathBuf,
}

impl Example {
    fn all() -> Vec<Self> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/policies");
        let mut folders: Vec<_> = folder
            .read_dir()
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.is_dir())
            .collect();
        folders.sort();
        assert!(folders.len() >= 12, "the examples are gone");
        let name = |path: &PathBuf| path.file_name().unwrap().to_str().unwrap().to_owned();
        folders.into_iter().map(|folder| Self { name: name(&folder), folder }).collect()
    }

    fn in_json() -> impl Iterator<Item = Self> {
        Self::all().into_iter().filter(|example| !IN_YAML.contains(&example.name.as_str()))
    }

    fn policy_text(&self) -> String {
        fs::read_to_string(self.folder.join("policy.json")).unwrap()
    }

    /// The texts of the scenarios, by their files' names.
    fn scenarios(&self) -> Vec<(String, String)> {
        let entries = self.folder.read_dir().unwrap().map(|entry| entry.unwrap().path());
        let mut files: Vec<_> = entries
            .filter(|path| path.extension().is_some_and(|extension| extension == "json"))
            .filter(|path| !path.ends_with("policy.json"))
            .collect();
        files.sort();
        let name = |path: &PathBuf| path.file_stem().unwrap().to_str().unwrap().to_owned();
        files.iter().map(|path| (name(path), fs::read_to_string(path).unwrap())).collect()
    }

    /// A scenario with its policy in it, as the command line hands it to the core.
    fn with_policy(&self, scenario: &str) -> String {
        let mut scenario: Value = serde_json::from_str(scenario).unwrap();
        assert_eq!(scenario["policy"], json!({ "file": "policy.json" }), "{}", self.name);
        scenario["policy"]["document"] = serde_json::from_str(&self.policy_text()).unwrap();
        scenario.to_string()
    }

    /// How gates and rules ended in all its logins: the step's title and what is said of it.
    fn ends(&self) -> Vec<(String, String)> {
        let mut ends = Vec::new();
        for (_, text) in self.scenarios() {
            let scenario = check::read_scenario(&self.with_policy(&text)).unwrap();
            let preview = serde_json::to_value(explain::preview(&scenario, None)).unwrap();
            let logins = preview["logins"].as_array().cloned();
            for outcome in logins.unwrap_or_else(|| vec![preview.clone()]) {
                for step in outcome["trace"].as_array().unwrap() {
                    let text = |key: &str| step[key].as_str().unwrap_or_default().to_owned();
                    ends.push((text("title"), text("detail")));
                }
            }
        }
        ends
    }
}

fn refuses(rule: &Rule) -> bool {
    rule.missing == Missing::Reject
        || rule.unusable == Unusable::Reject
        || rule.table.as_ref().is_some_and(|table| table.unlisted == Unlisted::Reject)
}

#[test]
fn every_policy_is_clean() {
    for example in Example::in_json() {
        let findings = check::check(&example.policy_text());
        let remarks = findings.iter().filter(|finding| finding.severity != Severity::Info);
        assert_eq!(remarks.collect::<Vec<_>>(), [] as [&Diagnostic; 0], "{}", example.name);
    }
}

#[test]
fn every_login_ends_as_it_is_expected_to() {
    for example in Example::in_json() {
        for (file, text) in example.scenarios() {
            let scenario = check::read_scenario(&example.with_policy(&text)).unwrap();
            assert!(scenario.has_expectation(), "{}/{file} expects nothing", example.name);
            let mismatches = explain::verify(&scenario, &explain::preview(&scenario, None));
            assert_eq!(mismatches, [], "{}/{file}", example.name);
            let remarks = scenario.findings.iter().filter(|one| match one.severity {
                Severity::Error => true,
                Severity::Warning => one.code.starts_with("policy-"),
                Severity::Info => false,
            });
            assert_eq!(remarks.collect::<Vec<_>>(), [] as [&_; 0], "{}/{file}", example.name);
        }
    }
}

#[test]
fn every_gate_lets_in_and_refuses_and_every_rule_gives_a_value() {
    for example in Example::in_json() {
        let policy: Policy = check::read_policy(&example.policy_text()).unwrap();
        let ends = example.ends();
        let some = |title: &str, detail: &str| {
            ends.iter().any(|(one, said)| one.starts_with(title) && said.starts_with(detail))
        };
        for gate in &policy.gates {
            let title = format!("gate `{}`", gate.id);
            for end in ["holds", "refuses"] {
                assert!(some(&title, end), "{}: {title} {end}: {ends:?}", example.name);
            }
        }
        for (_, rule) in policy.rules() {
            let title = format!("rule `{}` for", rule.id);
            assert!(some(&title, "gives"), "{}: {title} gives nothing", example.name);
            let refused = some(&title, "refuses");
            assert_eq!(refused, refuses(rule), "{}: {title} refuses", example.name);
        }
    }
}

#[test]
fn a_list_is_made_by_the_rules_that_gave_or_took_something() {
    let examples = Example::all();
    let staff = examples.iter().find(|example| example.name == "staff-by-domain").unwrap();
    let roles_by = |file: &str| {
        let scenarios = staff.scenarios();
        let (_, text) = scenarios.iter().find(|(name, _)| name == file).unwrap();
        let scenario = check::read_scenario(&staff.with_policy(text)).unwrap();
        let preview = serde_json::to_value(explain::preview(&scenario, None)).unwrap();
        let changes = preview["changes"].as_array().unwrap();
        let roles = changes.iter().find(|change| change["path"] == "/registration/roles").unwrap();
        roles["by"]["rule"].as_str().unwrap().to_owned()
    };
    assert_eq!(roles_by("colleague"), "everybody, staff");
    assert_eq!(roles_by("left-the-company"), "everybody, staff, partners");
}

#[test]
fn the_page_lists_every_example_and_each_shows_more_than_one_login() {
    let examples = Example::all();
    let page = examples[0].folder.with_file_name("README.md");
    let page = fs::read_to_string(page).unwrap();
    let rows = page.lines().filter_map(|line| line.strip_prefix("| [")?.split(']').next());
    let mut listed: Vec<&str> = rows.collect();
    listed.sort_unstable();
    let folders: Vec<&str> = examples.iter().map(|example| example.name.as_str()).collect();
    assert_eq!(listed, folders);
    for example in &examples {
        assert!((2..=4).contains(&example.scenarios().len()), "{}", example.name);
    }
}
