//! Pins a capturing group to one text.

use super::automaton::Automaton;
use super::positions::Positions;
use super::tree::Node;

/// The tree in which the group takes part and takes this text.
pub(super) fn pin(node: &Node, group: usize, text: &str) -> Option<Node> {
    match node {
        Node::Group(number, inner) => {
            let inner =
                if *number == group { taking(inner, text) } else { pin(inner, group, text) };
            Some(Node::Group(*number, Box::new(inner?)))
        }
        Node::Seq(parts) => {
            // Where an earlier pin wrote a round out, the group's text is that of the last one.
            let at = parts.iter().rposition(|part| part.has_group(group))?;
            let pinned = pin(parts.get(at)?, group, text)?;
            let mut parts = parts.clone();
            *parts.get_mut(at)? = pinned;
            Some(Node::Seq(parts))
        }
        Node::Alt(branches) => {
            pin(branches.iter().find(|branch| branch.has_group(group))?, group, text)
        }
        Node::Repeat(inner, min, max) => {
            let last = pin(inner, group, text)?;
            let others = match max {
                Some(max) => Some(max.checked_sub(1)?),
                None => None,
            };
            if others == Some(0) {
                return Some(last);
            }
            Some(Node::Seq(vec![Node::Repeat(inner.clone(), min.saturating_sub(1), others), last]))
        }
        Node::Set(_) | Node::Start | Node::End => None,
    }
}

/// The text as the inside of a group, with the `^` and `$` that it needs there.
fn taking(inner: &Node, text: &str) -> Option<Node> {
    let positions = Positions::of(inner, usize::MAX)?;
    let mut branches = Vec::new();
    for (start, end) in [(false, false), (true, false), (false, true), (true, true)] {
        let (automaton, sets) = Automaton::new(positions.clone(), start, end);
        // What holds everywhere also holds at an edge, and what holds at one also holds at both.
        let is_new = branches.is_empty() || (!start && end);
        if !is_new || !automaton.accepts(&sets, text) {
            continue;
        }
        let mut parts = Vec::new();
        if start {
            parts.push(Node::Start);
        }
        parts.push(Node::literal(text));
        if end {
            parts.push(Node::End);
        }
        branches.push(Node::Seq(parts));
        if !start && !end {
            break;
        }
    }
    if branches.is_empty() { None } else { Some(Node::Alt(branches)) }
}

#[cfg(test)]
mod tests {
    use super::super::{Language, Pattern, shortest};

    /// A text for which the group has this text, by the pattern and the group's number.
    fn witness(pattern: &str, group: usize, text: &str) -> Option<String> {
        let pinned = Pattern::parse(pattern).ok()?.with_group(group, text)?;
        shortest(&[&Language::pattern(&pinned)], &[]).ok()?
    }

    #[test]
    fn the_group_takes_the_text() {
        for (pattern, group, text, expected) in [
            ("^app-(.*)$", 1, "admin", Some("app-admin")),
            ("^app-(.*)$", 1, "a\nb", None),
            ("^(.+?)@", 1, "jane", Some("jane@")),
            ("_([^_]+)$", 1, "x_", None),
            ("^(?:x|(a|b)+y)$", 1, "b", Some("by")),
            ("^(a|b){2}$", 1, "b", Some("ab")),
            ("^(?<id>\\d+)-(?<name>\\w+)$", 2, "z", Some("0-z")),
            ("^(a)?b", 1, "a", Some("ab")),
            ("x(^a|b)", 1, "a", None),
            ("(^a|a$)x?", 1, "a", Some("a")),
            ("(a){0}b", 1, "a", None),
            ("(a)", 2, "a", None),
        ] {
            assert_eq!(witness(pattern, group, text).as_deref(), expected, "{pattern} {text:?}");
        }
    }
}
