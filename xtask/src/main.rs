//! `cargo xtask`: what one does with this repository, a command each.
//!
//! Each command is one file, and installs what it needs before it starts ([`setup`]). A failure ends
//! with a sentence that says what to do, and with exit code 1.

mod bench;
mod build;
mod demo;
mod docs;
mod failure;
mod generate;
mod hosts;
mod lint;
mod parity;
mod release;
mod run;
mod setup;
mod size;
mod snapshots;
mod stamp;
mod test;

use std::{env, path::Path, process::ExitCode};

use failure::{Failure, Result};

/// A command of `cargo xtask`, as `--help` lists it and as the command line selects it.
struct Command {
    name: &'static str,
    /// The one flag that the command knows, if it knows any. With a word behind it, it takes a value.
    flag: Option<&'static str>,
    summary: &'static str,
    /// Given the flag if it was set, or its value if it takes one.
    run: fn(Option<&str>) -> Result,
}

const COMMANDS: [Command; 13] = [
    Command {
        name: "demo",
        flag: None,
        summary: "build, then preview a first Cognito login in the terminal",
        run: |_| demo::run(),
    },
    Command {
        name: "build",
        flag: Some("--fast"),
        summary: "build what is not current of pkg/, js/dist/ and www/dist/; --fast: quick to build, but large and slow",
        run: |fast| build::run(fast.is_some()),
    },
    Command {
        name: "test",
        flag: None,
        summary: "every test: Rust, Node.js and the browser",
        run: |_| test::run(),
    },
    Command {
        name: "parity",
        flag: Some("--pairs N"),
        summary: "run lambdas in the embedded engine and in FusionAuth's, and compare; N made-up ones",
        run: parity::run,
    },
    Command {
        name: "hosts",
        flag: Some("--only NAME"),
        summary: "the packed tarball in every host: Node.js, bundlers, browsers, Deno, Bun, workerd, AWS; or one",
        run: hosts::run,
    },
    Command {
        name: "lint",
        flag: None,
        summary: "formatters, linters, types, documentation, generated files",
        run: |_| lint::run(),
    },
    Command {
        name: "ready",
        flag: None,
        summary: "lint, then test: what continuous integration runs",
        run: |_| lint::run().and_then(|()| test::run()),
    },
    Command {
        name: "generate",
        flag: Some("--check"),
        summary: "write schemas/ and js/src/generated/; --check: only compare",
        run: |check| generate::run(check.is_some()),
    },
    Command {
        name: "docs",
        flag: None,
        summary: "build the documentation of the TypeScript and the Rust API, into target/docs/",
        run: |_| docs::run(),
    },
    Command {
        name: "release",
        flag: Some("--dry-run"),
        summary: "make and check what would be published; a workflow publishes",
        run: |dry_run| release::run(dry_run.is_some()),
    },
    Command {
        name: "bench",
        flag: Some("--documents"),
        summary: "speed: natively, in Node.js and in Chromium, and beside other engines, into the documents; --documents: only write them",
        run: |alone| bench::run(alone.is_some()),
    },
    Command {
        name: "snapshots",
        flag: None,
        summary: "sizes and counted instructions of the modules, against the committed ones",
        run: |_| snapshots::run(),
    },
    Command {
        name: "size",
        flag: None,
        summary: "size of the modules and of a first visit, against their budgets",
        run: |_| size::check(),
    },
];

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match enter_repository().and_then(|()| dispatch(&arguments)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("\n{failure}");
            ExitCode::FAILURE
        }
    }
}

/// Every path in this program is relative to the repository's root.
fn enter_repository() -> Result {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    let root = xtask.parent().unwrap_or(xtask);
    env::set_current_dir(root).map_err(|error| {
        Failure::new(
            format!("cannot enter `{}`: {error}", root.display()),
            "run `cargo xtask` inside the repository, so that it is built again for this place",
        )
    })
}

fn dispatch(arguments: &[String]) -> Result {
    let Some((name, rest)) = arguments.split_first() else {
        print!("{}", help());
        return Ok(());
    };
    if arguments.iter().any(|argument| matches!(argument.as_str(), "--help" | "-h" | "help")) {
        print!("{}", help());
        return Ok(());
    }
    let Some(command) = COMMANDS.iter().find(|command| command.name == name) else {
        return Err(Failure::new(
            format!("there is no command `{name}`"),
            "run `cargo xtask --help` to see the commands",
        ));
    };
    let flag = read_flag(command, rest)?;
    (command.run)(flag)
}

/// The flag as it was given, or its value.
fn read_flag<'a>(command: &Command, arguments: &'a [String]) -> Result<Option<&'a str>> {
    let known = command.flag.and_then(|flag| flag.split(' ').next());
    let takes_value = command.flag.is_some_and(|flag| flag.contains(' '));
    match arguments {
        [] => Ok(None),
        [given] if Some(given.as_str()) == known && !takes_value => Ok(Some(given)),
        [given, value] if Some(given.as_str()) == known && takes_value => Ok(Some(value)),
        [given, rest @ ..] => {
            let is_known = Some(given.as_str()) == known;
            let unknown =
                if is_known && !takes_value { rest.first().unwrap_or(given) } else { given };
            let takes = command.flag.map_or("no argument".to_owned(), |flag| format!("`{flag}`"));
            Err(Failure::new(
                format!("`cargo xtask {}` does not understand `{unknown}`", command.name),
                format!("it takes {takes}; run `cargo xtask --help` to see the commands"),
            ))
        }
    }
}

fn help() -> String {
    let lines = COMMANDS.map(|Command { name, flag, summary, .. }| {
        let call = flag.map_or(name.to_owned(), |flag| format!("{name} [{flag}]"));
        format!("  {call:<20} {summary}\n")
    });
    format!(
        "Usage: cargo xtask COMMAND\n\nEach command first installs whatever it needs that is missing.\n\n{}",
        lines.concat()
    )
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

    use super::*;

    fn words(text: &str) -> Vec<String> {
        text.split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn help_names_every_command() {
        for command in &COMMANDS {
            assert!(help().contains(command.name), "{}", command.name);
        }
    }

    #[test]
    fn an_unknown_command_is_named_and_points_to_help() {
        let failure = dispatch(&words("biuld")).unwrap_err().to_string();
        assert!(failure.contains("`biuld`") && failure.contains("--help"), "{failure}");
    }

    #[test]
    fn a_flag_is_taken_only_by_its_command() {
        let build = COMMANDS.iter().find(|command| command.name == "build").unwrap();
        assert_eq!(read_flag(build, &words("--fast")).unwrap(), Some("--fast"));
        assert_eq!(read_flag(build, &[]).unwrap(), None);
        let twice = read_flag(build, &words("--fast 5")).unwrap_err().to_string();
        assert!(twice.contains("`5`"), "{twice}");
        let failure = read_flag(&COMMANDS[0], &words("--fast")).unwrap_err().to_string();
        assert!(failure.contains("no argument"), "{failure}");
    }

    #[test]
    fn a_flag_may_take_a_value() {
        let parity = COMMANDS.iter().find(|command| command.name == "parity").unwrap();
        assert_eq!(read_flag(parity, &words("--pairs 20000")).unwrap(), Some("20000"));
        let failure = read_flag(parity, &words("--pairs")).unwrap_err().to_string();
        assert!(failure.contains("`--pairs N`"), "{failure}");
    }
}
