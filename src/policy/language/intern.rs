//! Numbers for sequences of numbers, so that each is kept and compared once.

/// Sequences by the order in which they first came.
#[derive(Debug, Default)]
pub(super) struct Interner {
    /// All of them, one behind the other.
    kept: Vec<usize>,
    ends: Vec<usize>,
    /// Indices plus one at places given by what is in the sequence; 0 where there is none.
    table: Vec<usize>,
}

impl Interner {
    /// The index of the sequence, and whether it is new.
    pub(super) fn index(&mut self, sequence: &[usize]) -> (usize, bool) {
        if self.table.len() <= self.ends.len() * 2 {
            self.grow();
        }
        let place = self.place(sequence);
        match self.table.get_mut(place) {
            Some(entry) if *entry == 0 => {
                self.kept.extend_from_slice(sequence);
                self.ends.push(self.kept.len());
                *entry = self.ends.len();
                (self.ends.len() - 1, true)
            }
            entry => (entry.map_or(0, |entry| *entry - 1), false),
        }
    }

    pub(super) fn get(&self, index: usize) -> Option<&[usize]> {
        let end = *self.ends.get(index)?;
        let start = index.checked_sub(1).and_then(|before| self.ends.get(before)).copied();
        self.kept.get(start.unwrap_or(0)..end)
    }

    /// How many numbers are kept.
    pub(super) fn size(&self) -> usize {
        self.kept.len() + self.ends.len()
    }

    fn grow(&mut self) {
        self.table = vec![0; (self.table.len() * 2).max(64)];
        for index in 0..self.ends.len() {
            let place = self.place(self.get(index).unwrap_or_default());
            if let Some(entry) = self.table.get_mut(place) {
                *entry = index + 1;
            }
        }
    }

    /// Where the sequence is in the table, or would be. There is always room.
    fn place(&self, sequence: &[usize]) -> usize {
        let mut hash = sequence.len();
        for number in sequence {
            hash = (hash.rotate_left(5) ^ number).wrapping_mul(0x9E37_79B1);
            hash ^= hash >> 15;
        }
        // The table's length is a power of two.
        let mask = self.table.len() - 1;
        let is_other = |entry: usize| entry > 0 && self.get(entry - 1) != Some(sequence);
        while self.table.get(hash & mask).is_some_and(|&entry| is_other(entry)) {
            hash = hash.wrapping_add(1);
        }
        hash & mask
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sequences_keep_their_numbers() {
        let mut interner = Interner::default();
        let sequence = |number: usize| vec![number / 3; number % 5];
        let mut seen: Vec<Vec<usize>> = Vec::new();
        for number in 0..1_000 {
            let sequence = sequence(number);
            let known = seen.iter().position(|known| *known == sequence);
            let expected = (known.unwrap_or(seen.len()), known.is_none());
            assert_eq!(interner.index(&sequence), expected);
            if known.is_none() {
                seen.push(sequence);
            }
        }
        for (index, sequence) in seen.iter().enumerate() {
            assert_eq!(interner.get(index), Some(sequence.as_slice()));
        }
        assert_eq!(interner.get(seen.len()), None);
    }
}
