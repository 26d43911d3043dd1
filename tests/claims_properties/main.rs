//! Properties of reading tokens and users that hold for every input.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that fails ends at once")]

mod date;
mod json;
mod user;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use proptest::collection::vec;
use proptest::prelude::*;
use reconcile_kit::claims::cognito::{self, Form};
use reconcile_kit::claims::jwt;
use serde_json::{Map, Value, json};

use crate::json::{any_claims, any_document, any_json};
use crate::user::user;

const FORMS: [Form; 5] = [
    Form::IdToken,
    Form::Userinfo,
    Form::UserAttributes,
    Form::ApiGatewayRest,
    Form::ApiGatewayHttp,
];

fn canonical(form: Form, value: &Value) -> Map<String, Value> {
    assert_eq!(cognito::detect(value), Some(form), "{value}");
    let user = cognito::read(value).unwrap();
    assert_eq!(user.notes, [], "{value}");
    assert_eq!(&user.original, value);
    user.claims.into_map()
}

fn without(claims: &Map<String, Value>, names: &[&str]) -> Map<String, Value> {
    let kept = claims.clone().into_iter().filter(|(name, _)| !names.contains(&&**name));
    kept.collect()
}

proptest! {
    #[test]
    fn no_text_breaks_the_decoder(text in any::<String>(), parts in vec("[A-Za-z0-9_=+/ -]{0,20}", 0..7)) {
        let _ = jwt::decode(&text);
        let _ = jwt::decode(&parts.join("."));
    }

    #[test]
    fn no_content_breaks_the_decoder(header in any::<Vec<u8>>(), payload in any::<Vec<u8>>(), json in any_json()) {
        let [header, payload] = [header, payload].map(|bytes| URL_SAFE_NO_PAD.encode(bytes));
        let json = URL_SAFE_NO_PAD.encode(json.to_string());
        for (header, payload) in [(&header, &payload), (&json, &payload), (&json, &json)] {
            let refused = jwt::decode(&format!("{header}.{payload}.c2ln")).err();
            prop_assert!(refused.is_none_or(|finding| !finding.help.is_empty()));
        }
    }

    #[test]
    fn claims_survive_a_token(claims in any_claims(), spaces in "[ \t\r\n]{0,3}") {
        let header = URL_SAFE_NO_PAD.encode(r#"{"alg":"RS256"}"#);
        let payload = URL_SAFE_NO_PAD.encode(Value::Object(claims.clone()).to_string());
        let id_token = jwt::decode(&format!("{spaces}{header}.{payload}.c2ln{spaces}")).unwrap();
        prop_assert_eq!(id_token.claims, claims);
    }

    #[test]
    fn a_user_is_the_same_in_every_form(user in user()) {
        let token = canonical(Form::IdToken, &user.id_token());
        prop_assert_eq!(&canonical(Form::ApiGatewayRest, &user.rest()), &token);
        prop_assert_eq!(&canonical(Form::ApiGatewayHttp, &user.http()), &token);
        prop_assert_eq!(&canonical(Form::ApiGatewayHttp, &user.http_in_go()), &token);
        let with_groups = without(&token, &["exp", "token_use"]);
        let profile = without(&token, &["exp", "token_use", "cognito:groups"]);
        prop_assert_eq!(canonical(Form::UserAttributes, &user.event()), with_groups);
        prop_assert_eq!(canonical(Form::UserAttributes, &user.listed()), profile.clone());
        prop_assert_eq!(canonical(Form::Userinfo, &user.userinfo()), profile);
    }

    #[test]
    fn what_cognito_would_send_is_what_it_sends(user in user()) {
        let from_event = cognito::read(&user.event()).unwrap();
        let id_token = user.id_token();
        let token = canonical(Form::IdToken, &id_token);
        let mut sent = from_event.id_token_claims();
        for name in ["exp", "token_use"] {
            sent.insert(name.to_owned(), token[name].clone());
        }
        prop_assert_eq!(Value::Object(sent), id_token);
        prop_assert_eq!(Value::Object(from_event.userinfo()), user.userinfo());
    }

    #[test]
    fn the_order_of_keys_does_not_matter(user in user(), seed in any::<usize>()) {
        for value in [user.id_token(), user.userinfo(), user.rest(), user.http()] {
            let mut fields: Vec<_> = value.as_object().unwrap().iter()
                .map(|(name, value)| format!("{}:{value}", json!(name)))
                .collect();
            let middle = seed % fields.len();
            fields.rotate_left(middle);
            fields[..middle].reverse();
            let reordered: Value = serde_json::from_str(&format!("{{{}}}", fields.join(","))).unwrap();
            prop_assert_eq!(cognito::detect(&reordered), cognito::detect(&value));
            prop_assert_eq!(cognito::read(&reordered).unwrap().claims, cognito::read(&value).unwrap().claims);
        }
    }

    #[test]
    fn no_document_breaks_the_reader(document in any_document()) {
        let _ = cognito::read_list(&document);
        let mut read: Vec<_> = FORMS.iter().map(|form| cognito::read_as(*form, &document)).collect();
        read.push(cognito::read(&document));
        for user in read {
            match user {
                Ok(user) => {
                    for note in &user.notes {
                        prop_assert!(document.pointer(&note.path).is_some(), "{}", note.path);
                    }
                    let _ = (user.provider(), user.region(), user.assigned_groups(), user.userinfo());
                }
                Err(refused) => prop_assert!(!refused.help.is_empty()),
            }
        }
    }

    #[test]
    fn reading_again_changes_nothing(claims in any_claims()) {
        for form in FORMS {
            let user = cognito::read_as(form, &Value::Object(claims.clone())).unwrap();
            let again = Value::Object(user.id_token_claims());
            prop_assert_eq!(cognito::read_as(Form::IdToken, &again).unwrap().claims, user.claims);
        }
    }

    #[test]
    fn assigned_groups_are_groups(claims in any_claims(), user in user()) {
        for value in [Value::Object(claims), user.id_token()] {
            let user = cognito::read_as(Form::IdToken, &value).unwrap();
            let all = user.groups();
            prop_assert!(user.assigned_groups().iter().all(|group| all.contains(group)));
        }
    }
}
