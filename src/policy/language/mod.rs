//! Texts as regular languages: which patterns could stall the engine that matches them, and which
//! shortest text passes some tests and fails others.
//!
//! A [`Pattern`] is read as ECMAScript reads it with the `u` flag. A [`Language`] is a set of texts,
//! and [`shortest`] finds a text in some of them and in none of others, or proves that there is
//! none.

mod alphabet;
mod automaton;
#[cfg(test)]
mod backtracker;
mod escape;
mod fault;
mod graph;
mod growth;
mod intern;
mod languages;
mod loops;
mod parse;
mod pattern;
mod pin;
mod positions;
mod search;
mod set;
mod sorted;
#[cfg(test)]
mod tests;
mod tree;
mod walk;

pub(crate) use fault::FaultKind;
#[cfg(test)]
pub(crate) use fault::PatternFault;
pub(crate) use growth::Growth;
pub(crate) use languages::Language;
pub(crate) use pattern::Pattern;
#[cfg(test)]
pub(crate) use search::some;
pub(crate) use search::{TooLarge, shortest};
