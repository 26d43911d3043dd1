//! One version, in every file that names it.

use std::fs;

use crate::failure::{Failure, Result};

/// A file, and what stands before the version in it, piece after piece.
struct Place {
    file: &'static str,
    before: &'static [&'static str],
}

const fn place(file: &'static str, before: &'static [&'static str]) -> Place {
    Place { file, before }
}

/// Where everything else takes the version from.
const SOURCE: Place = place("Cargo.toml", &["[workspace.package]", "\nversion = \""]);

const COPIES: [Place; 12] = [
    place("Cargo.lock", &["name = \"reconcile-kit\"\n", "version = \""]),
    place("Cargo.lock", &["name = \"xtask\"\n", "version = \""]),
    place("fuzz/Cargo.lock", &["name = \"reconcile-kit\"\n", "version = \""]),
    place("js/package.json", &["\"version\": \""]),
    place("package-lock.json", &["\"js\": {", "\"version\": \""]),
    place("www/package.json", DEPENDS),
    place("benches/peers/package.json", DEPENDS),
    place("examples/runtimes/aws-lambda/package.json", DEPENDS),
    place("examples/runtimes/cloudflare-worker/package.json", DEPENDS),
    place("examples/testing/jest/package.json", DEPENDS),
    place("examples/testing/node-test/package.json", DEPENDS),
    place("examples/testing/vitest/package.json", DEPENDS),
];

/// The line of a project that uses the package.
const DEPENDS: &[&str] = &["\"reconcile-kit\": \""];

/// The version that is going to be released.
pub(super) fn version() -> Result<String> {
    read(&SOURCE)
}

/// A finding for each file that names another version.
pub(super) fn differences(version: &str) -> Result<Vec<Failure>> {
    let mut findings = Vec::new();
    for copy in &COPIES {
        let found = read(copy)?;
        if found != version {
            findings.push(Failure::new(
                format!("`{}` names version `{found}`, and `{}` `{version}`", copy.file, SOURCE.file),
                "write the same version into both, then run `cargo check`, `cargo check --manifest-path \
                 fuzz/Cargo.toml` and `npm install --package-lock-only` for the lock files",
            ));
        }
    }
    Ok(findings)
}

fn read(place: &Place) -> Result<String> {
    let Place { file, before } = place;
    let text = fs::read_to_string(file).map_err(|error| {
        Failure::new(
            format!("cannot read `{file}`: {error}"),
            format!("restore it with `git checkout {file}`"),
        )
    })?;
    version_in(&text, before).map(str::to_owned).ok_or_else(|| {
        Failure::new(
            format!("`{file}` has no version behind `{}`", before.join("…").escape_debug()),
            "name it there, or change the list in xtask/src/release/versions.rs",
        )
    })
}

/// What stands in quotation marks behind the pieces, which follow each other in `text`.
fn version_in<'text>(text: &'text str, before: &[&str]) -> Option<&'text str> {
    let rest = before
        .iter()
        .try_fold(text, |rest, piece| rest.split_once(piece).map(|(_, behind)| behind))?;
    rest.split_once('"').map(|(version, _)| version)
}

#[cfg(test)]
mod tests {
    use super::{COPIES, DEPENDS, version_in};

    #[test]
    fn reads_the_version_behind_all_pieces() {
        let manifest = "[package]\nversion = \"9.9.9\"\n[workspace.package]\nlicense = \"MIT\"\nversion = \"0.1.0\"\n";
        assert_eq!(version_in(manifest, &["[workspace.package]", "\nversion = \""]), Some("0.1.0"));
        let lock = "name = \"reconcile-kit-fuzz\"\nversion = \"0.0.0\"\nname = \"reconcile-kit\"\nversion = \"1.2.3\"";
        let before = COPIES.first().map_or(DEPENDS, |place| place.before);
        assert_eq!(version_in(lock, before), Some("1.2.3"));
    }

    #[test]
    fn says_when_there_is_none() {
        assert_eq!(version_in("{ \"name\": \"a\" }", DEPENDS), None);
        assert_eq!(version_in("\"reconcile-kit\": \"0.1.0", DEPENDS), None);
    }
}
