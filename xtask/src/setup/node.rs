//! Node.js, npm and the packages of `package-lock.json`.

use std::{fs, path::Path, time::SystemTime};

use crate::{
    failure::{Failure, Result},
    run::{Process, say},
};

/// The oldest Node.js that the npm package supports.
const OLDEST_NODE: u32 = 20;

/// Checks Node.js and npm, and installs the locked packages.
pub(crate) fn node() -> Result {
    let help = format!(
        "install Node.js {OLDEST_NODE} or newer, with npm, from https://nodejs.org/en/download"
    );
    let version = Process::new("node", "--version")
        .output()
        .map_err(|_| Failure::new("there is no Node.js on PATH", &*help))?;
    if major(&version).is_none_or(|major| major < OLDEST_NODE) {
        return Err(Failure::new(format!("Node.js `{version}` is too old"), help));
    }
    Process::new("npm", "--version")
        .output()
        .map_err(|_| Failure::new("there is Node.js, but no npm on PATH", help))?;
    packages()
}

fn packages() -> Result {
    let Some(locked) = modified("package-lock.json") else {
        return Err(Failure::new(
            "`package-lock.json` is missing",
            "restore it with `git checkout package-lock.json`",
        ));
    };
    // npm writes this file last, so an install that was cut short does not pass for a whole one.
    if modified("node_modules/.package-lock.json").is_some_and(|installed| installed >= locked) {
        return Ok(());
    }
    say(
        "Installing the npm packages of package-lock.json: compiler, linter, test tools (about 10 s).",
    );
    Process::new("npm", "ci")
        .or("check the network; if package.json was changed, run `npm install` and commit the lock file")
        .run()
}

fn modified(path: &str) -> Option<SystemTime> {
    fs::metadata(Path::new(path)).and_then(|metadata| metadata.modified()).ok()
}

/// The `20` of `v20.20.2`.
fn major(version: &str) -> Option<u32> {
    version.trim_start_matches('v').split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::major;

    #[test]
    fn reads_the_major_version() {
        assert_eq!(major("v20.20.2"), Some(20));
        assert_eq!(major("v8.0.0-nightly"), Some(8));
        assert_eq!(major("Welcome to Node"), None);
    }
}
