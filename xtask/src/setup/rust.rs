//! Rust's target and components.

use std::path::Path;

use crate::{
    failure::{Failure, Result},
    run::{Process, exists, say},
};

/// The target that the module is compiled for.
pub(crate) const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// Adds the WebAssembly target to the active toolchain.
pub(crate) fn wasm_target() -> Result {
    let directory =
        Process::new("rustc", &format!("--print target-libdir --target {WASM_TARGET}")).output()?;
    if Path::new(&directory).exists() {
        return Ok(());
    }
    if !exists("rustup") {
        return Err(Failure::new(
            format!("Rust's target `{WASM_TARGET}` is missing, and there is no rustup to add it"),
            "install Rust from https://rustup.rs, or your system's package of that target \
             (Debian: libstd-rust-dev-wasm32, Fedora: rust-std-static-wasm32-unknown-unknown)",
        ));
    }
    say("Adding Rust's WebAssembly target, which the core is compiled for (a few seconds).");
    Process::new("rustup", &format!("target add {WASM_TARGET}"))
        .or("check the network, then run the command above by hand")
        .run()
}

/// Adds rustfmt and Clippy, which a minimal toolchain lacks.
pub(crate) fn lint_components() -> Result {
    for component in ["fmt", "clippy"] {
        if Process::new("cargo", &format!("{component} --version")).output().is_ok() {
            continue;
        }
        say("Adding rustfmt and Clippy, which check the Rust code (a few seconds).");
        return Process::new("rustup", "component add rustfmt clippy")
            .or("install Rust from https://rustup.rs, or rustfmt and clippy by your system")
            .run();
    }
    Ok(())
}
