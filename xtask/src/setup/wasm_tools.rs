//! wasm-pack, and the wasm-bindgen that fits the crate.

use std::{
    fs,
    path::{Path, PathBuf},
};

use super::tool::{Tool, version_of};
use crate::failure::{Failure, Result};

/// Installed where there is none.
const WASM_PACK: &str = "0.15.1";
/// The oldest one on PATH that will do, as (major, minor).
const OLDEST_WASM_PACK: (u32, u32) = (0, 13);

/// Where the tools of a build are.
pub(crate) struct WasmTools {
    /// Directories to put before PATH; empty where PATH has everything.
    pub(crate) directories: Vec<PathBuf>,
}

/// Finds wasm-pack and wasm-bindgen, or installs them into the cache.
pub(super) fn wasm_tools() -> Result<WasmTools> {
    let wasm_bindgen = locked_version(&read_lock_file()?, "wasm-bindgen").ok_or_else(|| {
        Failure::new(
            "`Cargo.lock` does not name wasm-bindgen",
            "run `cargo generate-lockfile` and commit the result",
        )
    })?;
    let mut directories = Vec::new();
    if !wasm_pack_on_path() {
        let why = "It builds the module and its JavaScript";
        let tool = Tool { krate: "wasm-pack", version: WASM_PACK, why, locked: false };
        directories.push(tool.cached()?);
    }
    if version_of(Path::new("wasm-bindgen")).as_deref() != Some(&wasm_bindgen) {
        let why = "It must be of the very version of the crate";
        // The lock file inside wasm-bindgen-cli 0.2.130 names a version that was never published.
        let (krate, locked) = ("wasm-bindgen-cli", false);
        directories.push(Tool { krate, version: &wasm_bindgen, why, locked }.cached()?);
    }
    Ok(WasmTools { directories })
}

fn wasm_pack_on_path() -> bool {
    version_of(Path::new("wasm-pack"))
        .and_then(|version| major_minor(&version))
        .is_some_and(|version| version >= OLDEST_WASM_PACK)
}

fn major_minor(version: &str) -> Option<(u32, u32)> {
    let mut parts = version.split('.').map(str::parse);
    Some((parts.next()?.ok()?, parts.next()?.ok()?))
}

fn read_lock_file() -> Result<String> {
    fs::read_to_string("Cargo.lock").map_err(|error| {
        Failure::new(
            format!("cannot read `Cargo.lock`: {error}"),
            "restore it with `git checkout Cargo.lock`",
        )
    })
}

/// The version of the package `name` in a Cargo.lock, where it follows the name's line.
fn locked_version(lock_file: &str, name: &str) -> Option<String> {
    let name = format!("name = \"{name}\"");
    let mut lines = lock_file.lines().skip_while(|line| *line != name);
    let version = lines.nth(1)?.strip_prefix("version = \"")?;
    Some(version.trim_end_matches('"').to_owned())
}

#[cfg(test)]
mod tests {
    use super::{locked_version, major_minor};

    const LOCK_FILE: &str = r#"
[[package]]
name = "wasm-bindgen-macro"
version = "9.9.9"

[[package]]
name = "wasm-bindgen"
version = "0.2.130"
source = "registry+https://example.com"
"#;

    #[test]
    fn finds_the_locked_version_of_exactly_that_crate() {
        assert_eq!(locked_version(LOCK_FILE, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(locked_version(LOCK_FILE, "wasm"), None);
    }

    #[test]
    fn compares_versions_as_numbers() {
        assert!(major_minor("0.9.1") < major_minor("0.13.0"));
        assert_eq!(major_minor("nonsense"), None);
    }
}
