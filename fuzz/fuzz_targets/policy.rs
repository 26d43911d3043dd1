//! Bytes as a policy, and as what it is run on.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| reconcile_kit_fuzz::policy(data));
