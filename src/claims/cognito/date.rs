//! The dates in words that a REST API's authoriser makes of `exp` and `iat`.

const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
/// From the weekday of 1 January 1970 on.
const WEEKDAYS: [&str; 7] = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"];

/// Seconds since 1970 of `Mon Jun 10 17:37:39 UTC 2019`, and of exactly that form: the weekday must
/// be the date's, the zone UTC, and the year from 1970 on.
pub(super) fn seconds(text: &str) -> Option<u64> {
    let mut words = text.split(' ');
    let (weekday, month) = (words.next()?, words.next()?);
    let day = digits(words.next()?, 2)?;
    let mut clock = words.next()?.split(':');
    let (hour, minute, second) =
        (digits(clock.next()?, 2)?, digits(clock.next()?, 2)?, digits(clock.next()?, 2)?);
    let zone = words.next()?;
    let year = digits(words.next()?, 4)?;
    let month = (1_u64..).zip(MONTHS).find(|(_, name)| *name == month)?.0;
    let sound = clock.next().is_none()
        && words.next().is_none()
        && zone == "UTC"
        && hour < 24
        && minute < 60
        && second < 60
        && year >= 1970
        && (1..=days_in(month, year)).contains(&day);
    if !sound {
        return None;
    }
    let days = days_before(year, month) + day - 1;
    let name = WEEKDAYS.iter().cycle().nth(usize::try_from(days % 7).ok()?)?;
    (*name == weekday).then_some(((days * 24 + hour) * 60 + minute) * 60 + second)
}

fn digits(text: &str, length: usize) -> Option<u64> {
    let plain = text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten()
}

/// Days from 1 January 1970 to the first day of the month.
fn days_before(year: u64, month: u64) -> u64 {
    let years = year - 1;
    let leap_days = years / 4 - years / 100 + years / 400 - LEAP_DAYS_BEFORE_1970;
    let days_of_months: u64 = (1..month).map(|month| days_in(month, year)).sum();
    (year - 1970) * 365 + leap_days + days_of_months
}

/// Leap days from the year 1 to 1969.
const LEAP_DAYS_BEFORE_1970: u64 = 1969 / 4 - 1969 / 100 + 1969 / 400;

fn days_in(month: u64, year: u64) -> u64 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => {
            29
        }
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_become_seconds() {
        for (text, read) in [
            ("Thu Jan 01 00:00:00 UTC 1970", Some(0)),
            ("Mon Jun 10 17:37:39 UTC 2019", Some(1_560_188_259)),
            ("Fri Jul 29 18:52:53 UTC 2016", Some(1_469_818_373)),
            ("Tue Feb 29 23:59:59 UTC 2000", Some(951_868_799)),
            ("Mon Mar 01 00:00:00 UTC 2100", Some(4_107_542_400)),
            ("Fri Dec 31 23:59:59 UTC 9999", Some(253_402_300_799)),
        ] {
            assert_eq!(seconds(text), read, "{text}");
        }
    }

    #[test]
    fn no_other_form_is_read() {
        for text in [
            "",
            "Mon Jun 10 17:37:39 UTC",
            "Tue Jun 10 17:37:39 UTC 2019",
            "Mon Jun 10 17:37:39 CET 2019",
            "Mon Jun 10 17:37:39 UTC 2019 ",
            "Mon Jun  10 17:37:39 UTC 2019",
            "Mon June 10 17:37:39 UTC 2019",
            "Sun Feb 29 00:00:00 UTC 2100",
            "Sun Jun 00 00:00:00 UTC 2019",
            "Mon Jun 10 24:00:00 UTC 2019",
            "Mon Jun 10 17:37:39:1 UTC 2019",
            "Mon Jun +1 17:37:39 UTC 2019",
            "Wed Dec 31 23:59:59 UTC 1969",
            "2019-06-10T17:37:39Z",
        ] {
            assert_eq!(seconds(text), None, "{text}");
        }
    }
}
