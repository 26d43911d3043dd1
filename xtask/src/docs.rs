//! `cargo xtask docs`: the documentation of both APIs, in `docs/` of the target directory.

use std::{
    fs,
    path::{Path, PathBuf},
    time::SystemTime,
};

use crate::{
    failure::{Failure, Result},
    run::{Process, say},
    setup,
};

/// TypeDoc reads TypeScript 6 at most, and the package is built by 7, so it has packages of its own.
const TYPEDOC: &str = "xtask/typedoc";

/// The page that leads to both.
const INDEX: &str = include_str!("docs/index.html");

/// Makes the documentation; a name, a link or a comment that is missing is a failure.
pub(crate) fn run() -> Result {
    let directory = setup::target_directory()?.join("docs");
    if directory.exists() {
        fs::remove_dir_all(&directory).map_err(|error| unwritable(&directory, &error))?;
    }
    fs::create_dir_all(&directory).map_err(|error| unwritable(&directory, &error))?;
    rust(&directory.join("rust"))?;
    typescript()?;
    let index = directory.join("index.html");
    fs::write(&index, INDEX).map_err(|error| unwritable(&index, &error))?;
    println!("\ndocs: {}", index.display());
    Ok(())
}

fn rust(to: &Path) -> Result {
    say("Building the Rust documentation (a few seconds).");
    Process::new("cargo", "doc --package reconcile-kit --no-deps --features schema")
        .env("RUSTDOCFLAGS", "-Dwarnings")
        .or("correct what is shown above")
        .run()?;
    copy(&setup::target_directory()?.join("doc"), to)
}

/// The part about TypeScript, which the linter makes too: TypeDoc finds what has no comment and what is not exported.
pub(crate) fn typescript() -> Result {
    let to = setup::target_directory()?.join("docs/typescript");
    setup::node()?;
    packages()?;
    // The types of the modules' glue are what is built.
    crate::build::bindings()?;
    say("Building the TypeScript documentation (a few seconds).");
    Process::new("npm", "exec --offline -- typedoc --out")
        .arg(&to)
        .directory(Path::new(TYPEDOC))
        .or("write the comment that is missing above, or export the type that is named there")
        .run()
}

/// Installs TypeDoc as it is locked, unless it is there.
fn packages() -> Result {
    let modified = |path: &str| -> Option<SystemTime> {
        fs::metadata(Path::new(TYPEDOC).join(path)).and_then(|file| file.modified()).ok()
    };
    let installed = modified("node_modules/.package-lock.json");
    if installed.is_some() && installed >= modified("package-lock.json") {
        return Ok(());
    }
    say("Installing TypeDoc, with a TypeScript that it can read (a few seconds).");
    Process::new("npm", "ci --ignore-scripts")
        .directory(Path::new(TYPEDOC))
        .or("check the network")
        .run()
}

/// Copies a directory with everything below it.
fn copy(from: &Path, to: &Path) -> Result {
    fs::create_dir_all(to).map_err(|error| unwritable(to, &error))?;
    let entries = fs::read_dir(from).map_err(|error| unwritable(from, &error))?;
    for entry in entries.flatten() {
        let (from, to): (PathBuf, PathBuf) = (entry.path(), to.join(entry.file_name()));
        if from.is_dir() {
            copy(&from, &to)?;
        } else {
            fs::copy(&from, &to).map_err(|error| unwritable(&to, &error))?;
        }
    }
    Ok(())
}

fn unwritable(path: &Path, error: &std::io::Error) -> Failure {
    Failure::new(
        format!("cannot write `{}`: {error}", path.display()),
        "remove it, or set CARGO_TARGET_DIR to a directory that can be written",
    )
}
