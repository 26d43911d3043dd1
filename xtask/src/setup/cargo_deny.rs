//! cargo-deny, which reads the licences, sources and advisories of crates.

use std::path::PathBuf;

use super::tool::Tool;
use crate::failure::Result;

/// The version whose words `deny.toml` is written in.
const VERSION: &str = "0.20.2";

/// The directory of cargo-deny, installed into the cache if it is not there.
pub(crate) fn cargo_deny() -> Result<PathBuf> {
    let why = "It checks licences, sources and advisories of crates";
    Tool { krate: "cargo-deny", version: VERSION, why, locked: true }.cached()
}
