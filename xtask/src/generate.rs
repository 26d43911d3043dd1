//! `cargo xtask generate`: JSON Schemas from the Rust types, TypeScript types from the schemas.

use crate::{
    failure::Result,
    run::{Process, say},
    setup,
};

const RENEW: &str = "run `cargo xtask generate` and commit what it writes";

/// Writes the generated files, or with `check` only compares them.
pub(crate) fn run(check: bool) -> Result {
    setup::node()?;
    if check { compare() } else { write() }
}

fn compare() -> Result {
    say(
        "Checking that schemas/, js/src/generated/ and the tables in docs/ are what the Rust types say.",
    );
    Process::new("cargo", "test --quiet --features schema --test schemas --test docs")
        .without_env("RECONCILE_KIT_UPDATE")
        .or(RENEW)
        .run()?;
    Process::new("npm", "run --silent generate --workspace js -- --check").or(RENEW).run()
}

fn write() -> Result {
    say(
        "Writing schemas/ and the tables in docs/ from the Rust types, then js/src/generated/ from schemas/.",
    );
    Process::new("cargo", "test --quiet --features schema --test schemas --test docs")
        .env("RECONCILE_KIT_UPDATE", "1")
        .or("correct the compiler error or the failing test shown above")
        .run()?;
    Process::new("npm", "run --silent generate --workspace js")
        .or("correct what the generator says above about `schemas/`")
        .run()
}
