//! The two packages: npm's tarball and the crate.

use std::{fs, path::Path};

use crate::{
    failure::{Failure, Result},
    run::{Process, say},
    setup,
};

/// Makes the tarball, and says what it is. That it can be installed and used is what the package's tests show.
pub(super) fn tarball() -> Result<String> {
    say("Packing the npm package.");
    let directory = setup::target_directory()?.join("package");
    make(&directory)?;
    let name = Process::new("npm", "pack --silent --workspace js --pack-destination")
        .arg(&directory)
        .or("read what npm says above")
        .output()?;
    describe(&directory.join(name.lines().last().unwrap_or_default()))
}

/// Compiles the crate from its packaged form, as publishing does before it uploads, and keeps what was packaged.
pub(super) fn krate(version: &str) -> Result<String> {
    say("Packaging the crate, and compiling it from its packaged form (a minute).");
    Process::new("cargo", "publish --dry-run --locked --package reconcile-kit")
        .or("if a file is missing in it, add it to `include` in Cargo.toml")
        .run()?;
    // Publishing removes what it would have uploaded.
    Process::new("cargo", "package --quiet --no-verify --locked --package reconcile-kit").run()?;
    let file = format!("reconcile-kit-{version}.crate");
    describe(&setup::target_directory()?.join("package").join(file))
}

fn make(directory: &Path) -> Result {
    fs::create_dir_all(directory).map_err(|error| {
        Failure::new(
            format!("cannot make `{}`: {error}", directory.display()),
            "set CARGO_TARGET_DIR to a directory that can be written",
        )
    })
}

/// Its path, its size, and its hash.
fn describe(file: &Path) -> Result<String> {
    let size = fs::metadata(file).map(|metadata| metadata.len()).map_err(|error| {
        Failure::new(
            format!("`{}` was not made: {error}", file.display()),
            "read what npm or Cargo say above",
        )
    })?;
    Ok(format!("{} ({} KB, SHA-256 {})", file.display(), size / 1024, setup::sha256(file)?))
}
