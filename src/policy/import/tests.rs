#![expect(clippy::unwrap_used, reason = "a failing test may end at once")]

use serde_json::json;

use super::*;
use crate::policy::read;

fn import(document: &Value) -> (Value, Vec<(String, String)>) {
    let (policy, findings) = from_identity_provider(document).unwrap();
    read(&policy).unwrap();
    let said = findings.into_iter().map(|finding| (finding.code, finding.path));
    (policy, said.collect())
}

#[test]
fn attribute_mappings_keep_their_syntax() {
    let (policy, findings) = import(&json!({ "identityProvider": {
        "name": "Cognito",
        "type": "OpenIDConnect",
        "linkingStrategy": "LinkByEmail",
        "oauth2": { "issuer": "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_EXAMPLE" },
        "attributeMappings": {
            "user.firstName": "jwt.given_name",
            "user.data.dept": "/id_token/custom:dept~1a",
            "registration.data.x.y": "id_token.a.b"
        }
    } }));
    assert_eq!(
        policy,
        json!({
            "name": "Cognito",
            "provider": "cognito",
            "linkingStrategy": "LinkByEmail",
            "map": {
                "user.firstName": "jwt.given_name",
                "user.data.dept": "/id_token/custom:dept~1a",
                "registration.data.x.y": "id_token.a.b"
            }
        })
    );
    assert_eq!(findings, [("policy-copy-differs".to_owned(), "/identityProvider".to_owned())]);
}

#[test]
fn sources_of_other_types_get_the_prefix() {
    let (policy, _) = import(&json!({
        "type": "SAMLv2",
        "attributeMappings": {
            "user.firstName": "assertion.attributes.first.0",
            "user.data.b": "/assertion/a.b"
        }
    }));
    assert_eq!(
        policy,
        json!({
            "provider": "oidc",
            "map": {
                "user.firstName": "jwt.assertion.attributes.first.0",
                "user.data.b": "/jwt/assertion/a.b"
            }
        })
    );
}

#[test]
fn a_claim_map_becomes_rules() {
    let (policy, findings) = import(&json!({
        "type": "ExternalJWT",
        "claimMap": {
            "given": "firstName",
            "https://a.example/dept": "UserData",
            "team": "RegistrationData",
            "mail": "email"
        }
    }));
    assert_eq!(
        policy.get("map"),
        Some(&json!({
            "user.firstName": "jwt.given",
            "/user/data/https:~1~1a.example~1dept": "/jwt/https:~1~1a.example~1dept",
            "registration.data.team": "jwt.team"
        }))
    );
    let skipped = ("policy-import-skipped".to_owned(), "/claimMap/mail".to_owned());
    assert_eq!(findings.first(), Some(&skipped));
}

#[test]
fn what_fusionauth_skips_is_left_out() {
    let (policy, findings) = import(&json!({ "attributeMappings": {
        "/user/lastName": "jwt.a",
        "firstName": "jwt.a",
        "user.data": "jwt.a",
        "user.data.x": "jwt.a",
        "user.emial": "jwt.a",
        "user.firstName": "given_name",
        "user.firstName.x": "jwt.a",
        "user.fullName": 5,
        "user.imageUrl": "jwt",
        "user.memberships": "jwt.a",
        "user.password": "jwt.a"
    } }));
    assert_eq!(policy.get("map"), Some(&json!({ "user.data": "jwt.a" })));
    assert_eq!(findings.len(), 11);
    assert!(findings.contains(&(
        "policy-import-skipped".to_owned(),
        "/attributeMappings/user.password".to_owned()
    )));
}

#[test]
fn without_mappings_there_is_nothing_to_import() {
    for (document, help) in [
        (json!({ "attributeMappings": {} }), "give an identity provider"),
        (json!({ "claimMap": { "a": "firstName" } }), "give an identity provider"),
        (json!({ "lambdaConfiguration": { "reconcileId": "x" } }), "a lambda is code"),
        (json!([]), "give an identity provider"),
    ] {
        let problem = from_identity_provider(&document).unwrap_err();
        assert_eq!(problem.code, "policy-nothing-to-import");
        assert!(problem.help.starts_with(help));
    }
}
