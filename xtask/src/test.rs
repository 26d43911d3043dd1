//! `cargo xtask test`: every test of this repository.

use std::time::Instant;

use crate::{
    build,
    failure::Result,
    run::{Process, say},
    setup, snapshots,
};

/// The projects in `examples/` that have tests of their own.
const EXAMPLES: [&str; 5] = [
    "testing/node-test",
    "testing/vitest",
    "testing/jest",
    "runtimes/aws-lambda",
    "runtimes/cloudflare-worker",
];

/// Runs the Rust tests, builds, and runs the tests of the npm package and of the playground, which drive a browser too,
/// and of the examples.
pub(crate) fn run() -> Result {
    let started = Instant::now();
    // A missing browser fails here, and not after minutes of compiling.
    setup::for_build()?;
    let chromium = setup::chromium()?;

    say("Testing the core and its documentation's examples (one to two minutes the first time).");
    Process::new("cargo", "test --workspace --features schema")
        .without_env("RECONCILE_KIT_UPDATE")
        .or("correct the failing test shown above; `cargo test --features schema NAME` runs one alone")
        .run()?;

    build::run(false)?;
    snapshots::compare()?;

    say("Testing the npm package in Node.js and in Chromium.");
    Process::new("npm", "test --workspace js")
        .env("CHROMIUM", &chromium)
        .or("correct the failing test shown above; `npm test --workspace js` runs these alone")
        .run()?;

    say("Testing the playground: its parts, and its pages in Chromium (a few minutes).");
    Process::new("npm", "test --workspace www")
        .env("CHROMIUM", &chromium)
        .or("correct the failing test shown above; `npm test --workspace www` runs these alone")
        .run()?;

    say("Running the example projects: lambdas tested, and policies on AWS and Cloudflare.");
    for example in EXAMPLES {
        Process::new("npm", &format!("test --workspace examples/{example}"))
            .or("correct the failing test shown above; the command runs it alone")
            .run()?;
    }

    let seconds = started.elapsed().as_secs();
    println!(
        "\ntest: all passed: cargo test, build, npm test, playground, examples in {seconds} s"
    );
    Ok(())
}
