//! Replays the seeds, and whatever was found, on stable Rust and without libFuzzer.

use std::fs;
use std::path::Path;

/// Runs `target` over each file below `fuzz/<folder>/<name>`, and says how many there were.
fn replay(folder: &str, name: &str, target: fn(&[u8])) -> usize {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder).join(name);
    let Ok(entries) = fs::read_dir(folder) else { return 0 };
    let files = entries.map(|entry| entry.unwrap().path()).filter(|path| path.is_file());
    files.map(|file| target(&fs::read(file).unwrap())).count()
}

#[test]
fn every_scenario_is_answered() {
    assert!(replay("seeds", "scenario", reconcile_kit_fuzz::scenario) >= 8);
    replay("artifacts", "scenario", reconcile_kit_fuzz::scenario);
}

#[test]
fn every_token_is_answered() {
    assert!(replay("seeds", "jwt", reconcile_kit_fuzz::jwt) >= 8);
    replay("artifacts", "jwt", reconcile_kit_fuzz::jwt);
}

#[test]
fn every_answer_of_an_engine_is_taken() {
    assert!(replay("seeds", "answer", reconcile_kit_fuzz::answer) >= 8);
    replay("artifacts", "answer", reconcile_kit_fuzz::answer);
}

#[test]
fn every_policy_is_answered() {
    assert!(replay("seeds", "policy", reconcile_kit_fuzz::policy) >= 15);
    replay("artifacts", "policy", reconcile_kit_fuzz::policy);
}
