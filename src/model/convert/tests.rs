//! What FusionAuth's classes make of values, measured on its Java client 1.53.0.

use super::*;
use serde_json::json;

fn holds_as(kind: Kind, value: &Value, expected: Value) {
    assert_eq!(read(kind, value), Reading::Holds(expected), "{value}");
}

fn is_refused(kind: Kind, value: &Value) {
    assert!(matches!(read(kind, value), Reading::Refused(_)), "{value}");
}

#[test]
fn roles_are_a_sorted_set() {
    holds_as(Kind::Roles, &json!(["b", "a", "a"]), json!(["a", "b"]));
    assert_eq!(read(Kind::Roles, &Value::Null), Reading::Empty);
    is_refused(Kind::Roles, &json!("admin"));
    is_refused(Kind::Roles, &json!(["a", null]));
}

#[test]
fn locales_take_underscores_and_lose_repeats() {
    holds_as(Kind::Locales, &json!(["en-US", "de", "EN_us", "", null]), json!(["en_US", "de"]));
    holds_as(Kind::Locales, &json!([5]), json!(["5"]));
    is_refused(Kind::Locales, &json!([{}]));
    is_refused(Kind::Locales, &json!("en"));
}

#[test]
fn texts_take_numbers_but_no_objects() {
    holds_as(Kind::Text, &json!(5), json!("5"));
    holds_as(Kind::Text, &json!(true), json!("true"));
    holds_as(Kind::Text, &json!(1e21), json!("1e+21"));
    is_refused(Kind::Text, &json!({"a": 1}));
    is_refused(Kind::Text, &json!(["a"]));
}

#[test]
fn booleans_take_the_three_spellings_of_java() {
    for text in ["true", "True", "TRUE"] {
        holds_as(Kind::Boolean, &json!(text), json!(true));
    }
    holds_as(Kind::Boolean, &json!(" true "), json!(true));
    holds_as(Kind::Boolean, &json!(""), json!(false));
    holds_as(Kind::Boolean, &json!("null"), json!(false));
    holds_as(Kind::Boolean, &json!(2), json!(true));
    holds_as(Kind::Boolean, &json!(1e20), json!(true));
    for value in [json!("yes"), json!("0"), json!(0.5), json!(1e21)] {
        is_refused(Kind::Boolean, &value);
    }
}

#[test]
fn instants_take_digits_and_drop_fractions() {
    holds_as(Kind::Instant, &json!("2020"), json!(2020));
    holds_as(Kind::Instant, &json!(1.5), json!(1));
    holds_as(Kind::Instant, &json!(" +5 "), json!(5));
    assert_eq!(read(Kind::Instant, &json!(" ")), Reading::Empty);
    for value in [json!("soon"), json!("1.5"), json!(u64::MAX), json!(1e19), json!(true)] {
        is_refused(Kind::Instant, &value);
    }
    holds_as(Kind::Integer, &json!(2_147_483_647), json!(2_147_483_647));
    assert_eq!(read(Kind::Integer, &json!("null")), Reading::Empty);
    is_refused(Kind::Instant, &json!("null"));
    is_refused(Kind::Integer, &json!(3_000_000_000_u32));
}

#[test]
fn uris_may_be_empty_but_hold_no_blank() {
    holds_as(Kind::Uri, &json!(""), json!(""));
    holds_as(Kind::Uri, &json!("https://example.com/a%20b"), json!("https://example.com/a%20b"));
    is_refused(Kind::Uri, &json!("not a url"));
    is_refused(Kind::Uri, &json!("https://example.com/%2"));
}

#[test]
fn time_zones_are_those_of_java() {
    for zone in ["Europe/Berlin", "UTC", "Z", "+02:00", "GMT-05:00", "UTC+05:30"] {
        holds_as(Kind::TimeZone, &json!(zone), json!(zone));
    }
    holds_as(Kind::TimeZone, &json!("GMT+1"), json!("GMT+01:00"));
    holds_as(Kind::TimeZone, &json!(-1), json!("-01:00"));
    is_refused(Kind::TimeZone, &json!(1));
    for zone in ["Mars/X", "", "+99:00", "UTC+"] {
        is_refused(Kind::TimeZone, &json!(zone));
    }
}

#[test]
fn data_loses_empty_entries() {
    holds_as(Kind::Object, &json!({"a": null, "b": 1}), json!({"b": 1}));
    holds_as(
        Kind::Object,
        &json!({"a": {"b": null, "c": [null, {"d": null}]}}),
        json!({"a": {"c": [null, {}]}}),
    );
    is_refused(Kind::Object, &json!("x"));
}

#[test]
fn a_membership_names_its_group_by_uuid() {
    let group = "00000000-0000-0000-0000-000000000001";
    holds_as(Kind::Memberships, &json!([{"groupId": group}, {}]), json!([{"groupId": group}]));
    holds_as(
        Kind::Memberships,
        &json!([{"groupId": group, "insertInstant": "5", "role": "x"}]),
        json!([{"groupId": group, "insertInstant": 5}]),
    );
    is_refused(Kind::Memberships, &json!([{"groupId": "staff"}]));
    is_refused(Kind::Memberships, &json!([null]));
}

#[test]
fn a_choice_is_a_name_or_its_place() {
    let kind = Kind::Choice(Choice::UsernameStatus);
    for value in [json!("PENDING"), json!(" PENDING "), json!(1), json!("1"), json!("01")] {
        holds_as(kind, &value, json!("PENDING"));
    }
    for value in [json!("pending"), json!(3), json!(-1), json!(1.5), json!(""), json!(true)] {
        is_refused(kind, &value);
    }
}

#[test]
fn registrations_are_read_field_by_field() {
    holds_as(
        Kind::Registrations,
        &json!([{"roles": ["b", "a"], "username": " x ", "madeUp": 1}]),
        json!([{"roles": ["a", "b"], "username": "x"}]),
    );
    is_refused(Kind::Registrations, &json!([{"roles": "admin"}]));
}

#[test]
fn ids_and_pictures_lose_the_blanks_around_them() {
    holds_as(
        Kind::Uuid,
        &json!(" 00000000-0000-0000-0000-00000000000A "),
        json!("00000000-0000-0000-0000-00000000000a"),
    );
    holds_as(Kind::Uri, &json!(" a/b "), json!("a/b"));
    is_refused(Kind::Uri, &json!("\u{a0}"));
}

#[test]
fn roles_are_sorted_as_java_sorts() {
    holds_as(Kind::Roles, &json!(["\u{ff61}", "\u{1f600}"]), json!(["\u{1f600}", "\u{ff61}"]));
}
