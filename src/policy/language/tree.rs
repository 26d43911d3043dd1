//! The tree of a pattern, in which everything that is written is one of seven things.

use super::set::Set;

/// What a pattern or a part of it says.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Node {
    /// One character of the set.
    Set(Set),
    /// The start of the text.
    Start,
    /// The end of the text.
    End,
    /// One after the other; none is the empty text.
    Seq(Vec<Node>),
    /// One of them; none is nothing at all.
    Alt(Vec<Node>),
    /// A capturing group with its number, from 1.
    Group(usize, Box<Node>),
    /// So many times at least, and at most if there is a most.
    Repeat(Box<Node>, usize, Option<usize>),
}

impl Node {
    pub(super) fn literal(text: &str) -> Self {
        let mut parts = Vec::new();
        for character in text.chars() {
            parts.push(Self::Set(Set::one(character)));
        }
        Self::Seq(parts)
    }

    /// One of these texts.
    pub(super) fn literals(texts: &[&str]) -> Self {
        Self::Alt(texts.iter().map(|text| Self::literal(text)).collect())
    }

    pub(super) fn any_character() -> Self {
        Self::Set(Set::any())
    }

    /// Any text, the empty one too.
    pub(super) fn any_text() -> Self {
        Self::Repeat(Box::new(Self::any_character()), 0, None)
    }

    /// How many characters it has with all repeats written out. An empty part counts like a
    /// character where it is repeated, since it is written out just the same.
    pub(super) fn size(&self) -> usize {
        match self {
            Self::Set(_) => 1,
            Self::Start | Self::End => 0,
            Self::Seq(parts) | Self::Alt(parts) => {
                parts.iter().map(Self::size).fold(0, usize::saturating_add)
            }
            Self::Group(_, inner) => inner.size(),
            Self::Repeat(inner, min, max) => {
                inner.size().max(1).saturating_mul(max.unwrap_or(*min).max(1))
            }
        }
    }

    /// Whether a part that can be repeated holds a repeat of more than a single character.
    ///
    /// `inside` says whether this node is in such a part itself.
    pub(super) fn counts_inside(&self, inside: bool) -> bool {
        match self {
            Self::Set(_) | Self::Start | Self::End => false,
            Self::Seq(parts) | Self::Alt(parts) => {
                parts.iter().any(|part| part.counts_inside(inside))
            }
            Self::Group(_, inner) => inner.counts_inside(inside),
            Self::Repeat(inner, _, most) => {
                let counted = inside && !matches!(**inner, Self::Set(_));
                counted || inner.counts_inside(inside || *most != Some(1))
            }
        }
    }

    pub(super) fn has_group(&self, group: usize) -> bool {
        match self {
            Self::Set(_) | Self::Start | Self::End => false,
            Self::Seq(parts) | Self::Alt(parts) => parts.iter().any(|part| part.has_group(group)),
            Self::Group(number, inner) => *number == group || inner.has_group(group),
            Self::Repeat(inner, _, _) => inner.has_group(group),
        }
    }
}
