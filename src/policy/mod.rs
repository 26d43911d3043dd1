//! Policies: who may sign in, and what a person must look like to do so.

#[cfg_attr(
    not(test),
    expect(dead_code, unused_imports, reason = "what asks it comes with the policies")
)]
pub(crate) mod language;
