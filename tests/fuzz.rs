//! Replays what fuzzing knows on stable Rust and without libFuzzer: seeds, the corpora that long runs left, and whatever
//! was found. `fuzz/README.md` says how to look for more.

#![expect(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "a test may fail loudly, and a fuzz target is one"
)]

use std::fs;
use std::path::{Path, PathBuf};

use base64::Engine;
use base64::prelude::BASE64_STANDARD;

#[expect(
    unreachable_pub,
    reason = "these files are a crate of their own too, which cargo-fuzz builds"
)]
#[path = "../fuzz/src/lib.rs"]
mod targets;

fn below(folder: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz").join(folder)
}

fn files(folder: &str, name: &str) -> Vec<Vec<u8>> {
    let Ok(entries) = fs::read_dir(below(folder).join(name)) else { return Vec::new() };
    let files = entries.map(|entry| entry.unwrap().path()).filter(|path| path.is_file());
    files.map(|file| fs::read(file).unwrap()).collect()
}

fn corpus(name: &str) -> Vec<Vec<u8>> {
    let text = fs::read_to_string(below("corpora").join(format!("{name}.base64"))).unwrap();
    text.lines().map(|line| BASE64_STANDARD.decode(line).unwrap()).collect()
}

/// Runs `target` over every input that is known; there are at least `seeds` and a corpus.
fn replay(name: &str, seeds: usize, target: fn(&[u8])) {
    let (written, left) = (files("seeds", name), corpus(name));
    assert!(written.len() >= seeds && left.len() >= 100, "the inputs for {name} are gone");
    for input in written.iter().chain(&left).chain(&files("artifacts", name)) {
        target(input);
    }
}

#[test]
fn every_scenario_is_answered() {
    replay("scenario", 18, targets::scenario);
}

#[test]
fn every_token_is_answered() {
    replay("jwt", 13, targets::jwt);
}

#[test]
fn every_answer_of_an_engine_is_taken() {
    replay("answer", 10, targets::answer);
}

#[test]
fn every_policy_is_answered() {
    replay("policy", 30, targets::policy);
}
