//! Points in time, in FusionAuth's form: milliseconds since 1970 in UTC.

use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

/// Milliseconds since 1970-01-01T00:00:00Z.
pub type Instant = i64;

/// The time of a scenario that gives none: 2026-01-01T00:00:00Z, fixed so that output is reproducible.
pub const DEFAULT_NOW: Instant = 1_767_225_600_000;

/// Reads an RFC 3339 text such as `2026-11-23T08:00:00Z`.
///
/// ```
/// use reconcile_kit::model::instant;
///
/// assert_eq!(instant::parse("1970-01-01T00:00:01.5Z"), Some(1_500));
/// assert_eq!(instant::parse("yesterday"), None);
/// ```
#[must_use]
pub fn parse(text: &str) -> Option<Instant> {
    let moment = OffsetDateTime::parse(text, &Rfc3339).ok()?;
    Some(moment.unix_timestamp() * 1000 + i64::from(moment.millisecond()))
}

/// Whether `text` is a day of the form `YYYY-MM-DD` that the calendar has.
#[must_use]
pub fn is_day(text: &str) -> bool {
    let bytes = text.as_bytes();
    let digits = |range: std::ops::Range<usize>| {
        let part = text.get(range)?;
        part.bytes().all(|byte| byte.is_ascii_digit()).then(|| part.parse::<u16>().ok())?
    };
    if bytes.len() != 10 || bytes.get(4) != Some(&b'-') || bytes.get(7) != Some(&b'-') {
        return false;
    }
    match (digits(0..4), digits(5..7), digits(8..10)) {
        (Some(year), Some(month), Some(day)) => {
            let month =
                u8::try_from(month).ok().and_then(|month| time::Month::try_from(month).ok());
            month.is_some_and(|month| (1..=u16::from(month.length(i32::from(year)))).contains(&day))
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_default_is_the_first_of_2026() {
        assert_eq!(parse("2026-01-01T00:00:00Z"), Some(DEFAULT_NOW));
    }

    #[test]
    fn days_are_those_of_the_calendar() {
        assert!(is_day("1990-12-31") && is_day("2024-02-29"));
        for text in [
            "1990-13-01",
            "2023-02-29",
            "01/02/1990",
            "1990-1-1",
            "1990-00-10",
            "",
            "1990-12-31 ",
            "ä990-12-3",
        ] {
            assert!(!is_day(text), "{text}");
        }
    }
}
