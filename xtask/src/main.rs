//! `cargo xtask`: what one does with this repository, a command each.
//!
//! Each command is one file, and installs what it needs before it starts ([`setup`]). A failure ends
//! with a sentence that says what to do, and with exit code 1.

mod bench;
mod build;
mod demo;
mod failure;
mod generate;
mod lint;
mod run;
mod setup;
mod size;
mod stamp;
mod test;

use std::{env, path::Path, process::ExitCode};

use failure::{Failure, Result};

/// A command of `cargo xtask`, as `--help` lists it and as the command line selects it.
struct Command {
    name: &'static str,
    /// The one flag that the command knows, if it knows any.
    flag: Option<&'static str>,
    summary: &'static str,
    /// Given whether the flag was set.
    run: fn(bool) -> Result,
}

const COMMANDS: [Command; 8] = [
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
        run: build::run,
    },
    Command {
        name: "test",
        flag: None,
        summary: "every test: Rust, Node.js and the browser",
        run: |_| test::run(),
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
        run: generate::run,
    },
    Command {
        name: "bench",
        flag: None,
        summary: "speed: natively, through the module in Node.js, and beside other engines",
        run: |_| bench::run(),
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

fn read_flag(command: &Command, arguments: &[String]) -> Result<bool> {
    match arguments.iter().find(|argument| Some(argument.as_str()) != command.flag) {
        None => Ok(!arguments.is_empty()),
        Some(unknown) => {
            let known = command.flag.map_or("no argument".to_owned(), |flag| format!("`{flag}`"));
            Err(Failure::new(
                format!("`cargo xtask {}` does not know `{unknown}`", command.name),
                format!("it takes {known}; run `cargo xtask --help` to see the commands"),
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
        assert!(read_flag(build, &words("--fast")).unwrap());
        assert!(!read_flag(build, &[]).unwrap());
        let failure = read_flag(&COMMANDS[0], &words("--fast")).unwrap_err().to_string();
        assert!(failure.contains("no argument"), "{failure}");
    }
}
