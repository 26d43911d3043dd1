//! A plain backtracking engine for tests, which counts its steps.

use super::Pattern;
use super::tree::Node;

/// Whether an engine that tries the pattern there finds something, and the steps it takes.
pub(super) fn backtracked(
    pattern: &Pattern,
    text: &str,
    start: usize,
    most: usize,
) -> (bool, usize) {
    let text: Vec<char> = text.chars().collect();
    let mut engine = Backtracker { text: &text, steps: 0, most };
    let found = engine.go(pattern.root(), start, &mut |_, _| true);
    (found, engine.steps)
}

struct Backtracker<'a> {
    text: &'a [char],
    steps: usize,
    most: usize,
}

type Then<'a> = &'a mut dyn FnMut(&mut Backtracker, usize) -> bool;

impl Backtracker<'_> {
    /// Whether the search is over: there is a match, or it takes too many steps.
    fn go(&mut self, node: &Node, at: usize, then: Then) -> bool {
        self.steps += 1;
        if self.steps >= self.most {
            return true;
        }
        match node {
            Node::Set(set) => {
                self.text.get(at).is_some_and(|&next| set.contains(next)) && then(self, at + 1)
            }
            Node::Start => at == 0 && then(self, at),
            Node::End => at == self.text.len() && then(self, at),
            Node::Seq(parts) => self.sequence(parts, at, then),
            Node::Alt(branches) => branches.iter().any(|branch| self.go(branch, at, then)),
            Node::Group(_, inner) => self.go(inner, at, then),
            Node::Repeat(inner, min, max) => self.rounds(inner, *min, *max, at, then),
        }
    }

    fn sequence(&mut self, parts: &[Node], at: usize, then: Then) -> bool {
        match parts.split_first() {
            None => then(self, at),
            Some((first, rest)) => {
                self.go(first, at, &mut |engine, at| engine.sequence(rest, at, then))
            }
        }
    }

    fn rounds(
        &mut self,
        inner: &Node,
        min: usize,
        max: Option<usize>,
        at: usize,
        then: Then,
    ) -> bool {
        if max == Some(0) {
            return then(self, at);
        }
        let fewer = max.map(|max| max - 1);
        let again = self.go(inner, at, &mut |engine, next| {
            (min > 0 || next > at) && engine.rounds(inner, min.saturating_sub(1), fewer, next, then)
        });
        again || (min == 0 && then(self, at))
    }
}
