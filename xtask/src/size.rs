//! `cargo xtask size`: what the modules weigh, and what a first visit of the playground fetches, against their budgets.

use std::path::Path;

use crate::{
    failure::{Failure, Result},
    run::{Process, say},
    setup,
};

/// As in "300 KB": 1024 bytes.
const KB: u64 = 1024;

/// A module, and what it may weigh.
struct Module {
    file: &'static str,
    /// What a page or a lambda has to hold.
    raw_budget: u64,
    /// What a page has to fetch.
    gzip_budget: u64,
}

const MODULES: [Module; 3] = [
    Module { file: "pkg/reconcile_kit_bg.wasm", raw_budget: 300 * KB, gzip_budget: 120 * KB },
    Module {
        file: "pkg/lambda/reconcile_kit_lambda_bg.wasm",
        raw_budget: 512 * KB,
        gzip_budget: 224 * KB,
    },
    Module {
        file: "pkg/preview/reconcile_kit_preview_bg.wasm",
        raw_budget: 640 * KB,
        gzip_budget: 272 * KB,
    },
];

/// Node.js is here anyway, and its zlib is the one that serves the file.
const MEASURE: &str = "const m=require('node:fs').readFileSync(process.argv[1]);\
    console.log(m.length,require('node:zlib').gzipSync(m,{level:9}).length)";

struct Size {
    raw: u64,
    gzip: u64,
}

/// Prints the sizes of the modules that were just built.
pub(crate) fn print() -> Result {
    println!();
    MODULES.iter().try_for_each(|module| measured(module).map(drop))
}

/// Prints the sizes, and fails when one is over its budget.
pub(crate) fn check() -> Result {
    let mut over = Vec::new();
    for module in &MODULES {
        let size = measured(module)?;
        if size.raw > module.raw_budget || size.gzip > module.gzip_budget {
            over.push(module.file);
        }
    }
    if over.is_empty() {
        return first_load();
    }
    Err(Failure::new(
        format!("over budget: {}", over.join(", ")),
        "if the last build was `--fast`, run `cargo xtask build` first; otherwise look for a new \
         dependency, or a `pattern` or `format` in a schema, which brings the regular expressions in",
    ))
}

/// Opens the playground as its server gives it out, and counts.
fn first_load() -> Result {
    if !Path::new("js/dist/playground").exists() {
        return Err(Failure::new(
            "there is no playground in `js/dist` to measure",
            "run `cargo xtask build` first",
        ));
    }
    let chromium = setup::chromium()?;
    say("Counting what Chromium fetches at a first visit of the playground (a few seconds).");
    Process::new("node", "www/bench/first-load.mjs")
        .env("CHROMIUM", &chromium)
        .or("`node www/bench/first-load.mjs --files` shows which files it is; what is not needed for the first \
             outcome is imported later")
        .run()
}

/// Measures a module and prints what it weighs.
fn measured(module: &Module) -> Result<Size> {
    let size = measure(module.file)?;
    println!("{}", describe(module, &size));
    Ok(size)
}

fn measure(file: &str) -> Result<Size> {
    if !Path::new(file).exists() {
        return Err(Failure::new(
            format!("there is no `{file}` to measure"),
            "run `cargo xtask build` first",
        ));
    }
    let printed = Process::new("node", "-e")
        .arg(Path::new(MEASURE))
        .arg(Path::new(file))
        .or("install Node.js 20 or newer from https://nodejs.org/en/download")
        .output()?;
    let mut numbers = printed.split_whitespace().map(str::parse);
    match (numbers.next(), numbers.next()) {
        (Some(Ok(raw)), Some(Ok(gzip))) => Ok(Size { raw, gzip }),
        _ => Err(Failure::new(
            format!("Node.js printed `{printed}` for the size of `{file}`"),
            "check that `node` on PATH is Node.js",
        )),
    }
}

fn describe(module: &Module, size: &Size) -> String {
    format!(
        "{}: raw {} (budget {}), gzip -9 {} (budget {}); 1 KB is {KB} bytes",
        module.file,
        kilobytes(size.raw),
        kilobytes(module.raw_budget),
        kilobytes(size.gzip),
        kilobytes(module.gzip_budget),
    )
}

/// `304.5 KB`, in whole tenths that are rounded down.
fn kilobytes(bytes: u64) -> String {
    let tenths = bytes * 10 / KB;
    format!("{}.{} KB", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::kilobytes;

    #[test]
    fn a_kilobyte_is_1024_bytes() {
        assert_eq!(kilobytes(300 * 1024), "300.0 KB");
        assert_eq!(kilobytes(1_536), "1.5 KB");
        assert_eq!(kilobytes(0), "0.0 KB");
    }
}
