//! Texts of a certain form, as FusionAuth's Java classes accept them.

/// Whether `text` is a UUID in its usual form.
pub(super) fn is_uuid(text: &str) -> bool {
    let groups = [8, 4, 4, 4, 12];
    let mut parts = text.split('-');
    groups.iter().all(|length| {
        parts.next().is_some_and(|part| {
            part.len() == *length && part.bytes().all(|byte| byte.is_ascii_hexdigit())
        })
    }) && parts.next().is_none()
}

/// Whether Java's `URI` would take `text`: no blank, no delimiter, and `%` only before two hexadecimal digits.
pub(super) fn is_uri(text: &str) -> bool {
    let mut characters = text.chars();
    while let Some(character) = characters.next() {
        match character {
            ' ' | '"' | '<' | '>' | '\\' | '^' | '`' | '{' | '|' | '}' => return false,
            '%' => {
                let escape = (characters.next(), characters.next());
                if !matches!(escape, (Some(high), Some(low)) if high.is_ascii_hexdigit() && low.is_ascii_hexdigit())
                {
                    return false;
                }
            }
            other if other.is_control() || other.is_whitespace() => return false,
            _ => {}
        }
    }
    true
}

/// Every zone id that Java 17 knows, sorted.
pub(crate) const TIME_ZONES: &str = include_str!("time_zones.txt");

pub(super) fn is_time_zone(text: &str) -> bool {
    is_line_of(TIME_ZONES, text) || is_offset(text)
}

/// Whether `wanted` is one of the `lines`, which are sorted: halves them until the line is found.
fn is_line_of(mut lines: &str, wanted: &str) -> bool {
    while !lines.is_empty() {
        // A line of ASCII, so that every place is a character's.
        let start =
            lines.get(..lines.len() / 2).and_then(|half| half.rfind('\n')).map_or(0, |end| end + 1);
        let (before, rest) = lines.split_at_checked(start).unwrap_or(("", lines));
        let (line, after) = rest.split_once('\n').unwrap_or((rest, ""));
        match wanted.cmp(line) {
            std::cmp::Ordering::Less => lines = before,
            std::cmp::Ordering::Equal => return true,
            std::cmp::Ordering::Greater => lines = after,
        }
    }
    false
}

/// Java also takes offsets: `Z`, `+02:00`, `UTC+2`, `GMT-05:30`.
fn is_offset(text: &str) -> bool {
    if text == "Z" {
        return true;
    }
    let offset =
        ["UTC", "GMT", "UT"].iter().find_map(|prefix| text.strip_prefix(prefix)).unwrap_or(text);
    let Some(rest) = offset.strip_prefix(['+', '-']) else { return false };
    let mut parts = rest.split(':');
    let small = |part: &str, most: u8| {
        (1..=2).contains(&part.len())
            && part.bytes().all(|byte| byte.is_ascii_digit())
            && part.parse::<u8>().is_ok_and(|number| number <= most)
    };
    parts.next().is_some_and(|hours| small(hours, 18))
        && parts.all(|part| part.len() == 2 && small(part, 59))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_time_zone_is_found_and_nothing_between_them() {
        assert!(TIME_ZONES.is_ascii() && TIME_ZONES.lines().is_sorted());
        for zone in TIME_ZONES.lines() {
            assert!(is_time_zone(zone), "{zone}");
            for other in [format!("{zone}x"), format!("A{zone}"), zone.to_lowercase()] {
                let known = TIME_ZONES.lines().any(|zone| zone == other) || is_offset(&other);
                assert_eq!(is_time_zone(&other), known, "{other}");
            }
        }
        assert!(!is_time_zone("") && !is_time_zone("é"));
    }
}
