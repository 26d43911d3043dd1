//! Bytes as a token, and as a Cognito user.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| reconcile_kit_fuzz::jwt(data));
