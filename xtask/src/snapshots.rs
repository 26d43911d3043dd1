//! `cargo xtask snapshots`: sizes of the modules and instructions that they execute, against the committed ones.

use std::path::Path;

use crate::{
    build,
    failure::Result,
    run::{Process, say},
};

/// Builds what is not current, then compares. With `RECONCILE_KIT_UPDATE=1` the numbers are written down.
pub(crate) fn run() -> Result {
    build::run(false)?;
    compare()
}

/// Compares what was just built.
pub(crate) fn compare() -> Result {
    let compiler = Process::new("rustc", "--version").output()?;
    say("Counting the instructions that the modules execute (a few seconds).");
    Process::new("node", "benches/counted/compare.mjs")
        .arg(Path::new(&compiler))
        .or("read above what changed; a number that is better is written down too")
        .run()
}
