//! What JavaScript calls. The lambda runtime has policies only; the whole package simulates and checks too.

#[cfg(feature = "simulation")]
mod callback;
mod failure;
#[cfg(feature = "simulation")]
mod options;
mod policy;
#[cfg(feature = "simulation")]
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
