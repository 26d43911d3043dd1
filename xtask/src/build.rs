//! `cargo xtask build`: the modules in `pkg/`, the npm package in `js/`, and the playground in `www/`.

use std::{env, fs, path::PathBuf};

use crate::{
    failure::{Failure, Result},
    run::{Process, say},
    setup::{self, WasmTools},
    size,
};

/// wasm-pack would replace this file, which is tracked.
const IGNORE_FILE: &str = "pkg/.gitignore";

/// The small core is called at every login and weighs little, so speed counts. A profile of its own would compile each
/// dependency once more.
const FOR_SPEED: &str = "--config profile.release.package.reconcile-kit.opt-level=3";

/// A page waits for the preview's core before it shows anything, so bytes count. Each dependency is compiled once more
/// for it, and Cargo keeps both.
const FOR_SIZE: &str = "--config profile.release.opt-level=\"z\" \
    --config profile.release.package.serde_json.opt-level=\"z\"";

/// Builds everything; `fast` leaves out optimisation.
pub(crate) fn run(fast: bool) -> Result {
    let tools = setup::for_build()?;
    modules(&tools, fast)?;
    npm_package()?;
    playground()?;
    size::print()
}

/// Builds the modules only if their TypeScript types are missing or older than the bindings in `src/wasm/`.
pub(crate) fn bindings() -> Result {
    let newest = fs::read_dir("src/wasm")
        .into_iter()
        .flatten()
        .filter_map(|file| file.ok()?.metadata().ok()?.modified().ok())
        .max();
    // The preview's module is built last.
    let types = fs::metadata("pkg/preview/reconcile_kit_preview.d.ts");
    let types = types.and_then(|types| types.modified()).ok();
    if types.is_some() && types >= newest { Ok(()) } else { modules(&setup::for_build()?, false) }
}

/// The whole core, the one without simulation that lambdas carry, and the one without policies that a page loads first.
fn modules(tools: &WasmTools, fast: bool) -> Result {
    let (profile, note) = if fast {
        ("--dev", "without optimisation, about a minute the first time")
    } else {
        ("--release", "one to two minutes the first time")
    };
    say(&format!("Compiling the core to WebAssembly, into pkg/ ({note})."));
    let ignore_file = fs::read(IGNORE_FILE);
    let built = module(tools, &format!("{profile} --out-dir pkg"));
    if let Ok(text) = ignore_file {
        fs::write(IGNORE_FILE, text).map_err(|error| {
            Failure::new(
                format!("cannot write `{IGNORE_FILE}`: {error}"),
                "restore it with `git checkout pkg/.gitignore`",
            )
        })?;
    }
    built?;
    say("Compiling the small core that lambdas carry, into pkg/lambda/ (less than a minute).");
    part(tools, profile, "lambda", "policy", FOR_SPEED)?;
    say("Compiling the core of previews, into pkg/preview/ (a minute the first time).");
    part(tools, profile, "preview", "simulation", FOR_SIZE)
}

/// The core with one of its features, in a directory of its own.
fn part(tools: &WasmTools, profile: &str, name: &str, feature: &str, tuning: &str) -> Result {
    let place = format!("--out-dir pkg/{name} --out-name reconcile_kit_{name}");
    let features = format!("--no-default-features --features {feature}");
    module(tools, &format!("{profile} {place} -- {features} {tuning}"))
}

fn module(tools: &WasmTools, options: &str) -> Result {
    // `no-install`: what wasm-pack would download is here already, so a build needs no network.
    let words = format!("build --target web --no-pack --mode no-install {options}");
    Process::new("wasm-pack", &words)
        .path_first(&with_wasm_opt(tools)?)?
        .env("RUSTFLAGS", &without_machine_paths())
        .or("if this is a compiler error, correct it; otherwise remove target/ and try again")
        .run()
}

/// Compiler flags that keep this machine's directories out of the module: a panic's location names its file.
fn without_machine_paths() -> String {
    let cargo_home = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| {
        let home = env::var_os("HOME").or_else(|| env::var_os("USERPROFILE"))?;
        Some(PathBuf::from(home).join(".cargo"))
    });
    let directories = [(cargo_home, "cargo"), (env::current_dir().ok(), "reconcile-kit")];
    let mut flags = env::var("RUSTFLAGS").unwrap_or_default();
    for (directory, name) in directories {
        // RUSTFLAGS is split at blanks, so a directory with one in its name cannot be given.
        let directory = directory.map(|path| path.display().to_string());
        if let Some(directory) = directory.filter(|path| !path.contains(char::is_whitespace)) {
            flags.extend([" --remap-path-prefix=", &directory, "=", name]);
        }
    }
    flags.trim().to_owned()
}

/// wasm-pack leaves out the optimiser without a word where there is none, so this one insists on it.
fn with_wasm_opt(tools: &WasmTools) -> Result<Vec<PathBuf>> {
    let here = env::current_dir().map_err(|error| {
        Failure::new(
            format!("cannot tell the current directory: {error}"),
            "run this inside the repository",
        )
    })?;
    let programs = here.join("node_modules").join(".bin");
    if !programs.join("wasm-opt").exists() {
        return Err(Failure::new(
            "there is no wasm-opt in `node_modules/.bin`",
            "run `npm ci`, which installs it with the package binaryen",
        ));
    }
    let mut directories = tools.directories.clone();
    directories.push(programs);
    Ok(directories)
}

fn npm_package() -> Result {
    say("Bundling the npm package, into js/dist/ (a few seconds).");
    Process::new("npm", "run --silent build --workspace js")
        .or("correct what the TypeScript compiler or the bundler says above")
        .run()?;
    // npm links only programs that exist, and on a fresh clone this one did not when `npm ci` ran.
    Process::new("npm", "rebuild --silent reconcile-kit")
        .or("run `npm ci`, then `cargo xtask build` again")
        .output()
        .map(|_| ())
}

/// The page takes its core from the package, and the package then takes the page.
fn playground() -> Result {
    say(
        "Building the playground, into www/dist/, and putting it into the package (a few seconds).",
    );
    Process::new("npm", "run --silent build --workspace www")
        .or("correct what Vite says above")
        .run()?;
    Process::new("npm", "run --silent playground --workspace js")
        .or("read what js/build/playground.mjs says above")
        .run()
}
