//! Reads patterns as ECMAScript does with the `u` flag, which leaves no doubtful spelling alone.

use super::fault::{PatternFault, syntax, too_large, unsupported};
use super::set::Set;
use super::tree::Node;

const MAX_CHARACTERS: usize = 500;
/// How many characters a pattern may have with its repeats written out.
pub(super) const MAX_SIZE: usize = 1_000;
/// Everything that walks the tree calls itself for each level.
const MAX_DEPTH: usize = 50;

/// The tree of a pattern, and the number of its capturing groups.
pub(super) fn parse(text: &str) -> Result<(Node, usize), PatternFault> {
    let chars: Vec<char> = text.chars().collect();
    if chars.len() > MAX_CHARACTERS {
        return Err(too_large(MAX_CHARACTERS));
    }
    let mut parser = Parser { chars, at: 0, groups: 0, depth: 0, names: Vec::new() };
    let root = parser.alternatives()?;
    if parser.at < parser.chars.len() {
        return Err(syntax(parser.at, "this parenthesis closes nothing"));
    }
    if root.size() > MAX_SIZE {
        return Err(too_large(0));
    }
    Ok((root, parser.groups))
}

pub(super) struct Parser {
    chars: Vec<char>,
    pub(super) at: usize,
    groups: usize,
    depth: usize,
    names: Vec<String>,
}

impl Parser {
    pub(super) fn peek(&self) -> Option<char> {
        self.chars.get(self.at).copied()
    }

    pub(super) fn peek_second(&self) -> Option<char> {
        self.chars.get(self.at + 1).copied()
    }

    pub(super) fn take(&mut self) -> Option<char> {
        let character = self.peek()?;
        self.at += 1;
        Some(character)
    }

    pub(super) fn eat(&mut self, expected: char) -> bool {
        let found = self.peek() == Some(expected);
        self.at += usize::from(found);
        found
    }

    fn alternatives(&mut self) -> Result<Node, PatternFault> {
        let first = self.sequence()?;
        if self.peek() != Some('|') {
            return Ok(first);
        }
        let mut branches = vec![first];
        while self.eat('|') {
            branches.push(self.sequence()?);
        }
        Ok(Node::Alt(branches))
    }

    fn sequence(&mut self) -> Result<Node, PatternFault> {
        let mut parts = Vec::new();
        while let Some(character) = self.peek() {
            match character {
                '|' | ')' => break,
                '^' | '$' => {
                    self.at += 1;
                    parts.push(if character == '^' { Node::Start } else { Node::End });
                }
                _ => {
                    let atom = self.atom()?;
                    parts.push(self.quantified(atom)?);
                }
            }
        }
        Ok(match parts.len() {
            1 => parts.pop().unwrap_or(Node::Seq(Vec::new())),
            _ => Node::Seq(parts),
        })
    }

    fn atom(&mut self) -> Result<Node, PatternFault> {
        let start = self.at;
        match self.take() {
            Some('(') => self.group(start),
            Some('[') => self.class(start).map(Node::Set),
            Some('\\') => self.escape(start).map(Node::Set),
            Some('.') => Ok(Node::Set(Set::dot())),
            Some('*' | '+' | '?') => Err(syntax(start, "there is nothing to repeat")),
            Some('{' | '}') => Err(syntax(start, "a brace that counts nothing needs a backslash")),
            Some(']') => Err(syntax(start, "this bracket closes nothing")),
            Some(character) => Ok(Node::Set(Set::one(character))),
            None => Ok(Node::Seq(Vec::new())),
        }
    }

    fn quantified(&mut self, atom: Node) -> Result<Node, PatternFault> {
        let start = self.at;
        let (min, max) = match self.peek() {
            Some('*') => (0, None),
            Some('+') => (1, None),
            Some('?') => (0, Some(1)),
            Some('{') => self.counts(start)?,
            _ => return Ok(atom),
        };
        self.at += 1;
        // Which of the ways is tried first makes no difference to what there is to find.
        self.eat('?');
        let repeat = Node::Repeat(Box::new(atom), min, max);
        if repeat.size() > MAX_SIZE { Err(too_large(start)) } else { Ok(repeat) }
    }

    /// The numbers between braces; the closing brace is left.
    fn counts(&mut self, start: usize) -> Result<(usize, Option<usize>), PatternFault> {
        self.at += 1;
        let lone = syntax(start, "a brace that counts nothing needs a backslash");
        let min = self.number().ok_or(lone)?;
        let max = if self.eat(',') { self.number() } else { Some(min) };
        if self.peek() != Some('}') {
            return Err(lone);
        }
        if max.is_some_and(|max| max < min) {
            return Err(syntax(start, "the counts are in the wrong order"));
        }
        Ok((min, max))
    }

    fn number(&mut self) -> Option<usize> {
        let mut number = None;
        while let Some(digit) = self.peek().and_then(|character| character.to_digit(10)) {
            self.at += 1;
            number =
                Some(number.unwrap_or(0_usize).saturating_mul(10).saturating_add(digit as usize));
        }
        number
    }

    fn group(&mut self, start: usize) -> Result<Node, PatternFault> {
        let captures = !self.eat('?') || self.is_named(start)?;
        self.groups += usize::from(captures);
        let number = self.groups;
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(too_large(start));
        }
        let inner = self.alternatives()?;
        self.depth -= 1;
        if !self.eat(')') {
            return Err(syntax(start, "this parenthesis is never closed"));
        }
        Ok(if captures { Node::Group(number, Box::new(inner)) } else { inner })
    }

    /// Whether a group that starts with `(?` has a name and so captures.
    fn is_named(&mut self, start: usize) -> Result<bool, PatternFault> {
        match self.take() {
            Some(':') => Ok(false),
            Some('<') if !matches!(self.peek(), Some('=' | '!')) => self.name(start),
            Some('=' | '!' | '<') => Err(unsupported(start, "looking ahead and behind is")),
            Some('i' | 'm' | 's' | '-') => Err(unsupported(start, "flags inside a pattern are")),
            _ => Err(syntax(start, "there is no such kind of group")),
        }
    }

    fn name(&mut self, start: usize) -> Result<bool, PatternFault> {
        let mut name = String::new();
        while let Some(character) = self.take() {
            match character {
                '>' if !name.is_empty() => {
                    // Allowed in different branches by the newest engines only.
                    if self.names.contains(&name) {
                        return Err(unsupported(start, "two groups with the same name are"));
                    }
                    self.names.push(name);
                    return Ok(true);
                }
                '0'..='9' if !name.is_empty() => name.push(character),
                'a'..='z' | 'A'..='Z' | '_' | '$' => name.push(character),
                '\\' | '\u{80}'.. => {
                    return Err(unsupported(start, "group names beyond ASCII are"));
                }
                _ => break,
            }
        }
        Err(syntax(start, "the group's name is not a name"))
    }
}

#[cfg(test)]
mod tests {
    use super::super::{FaultKind, Pattern, PatternFault};

    const FAULTS: &[(&str, char, usize)] = &[
        ("é(", 's', 1),
        ("a)", 's', 1),
        ("a[b", 's', 1),
        ("a]", 's', 1),
        ("a{", 's', 1),
        ("a{,2}", 's', 1),
        ("a}", 's', 1),
        ("{1}", 's', 0),
        ("a{2,1}", 's', 1),
        ("a**", 's', 2),
        ("^*", 's', 1),
        ("(|*)", 's', 2),
        (r"a\", 's', 1),
        (r"\e", 's', 0),
        (r"\-", 's', 0),
        (r"\00", 's', 0),
        (r"\x4g", 's', 0),
        (r"\u{110000}", 's', 0),
        ("[b-a]", 's', 1),
        (r"[\w-a]", 's', 1),
        (r"[\1]", 's', 1),
        ("(?a)", 's', 0),
        ("(?<>a)", 's', 0),
        ("(?<1>a)", 's', 0),
        (r"(a)\1", 'u', 3),
        (r"\k<a>", 'u', 0),
        ("a(?=b)", 'u', 1),
        ("a(?<!b)", 'u', 1),
        (r"\bword", 'u', 0),
        (r"\p{L}", 'u', 0),
        (r"[\P{L}]", 'u', 1),
        ("(?i:a)", 'u', 0),
        (r"\uD83D", 'u', 0),
        ("(?<a>b)|(?<a>c)", 'u', 8),
        ("a{1001}", 'l', 1),
        ("(?:a{100}){11}", 'l', 10),
        ("(?:){4294967296}", 'l', 4),
        ("a{500}b{501}", 'l', 0),
        ("(?:a?){300}", 'l', 0),
    ];

    /// Where a pattern is wrong: `s` for its syntax, `u` for what is unsupported, `l` for its size.
    fn fault(pattern: &str) -> Option<(char, usize)> {
        let PatternFault { offset, kind } = Pattern::parse(pattern).err()?;
        let kind = match kind {
            FaultKind::Syntax(_) => 's',
            FaultKind::Unsupported(_) => 'u',
            FaultKind::TooLarge => 'l',
        };
        Some((kind, offset))
    }

    #[test]
    fn patterns_are_read() {
        for (pattern, groups) in [
            ("", 0),
            ("(a)(?:b)(?<c>d)", 2),
            (r"^[\w.+-]+@\d{1,3}\/[^\]]$", 0),
            (r"\u{1F600}\u00E9\x41\cA\0\t[\b\-]", 0),
            ("a||b|()", 1),
            ("[]|[^]", 0),
            ("(?<$a_1>é)", 1),
        ] {
            assert_eq!(fault(pattern), None, "{pattern}");
            assert_eq!(Pattern::parse(pattern).map(|it| it.groups()), Ok(groups), "{pattern}");
        }
    }

    #[test]
    fn faults_say_where_they_are() {
        for &(pattern, kind, offset) in FAULTS {
            assert_eq!(fault(pattern), Some((kind, offset)), "{pattern}");
        }
        assert_eq!(fault(&"a".repeat(501)), Some(('l', 500)));
        assert_eq!(fault(&("(".repeat(51) + &")".repeat(51))), Some(('l', 50)));
    }
}
