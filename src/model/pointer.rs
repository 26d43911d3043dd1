//! JSON Pointers (RFC 6901): how every part of the kit names a place in a document.

use std::fmt::Write as _;

/// `pointer` with one more step, escaped as RFC 6901 asks.
///
/// ```
/// use reconcile_kit::model::pointer;
///
/// assert_eq!(pointer::child("/userinfo", "a/b~c"), "/userinfo/a~1b~0c");
/// ```
#[must_use]
pub fn child(pointer: &str, step: &str) -> String {
    let mut longer = String::with_capacity(pointer.len() + step.len() + 1);
    longer.push_str(pointer);
    push(&mut longer, step);
    longer
}

/// Makes `pointer` longer by that step.
pub(crate) fn push(pointer: &mut String, step: &str) {
    pointer.push('/');
    if is_plain(step) {
        return pointer.push_str(step);
    }
    for character in step.chars() {
        match character {
            '~' => pointer.push_str("~0"),
            '/' => pointer.push_str("~1"),
            other => pointer.push(other),
        }
    }
}

/// Whether a step is written as it is. A loop, because what is compiled for size calls each closure of an iterator, and
/// every place of every explanation comes by here.
fn is_plain(step: &str) -> bool {
    for byte in step.as_bytes() {
        if matches!(byte, b'~' | b'/') {
            return false;
        }
    }
    true
}

/// `pointer` with an array index as its next step.
///
/// ```
/// use reconcile_kit::model::pointer;
///
/// assert_eq!(pointer::item("/users", 2), "/users/2");
/// ```
#[must_use]
pub fn item(pointer: &str, index: usize) -> String {
    let mut longer = pointer.to_owned();
    // Writing to a String cannot fail.
    let _ = write!(longer, "/{index}");
    longer
}

/// The steps of `pointer`, unescaped. The empty pointer has none.
///
/// ```
/// use reconcile_kit::model::pointer;
///
/// assert_eq!(pointer::steps("/user/data/a~1b").collect::<Vec<_>>(), ["user", "data", "a/b"]);
/// assert_eq!(pointer::steps("").count(), 0);
/// ```
pub fn steps(pointer: &str) -> impl Iterator<Item = String> + '_ {
    let unescaped = |step: &str| {
        if is_plain(step) { step.to_owned() } else { step.replace("~1", "/").replace("~0", "~") }
    };
    pointer.split('/').skip(1).map(unescaped)
}
