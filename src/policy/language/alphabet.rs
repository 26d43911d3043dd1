//! Characters that no set tells apart, which can be tried once for all of them.

use super::intern::Interner;
use super::set::{SURROGATES, Set};
use super::sorted;

/// The classes into which these sets divide all characters; `None` if that takes more than `room`
/// notes on which class is in which set.
pub(super) fn letters(sets: &[&Set], room: usize) -> Option<Vec<Set>> {
    // Where the surrogates end something starts in any case.
    let mut starts = vec![0, SURROGATES.1 + 1];
    for &(low, high) in sets.iter().flat_map(|set| set.ranges()) {
        sorted::insert(&mut starts, low);
        sorted::insert(&mut starts, high + 1);
    }
    if starts.len().saturating_mul(sets.len()) > room {
        return None;
    }
    let mut interner = Interner::default();
    let mut classes: Vec<Vec<(u32, u32)>> = Vec::new();
    let mut starts = starts.into_iter().peekable();
    while let Some(low) = starts.next() {
        let high = starts.peek().map_or(u32::from(char::MAX), |next| next - 1);
        // Neither surrogates nor what is beyond the last character have any.
        let Some(sample) = char::from_u32(low) else { continue };
        let members: Vec<usize> =
            sets.iter().map(|set| usize::from(set.contains(sample))).collect();
        let (index, is_new) = interner.index(&members);
        if is_new {
            classes.push(Vec::new());
        }
        if let Some(class) = classes.get_mut(index) {
            class.push((low, high));
        }
    }
    Some(classes.iter().map(|ranges| Set::of(ranges)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_what_the_sets_tell_apart() {
        let sets = [Set::of(&[(0x61, 0x7A)]), Set::of(&[(0x70, 0x10_FFFF)]), Set::any()];
        let found = letters(&sets.iter().collect::<Vec<_>>(), 100).unwrap_or_default();
        let samples: Vec<_> = found.iter().map(|letter| letter.readable(1)).collect();
        assert_eq!(samples, [['0'], ['a'], ['p'], ['{']]);
    }

    #[test]
    fn no_letter_is_lost_beyond_the_surrogates() {
        let below = Set::of(&[(0, 0xD7FF)]);
        assert_eq!(letters(&[&below], 9), Some(vec![below.clone(), below.negated()]));
    }

    #[test]
    fn there_is_one_letter_without_sets() {
        assert_eq!(letters(&[], 0), Some(vec![Set::any()]));
    }
}
