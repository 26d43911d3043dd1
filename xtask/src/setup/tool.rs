//! Programs from crates.io that this machine may lack, kept in a cache.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use crate::{
    failure::{Failure, Result},
    run::{Process, say},
};

/// A program that crates.io has and this machine may lack.
pub(super) struct Tool<'a> {
    pub(super) krate: &'a str,
    pub(super) version: &'a str,
    /// What it is for, as a sentence without its end.
    pub(super) why: &'a str,
    /// Whether the lock file inside the crate is one that can be built.
    pub(super) locked: bool,
}

impl Tool<'_> {
    /// `wasm-bindgen-cli` brings a program named `wasm-bindgen`.
    fn program(&self) -> &str {
        self.krate.trim_end_matches("-cli")
    }

    /// The directory of the tool in the cache, installed into it if it is not there.
    pub(super) fn cached(&self) -> Result<PathBuf> {
        let program = self.program();
        let root = cache()?.join(format!("{program}-{}", self.version));
        let bin = root.join("bin");
        if version_of(&bin.join(program)).as_deref() == Some(self.version) {
            return Ok(bin);
        }
        say(&format!(
            "Installing {program} {} into {}. {}. Once, one to three minutes.",
            self.version,
            root.display(),
            self.why
        ));
        fs::create_dir_all(&root).map_err(|error| {
            Failure::new(
                format!("cannot make `{}`: {error}", root.display()),
                "set XDG_CACHE_HOME to a directory that can be written",
            )
        })?;
        self.install(&root)?;
        Ok(bin)
    }

    fn install(&self, root: &Path) -> Result {
        // Unoptimised and without debug information, because it runs for a second and compiles for minutes.
        let Self { krate, version, .. } = self;
        let locked = if self.locked { "--locked " } else { "" };
        let words = format!("install {krate} --version {version} {locked}--debug --root");
        Process::new("cargo", &words)
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
                self.program()
            ))
            .run()
    }
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

/// The version that `program --version` prints, which is its second word.
pub(super) fn version_of(program: &Path) -> Option<String> {
    let printed = Process::new(program.to_str()?, "--version").output().ok()?;
    printed.split_whitespace().nth(1).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::Tool;

    #[test]
    fn a_command_line_crate_brings_the_program_without_its_suffix() {
        let tool = Tool { krate: "wasm-bindgen-cli", version: "0.2.130", why: "", locked: false };
        assert_eq!(tool.program(), "wasm-bindgen");
    }
}
