//! Installs what a command needs, each piece only if it is missing.
//!
//! Nothing outside the repository changes except the Rust toolchain's targets and components, tools
//! in `~/.cache/reconcile-kit`, and, as root only, Debian's Chromium, Java and Maven.

mod cargo_deny;
mod chromium;
mod java;
mod node;
mod rust;
mod target;
mod tool;
mod wasm_tools;

pub(crate) use cargo_deny::cargo_deny;
pub(crate) use chromium::chromium;
pub(crate) use java::java;
pub(crate) use node::node;
pub(crate) use rust::{WASM_TARGET, lint_components, wasm_target};
pub(crate) use target::{sha256, target_directory};
pub(crate) use wasm_tools::WasmTools;

use crate::{failure::Result, run::Process};

/// What building takes: Node.js and its packages, Rust's WebAssembly target, wasm-pack, wasm-bindgen.
pub(crate) fn for_build() -> Result<WasmTools> {
    // First, because it fails at once where Node.js is missing.
    node()?;
    wasm_target()?;
    wasm_tools::wasm_tools()
}

/// Whether a system's packages may be installed.
fn is_root() -> bool {
    Process::new("id", "-u").output().is_ok_and(|id| id == "0")
}
