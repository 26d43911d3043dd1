//! Birth dates in the forms that providers write: `1990-12-31`, `12/31/1990`, `1990`.

use super::Step;
use crate::model::instant::is_day;
use serde_json::Value;

pub(super) const TAKES: &str = "a date `YYYY-MM-DD` or `MM/DD/YYYY`, or a year";

/// The day that `text` writes. A year alone becomes its first day; the year `0000`, by which OpenID Connect
/// leaves the year out, gives nothing.
pub(super) fn of(text: &str) -> Step {
    let digits =
        |text: &str, length| text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit());
    let day = if digits(text, 4) {
        format!("{text}-01-01")
    } else {
        match text.split('/').collect::<Vec<_>>().as_slice() {
            [month, day, year] if digits(month, 2) && digits(day, 2) && digits(year, 4) => {
                format!("{year}-{month}-{day}")
            }
            _ => text.to_owned(),
        }
    };
    if !is_day(&day) {
        return Step::Unusable(TAKES);
    }
    if day.starts_with("0000") { Step::Nothing } else { Step::Gives(Value::String(day)) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn the_usual_forms_become_a_day() {
        for (text, step) in [
            ("1990-12-31", Step::Gives(json!("1990-12-31"))),
            ("12/31/1990", Step::Gives(json!("1990-12-31"))),
            ("1990", Step::Gives(json!("1990-01-01"))),
            ("0000-12-31", Step::Nothing),
            ("0000", Step::Nothing),
            ("31/12/1990", Step::Unusable(TAKES)),
            ("1/2/1990", Step::Unusable(TAKES)),
            ("1990-02-30", Step::Unusable(TAKES)),
            ("soon", Step::Unusable(TAKES)),
        ] {
            assert_eq!(of(text), step, "{text}");
        }
    }
}
