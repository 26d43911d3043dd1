//! What Java's `URI` takes, by the grammar in its documentation (RFC 2396 and what Java lets pass beside it).

use std::net::Ipv6Addr;

/// Of which characters a part of a URI is made, beside letters, digits, marks, `%` escapes and everything beyond ASCII
/// that is no blank and no control character.
const PATH: &str = ":@&=+$,;/";
const ANY: &str = ":@&=+$,;/?[]";
const NAME: &str = "$,;:@&=+";
const MARKS: &str = "-_.!~*'()";

/// Whether Java's `URI` takes `text`.
pub(super) fn is_uri(text: &str) -> bool {
    is_uri_with(text, is_authority)
}

/// The same without IPv6 addresses in the place of a host's name.
pub(super) fn is_uri_by_name(text: &str) -> bool {
    is_uri_with(text, |authority| is_of(authority, NAME))
}

fn is_uri_with(text: &str, is_authority: impl Fn(&str) -> bool) -> bool {
    let (before, fragment) = cut(text, "#");
    if !fragment.is_none_or(|fragment| is_of(fragment, ANY)) {
        return false;
    }
    let place = before.find([':', '/', '?']).unwrap_or(before.len());
    let (scheme, rest) = before.split_at_checked(place).unwrap_or((before, ""));
    let Some(rest) = rest.strip_prefix(':') else {
        return is_hierarchical(before, fragment, is_authority);
    };
    let is_scheme = scheme.starts_with(|first: char| first.is_ascii_alphabetic())
        && scheme.chars().all(|other| other.is_ascii_alphanumeric() || "+-.".contains(other));
    is_scheme
        && if rest.starts_with('/') {
            is_hierarchical(rest, fragment, is_authority)
        } else {
            !rest.is_empty() && is_of(rest, ANY)
        }
}

/// Authority, path and query. An authority may be empty where anything follows it.
fn is_hierarchical(
    text: &str,
    fragment: Option<&str>,
    is_authority: impl Fn(&str) -> bool,
) -> bool {
    let (before, query) = cut(text, "?");
    let path = match before.strip_prefix("//") {
        None => before,
        Some(rest) => {
            let start = rest.find('/').unwrap_or(rest.len());
            let (authority, path) = rest.split_at_checked(start).unwrap_or((rest, ""));
            let follows = !path.is_empty() || query.is_some() || fragment.is_some();
            if authority.is_empty() && !follows || !authority.is_empty() && !is_authority(authority)
            {
                return false;
            }
            path
        }
    };
    is_of(path, PATH) && query.is_none_or(|query| is_of(query, ANY))
}

/// A name of any form, or a server whose host is an IPv6 address in brackets.
fn is_authority(text: &str) -> bool {
    if is_of(text, NAME) {
        return true;
    }
    let (user, server) = text.rsplit_once('@').unwrap_or(("", text));
    let Some((host, port)) = server.strip_prefix('[').and_then(|rest| rest.split_once(']')) else {
        return false;
    };
    let (address, zone) = cut(host, "%");
    let is_zone = |zone: &str| {
        !zone.is_empty()
            && zone.chars().all(|one| one.is_ascii_alphanumeric() || "_.".contains(one))
    };
    let is_port = |port: &str| port.is_empty() || port.parse::<u32>().is_ok();
    is_of(user, "&=+$,;:")
        && address.parse::<Ipv6Addr>().is_ok()
        && zone.is_none_or(is_zone)
        && (port.is_empty() || port.strip_prefix(':').is_some_and(is_port))
}

fn cut<'a>(text: &'a str, at: &str) -> (&'a str, Option<&'a str>) {
    text.split_once(at).map_or((text, None), |(before, after)| (before, Some(after)))
}

fn is_of(text: &str, more: &str) -> bool {
    let mut characters = text.chars();
    while let Some(character) = characters.next() {
        let is_right = match character {
            '%' => {
                let mut digit = || characters.next().is_some_and(|digit| digit.is_ascii_hexdigit());
                digit() && digit()
            }
            ascii if ascii.is_ascii() => {
                ascii.is_ascii_alphanumeric() || MARKS.contains(ascii) || more.contains(ascii)
            }
            other => !other.is_control() && !is_space(other),
        };
        if !is_right {
            return false;
        }
    }
    true
}

/// Unicode's separators, as Java's `isSpaceChar` has them.
const fn is_space(character: char) -> bool {
    matches!(
        character,
        '\u{a0}' | '\u{1680}' | '\u{2000}'
            ..='\u{200a}' | '\u{2028}' | '\u{2029}' | '\u{202f}' | '\u{205f}' | '\u{3000}'
    )
}

#[cfg(test)]
mod tests {
    use super::is_uri;

    #[test]
    fn what_java_takes_is_a_uri() {
        for uri in [
            "",
            "https://example.com/a%20b?x=[1]#y",
            "a/b",
            "mailto:jane@example.com",
            "data:image/png;base64,AAAA",
            "https://exämple.com/ü",
            "//host",
            "file:///a",
            "http://[::1]:80/",
            "http://a_b:x",
            "#",
            "?",
            "http://?x",
            "///",
        ] {
            assert!(is_uri(uri), "{uri}");
        }
    }

    #[test]
    fn what_java_refuses_is_none() {
        for uri in [
            "not a url",
            "http:",
            "http://",
            "//",
            ":a",
            "1a:b",
            "ä:b",
            "https://example.com/%2",
            "https://example.com/\u{a0}",
            "https://example.com/{id}",
            "a[b]",
            "http://[::1",
            "http://[x]/",
            "a#b#c",
            "a\\b",
            "a|b",
        ] {
            assert!(!is_uri(uri), "{uri}");
        }
    }
}
