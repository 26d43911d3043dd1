//! Numbers as JavaScript writes them, which is how one that a lambda leaves in a text is read.

use serde_json::Number;

/// What `String(number)` and `JSON.stringify` make of it in JavaScript.
pub(super) fn text(number: &Number) -> String {
    match number.as_f64() {
        Some(float) if number.is_f64() => of_float(float),
        _ => number.to_string(),
    }
}

/// The shortest digits that mean `number`, and the power of ten of the first one, decide between the forms.
fn of_float(number: f64) -> String {
    if number == 0.0 {
        return "0".to_owned();
    }
    let scientific = format!("{:e}", number.abs());
    let (mantissa, power) = scientific.split_once('e').unwrap_or((&scientific, "0"));
    let digits: String = mantissa.chars().filter(|character| *character != '.').collect();
    let power: i32 = power.parse().unwrap_or_default();
    let sign = if number < 0.0 { "-" } else { "" };
    let count = i32::try_from(digits.len()).unwrap_or(i32::MAX);
    let zeros = |count: i32| "0".repeat(usize::try_from(count).unwrap_or_default());
    match power {
        0..=20 if count <= power + 1 => format!("{sign}{digits}{}", zeros(power + 1 - count)),
        0..=20 => {
            let (whole, fraction) = split(&digits, power + 1);
            format!("{sign}{whole}.{fraction}")
        }
        -6..=-1 => format!("{sign}0.{}{digits}", zeros(-power - 1)),
        _ => {
            let (first, rest) = split(&digits, 1);
            let point = if rest.is_empty() { "" } else { "." };
            let plus = if power < 0 { "" } else { "+" };
            format!("{sign}{first}{point}{rest}e{plus}{power}")
        }
    }
}

fn split(digits: &str, place: i32) -> (&str, &str) {
    let place = usize::try_from(place).unwrap_or_default();
    digits.split_at_checked(place).unwrap_or((digits, ""))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    #[test]
    fn numbers_are_written_as_javascript_writes_them() {
        for (number, written) in [
            (json!(5), "5"),
            (json!(-1.5), "-1.5"),
            (json!(0.1), "0.1"),
            (json!(1e20), "100000000000000000000"),
            (json!(123_456_789_012_345_680_000.0), "123456789012345680000"),
            (json!(1e21), "1e+21"),
            (json!(1.5e300), "1.5e+300"),
            (json!(0.000_001), "0.000001"),
            (json!(0.000_000_1), "1e-7"),
            (json!(-1.25e-9), "-1.25e-9"),
            (json!(-0.0), "0"),
        ] {
            let Value::Number(number) = number else { continue };
            assert_eq!(text(&number), written);
        }
    }
}
