//! The ways through a pattern on which backtracking can lose time.

use super::alphabet;
use super::automaton::{is, mark};
use super::positions::Positions;
use super::set::{Set, of_rank, rank};
use super::sorted;

/// The positions from which a match may still fail. Where the pattern may end, the engine is done
/// once it gets there, so nothing that passes there is ever tried again.
pub(super) struct Graph {
    /// A character for each letter, the most readable first.
    pub(super) samples: Vec<char>,
    /// For each position, which letters it takes.
    taking: Vec<Vec<bool>>,
    follow: Vec<Vec<(usize, u32)>>,
    can_fail: Vec<bool>,
}

impl Graph {
    pub(super) fn new(positions: &Positions) -> Self {
        let sets: Vec<&Set> = positions.sets.iter().collect();
        let letters = alphabet::letters(&sets, usize::MAX).unwrap_or_default();
        let mut samples = Vec::new();
        for letter in letters.iter().flat_map(|letter| letter.readable(1)) {
            sorted::insert(&mut samples, rank(letter));
        }
        let samples: Vec<char> = samples.into_iter().filter_map(of_rank).collect();
        let of_set = |label: usize| {
            let set = positions.sets.get(label);
            samples.iter().map(|&sample| set.is_some_and(|set| set.contains(sample))).collect()
        };
        let taking = positions.labels.iter().map(|&label| of_set(label)).collect();
        let mut can_fail = vec![true; positions.labels.len()];
        for last in positions.whole.last.iter().filter(|last| last.open > 0) {
            if let Some(can_fail) = can_fail.get_mut(last.at) {
                *can_fail = false;
            }
        }
        let mut follow = positions.follow.clone();
        for (from, follow) in follow.iter_mut().enumerate() {
            let stays = is(&can_fail, from);
            follow.retain(|&(to, _)| stays && is(&can_fail, to));
        }
        Self { samples, taking, follow, can_fail }
    }

    pub(super) fn can_fail(&self, at: usize) -> bool {
        is(&self.can_fail, at)
    }

    pub(super) fn sample(&self, letter: usize) -> Option<char> {
        self.samples.get(letter).copied()
    }

    /// Drops the ways to positions that do not take the letter, and counts the others.
    pub(super) fn keep(&self, letter: usize, arrivals: &mut [u64]) -> u64 {
        let mut sum = 0_u64;
        for (ways, taking) in arrivals.iter_mut().zip(&self.taking) {
            if !is(taking, letter) {
                *ways = 0;
            }
            sum = sum.saturating_add(*ways);
        }
        sum
    }

    /// The ways to each position, given those to the positions before.
    pub(super) fn advance(&self, before: &[u64]) -> Vec<u64> {
        let mut arrivals = vec![0_u64; before.len()];
        for (&ways, follow) in before.iter().zip(&self.follow).filter(|(ways, _)| **ways > 0) {
            for &(to, count) in follow {
                if let Some(sum) = arrivals.get_mut(to) {
                    *sum = sum.saturating_add(ways.saturating_mul(count.into()));
                }
            }
        }
        arrivals
    }

    /// The letter that most of the ways can go on with.
    pub(super) fn busiest(&self, arrivals: &[u64]) -> Option<usize> {
        let ways = |letter: usize| {
            let taken = arrivals.iter().zip(&self.taking).filter(|(_, taking)| is(taking, letter));
            taken.fold(0_u64, |sum, (&ways, _)| sum.saturating_add(ways))
        };
        let busiest = (0..self.samples.len()).rev().max_by_key(|&letter| ways(letter))?;
        (ways(busiest) > 0).then_some(busiest)
    }

    pub(super) fn len(&self) -> usize {
        self.follow.len()
    }

    pub(super) fn follow(&self, at: usize) -> &[(usize, u32)] {
        self.follow.get(at).map(Vec::as_slice).unwrap_or_default()
    }

    /// The first letter that all of these positions take.
    pub(super) fn shared(&self, all: &[usize]) -> Option<usize> {
        let takes =
            |at: usize, letter| self.taking.get(at).is_some_and(|taking| is(taking, letter));
        (0..self.samples.len()).find(|&letter| all.iter().all(|&at| takes(at, letter)))
    }

    /// Where the ways from a position lead after at least one character.
    pub(super) fn reached_from(&self, start: usize) -> Vec<bool> {
        let mut reached = vec![false; self.len()];
        let mut pending = vec![start];
        while let Some(from) = pending.pop() {
            for &(to, _) in self.follow(from) {
                if mark(&mut reached, to) {
                    pending.push(to);
                }
            }
        }
        reached
    }
}
