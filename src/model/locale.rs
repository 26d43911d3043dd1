//! Locales as Java reads and prints them.

/// `text` as a Java locale prints itself: `en-US` and `EN_us` are `en_US`. `None` for one that says nothing.
pub(super) fn printed(text: &str) -> Option<String> {
    let text = super::convert::trimmed(text);
    let mut parts = text.splitn(3, ['-', '_']);
    let mut part = || parts.next().unwrap_or_default();
    let (language, country, variant) = (part(), part(), part());
    let language = renamed(language.to_ascii_lowercase());
    let country = country.to_ascii_uppercase();
    // A variant alone is not printed.
    if language.is_empty() && country.is_empty() {
        return None;
    }
    let mut printed = language;
    if !country.is_empty() || !variant.is_empty() {
        printed = printed + "_" + &country;
    }
    if !variant.is_empty() {
        printed = printed + "_" + variant;
    }
    // The only two whose calendar and digits Java keeps apart from the language.
    printed += match printed.as_str() {
        "ja_JP_JP" => "_#u-ca-japanese",
        "th_TH_TH" => "_#u-nu-thai",
        _ => "",
    };
    Some(printed)
}

/// Three languages had other codes once, which Java replaces.
fn renamed(language: String) -> String {
    match language.as_str() {
        "iw" => "he".to_owned(),
        "ji" => "yi".to_owned(),
        "in" => "id".to_owned(),
        _ => language,
    }
}

#[cfg(test)]
mod tests {
    use super::printed;

    #[test]
    fn locales_are_printed_as_java_prints_them() {
        for (text, expected) in [
            ("en-US", Some("en_US")),
            ("EN_us", Some("en_US")),
            ("zh-Hans-CN", Some("zh_HANS_CN")),
            ("en_", Some("en")),
            (" de ", Some("de")),
            ("_US", Some("_US")),
            ("en--x", Some("en__x")),
            ("en_US_POSIX_x", Some("en_US_POSIX_x")),
            ("iw", Some("he")),
            ("ja-JP-JP", Some("ja_JP_JP_#u-ca-japanese")),
            ("", None),
            ("-", None),
            ("__v", None),
        ] {
            assert_eq!(printed(text).as_deref(), expected, "{text}");
        }
    }
}
