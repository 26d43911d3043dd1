//! A language as a machine that can be in several positions at once.

use super::positions::{Entry, Positions};
use super::set::Set;
use super::sorted;

/// Stands for the place before the text, where other places are positions in order.
pub(super) const BEFORE: usize = usize::MAX;
/// Stands for a place from which every text is accepted, whatever comes.
pub(super) const FOREVER: usize = usize::MAX - 1;

/// Positions between which characters lead.
#[derive(Debug)]
pub(super) struct Automaton {
    labels: Vec<usize>,
    initial: Vec<usize>,
    accepting: Vec<bool>,
    forever: Vec<bool>,
    follow: Vec<Vec<(usize, u32)>>,
    empty: bool,
}

impl Automaton {
    /// The machine for texts that match from end to end; `at_start` and `at_end` say whether `^`
    /// and `$` hold there.
    pub(super) fn new(positions: Positions, at_start: bool, at_end: bool) -> (Self, Vec<Set>) {
        let empty = positions.whole.empty.iter().enumerate().any(|(past, ways)| {
            *ways > 0 && (at_start || past & 1 == 0) && (at_end || past & 2 == 0)
        });
        let mut accepting = vec![false; positions.labels.len()];
        for last in holding(&positions.whole.last, at_end) {
            mark(&mut accepting, last);
        }
        let mut automaton = Self {
            initial: holding(&positions.whole.first, at_start),
            labels: positions.labels,
            forever: vec![false; accepting.len()],
            accepting,
            follow: positions.follow,
            empty,
        };
        automaton.drop_dead_ends();
        automaton.mark_forever(positions.sets.iter().position(|set| *set == Set::any()));
        (automaton, positions.sets)
    }

    fn drop_dead_ends(&mut self) {
        let mut before = vec![Vec::new(); self.labels.len()];
        for (from, follow) in self.follow.iter().enumerate() {
            for &(to, _) in follow {
                if let Some(before) = before.get_mut(to) {
                    before.push(from);
                }
            }
        }
        let mut live = self.accepting.clone();
        let mut pending: Vec<usize> = (0..live.len()).filter(|&at| is(&live, at)).collect();
        while let Some(at) = pending.pop() {
            for &from in before.get(at).into_iter().flatten() {
                if mark(&mut live, from) {
                    pending.push(from);
                }
            }
        }
        self.initial.retain(|&at| is(&live, at));
        for follow in &mut self.follow {
            follow.retain(|&(at, _)| is(&live, at));
        }
    }

    /// Knows runs of any character, which is how languages without a set end have theirs.
    fn mark_forever(&mut self, any: Option<usize>) {
        let mut runs = vec![false; self.labels.len()];
        for (at, label) in self.labels.iter().enumerate() {
            if any == Some(*label) && is(&self.accepting, at) && self.leads(at, |to| to == at) {
                mark(&mut runs, at);
            }
        }
        for at in 0..self.labels.len() {
            if is(&self.accepting, at) && self.leads(at, |to| is(&runs, to)) {
                mark(&mut self.forever, at);
            }
        }
    }

    fn leads(&self, from: usize, holds: impl Fn(usize) -> bool) -> bool {
        self.follow.get(from).is_some_and(|follow| follow.iter().any(|&(to, _)| holds(to)))
    }

    /// Where a character leads from a place if the sets in `taking` have it, and how many ways were
    /// looked at. No positions at all are a dead end.
    pub(super) fn step(&self, place: &[usize], taking: &[bool]) -> (Vec<usize>, usize) {
        let (mut next, mut ways) = (Vec::new(), 1);
        for &at in place {
            let follow = self.follow.get(at).map(Vec::as_slice).unwrap_or_default();
            let initial = if at == BEFORE { self.initial.as_slice() } else { &[] };
            for to in follow.iter().map(|&(to, _)| to).chain(initial.iter().copied()) {
                ways += 1;
                if self.labels.get(to).is_some_and(|&label| is(taking, label)) {
                    sorted::insert(&mut next, to);
                }
            }
        }
        if place == [FOREVER] || next.iter().any(|&at| is(&self.forever, at)) {
            next = vec![FOREVER];
        }
        (next, ways)
    }

    pub(super) fn accepts_at(&self, place: &[usize]) -> bool {
        place.iter().any(|&at| match at {
            BEFORE => self.empty,
            FOREVER => true,
            _ => is(&self.accepting, at),
        })
    }

    pub(super) fn accepts(&self, sets: &[Set], text: &str) -> bool {
        let mut place = vec![BEFORE];
        for character in text.chars() {
            place = self.step(&place, &taking(sets, character)).0;
        }
        self.accepts_at(&place)
    }
}

/// Which of the sets have this character.
pub(super) fn taking(sets: &[Set], character: char) -> Vec<bool> {
    sets.iter().map(|set| set.contains(character)).collect()
}

fn holding(entries: &[Entry], at_edge: bool) -> Vec<usize> {
    let holds = |entry: &&Entry| entry.open > 0 || (at_edge && entry.edge > 0);
    entries.iter().filter(holds).map(|entry| entry.at).collect()
}

pub(super) fn is(flags: &[bool], at: usize) -> bool {
    flags.get(at).copied().unwrap_or(false)
}

/// Raises a flag, and says whether it was down.
pub(super) fn mark(flags: &mut [bool], at: usize) -> bool {
    flags.get_mut(at).is_some_and(|flag| !std::mem::replace(flag, true))
}
