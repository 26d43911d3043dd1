//! Reads classes and escapes.

use super::fault::{PatternFault, syntax, unsupported};
use super::parse::Parser;
use super::set::Set;

const OUT_OF_ORDER: &str = "the range is in the wrong order";
const UNKNOWN: &str = "there is no such escape";

impl Parser {
    /// The class whose bracket is at `start` and has been taken.
    pub(super) fn class(&mut self, start: usize) -> Result<Set, PatternFault> {
        let negated = self.eat('^');
        let mut ranges = Vec::new();
        while !self.eat(']') {
            let first = self.at;
            let low = self.member(start)?;
            if self.peek() == Some('-') && self.peek_second() != Some(']') {
                self.at += 1;
                let high = self.member(start)?;
                ranges.push(range(first, &low, &high)?);
            } else {
                ranges.extend_from_slice(low.ranges());
            }
        }
        let set = Set::of(&ranges);
        Ok(if negated { set.negated() } else { set })
    }

    /// One character or escape in a class.
    fn member(&mut self, start: usize) -> Result<Set, PatternFault> {
        let at = self.at;
        match self.take() {
            None => Err(syntax(start, "this bracket is never closed")),
            Some('\\') => match self.peek() {
                Some(character @ ('-' | 'b')) => {
                    self.at += 1;
                    Ok(Set::one(if character == '-' { '-' } else { '\u{8}' }))
                }
                Some('B' | 'k' | '1'..='9') => Err(syntax(at, UNKNOWN)),
                _ => self.escape(at),
            },
            Some(character) => Ok(Set::one(character)),
        }
    }

    /// The escape whose backslash is at `start` and has been taken.
    pub(super) fn escape(&mut self, start: usize) -> Result<Set, PatternFault> {
        let letter = self.take().ok_or(syntax(start, "nothing follows the backslash"))?;
        if let Some(set) = Set::of_escape(letter) {
            return Ok(set);
        }
        let character = match letter {
            'b' | 'B' => return Err(unsupported(start, "word boundaries are")),
            'k' | '1'..='9' => return Err(unsupported(start, "references back to a group are")),
            'p' | 'P' => return Err(unsupported(start, "properties of characters are")),
            't' => '\t',
            'n' => '\n',
            'v' => '\u{B}',
            'f' => '\u{C}',
            'r' => '\r',
            '0' if !self.peek().is_some_and(|next| next.is_ascii_digit()) => '\0',
            'c' => self.control(start)?,
            'x' => self.hex(start, 2)?,
            'u' => self.unicode(start)?,
            '^' | '$' | '\\' | '.' | '*' | '+' | '?' | '(' | ')' | '[' | ']' | '{' | '}' | '|'
            | '/' => letter,
            _ => return Err(syntax(start, UNKNOWN)),
        };
        Ok(Set::one(character))
    }

    fn control(&mut self, start: usize) -> Result<char, PatternFault> {
        self.take()
            .filter(char::is_ascii_alphabetic)
            .and_then(|letter| char::from_u32(u32::from(letter) % 32))
            .ok_or(syntax(start, UNKNOWN))
    }

    fn unicode(&mut self, start: usize) -> Result<char, PatternFault> {
        if !self.eat('{') {
            return self.hex(start, 4);
        }
        let mut code = None;
        while let Some(digit) = self.peek().and_then(|character| character.to_digit(16)) {
            self.at += 1;
            code = Some(code.unwrap_or(0_u32).saturating_mul(16).saturating_add(digit));
        }
        let code = code.filter(|_| self.eat('}')).ok_or(syntax(start, UNKNOWN))?;
        character(start, code)
    }

    fn hex(&mut self, start: usize, digits: usize) -> Result<char, PatternFault> {
        let mut code = 0;
        for _ in 0..digits {
            let digit = self.take().and_then(|character| character.to_digit(16));
            code = code * 16 + digit.ok_or(syntax(start, UNKNOWN))?;
        }
        character(start, code)
    }
}

fn character(start: usize, code: u32) -> Result<char, PatternFault> {
    match code {
        0xD800..=0xDFFF => Err(unsupported(start, "surrogates are")),
        _ => char::from_u32(code).ok_or(syntax(start, "there is no such character")),
    }
}

/// The range between two members, each of which must be a single character.
fn range(start: usize, low: &Set, high: &Set) -> Result<(u32, u32), PatternFault> {
    match (low.ranges(), high.ranges()) {
        (&[(low, last)], &[(first, high)]) if low == last && first == high => {
            if low <= high {
                Ok((low, high))
            } else {
                Err(syntax(start, OUT_OF_ORDER))
            }
        }
        _ => Err(syntax(start, "a range needs a character on each side")),
    }
}
