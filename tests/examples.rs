//! The examples show what they say they show.
#![expect(clippy::unwrap_used, reason = "a file that cannot be read is a failing test")]

use reconcile_kit::{check, explain, model::Severity};
use std::path::{Path, PathBuf};

fn examples() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/cognito");
    let mut files: Vec<_> = folder.read_dir().unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert!(files.len() >= 7, "the examples are gone");
    files
}

#[test]
fn every_example_gives_the_outcome_it_expects() {
    for file in examples() {
        let text = std::fs::read_to_string(&file).unwrap();
        let scenario = check::read_scenario(&text).unwrap();
        assert!(scenario.has_expectation(), "{} expects nothing", file.display());
        let mismatches = explain::verify(&scenario, &explain::preview(&scenario, None));
        assert_eq!(mismatches, [], "{}", file.display());
    }
}

#[test]
fn no_example_has_an_error() {
    for file in examples() {
        let text = std::fs::read_to_string(&file).unwrap();
        let errors: Vec<_> = check::check(&text)
            .into_iter()
            .filter(|finding| finding.severity == Severity::Error)
            .collect();
        assert_eq!(errors, [], "{}", file.display());
    }
}
