//! The crates that are used: their terms, where they come from, and what is known against them.

use super::Report;
use crate::{
    failure::Result,
    run::{Process, say},
    setup,
};

/// What cargo-deny says where it cannot fetch the advisories.
const NO_DATABASE: &str = "failed to fetch advisory database";

/// Checks licences, sources and advisories, as `deny.toml` asks.
pub(super) fn check(report: &mut Report) -> Result {
    let tool = setup::cargo_deny()?;
    say("Checking the crates' licences and sources (a few seconds).");
    let words = "--locked --log-level error check --hide-inclusion-graph licenses bans sources";
    let checked = Process::new("cargo-deny", words)
        .path_first(std::slice::from_ref(&tool))?
        .or("replace the crate, or allow in deny.toml what may be allowed, with the reason")
        .run();
    report.look(checked);

    say("Asking the RustSec database about the crates.");
    let help = "update the crate with `cargo update -p NAME`, or say in deny.toml why it does not concern us";
    let (is_fine, said) = Process::new("cargo-deny", "--locked check advisories")
        .path_first(&[tool])?
        .or(help)
        .answer()?;
    if is_unanswered(&said) {
        report.not_answered(
            "advisories about crates: github.com/RustSec/advisory-db cannot be fetched from here"
                .to_owned(),
        );
    } else if !is_fine {
        eprintln!("{said}");
        report
            .findings
            .push(crate::failure::Failure::new("there are advisories about crates", help));
    }
    Ok(())
}

fn is_unanswered(said: &str) -> bool {
    said.contains(NO_DATABASE)
}

#[cfg(test)]
mod tests {
    use super::is_unanswered;

    #[test]
    fn tells_a_missing_database_from_an_advisory() {
        assert!(is_unanswered(
            "2026-11-29 05:53:39 [ERROR] failed to fetch advisory database https://github.com/RustSec/advisory-db"
        ));
        assert!(!is_unanswered("error[vulnerability]: RUSTSEC-2026-0001\nadvisories FAILED"));
    }
}
