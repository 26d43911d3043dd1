//! The npm packages that are used: what is known against them, and their terms.

use super::Report;
use crate::{
    failure::{Failure, Result},
    run::{Process, say},
};

/// Asks the registry about every locked package. The package itself needs none; these build and test it.
pub(super) fn check(report: &mut Report) -> Result {
    say("Asking the npm registry for advisories about the locked packages.");
    let help = "update what is named with `npm update NAME`, or replace it";
    let (is_fine, said) = Process::new("npm", "audit --audit-level=high").or(help).answer()?;
    if is_unanswered(&said) {
        report.not_answered(
            "advisories about npm packages: the registry does not answer `npm audit`".to_owned(),
        );
    } else if !is_fine {
        eprintln!("{said}");
        report.findings.push(Failure::new("there are advisories about npm packages", help));
    }
    Ok(())
}

/// The terms of what is bundled, of what is used as a tool, and whether they are in the package.
pub(super) fn licences() -> Result {
    say("Checking the licences of the npm packages, and what the package says of others' code.");
    Process::new("node", "--test --test-reporter=dot js/test/licences.test.mjs")
        .or("replace the package, or add its terms to the lists in js/test/licences.test.mjs")
        .run()
}

/// npm says this where a registry has no such service, or cannot be reached.
fn is_unanswered(said: &str) -> bool {
    said.contains("audit endpoint returned an error")
}

#[cfg(test)]
mod tests {
    use super::is_unanswered;

    #[test]
    fn tells_a_registry_without_audits_from_an_advisory() {
        assert!(is_unanswered(
            "npm warn audit 405 Method Not Allowed - POST https://registry.npmjs.org/-/npm/v1/security/advisories/bulk\n\
             npm error audit endpoint returned an error"
        ));
        assert!(!is_unanswered(
            "# npm audit report\n\nvite  <8.0.0\nSeverity: high\n1 high severity vulnerability"
        ));
        assert!(!is_unanswered("found 0 vulnerabilities"));
    }
}
