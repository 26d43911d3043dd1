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
    TIME_ZONES.lines().any(|zone| zone == text) || is_offset(text)
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
