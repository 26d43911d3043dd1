//! Patterns of ECMAScript, read once and asked about several times.

use std::sync::Arc;

use super::fault::{PatternFault, too_large};
use super::growth::{self, Growth};
use super::parse;
use super::pin;
use super::positions::Positions;
use super::tree::Node;

/// So much of a pattern is looked at, however its repeats nest.
const MAX_STEPS: usize = 20_000;

/// A pattern with the `u` flag.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Pattern {
    root: Arc<Node>,
    groups: usize,
}

impl Pattern {
    /// Reads a pattern.
    ///
    /// # Errors
    ///
    /// Says where the pattern is wrong, uses what is not supported, or is too large.
    pub(crate) fn parse(text: &str) -> Result<Self, PatternFault> {
        let (root, groups) = parse::parse(text)?;
        if Positions::of(&root, MAX_STEPS).is_none() {
            return Err(too_large(0));
        }
        Ok(Self { root: Arc::new(root), groups })
    }

    /// How many capturing groups there are.
    pub(crate) fn groups(&self) -> usize {
        self.groups
    }

    /// How the time for a match by backtracking can grow with the text.
    pub(crate) fn growth(&self) -> Growth {
        growth::of(&self.root)
    }

    /// Whether it repeats groups inside of what it repeats. The engine of this crate, regress 0.12.0, loses count
    /// there when it goes back, and finds what JavaScript does not find.
    pub(crate) fn counts_inside_repeats(&self) -> bool {
        self.root.counts_inside(false)
    }

    /// The same pattern with a group that takes exactly this text, in its last round if it is
    /// repeated. `None` if the group does not exist or never takes the text.
    ///
    /// A text that the answer matches also matches the pattern, with the group in one of the ways
    /// to do so. An engine reports the way that it finds first, which may be another.
    pub(crate) fn with_group(&self, group: usize, text: &str) -> Option<Self> {
        let root = pin::pin(&self.root, group, text)?;
        (root.size() <= MAX_STEPS).then_some(())?;
        Positions::of(&root, MAX_STEPS)?;
        Some(Self { root: Arc::new(root), groups: self.groups })
    }

    pub(super) fn root(&self) -> &Node {
        &self.root
    }
}
