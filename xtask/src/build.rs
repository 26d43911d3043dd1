//! `cargo xtask build`: the modules in `pkg/`, the npm package in `js/`, and the playground in `www/`.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use crate::{
    failure::{Failure, Result},
    run::{Process, say},
    setup::{self, WasmTools},
    size,
    stamp::{Files, Product},
};

/// wasm-pack would replace this file, which is tracked.
const IGNORE_FILE: &str = "pkg/.gitignore";

/// The small core is called at every login and weighs little, so speed counts. A profile of its own would compile each
/// dependency once more.
const FOR_SPEED: &str = "--no-default-features --features policy \
    --config profile.release.package.reconcile-kit.opt-level=3";

/// A page waits for the preview's core before it shows anything, so bytes count. Each dependency is compiled once more
/// for it, and Cargo keeps both.
const FOR_SIZE: &str = "--no-default-features --features simulation \
    --config profile.release.opt-level=\"z\" \
    --config profile.release.package.serde_json.opt-level=\"z\"";

/// Builds what is not current; `fast` leaves out optimisation.
pub(crate) fn run(fast: bool) -> Result {
    let tools = setup::for_build()?;
    modules(&tools, fast)?;
    npm_package()?;
    playground()?;
    size::print()
}

/// Builds the modules unless they are current, optimised or not: what asks for them wants their TypeScript types.
pub(crate) fn bindings() -> Result {
    let tools = setup::for_build()?;
    let are_current = |fast| {
        let made = MODULES.iter().map(|module| module.product(fast));
        made.collect::<Result<Vec<_>>>().map(|made| made.iter().all(Product::is_current))
    };
    if are_current(true)? { Ok(()) } else { modules(&tools, false) }
}

/// One core, compiled with some of its features.
pub(crate) struct Module {
    /// Its name among the stamps.
    name: &'static str,
    /// Where it goes, and what it is called there.
    directory: &'static str,
    file: &'static str,
    /// What comes behind `--`.
    options: &'static str,
    /// What is said before.
    what: &'static str,
}

/// The whole core, the one without simulation that lambdas carry, and the one without policies that a page loads first.
pub(crate) const MODULES: [Module; 3] = [
    Module {
        name: "module",
        directory: "pkg",
        file: "reconcile_kit",
        options: "",
        what: "the core to WebAssembly",
    },
    Module {
        name: "module-lambda",
        directory: "pkg/lambda",
        file: "reconcile_kit_lambda",
        options: FOR_SPEED,
        what: "the small core that lambdas carry",
    },
    Module {
        name: "module-preview",
        directory: "pkg/preview",
        file: "reconcile_kit_preview",
        options: FOR_SIZE,
        what: "the core of previews",
    },
];

impl Module {
    /// The module's file.
    pub(crate) fn wasm(&self) -> String {
        format!("{}/{}_bg.wasm", self.directory, self.file)
    }

    fn words(&self, fast: bool) -> String {
        let profile = if fast { "--dev" } else { "--release" };
        let Self { directory, file, options, .. } = self;
        let behind = if options.is_empty() { String::new() } else { format!(" -- {options}") };
        format!("{profile} --out-dir {directory} --out-name {file}{behind}")
    }

    fn product(&self, fast: bool) -> Result<Product> {
        let compiler = Process::new("rustc", "-vV").output()?;
        let Self { directory, file, .. } = self;
        let outputs = [".js", ".d.ts", "_bg.wasm", "_bg.wasm.d.ts"];
        Ok(Product {
            name: self.name,
            how: format!("{}\n{}\n{compiler}", self.words(fast), without_machine_paths(&here()?)),
            inputs: Files::of(&[
                "src",
                "schemas",
                "Cargo.toml",
                "Cargo.lock",
                ".cargo",
                // The optimiser.
                "node_modules/binaryen/package.json",
            ]),
            outputs: Files::of(&outputs.map(|ending| format!("{directory}/{file}{ending}"))),
        })
    }
}

fn modules(tools: &WasmTools, fast: bool) -> Result {
    let note = if fast { "without optimisation, a minute" } else { "one to two minutes" };
    for module in &MODULES {
        module.product(fast)?.make(|| {
            say(&format!(
                "Compiling {}, into {}/ ({note} the first time).",
                module.what, module.directory
            ));
            let words = module.words(fast);
            keeping(IGNORE_FILE, || wasm_pack(tools, &words, &here()?)?.run())
        })?;
    }
    Ok(())
}

/// Puts a tracked file back after something has replaced it.
fn keeping(file: &str, make: impl FnOnce() -> Result) -> Result {
    let text = fs::read(file);
    let result = make();
    if let Ok(text) = text {
        fs::write(file, text).map_err(|error| {
            Failure::new(
                format!("cannot write `{file}`: {error}"),
                format!("restore it with `git checkout {file}`"),
            )
        })?;
    }
    result
}

/// Builds the modules of another clone in `repository`, optimised, into a target directory of its own.
pub(crate) fn modules_in(repository: &Path, target: &Path) -> Result {
    let tools = setup::for_build()?;
    for module in &MODULES {
        wasm_pack(&tools, &module.words(false), repository)?
            .directory(repository)
            .env("CARGO_TARGET_DIR", &target.display().to_string())
            .run()?;
    }
    Ok(())
}

fn wasm_pack(tools: &WasmTools, options: &str, repository: &Path) -> Result<Process> {
    // `no-install`: what wasm-pack would download is here already, so a build needs no network.
    let words = format!("build --target web --no-pack --mode no-install {options}");
    let process = Process::new("wasm-pack", &words)
        .path_first(&with_wasm_opt(tools)?)?
        .env("RUSTFLAGS", &without_machine_paths(repository))
        .or("if this is a compiler error, correct it; otherwise remove target/ and try again");
    Ok(process)
}

/// Compiler flags that keep this machine's directories out of the module: a panic's location names its file.
fn without_machine_paths(repository: &Path) -> String {
    let cargo_home = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| {
        let home = env::var_os("HOME").or_else(|| env::var_os("USERPROFILE"))?;
        Some(PathBuf::from(home).join(".cargo"))
    });
    let directories = [(cargo_home, "cargo"), (Some(repository.to_owned()), "reconcile-kit")];
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
    let programs = here()?.join("node_modules").join(".bin");
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

fn here() -> Result<PathBuf> {
    env::current_dir().map_err(|error| {
        Failure::new(
            format!("cannot tell the current directory: {error}"),
            "run this inside the repository",
        )
    })
}

/// What Node.js and the packages are, for what they make.
fn node() -> Result<String> {
    Process::new("node", "--version").output()
}

/// Which packages there are, and the pages, schemas and tools that both parts are made of.
const SHARED: [&str; 6] =
    ["package-lock.json", "node_modules/.package-lock.json", "pkg", "docs", "schemas", "js/build"];

fn npm_package() -> Result {
    let inputs =
        [&SHARED[..], &["js", "Cargo.lock", "README.md", "LICENSE-APACHE", "LICENSE-MIT"]].concat();
    let product = Product {
        name: "npm-package",
        how: node()?,
        inputs: Files::of(&inputs).except(&[
            // What is made, what is copied into the package, and what checks it.
            "js/dist",
            "js/docs",
            "js/schemas",
            "js/README.md",
            "js/LICENSE-APACHE",
            "js/LICENSE-MIT",
            "js/java/target",
            "js/node_modules",
            "js/bench",
            "js/test",
        ]),
        // The playground comes into it afterwards.
        outputs: Files::of(&["js/dist", "js/docs", "js/schemas"]).except(&[PLAYGROUND]),
    };
    product.make(|| {
        say("Bundling the npm package, into js/dist/ (a few seconds).");
        Process::new("npm", "run --silent build --workspace js")
            .or("correct what the TypeScript compiler or the bundler says above")
            .run()?;
        // npm links only programs that exist, and on a fresh clone this one did not when `npm ci` ran.
        Process::new("npm", "rebuild --silent reconcile-kit")
            .or("run `npm ci`, then `cargo xtask build` again")
            .output()
            .map(|_| ())
    })
}

/// Where the package has the page.
const PLAYGROUND: &str = "js/dist/playground";

/// The page takes its core from the package, and the package then takes the page.
fn playground() -> Result {
    let inputs = [&SHARED[..], &["www", "js/dist", "js/package.json", "examples"]].concat();
    let product = Product {
        name: "playground",
        how: node()?,
        inputs: Files::of(&inputs).except(&[
            PLAYGROUND,
            "www/dist",
            "www/bench",
            "www/test",
            "www/node_modules",
        ]),
        outputs: Files::of(&["www/dist", PLAYGROUND]),
    };
    product.make(|| {
        say(
            "Building the playground, into www/dist/, and putting it into the package (a few seconds).",
        );
        Process::new("npm", "run --silent build --workspace www")
            .or("correct what Vite says above")
            .run()?;
        Process::new("npm", "run --silent playground --workspace js")
            .or("read what js/build/playground.mjs says above")
            .run()
    })
}
