//! Every case gives the outcome that is committed for it, and the one that its source asks for.
//!
//! `tests/cases/README.md` says what a case is. `RECONCILE_KIT_UPDATE=1` writes the outcomes anew.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a case that cannot be read is a failing test"
)]

#[path = "support/case.rs"]
mod case;
#[path = "support/difference.rs"]
mod difference;
#[path = "support/scripted.rs"]
mod scripted;

use case::Case;
use reconcile_kit::explain::{self, MetAssumption, Preview};
use reconcile_kit::model::Assumption;
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;

/// The rows of the decision table.
const ROWS: std::ops::RangeInclusive<u8> = 1..=44;

#[test]
fn every_case_gives_the_outcome_that_is_committed() {
    let update = std::env::var_os("RECONCILE_KIT_UPDATE").is_some();
    let cases = Case::all();
    let mut failures = Vec::new();
    for case in &cases {
        let preview = case.preview(&case.scenario());
        let text = serde_json::to_string_pretty(&preview).unwrap() + "\n";
        if update {
            fs::write(case.outcome_file(), text).unwrap();
            continue;
        }
        match fs::read_to_string(case.outcome_file()) {
            Ok(committed) if committed == text => {}
            Ok(committed) => failures.push(differs(&case.file, &committed, &text)),
            Err(error) => failures.push(format!("{}: no outcome: {error}", case.file)),
        }
    }
    report(&failures, cases.len());
}

/// Where two outcomes differ, in words.
fn differs(file: &str, committed: &str, found: &str) -> String {
    let values = [committed, found].map(|text| serde_json::from_str(text).unwrap_or(Value::Null));
    let [committed, found] = values;
    let mut lines = difference::lines(&committed, &found);
    if lines.is_empty() {
        lines.push("  the texts differ, the values do not".to_owned());
    }
    format!("{file}:\n{}", lines.join("\n"))
}

#[test]
fn every_case_meets_its_expectation() {
    let cases = Case::all();
    let mut failures = Vec::new();
    for case in &cases {
        let scenario = case.scenario();
        if !scenario.has_expectation() {
            failures.push(format!("{}: expects nothing", case.file));
        }
        let mismatches = explain::verify(&scenario, &case.preview(&scenario));
        let lines: Vec<_> = mismatches
            .iter()
            .map(|mismatch| {
                let found = mismatch.found.as_ref().map_or("nothing".to_owned(), Value::to_string);
                format!("  {}: expected {}, found {found}", mismatch.path, mismatch.expected)
            })
            .collect();
        if !lines.is_empty() {
            failures.push(format!("{}:\n{}", case.file, lines.join("\n")));
        }
    }
    report(&failures, cases.len());
}

/// Fails with every failure in full.
fn report(failures: &[String], cases: usize) {
    let count = failures.len();
    assert!(failures.is_empty(), "{count} of {cases} cases fail\n{}", failures.join("\n"));
}

#[test]
fn every_row_of_the_decision_table_has_a_case() {
    let rows: BTreeSet<u8> = Case::all().iter().filter_map(|case| case.row).collect();
    assert_eq!(rows.into_iter().collect::<Vec<_>>(), ROWS.collect::<Vec<_>>());
}

#[test]
fn every_case_is_named_after_its_row_and_names_its_source() {
    for case in Case::all() {
        let named = case.file.strip_prefix("row-").and_then(|rest| rest.get(..2));
        assert_eq!(named.and_then(|row| row.parse().ok()), case.row, "{}", case.file);
        for text in [&case.name, &case.source] {
            assert!(text.len() > 10, "{}: `{text}` says too little", case.file);
        }
    }
}

#[test]
fn every_outcome_belongs_to_a_case() {
    assert_eq!(case::names("outcomes"), case::names("cases"));
}

/// Whatever such an assumption decides is the last thing decided, so it always changes the outcome.
const ALWAYS_DECISIVE: [Assumption; 5] = [
    Assumption::UnknownRole,
    Assumption::LinkLimitOnAutomaticLink,
    Assumption::InactiveUser,
    Assumption::LambdaResultConversion,
    Assumption::LoginValidationDenial,
];

#[test]
fn every_assumption_is_decisive_in_one_case_and_not_in_another() {
    let met: BTreeSet<(String, bool)> = Case::all()
        .iter()
        .flat_map(|case| met(case.preview(&case.scenario())))
        .map(|met| (met.id, met.decisive))
        .collect();
    // Only a lambda in a JavaScript engine can call `console.warn`.
    for assumption in Assumption::ALL.iter().filter(|other| **other != Assumption::ConsoleWarn) {
        let id = assumption.id();
        assert!(met.contains(&(id.to_owned(), true)), "`{id}` is decisive in no case");
        let is_always = ALWAYS_DECISIVE.contains(assumption);
        let is_not_once = met.contains(&(id.to_owned(), false));
        assert_eq!(is_not_once, !is_always, "`{id}` is met without being decisive");
    }
}

fn met(preview: Preview) -> Vec<MetAssumption> {
    match preview {
        Preview::One(outcome) => outcome.assumptions,
        Preview::Several(several) => {
            several.logins.into_iter().flat_map(|outcome| outcome.assumptions).collect()
        }
    }
}

#[test]
fn every_choice_of_an_assumption_is_tried() {
    let mut tried = BTreeSet::new();
    for case in Case::all() {
        for met in met(case.preview(&case.scenario())) {
            tried.insert((met.id, met.value));
        }
    }
    for assumption in Assumption::ALL.iter().filter(|other| **other != Assumption::ConsoleWarn) {
        for choice in assumption.choices() {
            let pair = (assumption.id().to_owned(), (*choice).to_owned());
            assert!(tried.contains(&pair), "no case runs with `{}` = `{choice}`", assumption.id());
        }
    }
}

/// The versions that a scenario of several features is run under.
const VERSIONS: [&str; 6] = ["1.28", "1.31", "1.37", "1.48", "1.64", "1.65"];

#[test]
fn one_scenario_leads_elsewhere_under_each_version() {
    let cases = Case::all();
    let mut scenarios = BTreeSet::new();
    let mut outcomes = BTreeSet::new();
    for version in VERSIONS {
        let file = format!("version-guide-{version}");
        let case = cases.iter().find(|case| case.file == file).unwrap();
        scenarios.insert(case.without("fusionauth").to_string());
        outcomes.insert(endings(case.preview(&case.scenario())));
    }
    assert_eq!(scenarios.len(), 1, "the scenarios differ in more than the version");
    assert_eq!(outcomes.len(), VERSIONS.len(), "two versions lead to the same");
}

/// What several logins led to, without the reasons, which may name the version.
fn endings(preview: Preview) -> String {
    let Preview::Several(mut several) = preview else { panic!("one login") };
    for outcome in &mut several.logins {
        outcome.trace.clear();
        outcome.diagnostics.clear();
    }
    serde_json::to_string(&several).unwrap()
}
