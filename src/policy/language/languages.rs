//! The languages that a text test or a pattern describes.

use std::sync::Arc;

use super::automaton::Automaton;
use super::pattern::Pattern;
use super::positions::Positions;
use super::set::Set;
use super::tree::Node;

/// A set of texts for which it can be proved whether two of them have a text in common.
#[derive(Debug, Clone)]
pub(crate) struct Language {
    automaton: Arc<Automaton>,
    sets: Arc<[Set]>,
}

impl Language {
    /// All texts.
    pub(crate) fn any() -> Self {
        Self::of(&Node::any_text())
    }

    /// This text alone.
    pub(crate) fn literal(text: &str) -> Self {
        Self::of(&Node::literal(text))
    }

    /// The texts that start with this one.
    pub(crate) fn starting_with(text: &str) -> Self {
        Self::around(false, Node::literal(text), true)
    }

    /// The texts that end with this one.
    pub(crate) fn ending_with(text: &str) -> Self {
        Self::around(true, Node::literal(text), false)
    }

    /// The texts in which this one occurs.
    pub(crate) fn containing(text: &str) -> Self {
        Self::around(true, Node::literal(text), true)
    }

    /// These texts alone.
    pub(crate) fn one_of(texts: &[&str]) -> Self {
        Self::of(&Node::literals(texts))
    }

    /// The texts of a shape in which `*` stands for any text and `?` for any character.
    pub(crate) fn glob(shape: &str) -> Self {
        let mut parts = Vec::new();
        let mut last = None;
        for character in shape.chars() {
            match character {
                '*' if last == Some('*') => {}
                '*' => parts.push(Node::any_text()),
                '?' => parts.push(Node::any_character()),
                _ => parts.push(Node::Set(Set::one(character))),
            }
            last = Some(character);
        }
        Self::of(&Node::Seq(parts))
    }

    /// The texts in which the pattern finds something, as with ECMAScript's `RegExp.test`.
    pub(crate) fn pattern(pattern: &Pattern) -> Self {
        Self::around(true, pattern.root().clone(), true)
    }

    /// The texts whose part after the last `@` is one of these domains, in whatever case.
    pub(crate) fn email_domain(domains: &[&str]) -> Self {
        // After the last `@` there is none, so a domain that has one is nobody's.
        let mut possible = domains.to_vec();
        possible.retain(|domain| !domain.contains('@'));
        let end = vec![Node::literal("@"), Node::literals(&possible)];
        Self::around(true, Node::Seq(end), false).ignoring_case()
    }

    /// The same texts with each ASCII letter in either case.
    #[must_use]
    pub(crate) fn ignoring_case(self) -> Self {
        let sets = self.sets.iter().map(Set::in_both_cases).collect();
        Self { automaton: self.automaton, sets }
    }

    /// Whether the text is one of the language.
    pub(crate) fn accepts(&self, text: &str) -> bool {
        self.automaton.accepts(&self.sets, text)
    }

    pub(super) fn automaton(&self) -> &Automaton {
        &self.automaton
    }

    pub(super) fn sets(&self) -> &[Set] {
        &self.sets
    }

    /// The texts in which something has any text before it, after it, or both.
    fn around(before: bool, middle: Node, after: bool) -> Self {
        let mut parts = Vec::with_capacity(3);
        if before {
            parts.push(Node::any_text());
        }
        parts.push(middle);
        if after {
            parts.push(Node::any_text());
        }
        Self::of(&Node::Seq(parts))
    }

    fn of(root: &Node) -> Self {
        // Without a limit there are positions in any case.
        let positions = Positions::of(root, usize::MAX).unwrap_or_default();
        let (automaton, sets) = Automaton::new(positions, true, true);
        Self { automaton: Arc::new(automaton), sets: sets.into() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(language: &Language, inside: &[&str], outside: &[&str]) {
        for text in inside {
            assert!(language.accepts(text), "{text:?} is in {language:?}");
        }
        for text in outside {
            assert!(!language.accepts(text), "{text:?} is not in {language:?}");
        }
    }

    #[test]
    fn text_tests_say_what_their_names_say() {
        check(&Language::any(), &["", "a", "\n😀"], &[]);
        check(&Language::literal("ab"), &["ab"], &["", "a", "abc", "AB"]);
        check(&Language::literal(""), &[""], &["a"]);
        check(&Language::starting_with("ab"), &["ab", "abc"], &["a", "cab"]);
        check(&Language::ending_with("ab"), &["ab", "aab", "abab"], &["aba", "b"]);
        check(&Language::containing("aba"), &["aba", "ababa", "bbabab"], &["abba", ""]);
        check(&Language::containing(""), &["", "a"], &[]);
        check(&Language::one_of(&["a", "bc"]), &["a", "bc"], &["b", "abc", ""]);
        check(&Language::one_of(&[]), &[], &["", "a"]);
    }

    #[test]
    fn globs_span_lines_and_count_characters() {
        check(&Language::glob("a*.?"), &["a.b", "a\n.😀"], &["a.", "a.bc ", "b.b"]);
        check(&Language::glob("**"), &["", "x"], &[]);
    }

    #[test]
    fn domains_follow_the_last_at_sign_in_any_case() {
        let language = Language::email_domain(&["example.com", "a@b"]);
        let inside = ["x@example.com", "x@y@EXAMPLE.com", "@example.com"];
        check(&language, &inside, &["example.com", "x@a@b", "x@example.com@", "x@example-com"]);
    }

    #[test]
    fn case_is_ignored_for_ascii_only() {
        check(&Language::literal("aé").ignoring_case(), &["aé", "Aé"], &["aÉ"]);
    }
}
