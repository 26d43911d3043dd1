//! Where Cargo builds, and what a file's content is.

use std::path::{Path, PathBuf};

use crate::{
    failure::{Failure, Result},
    run::Process,
};

/// Node.js is here anyway, and has hashes.
const HASH: &str = "console.log(require('node:crypto').createHash('sha256')\
    .update(require('node:fs').readFileSync(process.argv[1])).digest('hex'))";

/// The directory into which Cargo builds this repository.
pub(crate) fn target_directory() -> Result<PathBuf> {
    let metadata = Process::new("cargo", "metadata --no-deps --format-version 1").output()?;
    directory_in(&metadata).ok_or_else(|| {
        Failure::new(
            "`cargo metadata` names no target directory",
            "check that `cargo` on PATH is Cargo",
        )
    })
}

/// The value of `target_directory` in the JSON that Cargo prints.
fn directory_in(metadata: &str) -> Option<PathBuf> {
    let (_, behind) = metadata.split_once("\"target_directory\":\"")?;
    let (text, _) = behind.split_once('"')?;
    Some(PathBuf::from(text.replace("\\\\", "\\")))
}

/// The SHA-256 of a file, in hexadecimal digits.
pub(crate) fn sha256(file: &Path) -> Result<String> {
    Process::new("node", "-e")
        .arg(Path::new(HASH))
        .arg(file)
        .or(&format!("`{}` should be there: run `cargo xtask build`", file.display()))
        .output()
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::directory_in;

    #[test]
    fn reads_the_directory_from_metadata() {
        let metadata = r#"{"packages":[],"target_directory":"C:\\kit\\target","version":1}"#;
        assert_eq!(directory_in(metadata), Some(PathBuf::from("C:\\kit\\target")));
        assert_eq!(directory_in("{}"), None);
    }
}
