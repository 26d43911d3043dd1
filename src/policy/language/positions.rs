//! The positions of a pattern: each place that takes a character, and in how many ways a match gets
//! from one to the next. (Glushkov's construction, with the ways counted.)

use super::set::Set;
use super::tree::Node;

/// A position, and the ways to it from a part's start or from it to the part's end.
#[derive(Debug, Clone, Copy)]
pub(super) struct Entry {
    pub(super) at: usize,
    /// Ways that are always open.
    pub(super) open: u32,
    /// Ways that pass `^` or `$`, so only at the very start or end of the text.
    pub(super) edge: u32,
}

/// Indices of the ways through a part that take no character, by what they pass on the way.
const START: usize = 1;
const END: usize = 2;

/// How matches enter and leave a part of the pattern.
#[derive(Debug, Clone, Default)]
pub(super) struct Part {
    /// Ways to take nothing: free, past `^`, past `$`, past both.
    pub(super) empty: [u32; 4],
    pub(super) first: Vec<Entry>,
    pub(super) last: Vec<Entry>,
}

/// All positions of a tree.
#[derive(Debug, Clone, Default)]
pub(super) struct Positions {
    pub(super) sets: Vec<Set>,
    /// For each position, which of the sets it takes a character of.
    pub(super) labels: Vec<usize>,
    /// For each position, those that may come next and the number of ways.
    pub(super) follow: Vec<Vec<(usize, u32)>>,
    pub(super) whole: Part,
    /// The most ways in which any part takes nothing.
    pub(super) idle: u32,
    steps: usize,
    max_steps: usize,
}

impl Positions {
    /// `None` if there are more than `max_steps` ways from position to position.
    pub(super) fn of(root: &Node, max_steps: usize) -> Option<Self> {
        let mut positions = Self { max_steps, ..Self::default() };
        positions.whole = positions.part(root);
        (positions.steps <= max_steps).then_some(positions)
    }

    fn part(&mut self, node: &Node) -> Part {
        let part = match node {
            Node::Set(set) => self.position(set),
            Node::Start => Part { empty: [0, 1, 0, 0], ..Part::default() },
            Node::End => Part { empty: [0, 0, 1, 0], ..Part::default() },
            Node::Seq(parts) => {
                let mut joined = nothing_taken();
                for part in parts {
                    let next = self.part(part);
                    joined = self.join(joined, next);
                }
                joined
            }
            Node::Alt(branches) => {
                let mut either = Part::default();
                for branch in branches {
                    let next = self.part(branch);
                    either = add(either, next);
                }
                either
            }
            Node::Group(_, inner) => self.part(inner),
            Node::Repeat(inner, min, max) => self.repeat(inner, *min, *max),
        };
        self.idle = self.idle.max(part.empty.iter().copied().fold(0, u32::saturating_add));
        part
    }

    fn position(&mut self, set: &Set) -> Part {
        if set.is_empty() {
            return Part::default();
        }
        let at = self.labels.len();
        let known = self.sets.iter().position(|known| known == set);
        self.labels.push(known.unwrap_or(self.sets.len()));
        if known.is_none() {
            self.sets.push(set.clone());
        }
        self.follow.push(Vec::new());
        let only = vec![Entry { at, open: 1, edge: 0 }];
        Part { empty: [0; 4], first: only.clone(), last: only }
    }

    /// Rounds that must be are written out and may take nothing; of the others ECMAScript drops
    /// those that take nothing.
    fn repeat(&mut self, inner: &Node, min: usize, max: Option<usize>) -> Part {
        let mut tail = nothing_taken();
        match max {
            Some(max) => {
                for _ in min..max {
                    let round = Part { empty: [0; 4], ..self.part(inner) };
                    tail = self.join(round, tail);
                    tail = add(tail, nothing_taken());
                }
            }
            None => tail = self.run(inner, min > 0),
        }
        // Without a most, the last round that must be is part of the run.
        let before = if max.is_none() { min.saturating_sub(1) } else { min };
        for _ in 0..before {
            let round = self.part(inner);
            tail = self.join(round, tail);
        }
        tail
    }

    /// As many rounds as there may be, where the first may have to be.
    fn run(&mut self, inner: &Node, must: bool) -> Part {
        let round = self.part(inner);
        self.connect(&round.last, &round.first);
        if !must {
            return Part { empty: nothing_taken().empty, ..round };
        }
        let [free, start, _, _] = round.empty;
        let first = scaled(&round.first, free.saturating_add(1), start);
        Part { first, ..round }
    }

    fn join(&mut self, left: Part, right: Part) -> Part {
        self.connect(&left.last, &right.first);
        let mut empty = [0_u32; 4];
        for (past, ways) in left.empty.into_iter().enumerate() {
            for (past_too, ways_too) in right.empty.into_iter().enumerate() {
                if let Some(sum) = empty.get_mut(past | past_too) {
                    *sum = sum.saturating_add(ways.saturating_mul(ways_too));
                }
            }
        }
        let mut first = left.first;
        // What takes a character is not at the end, and what has taken one is not at the start.
        first.extend(scaled(&right.first, ways(left.empty, 0), ways(left.empty, START)));
        let mut last = right.last;
        last.extend(scaled(&left.last, ways(right.empty, 0), ways(right.empty, END)));
        Part { empty, first, last }
    }

    fn connect(&mut self, from: &[Entry], to: &[Entry]) {
        for last in from.iter().filter(|last| last.open > 0) {
            let Some(follow) = self.follow.get_mut(last.at) else { continue };
            for first in to.iter().filter(|first| first.open > 0) {
                self.steps += 1;
                if self.steps <= self.max_steps {
                    note(follow, first.at, last.open.saturating_mul(first.open));
                }
            }
        }
    }
}

/// Adds ways to a list in order of the positions.
fn note(follow: &mut Vec<(usize, u32)>, to: usize, ways: u32) {
    let at = follow.partition_point(|&(known, _)| known < to);
    match follow.get_mut(at) {
        Some((known, sum)) if *known == to => *sum = sum.saturating_add(ways),
        _ => follow.insert(at, (to, ways)),
    }
}

fn nothing_taken() -> Part {
    Part { empty: [1, 0, 0, 0], ..Part::default() }
}

fn ways(empty: [u32; 4], past: usize) -> u32 {
    empty.get(past).copied().unwrap_or(0)
}

fn add(left: Part, right: Part) -> Part {
    let mut sum = left;
    for (ways, more) in sum.empty.iter_mut().zip(right.empty) {
        *ways = ways.saturating_add(more);
    }
    sum.first.extend(right.first);
    sum.last.extend(right.last);
    sum
}

/// The same entries behind a part that takes nothing in `free` ways, or in `edge` ways past `^` or
/// `$`.
fn scaled(entries: &[Entry], free: u32, edge: u32) -> Vec<Entry> {
    let scale = |entry: &Entry| Entry {
        at: entry.at,
        open: entry.open.saturating_mul(free),
        edge: (entry.edge.saturating_mul(free))
            .saturating_add(entry.open.saturating_add(entry.edge).saturating_mul(edge)),
    };
    entries.iter().map(scale).filter(|entry| entry.open > 0 || entry.edge > 0).collect()
}
