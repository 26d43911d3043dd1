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
///
/// ```
/// use reconcile_kit::model::instant::is_day;
///
/// assert!(is_day("2024-02-29"));
/// assert!(!is_day("2023-02-29"));
/// ```
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

/// `text` as the day that it is. Java also takes years of more than four digits and before the year 0, with a sign.
pub(super) fn day(text: &str) -> Option<String> {
    if is_day(text) {
        return Some(text.to_owned());
    }
    let (year, rest) = text.split_at_checked(text.len().checked_sub("-01-01".len())?)?;
    let (sign, digits) = year.split_at_checked(1)?;
    let least = match sign {
        "+" => 5,
        "-" => 4,
        _ => return None,
    };
    if !(least..=10).contains(&digits.len()) || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let year: i64 = digits.parse().ok().filter(|year| *year <= 999_999_999)?;
    let signed = if sign == "-" { -year } else { year };
    // The calendar repeats itself after four hundred years.
    if sign == "-" && year == 0 || !is_day(&format!("{:04}{rest}", 2000 + signed.rem_euclid(400))) {
        return None;
    }
    let plus = if signed > 9999 { "+" } else { "" };
    Some(if signed < 0 { format!("-{year:04}{rest}") } else { format!("{plus}{signed:04}{rest}") })
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

    #[test]
    fn years_may_have_a_sign() {
        for (text, printed) in [
            ("2024-02-29", Some("2024-02-29")),
            ("+10000-02-29", Some("+10000-02-29")),
            ("+012024-01-01", Some("+12024-01-01")),
            ("-0001-01-01", Some("-0001-01-01")),
            ("-0004-02-29", Some("-0004-02-29")),
            ("+2024-01-01", None),
            ("10000-01-01", None),
            ("-0000-01-01", None),
            ("+10001-02-29", None),
            ("+1000000000-01-01", None),
            ("ä-01-01", None),
        ] {
            assert_eq!(day(text).as_deref(), printed, "{text}");
        }
    }
}
