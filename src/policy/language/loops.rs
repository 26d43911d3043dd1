//! The loops of a pattern, and the texts on which they multiply the ways through it.

use super::automaton::is;
use super::graph::Graph;
use super::walk::{Found, Spots, Walk};

/// Sets of positions that lead to each other.
pub(super) struct Loops<'a> {
    graph: &'a Graph,
    reach: Vec<Vec<bool>>,
    /// Those that lead to others come first.
    all: Vec<Vec<usize>>,
    work: usize,
}

impl<'a> Loops<'a> {
    pub(super) fn new(graph: &'a Graph) -> Self {
        let reach: Vec<Vec<bool>> = (0..graph.len()).map(|at| graph.reached_from(at)).collect();
        let leads = |from: usize, to: usize| reach.get(from).is_some_and(|reach| is(reach, to));
        let mut loops: Vec<Vec<usize>> = Vec::new();
        for at in (0..graph.len()).filter(|&at| leads(at, at)) {
            let is_of = |known: &&mut Vec<usize>| {
                known.first().is_some_and(|&first| leads(first, at) && leads(at, first))
            };
            match loops.iter_mut().find(is_of) {
                Some(known) => known.push(at),
                None => loops.push(vec![at]),
            }
        }
        let mut ordered: Vec<(usize, Vec<usize>)> = Vec::new();
        for positions in loops {
            let reach = positions.first().and_then(|&at| reach.get(at)).into_iter().flatten();
            let far = reach.filter(|reached| **reached).count();
            let at = ordered.partition_point(|(known, _)| *known >= far);
            ordered.insert(at, (far, positions));
        }
        let all = ordered.into_iter().map(|(_, positions)| positions).collect();
        Self { graph, reach, all, work: 0 }
    }

    /// A text that leads from a position back to it in two ways.
    pub(super) fn exponential(&mut self) -> Option<String> {
        let mut work = self.work;
        let found = self.all.iter().find_map(|positions| self.doubled(positions, &mut work));
        self.work = work;
        found
    }

    fn doubled(&self, positions: &[usize], work: &mut usize) -> Option<String> {
        for &from in positions {
            for &(to, count) in self.graph.follow(from) {
                if count > 1 && positions.contains(&to) {
                    return Some(
                        self.spelled(self.graph.shared(&[to]).as_slice()) + &self.path(to, from),
                    );
                }
            }
        }
        // Of the rounds that are written out the first has the last numbers, and is soon back.
        let starts: Vec<Spots> = positions.iter().rev().map(|&at| [at, at, 0]).collect();
        let has = |at: usize| positions.binary_search(&at).is_ok();
        let walk = Walk {
            graph: self.graph,
            width: 2,
            inside: &|[left, right, _]| has(left) && has(right),
            done: &|[before, other, _], [left, right, _]| left == right && before != other,
        };
        let Found { start: [start, ..], letters, end: [end, ..] } = walk.search(&starts, work)?;
        Some(self.spelled(&letters) + &self.path(end, start))
    }

    /// The degree by which the ways grow, with a text that makes them.
    pub(super) fn degree(&mut self) -> (usize, String) {
        let mut best = (0, String::new());
        let mut degrees: Vec<usize> = Vec::new();
        let mut work = self.work;
        for to in &self.all {
            let mut degree = 1;
            for (from, &before) in self.all.iter().zip(&degrees) {
                if before < degree || !self.leads(from, to) {
                    continue;
                }
                let pump = self.split(from, to, &mut work);
                degree = before + usize::from(pump.is_some());
                if let Some(pump) = pump.filter(|_| degree > best.0) {
                    best = (degree, pump);
                }
            }
            degrees.push(degree);
        }
        self.work = work;
        best
    }

    fn leads(&self, from: &[usize], to: &[usize]) -> bool {
        let ends = from.first().zip(to.first());
        ends.is_some_and(|(&from, &to)| self.reaches(from, to))
    }

    fn reaches(&self, from: usize, to: usize) -> bool {
        self.reach.get(from).is_some_and(|reach| is(reach, to))
    }

    /// A text that stays in one loop, stays in the other, and crosses from the first to the second.
    fn split(&self, from: &[usize], to: &[usize], work: &mut usize) -> Option<String> {
        for &first in from {
            for &last in to {
                let walk = Walk {
                    graph: self.graph,
                    width: 3,
                    inside: &|[left, middle, right]| {
                        from.binary_search(&left).is_ok()
                            && to.binary_search(&right).is_ok()
                            && self.reaches(middle, last)
                    },
                    done: &|_, spots| spots == [first, last, last],
                };
                if let Some(found) = walk.search(&[[first, first, last]], work) {
                    return Some(self.spelled(&found.letters));
                }
            }
        }
        None
    }

    /// A text that leads from one position to another of the same loop.
    fn path(&self, from: usize, to: usize) -> String {
        if from == to {
            return String::new();
        }
        let done = |_, spots| spots == [to, 0, 0];
        let walk = Walk { graph: self.graph, width: 1, inside: &|_| true, done: &done };
        let found = walk.search(&[[from, 0, 0]], &mut 0);
        found.map(|found| self.spelled(&found.letters)).unwrap_or_default()
    }

    fn spelled(&self, letters: &[usize]) -> String {
        letters.iter().filter_map(|&letter| self.graph.sample(letter)).collect()
    }
}
