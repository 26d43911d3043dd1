//! The modules come out byte for byte the same wherever they are built with one toolchain.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process,
};

use crate::{
    build::{self, MODULES},
    failure::{Failure, Result},
    run::{Process, say},
    setup,
};

/// Builds the modules once more, from a clone in another place and into another target directory, and compares.
pub(super) fn check() -> Result {
    let compiler = Process::new("rustc", "--version").output()?;
    say(&format!(
        "Building the modules once more, elsewhere, to compare them byte for byte ({compiler}; some minutes)."
    ));
    let place = Elsewhere::new()?;
    place.clone_repository()?;
    build::modules_in(&place.repository(), &place.target())?;
    let mut different = Vec::new();
    for module in &MODULES {
        let file = module.wasm();
        let [here, there] = [PathBuf::from(&file), place.repository().join(&file)];
        let [here, there] = [setup::sha256(&here)?, setup::sha256(&there)?];
        println!("{file}: {here}");
        if here != there {
            println!("{file}: {there} elsewhere");
            different.push(file);
        }
    }
    if different.is_empty() {
        return Ok(());
    }
    Err(Failure::new(
        format!("built elsewhere, other bytes come out of `{}`", different.join("`, `")),
        "look for a path in the module with `strings`; flags that take paths out are in xtask/src/build.rs",
    ))
}

/// A directory whose path has another length, which is gone afterwards.
struct Elsewhere(PathBuf);

impl Elsewhere {
    fn new() -> Result<Self> {
        let name = format!("reconcile-kit-built-elsewhere-{}", process::id());
        let place = Self(env::temp_dir().join(name).join("deeper"));
        fs::create_dir_all(&place.0).map_err(|error| {
            Failure::new(
                format!("cannot make `{}`: {error}", place.0.display()),
                "set TMPDIR to a directory that can be written",
            )
        })?;
        Ok(place)
    }

    fn repository(&self) -> PathBuf {
        self.0.join("clone")
    }

    fn target(&self) -> PathBuf {
        self.0.join("target-of-its-own")
    }

    /// What is committed, and nothing else.
    fn clone_repository(&self) -> Result {
        Process::new("git", "clone --quiet --depth 1 --no-local .")
            .arg(&self.repository())
            .or("commit something first: what is compared is what is committed")
            .run()
    }
}

impl Drop for Elsewhere {
    fn drop(&mut self) {
        let outermost = self.0.parent().unwrap_or(Path::new(&self.0));
        if let Err(error) = fs::remove_dir_all(outermost) {
            eprintln!("    `{}` was not removed: {error}", outermost.display());
        }
    }
}
