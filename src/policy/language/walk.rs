//! Walks through a pattern by several ways at once that spell the same text.

use super::graph::Graph;
use super::intern::Interner;

/// So much work goes into telling slow patterns from others; beyond it a pattern counts as slow.
const MAX_STEPS: usize = 2_000_000;

/// Where the ways are; those beyond a walk's width stay at 0.
pub(super) type Spots = [usize; 3];

const NOWHERE: &[(usize, u32)] = &[(0, 1)];

/// What to look for.
pub(super) struct Walk<'a> {
    pub(super) graph: &'a Graph,
    /// How many ways there are.
    pub(super) width: usize,
    pub(super) inside: &'a dyn Fn(Spots) -> bool,
    /// Whether the walk ends with the step between these.
    pub(super) done: &'a dyn Fn(Spots, Spots) -> bool,
}

/// A walk from one place to another, and the letters of its text.
pub(super) struct Found {
    pub(super) start: Spots,
    pub(super) letters: Vec<usize>,
    pub(super) end: Spots,
}

impl Walk<'_> {
    /// The shortest walk from one of the starts. One that takes too many steps to find is answered
    /// as if it had been found where it starts.
    pub(super) fn search(&self, starts: &[Spots], work: &mut usize) -> Option<Found> {
        let mut stops = Stops::default();
        for start in starts {
            stops.add(*start, None);
        }
        let mut head = 0;
        while let Some(spots) = stops.at(head) {
            for next in self.onward(spots, work) {
                let ways = next.get(..self.width).unwrap_or_default();
                let Some(letter) = self.graph.shared(ways) else { continue };
                if (self.done)(spots, next) {
                    return Some(stops.found((head, letter), next));
                }
                stops.add(next, Some((head, letter)));
            }
            if *work > MAX_STEPS {
                let letters = spots.first().and_then(|&at| self.graph.shared(&[at]));
                let letters = letters.into_iter().collect();
                return Some(Found { start: spots, letters, end: spots });
            }
            head += 1;
        }
        None
    }

    fn onward(&self, spots: Spots, work: &mut usize) -> Vec<Spots> {
        let mut index = 0;
        let [first, second, third] = spots.map(|at| {
            index += 1;
            if index <= self.width { self.graph.follow(at) } else { NOWHERE }
        });
        let mut onward = Vec::new();
        for &(left, _) in first.iter().rev() {
            for &(middle, _) in second.iter().rev() {
                for &(right, _) in third.iter().rev() {
                    *work += 1;
                    let next = [left, middle, right];
                    if *work <= MAX_STEPS && (self.inside)(next) {
                        onward.push(next);
                    }
                }
            }
        }
        onward
    }
}

/// Where walks have been, in the order in which they got there.
#[derive(Default)]
struct Stops {
    spots: Interner,
    /// For each the stop before, and the letter from there.
    before: Vec<Option<(usize, usize)>>,
}

impl Stops {
    fn add(&mut self, spots: Spots, before: Option<(usize, usize)>) {
        if self.spots.index(&spots).1 {
            self.before.push(before);
        }
    }

    fn at(&self, stop: usize) -> Option<Spots> {
        self.spots.get(stop)?.try_into().ok()
    }

    /// The walk whose last step is from this stop with this letter.
    fn found(&self, last: (usize, usize), end: Spots) -> Found {
        let mut letters = Vec::new();
        let (mut start, mut before) = (end, Some(last));
        while let Some((stop, letter)) = before {
            letters.push(letter);
            start = self.at(stop).unwrap_or(end);
            before = self.before.get(stop).copied().flatten();
        }
        letters.reverse();
        Found { start, letters, end }
    }
}
