//! A Chromium for the browser tests.

use std::env;

use super::is_root;
use crate::{
    failure::{Failure, Result},
    run::{Process, exists, location, say},
};

const NAMES: [&str; 5] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "/usr/bin/chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/// The program to start: `$CHROMIUM`, or one that is installed, or (as root, where there is apt) Debian's.
pub(crate) fn chromium() -> Result<String> {
    if let Ok(named) = env::var("CHROMIUM")
        && !named.is_empty()
    {
        return if exists(&named) {
            Ok(whole_path(&named))
        } else {
            Err(Failure::new(
                format!("`{named}`, which $CHROMIUM names, does not start"),
                "correct or unset CHROMIUM",
            ))
        };
    }
    if let Some(found) = installed() {
        return Ok(found);
    }
    if is_root() && exists("apt-get") {
        install()?;
    }
    installed().ok_or_else(|| {
        Failure::new(
            "there is no Chromium, so the browser tests cannot run",
            "install Chromium or Chrome (Debian: `sudo apt-get install chromium`), or set CHROMIUM to \
             the program's path",
        )
    })
}

/// Ubuntu's `chromium-browser` may be a stub that only asks for a snap, hence the start.
fn installed() -> Option<String> {
    NAMES.iter().find(|name| exists(name)).map(|name| whole_path(name))
}

/// What starts a browser from JavaScript looks for a file and not in PATH.
fn whole_path(name: &str) -> String {
    location(name).display().to_string()
}

fn install() -> Result {
    say("Installing Debian's Chromium, which the browser tests drive (about a minute).");
    let help = "install Chromium or Chrome by hand, or set CHROMIUM to the program's path";
    Process::new("apt-get", "update").or(help).run()?;
    Process::new("apt-get", "install -y --no-install-recommends chromium")
        .env("DEBIAN_FRONTEND", "noninteractive")
        .or(help)
        .run()
}
