//! `cargo xtask size`: what the module weighs, against its budget.

use std::path::Path;

use crate::{
    failure::{Failure, Result},
    run::Process,
};

const MODULE: &str = "pkg/reconcile_kit_bg.wasm";
/// As in "300 KB": 1024 bytes.
const KB: u64 = 1024;
/// What a page or a lambda has to hold.
const RAW_BUDGET: u64 = 300 * KB;
/// What a page has to fetch.
const GZIP_BUDGET: u64 = 120 * KB;
/// Node.js is here anyway, and its zlib is the one that serves the file.
const MEASURE: &str = "const m=require('node:fs').readFileSync(process.argv[1]);\
    console.log(m.length,require('node:zlib').gzipSync(m,{level:9}).length)";

struct Size {
    raw: u64,
    gzip: u64,
}

/// Prints the size of the module that was just built.
pub(crate) fn print() -> Result {
    println!("\n{}", describe(&measure()?));
    Ok(())
}

/// Prints the size, and fails when it is over budget.
pub(crate) fn check() -> Result {
    let size = measure()?;
    println!("{}", describe(&size));
    if size.raw <= RAW_BUDGET && size.gzip <= GZIP_BUDGET {
        return Ok(());
    }
    Err(Failure::new(
        "the module is over its budget",
        "if the last build was `--fast`, run `cargo xtask build` first; otherwise look for a new \
         dependency, or a `pattern` or `format` in a schema, which brings the regular expressions in",
    ))
}

fn measure() -> Result<Size> {
    if !Path::new(MODULE).exists() {
        return Err(Failure::new(
            format!("there is no `{MODULE}` to measure"),
            "run `cargo xtask build` first",
        ));
    }
    let printed = Process::new("node", "-e")
        .arg(Path::new(MEASURE))
        .arg(Path::new(MODULE))
        .or("install Node.js 20 or newer from https://nodejs.org/en/download")
        .output()?;
    let mut numbers = printed.split_whitespace().map(str::parse);
    match (numbers.next(), numbers.next()) {
        (Some(Ok(raw)), Some(Ok(gzip))) => Ok(Size { raw, gzip }),
        _ => Err(Failure::new(
            format!("Node.js printed `{printed}` for the size of `{MODULE}`"),
            "check that `node` on PATH is Node.js",
        )),
    }
}

fn describe(size: &Size) -> String {
    format!(
        "{MODULE}: raw {} (budget {}), gzip -9 {} (budget {}); 1 KB is {KB} bytes",
        kilobytes(size.raw),
        kilobytes(RAW_BUDGET),
        kilobytes(size.gzip),
        kilobytes(GZIP_BUDGET),
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
