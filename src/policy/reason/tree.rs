//! Conditions as a tree over numbered atoms.

use super::ask::{Ask, Asks};
use crate::policy::condition::Condition;

/// The atom that says whether FusionAuth is about to create the user.
pub(super) const NEW_USER: usize = 0;

/// A condition over atoms.
pub(super) enum Node {
    All(Vec<Self>),
    Any(Vec<Self>),
    Not(Box<Self>),
    Atom(usize),
}

/// What is known of a condition.
pub(super) enum Look {
    /// It holds, or it does not.
    Known(bool),
    /// It depends on this atom among others, and rather holds when that one is so.
    Open(usize, bool),
}

impl Node {
    pub(super) fn of<'a>(condition: &'a Condition, asks: &mut Asks<'a>) -> Self {
        let mut several =
            |list: &'a [Condition]| list.iter().map(|one| Self::of(one, asks)).collect();
        match condition {
            Condition::All(list) => Self::All(several(list)),
            Condition::Any(list) => Self::Any(several(list)),
            Condition::Not(one) => Self::Not(Box::new(Self::of(one, asks))),
            Condition::Claim(claim, test) => Self::Atom(asks.add(claim, Ask::test(test))),
            Condition::NewUser => Self::Atom(NEW_USER),
        }
    }

    /// Looks as far as the atoms are known. `wish` is what the whole should become.
    pub(super) fn look(&self, truth: &[Option<bool>], wish: bool) -> Look {
        match self {
            Self::All(nodes) => several(nodes, truth, wish, false),
            Self::Any(nodes) => several(nodes, truth, wish, true),
            Self::Not(node) => match node.look(truth, !wish) {
                Look::Known(holds) => Look::Known(!holds),
                open @ Look::Open(..) => open,
            },
            Self::Atom(atom) => match truth.get(*atom).copied().flatten() {
                Some(holds) => Look::Known(holds),
                None => Look::Open(*atom, wish),
            },
        }
    }
}

/// One that is `decisive` decides; otherwise it depends on the first that is open.
fn several(nodes: &[Node], truth: &[Option<bool>], wish: bool, decisive: bool) -> Look {
    let mut open = None;
    for node in nodes {
        match node.look(truth, wish) {
            Look::Known(holds) if holds == decisive => return Look::Known(decisive),
            Look::Known(_) => {}
            found @ Look::Open(..) => open = open.or(Some(found)),
        }
    }
    open.unwrap_or(Look::Known(!decisive))
}
