//! What is no text, no JSON, or too much of it.

use super::{is, problem, with};
use reconcile_kit::check;
use serde_json::json;

#[test]
fn text_that_is_not_json_is_placed() {
    is(&problem(""), "not-json", "", (1, 1));
    is(&problem("{\n  \"login\": {},\n}"), "not-json", "", (3, 1));
    is(&problem("{\n  // a comment\n}"), "not-json", "", (2, 3));
    is(&problem("{ \"login\": { } "), "not-json", "", (1, 15));
}

#[test]
fn bytes_that_are_not_utf8_are_placed() {
    let refused = check::decode_text(b"{\n  \"name\": \"J\xe4ne\"\n}").unwrap_err();
    is(&refused, "not-utf8", "", (2, 13));
    assert_eq!(
        check::decode_text("{ \"name\": \"Jäne\" }".as_bytes()),
        Ok("{ \"name\": \"Jäne\" }")
    );
}

#[test]
fn a_byte_order_mark_is_no_error_and_moves_nothing() {
    assert!(check::read_scenario("\u{feff}{ \"identityProvider\": {}, \"login\": {} }").is_ok());
    let refused = problem("\u{feff}{ \"identityProvider\": 5, \"login\": {} }");
    is(&refused, "wrong-type", "/identityProvider", (1, 23));
}

#[test]
fn a_document_of_ten_megabytes_is_refused_unread() {
    let text = with("name", &json!("x".repeat(10 * 1024 * 1024)));
    for refused in [problem(&text), check::decode_text(text.as_bytes()).unwrap_err()] {
        assert_eq!((refused.code.as_str(), refused.path.as_str()), ("document-too-large", ""));
    }
}

#[test]
fn a_document_of_ten_thousand_levels_is_refused() {
    let deep = format!("{}{}", "[".repeat(10_000), "]".repeat(10_000));
    is(&problem(&deep), "document-too-deep", "", (1, 128));
    let inside = with("expect", &json!(5)).replace('5', &deep);
    assert_eq!(problem(&inside).code, "document-too-deep");
    assert_eq!(check::check(&deep)[0].code, "document-too-deep");
}

#[test]
fn what_is_no_object_is_no_scenario() {
    for text in ["[]", "\"scenario\"", "null", "5"] {
        is(&problem(text), "wrong-type", "", (1, 1));
    }
}

#[test]
fn numbers_that_json_cannot_hold_are_refused() {
    assert_eq!(problem(&with("expect", &json!(0)).replace('0', "1e999")).code, "not-json");
}
