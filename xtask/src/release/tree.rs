//! What is published is what is committed.

use crate::{
    failure::{Failure, Result},
    run::Process,
};

/// Whether everything is committed.
pub(super) fn clean() -> Result {
    let changed = Process::new("git", "status --porcelain")
        .or("run this in a clone of the repository")
        .output()?;
    if changed.is_empty() {
        return Ok(());
    }
    let files: Vec<_> = changed.lines().map(|line| line.get(2..).unwrap_or(line).trim()).collect();
    let shown = files.iter().take(5).copied().collect::<Vec<_>>().join("`, `");
    let more = if files.len() > 5 { " and others" } else { "" };
    Err(Failure::new(
        format!("not everything is committed: `{shown}`{more}"),
        "commit or stash it, so that what is published can be found again",
    ))
}
