//! Why a pattern is refused.

use std::fmt;

/// What is wrong with a pattern, and where.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct PatternFault {
    /// How many characters come before it.
    pub(crate) offset: usize,
    /// What is wrong.
    pub(crate) kind: FaultKind,
}

/// The ways for a pattern to be wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FaultKind {
    /// It is no pattern of ECMAScript with the `u` flag.
    Syntax(&'static str),
    /// It may be a pattern, but it uses what is not supported.
    Unsupported(&'static str),
    /// It is too long, nests too deep, or is too long with its repeats written out.
    TooLarge,
}

impl fmt::Display for FaultKind {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Syntax(what) => formatter.write_str(what),
            Self::Unsupported(what) => write!(formatter, "{what} not supported"),
            Self::TooLarge => formatter.write_str("the pattern is too large"),
        }
    }
}

pub(super) const fn syntax(offset: usize, what: &'static str) -> PatternFault {
    PatternFault { offset, kind: FaultKind::Syntax(what) }
}

pub(super) const fn unsupported(offset: usize, what: &'static str) -> PatternFault {
    PatternFault { offset, kind: FaultKind::Unsupported(what) }
}

pub(super) const fn too_large(offset: usize) -> PatternFault {
    PatternFault { offset, kind: FaultKind::TooLarge }
}
