//! Time zones as Java reads and prints them.

/// Every zone id that Java 17 knows, sorted.
pub(crate) const TIME_ZONES: &str = include_str!("time_zones.txt");

/// `text` as a Java zone prints itself: `GMT+1` is `GMT+01:00`. `None` for one that there is not.
pub(super) fn printed(text: &str) -> Option<String> {
    if text == "UT" || is_line_of(TIME_ZONES, text) {
        return Some(text.to_owned());
    }
    if text == "Z" || text.starts_with(['+', '-']) {
        return offset(text)
            .map(|printed| if printed.is_empty() { "Z".to_owned() } else { printed });
    }
    let prefix = ["UTC", "GMT", "UT"].into_iter().find(|prefix| text.starts_with(prefix))?;
    let rest = text.strip_prefix(prefix).filter(|rest| rest.starts_with(['+', '-']))?;
    offset(rest).map(|printed| format!("{prefix}{printed}"))
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

/// The offset as it is printed, nothing for none: `+2`, `+02`, `+0200`, `+02:00` and the same with seconds.
fn offset(text: &str) -> Option<String> {
    if text == "Z" {
        return Some(String::new());
    }
    let (sign, rest) = text.split_at_checked(1)?;
    let digits = match rest.len() {
        1 | 2 | 4 | 6 => rest.to_owned(),
        5 | 8 => {
            let mut parts = rest.split(':');
            parts.by_ref().all(|part| part.len() == 2).then(|| rest.replace(':', ""))?
        }
        _ => return None,
    };
    let number = |from: usize, most: u8| {
        let part = digits.get(from..digits.len().min(from + 2)).unwrap_or_default();
        let is_whole = part.bytes().all(|byte| byte.is_ascii_digit());
        let number = if part.is_empty() { Some(0) } else { part.parse::<u8>().ok() };
        number.filter(|number| is_whole && *number <= most)
    };
    let (hours, minutes, seconds) = (number(0, 18)?, number(2, 59)?, number(4, 59)?);
    match (hours, minutes, seconds) {
        (0, 0, 0) => Some(String::new()),
        (18, 1.., _) | (18, _, 1..) => None,
        (_, _, 0) => Some(format!("{sign}{hours:02}:{minutes:02}")),
        _ => Some(format!("{sign}{hours:02}:{minutes:02}:{seconds:02}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_time_zone_is_found_and_nothing_between_them() {
        assert!(TIME_ZONES.is_ascii() && TIME_ZONES.lines().is_sorted());
        for zone in TIME_ZONES.lines() {
            assert_eq!(printed(zone).as_deref(), Some(zone));
            for other in [format!("{zone}x"), format!("A{zone}"), zone.to_lowercase()] {
                let known = TIME_ZONES.lines().any(|zone| zone == other);
                assert_eq!(printed(&other).is_some(), known, "{other}");
            }
        }
        assert_eq!(printed("é"), None);
    }

    #[test]
    fn offsets_are_printed_as_java_prints_them() {
        for (text, expected) in [
            ("+2", "+02:00"),
            ("-0530", "-05:30"),
            ("+01:02:03", "+01:02:03"),
            ("+18", "+18:00"),
            ("+00:00", "Z"),
            ("-0", "Z"),
            ("GMT+1", "GMT+01:00"),
            ("UTC+0", "UTC"),
            ("UT-3", "UT-03:00"),
            ("GMT0", "GMT0"),
            ("UT", "UT"),
        ] {
            assert_eq!(printed(text).as_deref(), Some(expected), "{text}");
        }
        for text in
            ["", "utc", "GMT+", "GMT1", "+1:00", "+19", "+18:01", "+1234567", "z", "UTCZ", "+é"]
        {
            assert_eq!(printed(text), None, "{text}");
        }
    }
}
