//! Linking on an e-mail address that nobody has verified gives the account to whoever can choose
//! that address.

use super::arrivals::Arrival;
use crate::claims::EmailVerified;
use crate::model::{ClaimNames, Diagnostic, Feature, LinkingClaim, shorten};
use crate::scenario::{Scenario, Setting};

pub(super) fn find(scenario: &Scenario, people: &[Arrival<'_>]) -> Option<Diagnostic> {
    let setting = &scenario.setting;
    let provider = &setting.identity_provider;
    // Other types bring no claim that FusionAuth would look at.
    if provider.strategy().claim() != Some(LinkingClaim::Email)
        || !provider.provider_type().has_oauth2()
    {
        return None;
    }
    if !setting.version.has(Feature::EmailVerifiedCheck) {
        return Some(never_checked(setting));
    }
    let unguarded = people.iter().find(|arrival| {
        let identity = &arrival.identity;
        identity.email.value.is_some() && identity.email_verified.0 == EmailVerified::Unstated
    })?;
    let names = setting.identity_provider.claim_names();
    Some(if names.email_verified == USUAL {
        not_stated(setting, unguarded)
    } else {
        misnamed(names, unguarded)
    })
}

/// The claim that FusionAuth reads unless `emailVerifiedClaim` names another.
const USUAL: &str = "email_verified";

const DANGER: &str = "whoever can choose an e-mail address at the provider takes over the account";

fn never_checked(setting: &Setting) -> Diagnostic {
    let strategy = setting.identity_provider.strategy();
    let message = format!(
        "`{strategy}` in FusionAuth {} does not ask whether the e-mail address is verified",
        setting.version
    );
    Diagnostic::warning(
        "email-linking-without-verification",
        "/identityProvider/linkingStrategy",
        message,
    )
    .expected(format!("FusionAuth {} or later", Feature::EmailVerifiedCheck.since()))
    .help(format!("upgrade, or choose a strategy that does not link on e-mail: {DANGER}"))
}

fn not_stated(setting: &Setting, arrival: &Arrival<'_>) -> Diagnostic {
    let strategy = setting.identity_provider.strategy();
    let message = format!(
        "`{strategy}` links on this e-mail address, and no claim says whether it is verified"
    );
    Diagnostic::warning("email-linking-without-verification", arrival.path.as_str(), message)
        .expected(format!("`{USUAL}` in userinfo or in an id token that FusionAuth can verify"))
        .help(format!(
            "have the provider send `{USUAL}`, for without it any address is linked: {DANGER}"
        ))
}

fn misnamed(names: ClaimNames<'_>, arrival: &Arrival<'_>) -> Diagnostic {
    let message = format!(
        "no token has the claim `{}`, so nothing says whether the e-mail address is verified",
        shorten(names.email_verified)
    );
    let has_usual = arrival.has_claim(USUAL);
    let expected = if has_usual {
        format!("`{USUAL}`, which this login has")
    } else {
        "the name of a claim that the provider sends".to_owned()
    };
    Diagnostic::warning(
        "email-linking-without-verification",
        "/identityProvider/oauth2/emailVerifiedClaim",
        message,
    )
    .found(names.email_verified)
    .expected(expected)
    .help(format!("correct the name, for without the claim any address is linked: {DANGER}"))
}

#[cfg(test)]
mod tests {
    use super::super::arrivals::arrivals;
    use super::super::scenario;
    use super::*;
    use serde_json::{Value, json};

    fn find_in(scenario: &Scenario) -> Option<Diagnostic> {
        find(scenario, &arrivals(scenario))
    }

    fn with(userinfo: &Value) -> Option<Diagnostic> {
        let login = json!({ "userinfo": userinfo });
        find_in(&scenario(json!({ "identityProvider": {}, "login": login })))
    }

    fn verified() -> Value {
        json!({ "sub": "1", "email": "jane@example.com", "email_verified": true })
    }

    #[test]
    fn an_address_that_no_claim_calls_verified_is_pointed_out() {
        let found = with(&json!({ "sub": "1", "email": "jane@example.com" }));
        assert_eq!(found.map(|found| found.path).as_deref(), Some("/login"));
    }

    #[test]
    fn a_claim_that_is_there_is_a_guard_whatever_it_says() {
        for said in [json!(true), json!(false), json!("true"), json!("false")] {
            let userinfo =
                json!({ "sub": "1", "email": "jane@example.com", "email_verified": said });
            assert_eq!(with(&userinfo), None, "{said}");
        }
    }

    #[test]
    fn without_an_address_there_is_nothing_to_guard() {
        assert_eq!(with(&json!({ "sub": "1" })), None);
        assert_eq!(with(&json!({})), None);
    }

    #[test]
    fn a_claim_name_that_no_token_has_is_pointed_out_at_the_name() {
        let found = find_in(&scenario(json!({
            "identityProvider": { "oauth2": { "emailVerifiedClaim": "emailVerified" } },
            "login": { "userinfo": verified() },
        })));
        let found = found.map(|found| (found.path, found.expected));
        let path = "/identityProvider/oauth2/emailVerifiedClaim".to_owned();
        assert_eq!(found, Some((path, Some("`email_verified`, which this login has".to_owned()))));
    }

    #[test]
    fn before_1_48_nothing_is_checked() {
        let at = |version: &str, strategy: &str| {
            let document = json!({
                "fusionauth": version,
                "identityProvider": { "linkingStrategy": strategy },
                "login": { "userinfo": verified() },
            });
            find_in(&scenario(document)).map(|found| found.path)
        };
        let path = Some("/identityProvider/linkingStrategy".to_owned());
        assert_eq!(at("1.47", "LinkByEmailForExistingUser"), path);
        assert_eq!(at("1.47", "LinkByUsername"), None);
        assert_eq!(at("1.48", "LinkByEmail"), None);
    }

    #[test]
    fn several_logins_are_one_finding_at_the_first_concerned() {
        let login = |userinfo: Value| json!({ "userinfo": userinfo });
        let found = find_in(&scenario(json!({
            "identityProvider": {},
            "logins": [
                login(verified()),
                login(json!({ "sub": "2", "email": "b@example.com" })),
                login(json!({ "sub": "3", "email": "c@example.com" })),
            ],
        })));
        assert_eq!(found.map(|found| found.path).as_deref(), Some("/logins/1"));
    }
}
