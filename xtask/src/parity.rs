//! `cargo xtask parity`: the embedded engine beside the one that FusionAuth runs.

use std::time::Instant;

use crate::{
    build,
    failure::{Failure, Result},
    run::{Process, say},
    setup,
};

/// Those that FusionAuth has had since 1.35.
const ENGINES: [&str; 3] = ["24.1.2", "23.1.2", "22.3.3"];

/// What is compared beside the pairs: said, run, and what to do when it differs.
const MORE: [(&str, &str, &str); 3] = [
    (
        "Comparing the committed lists of what each engine has with the engines themselves.",
        "tests/parity/realms/write.mjs --check",
        "run `node tests/parity/realms/write.mjs` and read what changed",
    ),
    (
        "Asking both engines what each of these built-ins does.",
        "tests/parity/realms/probe.mjs --check",
        "read what differs above",
    ),
    (
        "Reading users, registrations, links and settings with FusionAuth's own classes.",
        "tests/parity/classes/main.mjs",
        "read what differs above",
    ),
];

/// Installs the engines, and compares as many made-up pairs as `pairs` says.
pub(crate) fn run(pairs: Option<&str>) -> Result {
    let started = Instant::now();
    let pairs = number(pairs)?;
    setup::for_build()?;
    setup::java()?;
    build::run(false)?;
    install()?;

    say("Testing what makes lambdas up and what compares.");
    Process::new("npm", "run --silent test:parity")
        .or("correct the failing test shown above; the command runs these alone")
        .run()?;

    say("Running lambdas in both engines, and comparing the outcomes (one to four minutes).");
    Process::new("node", &format!("tests/parity/main.mjs{pairs}"))
        .or("read the differences above; each stands in a file in target/parity")
        .run()?;

    for (what, command, help) in MORE {
        say(what);
        Process::new("node", command).or(help).run()?;
    }

    say("Testing the engine itself: its limits, its ends, and the commands that use it.");
    Process::new("npm", "run --silent test:graaljs --workspace js")
        .or("correct the failing test shown above; the command runs these alone")
        .run()?;
    println!("\nparity: all the same, in {} s", started.elapsed().as_secs());
    Ok(())
}

/// `--pairs N` as the script takes it; it makes 5,000 without it.
fn number(pairs: Option<&str>) -> Result<String> {
    let Some(given) = pairs else { return Ok(String::new()) };
    given.parse::<u32>().map(|number| format!(" --pairs {number}")).map_err(|_| {
        Failure::new(format!("`--pairs {given}` is no number"), "write it as `--pairs 20000`")
    })
}

fn install() -> Result {
    say("Installing the engines that FusionAuth has had, with Maven (60 MB each, once).");
    for version in ENGINES {
        Process::new("node", &format!("js/dist/cli.js engine install graaljs --version {version}"))
            .or("check the network, and that Maven reaches its repository")
            .run()?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

    use super::number;

    #[test]
    fn a_number_of_pairs_is_passed_on() {
        assert_eq!(number(None).unwrap(), "");
        assert_eq!(number(Some("20000")).unwrap(), " --pairs 20000");
        let failure = number(Some("many")).unwrap_err().to_string();
        assert!(failure.contains("`--pairs many`") && failure.contains("20000"), "{failure}");
    }
}
