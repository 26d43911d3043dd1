//! `cargo xtask lint`: everything that is checked without running the product.

use std::{
    io::{IsTerminal, stdout},
    time::Instant,
};

use crate::{
    bench, build, docs,
    failure::Result,
    generate, release,
    run::{Process, say},
    setup,
};

/// Runs every check, the quick ones first.
pub(crate) fn run() -> Result {
    let started = Instant::now();
    setup::node()?;
    setup::lint_components()?;
    release::quick()?;
    format()?;
    bench::check_documents()?;
    rust()?;
    documentation()?;
    types()?;
    docs::typescript()?;
    generate::run(true)?;
    println!("\nlint: clean, in {} s", started.elapsed().as_secs());
    Ok(())
}

fn format() -> Result {
    say("Checking the format of Rust, then format and rules of TypeScript and JSON.");
    Process::new("cargo", "fmt --all --check").or("run `cargo fmt --all`").run()?;
    // Biome colours even a file.
    let colours = if stdout().is_terminal() { "" } else { "--colors=off" };
    Process::new("npx", &format!("--no-install biome ci --error-on-warnings {colours}"))
        .or("run `npx --no-install biome check --write`, then correct what is left by hand")
        .run()
}

fn rust() -> Result {
    say("Linting Rust, natively and for WebAssembly (about a minute the first time).");
    let help = "correct the warnings shown above";
    Process::new("cargo", "clippy --workspace --all-targets --features schema -- -D warnings")
        .or(help)
        .run()?;
    setup::wasm_target()?;
    let target = setup::WASM_TARGET;
    // The whole core, that of lambdas, and that of previews.
    let part = |feature| format!("--no-default-features --features {feature}");
    for features in [String::new(), part("policy"), part("simulation")] {
        let words = format!("clippy --target {target} -p reconcile-kit {features} -- -D warnings");
        Process::new("cargo", &words).or(help).run()?;
    }
    Ok(())
}

fn documentation() -> Result {
    say("Building the Rust documentation, for its links.");
    // The features are those of the linter, so that what it has of the dependencies serves here too.
    Process::new("cargo", "doc --workspace --no-deps --features schema")
        .env("RUSTDOCFLAGS", "-Dwarnings")
        .or("correct the links shown above")
        .run()
}

fn types() -> Result {
    build::bindings()?;
    say("Checking the types of TypeScript.");
    let help = "correct the type errors shown above";
    Process::new("npm", "run --silent typecheck --workspace js").or(help).run()?;
    // The playground is a user of the package, and knows the types that it publishes.
    Process::new("npm", "run --silent types --workspace js").or(help).run()?;
    Process::new("npm", "run --silent typecheck --workspace www").or(help).run()
}
