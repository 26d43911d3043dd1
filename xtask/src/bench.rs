//! `cargo xtask bench`: how fast the core is, natively, as a module, and beside other engines, written into the documents.

use std::{env, fs, path::Path};

use crate::{
    build,
    failure::{Failure, Result},
    run::{Process, say},
    setup,
};

/// Where a run keeps what it measures until it is whole.
const RECORDED: &str = "target/figures.json";

/// Builds and measures everything, then writes benches/results.json and with it the documents; close other programs for
/// steady numbers. With a flag, the documents alone are written anew.
pub(crate) fn run(documents_alone: bool) -> Result {
    if documents_alone {
        return documents("");
    }
    build::run(false)?;
    forget()?;
    native()?;
    in_node()?;
    in_browser()?;
    let compiler = Process::new("rustc", "--version").output()?;
    Process::new("node", "benches/figures/collect.mjs")
        .arg(Path::new(RECORDED))
        .arg(Path::new(&compiler))
        .run()?;
    documents("")
}

/// Checks that every measured number in the documents is the measured one.
pub(crate) fn check_documents() -> Result {
    say("Checking that the figures in the documents are the measured ones.");
    documents("--check")
}

fn documents(flag: &str) -> Result {
    Process::new("node", &format!("benches/figures/documents.mjs {flag}"))
        .or("correct what is named above")
        .run()
}

/// Begins with nothing recorded.
fn forget() -> Result {
    let cannot = |error| {
        Failure::new(
            format!("cannot begin anew in `{RECORDED}`: {error}"),
            "check who may write into target/",
        )
    };
    fs::create_dir_all("target").map_err(cannot)?;
    if Path::new(RECORDED).exists() { fs::remove_file(RECORDED).map_err(cannot) } else { Ok(()) }
}

/// A benchmark that keeps what it measures.
fn measuring(program: &str, arguments: &str) -> Result<Process> {
    let here = env::current_dir().map_err(|error| {
        Failure::new(
            format!("cannot tell the current directory: {error}"),
            "run this inside the repository",
        )
    })?;
    // npm runs a script in the directory of its package.
    let file = here.join(RECORDED).display().to_string();
    Ok(Process::new(program, arguments)
        .env("RECONCILE_KIT_FIGURES", &file)
        .or("correct the error shown above"))
}

fn native() -> Result {
    say("Measuring the core natively (a minute, after some to compile the first time).");
    // Only the benches: the library's empty one takes as long to link.
    Process::new("cargo", "bench --bench=* -- --noplot --warm-up-time 1 --measurement-time 3")
        .or("correct the error shown above")
        .run()?;
    let target = env::var("CARGO_TARGET_DIR").unwrap_or_else(|_| "target".to_owned());
    measuring("node", "benches/figures/native.mjs")?.arg(Path::new(&target)).run()
}

fn in_node() -> Result {
    say("Measuring the module and the engines in Node.js (two minutes).");
    measuring("npm", "run --silent bench --workspace js")?.run()?;
    say("Comparing policies with other engines in Node.js (a minute and a half).");
    measuring("npm", "run --silent bench --workspace benches/peers")?.run()
}

fn in_browser() -> Result {
    let chromium = setup::chromium()?;
    say("Measuring the playground in Chromium (half a minute).");
    for script in ["www/bench/first-load.mjs", "www/bench/latency.mjs"] {
        measuring("node", script)?.env("CHROMIUM", &chromium).run()?;
    }
    Ok(())
}
