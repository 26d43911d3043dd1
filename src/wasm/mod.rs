//! What JavaScript calls: policies, simulation, or both. `ARCHITECTURE.md` says which module has what.

#[cfg(feature = "simulation")]
mod callback;
mod failure;
#[cfg(feature = "simulation")]
mod options;
#[cfg(feature = "policy")]
mod policy;
#[cfg(all(feature = "simulation", feature = "policy"))]
#[expect(
    unreachable_pub,
    reason = "wasm-bindgen exports public items, and no Rust code calls these"
)]
mod policy_tools;
#[cfg(feature = "simulation")]
mod read_back;
#[cfg(feature = "simulation")]
#[expect(
    unreachable_pub,
    reason = "wasm-bindgen exports public items, and no Rust code calls these"
)]
mod simulation;
