//! `cargo xtask hosts`: the packed tarball in every host that it is for.

use std::path::Path;

use crate::{
    build,
    failure::Result,
    run::{Process, say},
    setup,
};

/// Builds, then asks every host, or those whose name contains `only`. The bundlers and runtimes that are needed for this
/// alone are installed by the script, once.
pub(crate) fn run(only: Option<&str>) -> Result {
    build::run(false)?;
    let chromium = setup::chromium()?;
    say("Asking every host the same questions of the packed tarball (five to ten minutes).");
    let asked = Process::new("node", "tests/hosts/run.mjs");
    only.iter()
        .fold(asked, |asked, name| asked.arg(Path::new(name)))
        .env("CHROMIUM", &chromium)
        .or("read which answer differs above; `cargo xtask hosts --only NAME` asks one host again, and KEEP_HOSTS=1 \
             keeps what it was asked with")
        .run()
}
