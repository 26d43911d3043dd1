//! The languages against an engine's reading of the same patterns, and the growth against the steps
//! that backtracking takes.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use regress::Regex;

use super::backtracker::backtracked;
use super::{FaultKind, Growth, Language, Pattern, shortest, some};

const TEXTS: &[&str] = &["a", "b", "@", ".", "_", "é", "😀", "\n"];

fn regex(pattern: &str) -> Option<Regex> {
    Regex::with_flags(pattern, "u").ok()
}

/// Whether a search finds something. In repeated groups inside repeats, regress 0.12.0 loses count when it
/// goes back: it denies that `(?:(?:a+){2}){2}` matches `aaaa`. There the backtracker below decides.
fn finds(pattern: &str, text: &str) -> bool {
    let Ok(read) = Pattern::parse(pattern) else { return false };
    if read.counts_inside_repeats() {
        let starts = 0..=text.chars().count();
        return starts.into_iter().any(|start| backtracked(&read, text, start, usize::MAX).0);
    }
    regex(pattern).is_some_and(|engine| engine.find(text).is_some())
}

const ATOMS: &[&str] = &[
    "a",
    "b",
    "@",
    "é",
    "😀",
    ".",
    "^",
    "$",
    "",
    "\\.",
    "_",
    "[ab]",
    "[^a]",
    "[^]",
    "[]",
    "\\w",
    "\\W",
    "\\s",
    "\\S",
    "\\D",
    "[a-b.]",
    "[^\\w@]",
    "\\u{1F600}",
    "\\u00e9",
    "\\x61",
    "[\\-_]",
];
const REPEATS: &[&str] =
    &["", "", "*", "+", "?", "*?", "+?", "{2}", "{0,2}", "{1,}", "{2,3}?", "{0}"];
const COUNTED_ATOMS: &[&str] = &["a", "b", "ab", "[ab]", "a?", "", "a|b", "a|a", "^", "$", "."];
const COUNTS: &[&str] = &["*", "+", "?", "{9}", "{0,12}", "{2,}", "{1,20}", "{4}"];

/// Small patterns that are right, made of these atoms and repeats.
fn patterns_of(atoms: &'static [&str], repeats: &'static [&str]) -> impl Strategy<Value = String> {
    select(atoms).prop_map(|atom| format!("(?:{atom})")).prop_recursive(4, 16, 3, move |inner| {
        let repeated = (inner.clone(), select(repeats), select(vec!["(", "(?:"]));
        prop_oneof![
            vec(inner.clone(), 1..4).prop_map(|parts| parts.concat()),
            vec(inner, 1..3).prop_map(|parts| format!("(?:{})", parts.join("|"))),
            repeated.prop_map(|(part, repeat, open)| format!("{open}{part}){repeat}")),
        ]
    })
}

/// Patterns with all that is supported.
fn patterns() -> impl Strategy<Value = String> {
    patterns_of(ATOMS, REPEATS)
}

fn texts() -> impl Strategy<Value = String> {
    vec(select(TEXTS.to_vec()), 0..7).prop_map(|parts| parts.concat())
}

/// Anything that looks like a pattern.
fn scribbles() -> impl Strategy<Value = String> {
    let pieces = [
        "a", "b", "-", "(", "(?:", ")", "[", "[^", "]", "{", "}", "{1}", "{2,1}", ",", "1", "0",
        "*", "+", "?", "|", "^", "$", "\\", "\\d", "\\x4", "\\u{6", "\\u00", "\\cA", "\\c", "\\0",
        "(?<a>", "(?<", ">", ".", "/", "é", "\\-", "\\b", "\\w",
    ];
    vec(select(pieces.to_vec()), 0..8).prop_map(|pieces| pieces.concat())
}

fn config() -> ProptestConfig {
    let cases = std::env::var("LANGUAGE_CASES").ok().and_then(|cases| cases.parse().ok());
    ProptestConfig { cases: cases.unwrap_or(400), failure_persistence: None, ..Default::default() }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn patterns_mean_what_they_mean_to_an_engine(pattern in patterns(), texts in vec(texts(), 8)) {
        prop_assert!(regex(&pattern).is_some(), "{} is no pattern", pattern);
        let Ok(read) = Pattern::parse(&pattern) else { return Ok(()) };
        let language = Language::pattern(&read);
        for text in texts {
            let found = finds(&pattern, &text);
            prop_assert_eq!(language.accepts(&text), found, "{} on {:?}", pattern, text);
        }
    }

    #[test]
    fn what_is_read_is_a_pattern_and_what_is_wrong_is_none(text in scribbles()) {
        match Pattern::parse(&text) {
            Ok(read) => {
                let Some(engine) = regex(&text) else {
                    return Err(TestCaseError::fail(format!("{text} is no pattern")));
                };
                let captured = engine.find("").map(|found| found.captures.len());
                prop_assert!(captured.is_none_or(|groups| groups == read.groups()), "{}", text);
            }
            Err(fault) if matches!(fault.kind, FaultKind::Syntax(_)) => {
                prop_assert!(regex(&text).is_none(), "{} at {} is a pattern", text, fault.offset);
            }
            Err(_) => {}
        }
    }

    #[test]
    fn witnesses_are_what_was_asked_for(
        within in vec(patterns(), 0..3),
        without in vec(patterns(), 0..3),
        tried in texts(),
    ) {
        let read = |patterns: &[String]| -> Option<Vec<Language>> {
            let read = |text: &String| Pattern::parse(text).ok().map(|it| Language::pattern(&it));
            patterns.iter().map(read).collect()
        };
        let (Some(yes), Some(no)) = (read(&within), read(&without)) else { return Ok(()) };
        let (yes, no): (Vec<_>, Vec<_>) = (yes.iter().collect(), no.iter().collect());
        let fits = |text: &str| {
            !text.is_empty()
                && within.iter().all(|one| finds(one, text))
                && !without.iter().any(|one| finds(one, text))
        };
        let Ok(found) = some(&yes, &no, 3) else { return Ok(()) };
        prop_assert!(found.iter().all(|text| fits(text)), "{:?}", found);
        prop_assert_eq!(shortest(&yes, &no), Ok(found.first().cloned()));
        if fits(&tried) {
            let length = found.first().map(|text| text.chars().count());
            prop_assert!(length.is_some_and(|length| length <= tried.chars().count()));
        }
    }

    #[test]
    fn pinned_patterns_match_only_what_the_pattern_matches(
        pattern in patterns(), text in texts(), group in 1..3_usize, other in texts(),
    ) {
        let Ok(read) = Pattern::parse(&pattern) else { return Ok(()) };
        if let Some(pinned) = read.with_group(group, &text) {
            let pinned = Language::pattern(&pinned);
            for witness in some(&[&pinned], &[], 3).into_iter().flatten() {
                prop_assert!(finds(&pattern, &witness), "{} on {:?}", pattern, witness);
            }
        }
        // What the engine captured is a text that the group can be pinned to.
        let engine = regex(&pattern).filter(|_| !read.counts_inside_repeats());
        let captured = engine.and_then(|engine| engine.find(&other)?.group(group));
        if let Some(captured) = captured.and_then(|range| other.get(range)) {
            let pinned = read.with_group(group, captured);
            let accepts = pinned.map(|pinned| Language::pattern(&pinned).accepts(&other));
            prop_assert_eq!(accepts, Some(true), "{} on {:?}", pattern, other);
        }
    }

    #[test]
    fn patterns_said_to_be_fast_are_matched_soon(
        any in patterns(),
        counted in patterns_of(COUNTED_ATOMS, COUNTS),
        start in "[ab]{0,3}",
        part in "[ab@]{1,4}",
    ) {
        let text = start + &part.repeat(10) + "!";
        let length = text.chars().count();
        for pattern in [any, format!("^(?:{counted})$")] {
            let Ok(read) = Pattern::parse(&pattern) else { continue };
            let most = match read.growth() {
                Growth::Linear => 3_000 * length,
                Growth::Polynomial { degree: 2, .. } => 1_000 * length * length,
                _ => continue,
            };
            prop_assert!(backtracked(&read, &text, 0, most).1 < most, "{} on {:?}", pattern, text);
        }
    }
}

#[test]
#[expect(clippy::expect_used, reason = "a test may fail loudly")]
fn captures_are_the_wanted_text() {
    for (pattern, group, text) in [
        ("^app-(.*)$", 1, "admin"),
        ("^(.+?)@", 1, "jane.doe"),
        (r"^(\w+)\s+(\w+)$", 2, "doe"),
        ("_([^_]+)$", 1, "admins"),
        ("^(?:x(a|b))+$", 1, "b"),
        ("^(?<team>[a-z]+)-(?:eu|us)$", 1, "sales"),
    ] {
        let pinned = Pattern::parse(pattern).ok().and_then(|it| it.with_group(group, text));
        let language = pinned.map(|pinned| Language::pattern(&pinned)).expect("it can be pinned");
        let witness = shortest(&[&language], &[]).ok().flatten().expect("there is a text");
        let found = regex(pattern).and_then(|engine| engine.find(&witness));
        let captured = found.and_then(|found| found.group(group));
        assert_eq!(captured.and_then(|range| witness.get(range)), Some(text), "{pattern}");
    }
}

#[test]
#[expect(clippy::expect_used, reason = "a test may fail loudly")]
fn what_pumps_slows_an_engine_down() {
    for pattern in [
        "(a+)+$",
        "^(a|a)*$",
        "^(a*)*b",
        "(x+x+)+y",
        r"^(\w+\s?)*$",
        r"^([a-zA-Z0-9])(([\-.]|[_]+)?([a-zA-Z0-9]+))*(@){1}",
        "^(a|ab|b)*$",
        "^(?:a|a){30}$",
        "^(?:a?){30}$",
    ] {
        let read = Pattern::parse(pattern).expect("a pattern");
        let Growth::Exponential { pump } = read.growth() else { continue };
        let text = pump.repeat(60 / pump.len()) + "!";
        assert_eq!(backtracked(&read, &text, 0, 1_000_000).1, 1_000_000, "{pattern} on {text}");
    }
}
