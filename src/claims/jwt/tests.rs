#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a failing test may end at once")]

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::json;

use super::*;

fn token_of(header: &str, payload: &str) -> String {
    let [header, payload] = [header, payload].map(|part| URL_SAFE_NO_PAD.encode(part));
    format!("{header}.{payload}.c2lnbmF0dXJl")
}

fn token(payload: &str) -> String {
    token_of(r#"{"alg":"RS256","kid":"k1","typ":"JWT"}"#, payload)
}

/// The code of the refusal, once it is certain that it helps and gives nothing away.
fn refusal(token: &str) -> (String, String) {
    let finding = decode(token).unwrap_err();
    assert!(!finding.help.is_empty(), "{} has no help", finding.code);
    let longest_run = token.split('.').max_by_key(|part| part.len()).unwrap_or_default();
    assert!(longest_run.len() < 12 || !finding.message.contains(longest_run));
    assert_eq!(finding.found, None);
    (finding.code, finding.message)
}

#[test]
fn header_and_claims_come_out_as_they_are() {
    let read = decode(&token(r#"{"sub":"a","exp":1500013000}"#)).unwrap();
    assert_eq!(read.header.algorithm(), Algorithm::Asymmetric);
    assert_eq!(read.header.kid.as_deref(), Some("k1"));
    assert_eq!(read.claims["exp"], 1_500_013_000);
    assert_eq!(
        serde_json::to_value(&read.header).unwrap(),
        json!({"alg": "RS256", "kid": "k1", "typ": "JWT"})
    );
}

#[test]
fn large_numbers_and_escapes_survive() {
    let payload = r#"{"long":9223372036854775807,"unsigned":18446744073709551615,
        "exponent":1.7976931348623157E308,"iss":"https:\/\/example.com","__proto__":{"a":1}}"#;
    let claims = decode(&token(payload)).unwrap().claims;
    assert_eq!(claims["long"].as_i64(), Some(i64::MAX));
    assert_eq!(claims["unsigned"].as_u64(), Some(u64::MAX));
    assert_eq!(claims["exponent"].as_f64(), Some(f64::MAX));
    assert_eq!(claims["iss"], "https://example.com");
    assert_eq!(claims["__proto__"], json!({"a": 1}));
}

#[test]
fn the_last_of_two_claims_with_one_name_counts() {
    assert_eq!(decode(&token(r#"{"sub":"a","sub":"b"}"#)).unwrap().claims["sub"], "b");
}

#[test]
fn space_around_a_pasted_token_is_dropped() {
    assert!(decode(&format!("\r\n  {}\n", token("{}"))).is_ok());
}

#[test]
fn a_replaced_signature_is_no_reason_to_refuse() {
    let whole = token("{}");
    let (unsigned, _) = whole.rsplit_once('.').unwrap();
    assert!(decode(&format!("{unsigned}.signature")).is_ok());
    assert_eq!(refusal(&format!("{unsigned}.")).0, "jwt-parts");
    assert_eq!(refusal(&format!("{unsigned}.sig nature")).0, "jwt-base64");
}

#[test]
fn the_number_of_parts_is_explained() {
    assert_eq!(refusal("").0, "jwt-empty");
    assert_eq!(refusal(" \n").0, "jwt-empty");
    for (token, message) in [
        ("abc", "the token has one part, not three"),
        ("a.b", "the token has 2 parts, not three"),
        ("a.b.c.d", "the token has 4 parts, not three"),
        ("a.b.c.d.e", "the token has five parts: it is encrypted"),
        ("{\"sub\": \"a\"}", "the token is JSON, not a JSON Web Token"),
    ] {
        assert_eq!(refusal(token), ("jwt-parts".to_owned(), message.to_owned()));
    }
}

#[test]
fn a_header_value_is_not_a_token() {
    assert_eq!(refusal(&format!("Bearer {}", token("{}"))).0, "jwt-bearer");
    assert_eq!(refusal("bearer").0, "jwt-bearer");
}

#[test]
fn the_wrong_alphabet_is_named() {
    let whole = token("{}");
    let (header, rest) = whole.split_once('.').unwrap();
    for (token, message) in [
        (format!("{header}=.{rest}"), "the header of the token has `=` at its character 52"),
        (format!("{header}.e3+0.c2ln"), "the payload of the token has `+` at its character 3"),
        (
            format!("{header}.e\n30.c2ln"),
            "the payload of the token has a line break at its character 2",
        ),
        (format!("\"{whole}\""), "the header of the token has `\"` at its character 1"),
        (format!("{header}.é.c2ln"), "the payload of the token has U+00E9 at its character 1"),
        (format!("{header}.e3078.c2ln"), "the payload of the token is cut short"),
    ] {
        assert_eq!(refusal(&token), ("jwt-base64".to_owned(), message.to_owned()));
    }
}

#[test]
fn what_is_not_an_object_is_refused() {
    for payload in ["", "null", "[]", "\"text\"", "{\"a\":", "{\"a\":1e999}", "{} {}"] {
        assert_eq!(refusal(&token(payload)).0, "jwt-json", "{payload}");
    }
    let not_utf8 = URL_SAFE_NO_PAD.encode([b'{', b'"', 0xff, b'"']);
    let header = URL_SAFE_NO_PAD.encode(r#"{"alg":"RS256"}"#);
    let (code, message) = refusal(&format!("{header}.{not_utf8}.c2ln"));
    assert_eq!(code, "jwt-json");
    assert_eq!(message, "the payload of the token is not UTF-8 text");
}

#[test]
fn depth_and_length_have_limits() {
    let nested = |lists| format!("{{\"a\":{}{}}}", "[".repeat(lists), "]".repeat(lists));
    assert!(decode(&token(&nested(126))).is_ok());
    assert_eq!(refusal(&token(&nested(127))).0, "jwt-too-deep");
    assert_eq!(refusal(&token(&nested(10_000))).0, "jwt-too-deep");
    assert_eq!(refusal(&"a".repeat(LONGEST + 1)).0, "jwt-too-large");
    assert_eq!(refusal(&".".repeat(LONGEST)).0, "jwt-parts");
}

#[test]
fn a_token_must_be_signed() {
    for alg in ["none", "None", "NONE"] {
        let header = format!(r#"{{"alg":"{alg}"}}"#);
        let signed = token_of(&header, "{}");
        assert_eq!(refusal(&signed).0, "jwt-alg-none");
        let (unsigned, _) = signed.rsplit_once('.').unwrap();
        assert_eq!(refusal(&format!("{unsigned}.")).0, "jwt-alg-none");
    }
    for header in ["{}", r#"{"alg":null}"#, r#"{"alg":5}"#] {
        assert_eq!(refusal(&token_of(header, "{}")).0, "jwt-alg-missing");
    }
}

#[test]
fn algorithms_are_told_apart() {
    for (alg, family) in [
        ("HS256", Algorithm::Hmac),
        ("RS256", Algorithm::Asymmetric),
        ("ES256K", Algorithm::Asymmetric),
        ("PS512", Algorithm::Asymmetric),
        ("EdDSA", Algorithm::Asymmetric),
        ("nOnE", Algorithm::None),
        ("rs256", Algorithm::Unknown("rs256".to_owned())),
        ("é", Algorithm::Unknown("é".to_owned())),
    ] {
        assert_eq!(Algorithm::from(alg), family);
    }
}
