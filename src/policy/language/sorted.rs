//! Keeps lists in order. Most come nearly sorted, and sorting afterwards would be a hundred times
//! the code.

/// Inserts what is not there yet.
pub(super) fn insert<T: Ord>(list: &mut Vec<T>, item: T) {
    if list.last().is_none_or(|last| *last < item) {
        list.push(item);
    } else if let Err(at) = list.binary_search(&item) {
        list.insert(at, item);
    }
}
