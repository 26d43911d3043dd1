#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use super::*;
use proptest::prelude::*;
use serde::Serialize;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
enum Shape {
    Unit,
    New(u8),
    Pair(i8, char),
    Fields { a: Option<bool>, b: () },
}

#[derive(Serialize)]
struct Whole<'a> {
    shapes: [Shape; 4],
    #[serde(skip_serializing_if = "Option::is_none")]
    absent: Option<u8>,
    #[serde(flatten)]
    rest: &'a Map<String, Value>,
    numbers: (f32, f64, u64, i64),
}

#[test]
fn every_shape_is_as_serde_json_prints_it() {
    let rest =
        Map::from_iter([("more \"keys\"".to_owned(), json!([null, {}, [], "\u{7f}é\u{1f}"]))]);
    let shapes =
        [Shape::Unit, Shape::New(7), Shape::Pair(-1, '"'), Shape::Fields { a: None, b: () }];
    let whole = Whole {
        shapes,
        absent: None,
        rest: &rest,
        numbers: (0.5, f64::INFINITY, u64::MAX, i64::MIN),
    };
    assert_eq!(json_text(&whole).unwrap(), serde_json::to_string(&whole).unwrap());
}

#[test]
fn a_key_that_is_no_text_has_no_json() {
    let error = json_text(&BTreeMap::from([(vec![1], 2)])).unwrap_err();
    assert_eq!(error.to_string(), "a key is no text");
}

#[test]
fn a_special_byte_is_found_at_each_place() {
    for special in
        ["\"", "\\", "\n", "\u{0}", "\u{1f}", "\u{7f}", "\u{80}", " ", "!", "#", "[", "]"]
    {
        for before in 0..20 {
            let text = ["x".repeat(before), special.to_owned(), "y".repeat(9)].concat();
            assert_eq!(
                json_text(&text).unwrap(),
                serde_json::to_string(&text).unwrap(),
                "{text:?}"
            );
        }
    }
}

proptest! {
    #[test]
    fn any_text_is_as_serde_json_prints_it(text in "\\PC*|(.|[\\x00-\\x7f])*") {
        prop_assert_eq!(json_text(&text).unwrap(), serde_json::to_string(&text).unwrap());
    }

    #[test]
    fn any_number_is_as_serde_json_prints_it(bits in any::<u64>(), whole in any::<i64>()) {
        let values = (f64::from_bits(bits), bits, whole);
        prop_assert_eq!(json_text(&values).unwrap(), serde_json::to_string(&values).unwrap());
    }
}
