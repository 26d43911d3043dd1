//! Sets of characters, as sorted ranges of Unicode scalar values.

use super::sorted;

const LAST: u32 = 0x10_FFFF;
/// Surrogates are no characters, so no set has them.
pub(super) const SURROGATES: (u32, u32) = (0xD800, 0xDFFF);
/// Between ASCII and this one there are only controls and a space.
const PRINTABLE: u32 = 0xA1;
const E_ACUTE: u32 = 0xE9;

const DIGITS: &[(u32, u32)] = &[(0x30, 0x39)];
const WORD: &[(u32, u32)] = &[(0x30, 0x39), (0x41, 0x5A), (0x5F, 0x5F), (0x61, 0x7A)];
/// White space and line terminators of ECMAScript, which counts U+FEFF and not U+0085.
const SPACE: &[(u32, u32)] = &[
    (0x09, 0x0D),
    (0x20, 0x20),
    (0xA0, 0xA0),
    (0x1680, 0x1680),
    (0x2000, 0x200A),
    (0x2028, 0x2029),
    (0x202F, 0x202F),
    (0x205F, 0x205F),
    (0x3000, 0x3000),
    (0xFEFF, 0xFEFF),
];
const LINE_ENDS: &[(u32, u32)] = &[(0x0A, 0x0A), (0x0D, 0x0D), (0x2028, 0x2029)];

/// Ranges that neither overlap nor touch, with both ends included.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Set(Vec<(u32, u32)>);

impl Set {
    /// The set of these ranges, which may come in any order and overlap.
    pub(super) fn of(ranges: &[(u32, u32)]) -> Self {
        let mut ordered = Vec::new();
        for &(low, high) in ranges {
            let parts = [(low, high.min(SURROGATES.0 - 1)), (low.max(SURROGATES.1 + 1), high)];
            for part in parts.into_iter().filter(|(low, high)| low <= high) {
                sorted::insert(&mut ordered, part);
            }
        }
        let mut merged: Vec<(u32, u32)> = Vec::new();
        for (low, high) in ordered {
            match merged.last_mut() {
                Some(last) if low <= last.1.saturating_add(1) => last.1 = last.1.max(high),
                _ => merged.push((low, high)),
            }
        }
        Self(merged)
    }

    pub(super) fn one(character: char) -> Self {
        Self::of(&[(character.into(), character.into())])
    }

    pub(super) fn any() -> Self {
        Self::of(&[(0, LAST)])
    }

    /// What `.` stands for.
    pub(super) fn dot() -> Self {
        Self::of(LINE_ENDS).negated()
    }

    /// What the escape with this letter stands for, if it stands for a set.
    pub(super) fn of_escape(letter: char) -> Option<Self> {
        Some(match letter {
            'd' => Self::of(DIGITS),
            'D' => Self::of(DIGITS).negated(),
            'w' => Self::of(WORD),
            'W' => Self::of(WORD).negated(),
            's' => Self::of(SPACE),
            'S' => Self::of(SPACE).negated(),
            _ => return None,
        })
    }

    pub(super) fn negated(&self) -> Self {
        let mut gaps = Vec::new();
        let mut next = 0;
        for &(low, high) in &self.0 {
            if next < low {
                gaps.push((next, low - 1));
            }
            next = high + 1;
        }
        if next <= LAST {
            gaps.push((next, LAST));
        }
        Self::of(&gaps)
    }

    /// The set with each ASCII letter in both cases.
    pub(super) fn in_both_cases(&self) -> Self {
        let mut ranges = self.0.clone();
        // Upper-case letters start at 0x41 and lower-case ones at 0x61.
        for (from, to) in [(0x41, 0x61), (0x61, 0x41)] {
            for &(low, high) in &self.0 {
                let (low, high) = (low.max(from), high.min(from + 25));
                if low <= high {
                    ranges.push((low - from + to, high - from + to));
                }
            }
        }
        Self::of(&ranges)
    }

    pub(super) fn ranges(&self) -> &[(u32, u32)] {
        &self.0
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn contains(&self, character: char) -> bool {
        let code = u32::from(character);
        let following = self.0.partition_point(|&(low, _)| low <= code);
        following.checked_sub(1).and_then(|at| self.0.get(at)).is_some_and(|range| code <= range.1)
    }

    /// Up to `count` of its characters, those that read best first.
    pub(super) fn readable(&self, count: usize) -> Vec<char> {
        let mut found = Vec::new();
        let starts = self.0.iter().map(|&(low, high)| (low.max(PRINTABLE), high));
        for (low, high) in [(0, 0x7F), (E_ACUTE, E_ACUTE)].into_iter().chain(starts) {
            let room = if low < PRINTABLE { usize::MAX } else { count };
            let range = (low..=high).take(room).filter_map(char::from_u32);
            for character in range.filter(|&character| self.contains(character)) {
                sorted::insert(&mut found, rank(character));
            }
        }
        if found.is_empty() {
            // Controls beyond ASCII are all that is left.
            found.extend(self.0.iter().flat_map(|&(low, high)| low..=high).take(count));
        }
        found.into_iter().filter_map(of_rank).take(count).collect()
    }
}

/// A number that is the lower the easier the character is to read; its low 21 bits are the
/// character.
pub(super) fn rank(character: char) -> u32 {
    let class = match character {
        'a'..='z' => 0,
        '0'..='9' => 1,
        'A'..='Z' => 2,
        '!'..='~' => 3,
        ' ' => 4,
        'é' => 5,
        '\u{A1}'.. => 6,
        _ => 7,
    };
    (class << 21) | u32::from(character)
}

pub(super) fn of_rank(rank: u32) -> Option<char> {
    char::from_u32(rank & 0x1F_FFFF)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_are_merged_and_leave_surrogates_out() {
        let set = Set::of(&[(0x62, 0x63), (0x61, 0x61), (0xD7FE, 0xE000)]);
        assert_eq!(set.ranges(), [(0x61, 0x63), (0xD7FE, 0xD7FF), (0xE000, 0xE000)]);
        assert_eq!(set.negated().negated(), set);
        assert!(Set::any().negated().is_empty());
    }

    #[test]
    fn both_cases_are_those_of_ascii_letters() {
        let set = Set::of(&[(0x59, 0x62), (0xE9, 0xE9)]).in_both_cases();
        let expected = [(0x41, 0x42), (0x59, 0x62), (0x79, 0x7A), (0xE9, 0xE9)];
        assert_eq!(set.ranges(), expected);
    }

    #[test]
    fn readable_characters_come_first() {
        assert_eq!(Set::any().readable(3), ['a', 'b', 'c']);
        assert_eq!(Set::of_escape('W').map(|set| set.readable(2)), Some(vec!['!', '"']));
        assert_eq!(Set::of(&[(0x0, 0x1F), (0x80, 0xFF)]).readable(2), ['é', '¡']);
        assert_eq!(Set::of(&[(0x0, 0x3)]).readable(9).len(), 4);
        assert_eq!(Set::of(&[(0x80, 0x9F)]).readable(2), ['\u{80}', '\u{81}']);
    }
}
