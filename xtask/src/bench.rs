//! `cargo xtask bench`: how fast the core is, natively, as a module, and beside other engines.

use crate::{
    build,
    failure::Result,
    run::{Process, say},
};

/// Builds, then measures; close other programs for steady numbers.
pub(crate) fn run() -> Result {
    build::run(false)?;
    say("Measuring the core natively (about a minute, after two to compile the first time).");
    // Only the benches: the library's empty one takes as long to link.
    Process::new("cargo", "bench --bench=*").or("correct the error shown above").run()?;
    say("Measuring the module and the engines in Node.js (two minutes).");
    Process::new("npm", "run --silent bench --workspace js")
        .or("correct the error shown above")
        .run()?;
    say("Comparing policies with other engines in Node.js (a minute and a half).");
    Process::new("npm", "run --silent bench --workspace benches/peers")
        .or("correct the error shown above")
        .run()
}
