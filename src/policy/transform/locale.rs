//! Locales as FusionAuth keeps them: a language, and perhaps a country.

/// The locale that `text` writes, such as `en_US` for `en-us`. A script between language and country is left out:
/// FusionAuth's form of it is its own.
pub(super) fn of(text: &str) -> Option<String> {
    let mut parts = text.split(['-', '_']);
    let language = parts.next().filter(|part| letters(part, 2) || letters(part, 3))?;
    let mut next = parts.next();
    if next.is_some_and(|part| letters(part, 4)) {
        next = parts.next();
    }
    let country = match next {
        Some(part) if letters(part, 2) || is_area(part) => Some(part.to_ascii_uppercase()),
        Some(_) => return None,
        None => None,
    };
    if parts.next().is_some() {
        return None;
    }
    let language = language.to_ascii_lowercase();
    Some(match country {
        Some(country) => [&language, "_", &country].concat(),
        None => language,
    })
}

fn letters(part: &str, length: usize) -> bool {
    part.len() == length && part.bytes().all(|byte| byte.is_ascii_alphabetic())
}

/// A number such as `419` for Latin America.
fn is_area(part: &str) -> bool {
    part.len() == 3 && part.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn language_and_country_get_their_usual_case() {
        for (text, locale) in [
            ("en-us", Some("en_US")),
            ("EN_us", Some("en_US")),
            ("de", Some("de")),
            ("zh-Hant-TW", Some("zh_TW")),
            ("es-419", Some("es_419")),
            ("fil", Some("fil")),
            ("EMEA", None),
            ("en-", None),
            ("en-US-x", None),
            ("", None),
            ("é!", None),
        ] {
            assert_eq!(of(text).as_deref(), locale, "{text}");
        }
    }
}
