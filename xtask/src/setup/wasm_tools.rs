//! wasm-pack, and the wasm-bindgen that fits the crate.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use crate::{
    failure::{Failure, Result},
    run::{Process, say},
};

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
        directories.push(cached(&Tool { krate: "wasm-pack", version: WASM_PACK, why })?);
    }
    if version_of(Path::new("wasm-bindgen")).as_deref() != Some(&wasm_bindgen) {
        let why = "It must be of the very version of the crate";
        directories.push(cached(&Tool { krate: "wasm-bindgen-cli", version: &wasm_bindgen, why })?);
    }
    Ok(WasmTools { directories })
}

/// A program that crates.io has and this machine has not.
struct Tool<'a> {
    krate: &'a str,
    version: &'a str,
    why: &'a str,
}

impl Tool<'_> {
    /// `wasm-bindgen-cli` brings a program named `wasm-bindgen`.
    fn program(&self) -> &str {
        self.krate.trim_end_matches("-cli")
    }
}

/// The directory of the tool in the cache, installed into it if it is not there.
fn cached(tool: &Tool<'_>) -> Result<PathBuf> {
    let program = tool.program();
    let root = cache()?.join(format!("{program}-{}", tool.version));
    let bin = root.join("bin");
    if version_of(&bin.join(program)).as_deref() == Some(tool.version) {
        return Ok(bin);
    }
    say(&format!(
        "Installing {program} {} into {}. {}. Once, one to three minutes.",
        tool.version,
        root.display(),
        tool.why
    ));
    fs::create_dir_all(&root).map_err(|error| {
        Failure::new(
            format!("cannot make `{}`: {error}", root.display()),
            "set XDG_CACHE_HOME to a directory that can be written",
        )
    })?;
    install(tool, &root)?;
    Ok(bin)
}

fn install(tool: &Tool<'_>, root: &Path) -> Result {
    // Not `--locked`: the lock file inside wasm-bindgen-cli 0.2.130 names a version that was never published.
    // Unoptimised and without debug information, because it runs for a second and compiles for minutes.
    let Tool { krate, version, .. } = tool;
    Process::new("cargo", &format!("install {krate} --version {version} --debug --root"))
        .arg(root)
        .env("CARGO_PROFILE_DEV_DEBUG", "0")
        // Neither this repository's settings nor its build directory are the tool's business.
        .directory(root)
        .without_env("CARGO_TARGET_DIR")
        .without_env("CARGO_BUILD_TARGET")
        // Otherwise Cargo advises to add the directory to PATH, which nobody has to.
        .path_first(&[root.join("bin")])?
        .or(&format!(
            "check the network, or install {} {version} yourself and put it on PATH",
            tool.program()
        ))
        .run()
}

/// `$XDG_CACHE_HOME/reconcile-kit` or `~/.cache/reconcile-kit`.
fn cache() -> Result<PathBuf> {
    let named = env::var_os("XDG_CACHE_HOME").map(PathBuf::from).filter(|path| path.is_absolute());
    named
        .or_else(|| env::home_dir().map(|home| home.join(".cache")))
        .map(|cache| cache.join("reconcile-kit"))
        .ok_or_else(|| {
            Failure::new("there is no home directory", "set XDG_CACHE_HOME to an absolute path")
        })
}

fn wasm_pack_on_path() -> bool {
    version_of(Path::new("wasm-pack"))
        .and_then(|version| major_minor(&version))
        .is_some_and(|version| version >= OLDEST_WASM_PACK)
}

/// The version that `program --version` prints, which is its second word.
fn version_of(program: &Path) -> Option<String> {
    let printed = Process::new(program.to_str()?, "--version").output().ok()?;
    printed.split_whitespace().nth(1).map(str::to_owned)
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
    use super::{Tool, locked_version, major_minor};

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

    #[test]
    fn a_command_line_crate_brings_the_program_without_its_suffix() {
        let tool = Tool { krate: "wasm-bindgen-cli", version: "0.2.130", why: "" };
        assert_eq!(tool.program(), "wasm-bindgen");
    }
}
