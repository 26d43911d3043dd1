//! How the time that backtracking takes can grow with the text.
//!
//! A backtracking engine that finds no match has tried each way through the pattern's positions
//! that spells a part of the text, so its time grows as the number of such ways does. (Weber and
//! Seidl, "On the degree of ambiguity of finite automata", 1991.)

use super::graph::Graph;
use super::loops::Loops;
use super::positions::Positions;
use super::tree::Node;

/// How far texts are grown to see what repeats with a most can do.
const BURST_LENGTH: usize = 64;
/// A pattern of degree 2 has about as many ways as the text has characters.
const CUBIC_WAYS: u64 = 1_000;
const ENDLESS_WAYS: u64 = 100_000;

/// How the time for a match can grow with the text's length. Starting over at each character, as
/// engines do with a pattern that may match anywhere, counts only from degree 2 on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Growth {
    /// In proportion.
    Linear,
    /// With this power of it, of at least 2.
    Polynomial {
        /// The power.
        degree: usize,
        /// A text which slows the match down when it is repeated.
        pump: String,
    },
    /// By a factor with each repetition of the text.
    Exponential {
        /// The text.
        pump: String,
    },
}

pub(super) fn of(root: &Node) -> Growth {
    let positions = Positions::of(root, usize::MAX).unwrap_or_default();
    let graph = Graph::new(&positions);
    let mut loops = Loops::new(&graph);
    if let Some(pump) = loops.exponential() {
        return Growth::Exponential { pump };
    }
    let (ways, text) = burst(&positions, &graph);
    if ways > ENDLESS_WAYS {
        return Growth::Exponential { pump: text };
    }
    let (degree, pump) = loops.degree();
    if ways > CUBIC_WAYS && degree < 3 {
        return Growth::Polynomial { degree: 3, pump: text };
    }
    if degree < 2 {
        return Growth::Linear;
    }
    Growth::Polynomial { degree: degree.max(degree_anywhere(root)), pump }
}

/// The degree together with the engine's starting over at each character.
fn degree_anywhere(root: &Node) -> usize {
    let anywhere = Node::Seq(vec![Node::any_text(), root.clone()]);
    let positions = Positions::of(&anywhere, usize::MAX).unwrap_or_default();
    Loops::new(&Graph::new(&positions)).degree().0
}

/// The most ways to spell a text that were found, and the text. Repeats with a most never pump,
/// yet `(a?){30}` and `(a|a){30}` are as slow as any that do.
fn burst(positions: &Positions, graph: &Graph) -> (u64, String) {
    let mut most = (positions.idle.into(), String::new());
    for start in 0..graph.samples.len() {
        let mut arrivals = vec![0_u64; positions.labels.len()];
        for entry in &positions.whole.first {
            if let Some(ways) = arrivals.get_mut(entry.at).filter(|_| graph.can_fail(entry.at)) {
                *ways = u64::from(entry.open.saturating_add(entry.edge));
            }
        }
        let mut text = String::new();
        let mut letter = Some(start);
        while let Some(current) = letter.filter(|_| text.len() < BURST_LENGTH) {
            text.extend(graph.sample(current));
            let ways = graph.keep(current, &mut arrivals);
            if ways > most.0 {
                most = (ways, shortened(&text));
            }
            arrivals = graph.advance(&arrivals);
            letter = graph.busiest(&arrivals);
        }
    }
    most
}

/// One character where the text is nothing but it.
fn shortened(text: &str) -> String {
    let first = text.chars().next();
    if text.chars().all(|character| Some(character) == first) {
        return first.into_iter().collect();
    }
    text.to_owned()
}

#[cfg(test)]
mod tests {
    use super::super::Pattern;
    use super::*;

    #[expect(clippy::unwrap_used, reason = "a test may fail loudly")]
    fn growth(pattern: &str) -> Growth {
        Pattern::parse(pattern).unwrap().growth()
    }

    #[test]
    fn everyday_patterns_are_linear() {
        for pattern in [
            r"^[a-z0-9._-]+@example\.com$",
            r"^([a-z0-9-]+\.)*example\.com$",
            "^(.+?)@",
            "^app-(.*)$",
            r"^(\w+)\s+(\w+)$",
            r"^\+?[0-9]{6,15}$",
            "^(?:staff|admin)-[a-z]+$",
            "_([^_]+)$",
            r"^\s+|\s+$",
            "^(a?)*$",
            "(a+)+",
            "^(?:^a|^a)*$",
            r"^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$",
            r"^\d{4}-\d{2}-\d{2}$",
            "^(?:a{1,3}b){0,9}$",
            r"^(?:[a-z]{1,63}\.)*(?:[a-z0-9]{1,63}-)*[a-z]{1,63}$",
            "",
        ] {
            assert_eq!(growth(pattern), Growth::Linear, "{pattern}");
        }
    }

    #[test]
    fn patterns_that_explode_are_found_with_what_they_explode_on() {
        for (pattern, expected) in [
            ("(a+)+$", "a"),
            ("^(a|a)*$", "aa"),
            ("^(a*)*b", "a"),
            ("(x+x+)+y", "xx"),
            (r"^(\w+\s?)*$", "a"),
            (r"^([a-zA-Z0-9])(([\-.]|[_]+)?([a-zA-Z0-9]+))*(@){1}", "a"),
            ("^(a|ab|b)*$", "abb"),
            ("^(?:a?b?)*$", "ba"),
            ("^(?:a{0,2})*$", "aa"),
            ("^(?:a|a){30}$", "a"),
            ("^(?:a?){30}$", "a"),
            ("^(?:|){30}b", ""),
            ("^(?:[a-z]{1,60}){1,15}$", "a"),
            ("^(?:bbbb|bbbb|(?:a?){30}c)$", "a"),
        ] {
            match growth(pattern) {
                Growth::Exponential { pump } => assert_eq!(pump, expected, "{pattern}"),
                other => assert_eq!(other, Growth::Linear, "{pattern} explodes"),
            }
            assert_ne!(growth(pattern), Growth::Linear, "{pattern}");
        }
    }

    #[test]
    fn degrees_are_told_apart() {
        for (pattern, expected) in [
            ("^.*.*x$", 2),
            ("^.*.*.*x$", 3),
            (r"^(.*)\s(.*)$", 2),
            (r"(.*)\s(.*)$", 3),
            (r"^(.*)-(.*)-(.*)$", 3),
            ("^a*b?a*c$", 2),
            ("^a*b*a*b*a*c$", 3),
            ("^.*[a-z]{0,200}[a-z]{0,200}$", 3),
        ] {
            match growth(pattern) {
                Growth::Polynomial { degree, .. } => assert_eq!(degree, expected, "{pattern}"),
                other => assert_eq!(other, Growth::Linear, "{pattern} is polynomial"),
            }
            assert_ne!(growth(pattern), Growth::Linear, "{pattern}");
        }
    }
}
