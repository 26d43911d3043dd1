//! Starting processes, with an echo that can be copied into a terminal.

use std::{
    env,
    ffi::OsString,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use crate::failure::{Failure, Result};

/// Says what comes next, why, and how long it takes when that is long.
pub(crate) fn say(step: &str) {
    eprintln!("\n==> {step}");
}

/// A process that is about to run.
pub(crate) struct Process {
    command: Command,
    shown: String,
    program: String,
    help: String,
}

impl Process {
    /// `program` with the words of `arguments`, which are separated by spaces.
    pub(crate) fn new(program: &str, arguments: &str) -> Self {
        let mut command = Command::new(executable(program));
        command.args(arguments.split_whitespace());
        Self {
            command,
            shown: format!("{program} {arguments}").trim_end().to_owned(),
            program: program.to_owned(),
            help: format!("read what `{program}` says above"),
        }
    }

    /// One more argument, which may contain spaces.
    pub(crate) fn arg(mut self, argument: &Path) -> Self {
        self.command.arg(argument);
        let text = argument.display().to_string();
        let quote = if text.contains(char::is_whitespace) { "'" } else { "" };
        self.shown = format!("{} {quote}{text}{quote}", self.shown);
        self
    }

    /// Sets a variable, and shows it.
    pub(crate) fn env(mut self, name: &str, value: &str) -> Self {
        self.command.env(name, value);
        self.shown = format!("{name}={value} {}", self.shown);
        self
    }

    /// Takes a variable away.
    pub(crate) fn without_env(mut self, name: &str) -> Self {
        self.command.env_remove(name);
        self
    }

    /// Looks for programs in `directories` before those of `PATH`.
    pub(crate) fn path_first(mut self, directories: &[PathBuf]) -> Result<Self> {
        self.command.env("PATH", path_with(directories)?);
        Ok(self)
    }

    /// Runs in another directory than the repository's root.
    pub(crate) fn directory(mut self, directory: &Path) -> Self {
        self.command.current_dir(directory);
        self
    }

    /// What to do when the process fails.
    pub(crate) fn or(mut self, help: &str) -> Self {
        help.clone_into(&mut self.help);
        self
    }

    /// Echoes the process, runs it in this terminal and waits for it.
    pub(crate) fn run(mut self) -> Result {
        eprintln!("    $ {}", self.shown);
        let status = self.command.status().map_err(|error| self.not_started(&error))?;
        if status.success() {
            return Ok(());
        }
        let how = status.code().map_or("was ended by a signal".to_owned(), |code| {
            format!("failed with exit code {code}")
        });
        Err(Failure::new(format!("`{}` {how}", self.shown), self.help))
    }

    /// Runs it without an echo, and gives what it printed to standard output.
    pub(crate) fn output(mut self) -> Result<String> {
        let output =
            self.command.stdin(Stdio::null()).output().map_err(|error| self.not_started(&error))?;
        if output.status.success() {
            return Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned());
        }
        let said = String::from_utf8_lossy(&output.stderr);
        Err(Failure::new(format!("`{}` failed: {}", self.shown, said.trim()), self.help))
    }

    /// Echoes it and runs it quietly: whether it succeeded, and all that it printed. For programs that fail to say something.
    pub(crate) fn answer(mut self) -> Result<(bool, String)> {
        eprintln!("    $ {}", self.shown);
        let output =
            self.command.stdin(Stdio::null()).output().map_err(|error| self.not_started(&error))?;
        let all = [output.stdout, output.stderr].concat();
        Ok((output.status.success(), String::from_utf8_lossy(&all).trim().to_owned()))
    }

    /// The same with what it printed to standard error, where Java says its version.
    pub(crate) fn spoken(mut self) -> Result<String> {
        let output =
            self.command.stdin(Stdio::null()).output().map_err(|error| self.not_started(&error))?;
        let all = [output.stderr, output.stdout].concat();
        Ok(String::from_utf8_lossy(&all).trim().to_owned())
    }

    fn not_started(&self, error: &std::io::Error) -> Failure {
        Failure::new(
            format!("`{}` did not start: {error}", self.program),
            format!("install `{0}`, or put the directory of `{0}` on PATH", self.program),
        )
    }
}

/// Whether `program` is there and starts.
pub(crate) fn exists(program: &str) -> bool {
    Process::new(program, "--version").output().is_ok()
}

/// Where `program` is: as it is named, or in a directory of `PATH`.
pub(crate) fn location(program: &str) -> PathBuf {
    let named = PathBuf::from(program);
    if named.components().count() > 1 {
        return named;
    }
    let path = env::var_os("PATH").unwrap_or_default();
    let mut places = env::split_paths(&path).map(|directory| directory.join(program));
    places.find(|place| place.is_file()).unwrap_or(named)
}

/// The Cargo that runs us is the one to go on with; npm is a script on Windows.
fn executable(program: &str) -> OsString {
    match program {
        "cargo" => env::var_os("CARGO").unwrap_or_else(|| program.into()),
        "npm" | "npx" if cfg!(windows) => format!("{program}.cmd").into(),
        _ => program.into(),
    }
}

fn path_with(directories: &[PathBuf]) -> Result<OsString> {
    let before = env::var_os("PATH").unwrap_or_default();
    let all = directories.iter().cloned().chain(env::split_paths(&before));
    env::join_paths(all).map_err(|error| {
        Failure::new(
            format!("cannot extend PATH: {error}"),
            "move the repository to a directory whose name PATH can hold",
        )
    })
}
