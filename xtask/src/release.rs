//! `cargo xtask release --dry-run`: what would be published is made, and everything is looked at that could stand in
//! its way. Publishing itself is the business of a workflow, which first runs this.

mod changelog;
mod crates;
mod npm;
mod packages;
mod reproducible;
mod tree;
mod versions;

use std::time::Instant;

use crate::{
    build, docs,
    failure::{Failure, Result},
    run::say,
    setup,
};

/// What was looked at so far.
#[derive(Default)]
struct Report {
    findings: Vec<Failure>,
    /// What could not be asked, because a registry or a database does not answer here.
    unanswered: Vec<String>,
}

impl Report {
    /// Keeps a failure as a finding, so that the rest is looked at too.
    fn look<T>(&mut self, result: Result<T>) -> Option<T> {
        result.map_err(|failure| self.findings.push(failure)).ok()
    }

    fn has_findings(&self) -> bool {
        !self.findings.is_empty()
    }

    /// Says that something was not checked, and why.
    fn not_answered(&mut self, what: String) {
        eprintln!("    NOT CHECKED: {what}");
        self.unanswered.push(what);
    }

    fn end(self) -> Result<Vec<String>> {
        if self.findings.is_empty() {
            return Ok(self.unanswered);
        }
        for finding in &self.findings {
            eprintln!("\n{finding}");
        }
        let number = self.findings.len();
        let findings = if number == 1 { "is a finding" } else { "are findings" };
        Err(Failure::new(
            format!("there {findings} ({number}, shown above), so this cannot be published"),
            "correct what is shown, commit it, and run `cargo xtask release --dry-run` again",
        ))
    }
}

/// Makes and checks a release with `--dry-run`; says what to do without.
pub(crate) fn run(dry_run: bool) -> Result {
    let version = versions::version()?;
    if !dry_run {
        return Err(Failure::new(
            "nobody publishes from a machine of their own",
            format!(
                "run `cargo xtask release --dry-run`, then `git tag v{version}` and `git push origin v{version}`: \
                 the workflow `.github/workflows/publish.yml` publishes what is tagged"
            ),
        ));
    }
    let started = Instant::now();
    let mut report = Report::default();
    report.look(tree::clean());
    report.findings.extend(versions::differences(&version)?);
    report.look(changelog::has_entry(&version));
    setup::node()?;
    crates::check(&mut report)?;
    npm::check(&mut report)?;
    if report.has_findings() {
        // What follows takes minutes, and would be done again anyway.
        return report.end().map(drop);
    }
    build::run(false)?;
    report.look(npm::licences());
    report.look(docs::run());
    report.look(reproducible::check());
    let tarball = report.look(packages::tarball());
    let krate = report.look(packages::krate(&version));
    let unanswered = report.end()?;
    println!(
        "\nrelease {version}: everything is as it should be, in {} s",
        started.elapsed().as_secs()
    );
    for package in [tarball, krate].into_iter().flatten() {
        println!("  {package}");
    }
    for what in unanswered {
        println!("  NOT CHECKED: {what}");
    }
    Ok(())
}

/// What takes no time: versions and changelog.
pub(crate) fn quick() -> Result {
    say("Comparing the versions in manifests, lock files and changelog.");
    let version = versions::version()?;
    let mut report = Report { findings: versions::differences(&version)?, ..Report::default() };
    report.look(changelog::has_entry(&version));
    report.end().map(drop)
}
