//! Java, which runs FusionAuth's engine, and Maven, which fetches it.

use std::{env, path::PathBuf};

use super::is_root;
use crate::{
    failure::{Failure, Result},
    run::{Process, exists, say},
};

/// The oldest Java that runs GraalJS.
const OLDEST_JAVA: u32 = 17;

/// Java and Maven: those that are installed, or (as root, where there is apt) Debian's.
pub(crate) fn java() -> Result {
    if missing().is_some() && is_root() && exists("apt-get") {
        install()?;
    }
    match missing() {
        None => Ok(()),
        Some(what) => Err(Failure::new(
            what,
            format!(
                "install Java {OLDEST_JAVA} or newer and Maven (Debian: `sudo apt-get install \
                 default-jdk-headless maven`), or set JAVA_HOME to such a Java"
            ),
        )),
    }
}

/// What there is not, as a sentence.
fn missing() -> Option<String> {
    let Ok(said) = Process::new(&command(), "-version").spoken() else {
        return Some("there is no Java, so FusionAuth's engine cannot run".to_owned());
    };
    if major(&said).is_none_or(|major| major < OLDEST_JAVA) {
        let line = said.lines().next().unwrap_or_default();
        return Some(format!("Java is too old for FusionAuth's engine: {line}"));
    }
    let maven = exists("mvn");
    (!maven).then(|| "there is no Maven, so FusionAuth's engine cannot be fetched".to_owned())
}

/// The Java that `$JAVA_HOME` names, or that on PATH; the package's command looks in the same order.
fn command() -> String {
    let home = env::var_os("JAVA_HOME").filter(|home| !home.is_empty());
    let named = home.map(|home| PathBuf::from(home).join("bin").join("java"));
    let found = named.filter(|java| java.exists() || java.with_extension("exe").exists());
    found.map_or("java".to_owned(), |java| java.display().to_string())
}

fn install() -> Result {
    say("Installing Debian's Java and Maven, which run and fetch FusionAuth's engine (a minute).");
    let help = "install Java 17 or newer and Maven by hand, or set JAVA_HOME to such a Java";
    Process::new("apt-get", "update").or(help).run()?;
    Process::new("apt-get", "install -y --no-install-recommends default-jdk-headless maven")
        .env("DEBIAN_FRONTEND", "noninteractive")
        .or(help)
        .run()
}

/// The `17` of `openjdk version "17.0.15" 2025-04-15`. Java 8 calls itself 1.8.
fn major(said: &str) -> Option<u32> {
    let version = said.split('"').nth(1)?;
    let mut numbers = version.split(|character: char| !character.is_ascii_digit());
    let first: u32 = numbers.next()?.parse().ok()?;
    if first == 1 { numbers.next()?.parse().ok() } else { Some(first) }
}

#[cfg(test)]
mod tests {
    use super::major;

    #[test]
    fn reads_the_major_version() {
        assert_eq!(major("openjdk version \"17.0.15\" 2025-04-15"), Some(17));
        assert_eq!(major("openjdk version \"25\" 2025-09-16"), Some(25));
        assert_eq!(major("openjdk version \"26-ea\" 2026-03-17"), Some(26));
        assert_eq!(major("java version \"1.8.0_402\""), Some(8));
        assert_eq!(major("java: not found"), None);
    }
}
