//! Which known word somebody probably meant.

/// A help line that names the nearest known word, when one is near.
pub(crate) fn nearest<'a>(word: &str, known: impl Iterator<Item = &'a str>) -> String {
    let scored = known.map(|candidate| {
        (strsim::damerau_levenshtein(&word.to_lowercase(), &candidate.to_lowercase()), candidate)
    });
    match scored.min_by_key(|(distance, _)| *distance) {
        Some((distance, candidate)) if distance <= candidate.len().max(3) / 2 => {
            format!("did you mean `{candidate}`?")
        }
        _ => "use one of the known names".to_owned(),
    }
}
