//! The requests that give a policy's lambda to FusionAuth, as a kickstart file.

use super::Exported;
use crate::model::object::object;
use crate::model::{Diagnostic, ProviderType, shorten_to};
use crate::policy::rule::Policy;
use serde_json::Value;

/// Most characters of a name. FusionAuth documents 191 for most of its texts.
const LONGEST_NAME: usize = 191;

/// A kickstart file that creates the lambda `lambda_text` and assigns it to an identity provider.
///
/// The text is empty where `lambda_text` is.
///
/// ```
/// use reconcile_kit::{check, policy::export};
///
/// let policy = check::read_policy(r#"{ "map": { "user.firstName": "given_name" } }"#)
///     .expect("a valid policy");
/// let exported = export::kickstart(&policy, "function reconcile(user) {}");
/// assert!(exported.text.contains("/api/lambda/#{lambdaId}"));
/// ```
#[must_use]
pub fn kickstart(policy: &Policy, lambda_text: &str) -> Exported {
    if lambda_text.trim().is_empty() {
        return Exported::default();
    }
    let document = object! {
        "variables": object! {
            "apiKey": "#{ENV.FUSIONAUTH_API_KEY}",
            "lambdaId": "00000000-0000-4000-8000-0000000000a1",
            "identityProviderId": "00000000-0000-4000-8000-0000000000f1",
        },
        "apiKeys": vec![object! { "key": "#{apiKey}" }],
        "requests": vec![create(policy, lambda_text), assign(policy)],
    };
    let mut findings = vec![
        Diagnostic::info(
            "policy-kickstart-part",
            "",
            "the requests suppose that the identity provider is there, and kickstart runs on an empty FusionAuth",
        )
        .help(
            "put them into your own kickstart file, behind the request that creates the identity provider, \
             with its id as `identityProviderId`",
        ),
    ];
    findings.extend(unsafe_text(lambda_text));
    Exported { text: format!("{document:#}\n"), findings }
}

fn create(policy: &Policy, body: &str) -> Value {
    object! {
        "method": "POST",
        "url": "/api/lambda/#{lambdaId}",
        "body": object! {
            "lambda": object! {
                "name": name(policy),
                "type": ProviderType::OpenIdConnect.lambda(),
                // Required since 1.35, and the only engine that reads this text.
                "engineType": "GraalJS",
                "enabled": true,
                "debug": false,
                "body": body,
            },
        },
    }
}

fn assign(policy: &Policy) -> Value {
    let mut provider = object! {
        "type": ProviderType::OpenIdConnect.name(),
        "lambdaConfiguration": object! { "reconcileId": "#{lambdaId}" },
    };
    if let (Some(strategy), Value::Object(fields)) = (policy.strategy, &mut provider) {
        fields.insert("linkingStrategy".to_owned(), Value::from(strategy.name()));
    }
    object! {
        "method": "PATCH",
        "url": "/api/identity-provider/#{identityProviderId}",
        "body": object! { "identityProvider": provider },
    }
}

/// The policy's name, without what kickstart would take for a variable or a file.
fn name(policy: &Policy) -> String {
    let name = policy.name.as_deref().map(str::trim).filter(|name| !name.is_empty());
    let mut name = name.unwrap_or("Reconcile by policy").to_owned();
    for sign in ["#", "@", "&"] {
        name = name.replace(&format!("{sign}{{"), &format!("{sign} {{"));
    }
    shorten_to(name.replace('\\', "/").as_str(), LONGEST_NAME - 1)
}

/// What kickstart might read in another way than FusionAuth's API.
fn unsafe_text(text: &str) -> Option<Diagnostic> {
    let taken = ["#{", "@{", "&{", "\\"].into_iter().find(|sign| text.contains(sign))?;
    let message = format!("the lambda contains `{taken}`, which kickstart reads in its own way");
    Some(Diagnostic::warning("policy-kickstart-text", "", message).help(
        "save the lambda as a file beside the kickstart file, and write `@{` and the file's name and `}` as its body",
    ))
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a failing test may end at once")]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::policy::read;

    fn export(policy: &Value, lambda: &str) -> (Value, Vec<String>) {
        let exported = kickstart(&read(policy).unwrap(), lambda);
        let codes = exported.findings.into_iter().map(|found| found.code).collect();
        (serde_json::from_str(&exported.text).unwrap_or_default(), codes)
    }

    #[test]
    fn the_lambda_is_created_and_assigned() {
        let lambda = "function reconcile(user) {\n  user.firstName = 'J';\n}\n";
        let policy = json!({
            "name": "Staff #{x}",
            "linkingStrategy": "LinkByUsername",
            "map": { "user.firstName": "given_name" }
        });
        let (document, codes) = export(&policy, lambda);
        let lambda = json!({
            "name": "Staff # {x}", "type": "OpenIDReconcile", "engineType": "GraalJS",
            "enabled": true, "debug": false, "body": lambda,
        });
        assert_eq!(document.pointer("/requests/0/body/lambda"), Some(&lambda));
        assert_eq!(
            document.pointer("/requests/1/body/identityProvider"),
            Some(&json!({
                "type": "OpenIDConnect",
                "lambdaConfiguration": { "reconcileId": "#{lambdaId}" },
                "linkingStrategy": "LinkByUsername",
            }))
        );
        assert_eq!(document.pointer("/requests/1/method"), Some(&json!("PATCH")));
        assert_eq!(codes, ["policy-kickstart-part"]);
    }

    #[test]
    fn a_name_is_no_longer_than_fusionauth_allows() {
        let name = |name: &str| {
            let (document, _) = export(&json!({ "name": name, "gates": [] }), "x");
            document.pointer("/requests/0/body/lambda/name").cloned().unwrap_or_default()
        };
        assert_eq!(name(&"ä".repeat(300)).as_str().map(|name| name.chars().count()), Some(191));
        assert_eq!(name(" "), json!("Reconcile by policy"));
    }

    #[test]
    fn every_variable_is_there() {
        let (document, _) = export(&json!({ "gates": [] }), "function reconcile() {}");
        let text = document.get("requests").unwrap_or(&Value::Null).to_string();
        for used in text.split("#{").skip(1).filter_map(|rest| rest.split('}').next()) {
            assert!(document.pointer(&format!("/variables/{used}")).is_some(), "{used}");
        }
    }

    #[test]
    fn what_kickstart_reads_itself_is_warned_of() {
        for lambda in ["'#{x}'", "'@{x}'", "/\\d/"] {
            let (_, codes) = export(&json!({ "gates": [] }), lambda);
            assert_eq!(codes, ["policy-kickstart-part", "policy-kickstart-text"], "{lambda}");
        }
        assert_eq!(kickstart(&Policy::default(), " \n"), Exported::default());
    }
}
