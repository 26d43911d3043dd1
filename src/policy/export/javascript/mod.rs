//! The JavaScript of exported lambdas: literals, conditions, and the helper functions that these call.

pub(crate) mod condition;
pub(crate) mod helper;
pub(crate) mod literal;

pub(crate) use condition::Printer;
pub(crate) use helper::{Helper, Helpers};
