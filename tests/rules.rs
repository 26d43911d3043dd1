//! Every finding has a page that says what it means, and the examples in the pages are what they
//! say.
//!
//! A page's examples are its blocks of JSON marked `bad` and `good`: the finding is there in the
//! one and not in the other.

#![expect(clippy::unwrap_used, reason = "a test that fails ends at once")]

use reconcile_kit::check;
use reconcile_kit::claims::cognito;
use reconcile_kit::explain::{self, Preview};
use reconcile_kit::model::{Diagnostic, Feature, Severity};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;

#[path = "rules/codes.rs"]
mod codes;
#[path = "rules/pages.rs"]
mod pages;

use codes::{is_lambda_rule, is_rule};
use pages::{examples, first_paragraph, pages};

/// Codes that no JSON document can show, or none of a size for a page.
const WITHOUT_EXAMPLE: [&str; 48] = [
    "document-too-deep",
    "document-too-large",
    "engine-broken",
    "engine-install-failed",
    "engine-java-missing",
    "engine-java-too-old",
    "engine-maven-missing",
    "engine-not-installed",
    "engine-unknown",
    "freed-policy",
    "freed-scenario",
    "internal",
    "jwt-too-deep",
    "jwt-too-large",
    "lambda-does-not-load",
    "lambda-not-read",
    "lambda-not-run",
    "lambda-stopped",
    "lambda-unresponsive",
    "log-not-recognised",
    "log-shows-no-login",
    "more-findings",
    "no-debug-log",
    "not-a-function",
    "not-initialised",
    "not-utf8",
    "not-yaml",
    "policy-copy-differs",
    "policy-gate-needs-claims",
    "policy-gate-stored",
    "policy-import-skipped",
    "policy-input",
    "policy-kickstart-part",
    "policy-kickstart-text",
    "policy-no-gates",
    "policy-not-a-copy",
    "policy-not-in-this-module",
    "policy-nothing-to-import",
    "policy-refusal-unseen",
    "policy-too-complex",
    "policy-too-large",
    "reconcile-failed",
    "sandbox-closed",
    "sandbox-failed",
    "sandbox-limit",
    "unknown-lambda-type",
    "unknown-strategy",
    "unreadable-file",
];

#[test]
fn every_code_has_a_page_and_every_page_a_code() {
    let emitted = codes::emitted();
    assert!(emitted.len() > 50, "the codes are not found in the source any more: {emitted:?}");
    let pages: BTreeSet<String> = pages().into_keys().collect();
    assert_eq!(
        emitted.difference(&pages).collect::<Vec<_>>(),
        [] as [&String; 0],
        "without a page"
    );
    assert_eq!(
        pages.difference(&emitted).collect::<Vec<_>>(),
        [] as [&String; 0],
        "without a code"
    );
}

#[test]
fn every_page_names_its_code_and_says_what_to_do() {
    for (code, page) in pages() {
        assert!(page.starts_with(&format!("# {code}\n\n**")), "{code}: code, then severity");
        assert!(page.contains("\n**What to do.** "), "{code}: what to do");
        assert!(page.lines().count() <= 50, "{code}: a page is read in a minute");
        for line in page.lines().filter(|line| line.starts_with("```")) {
            let plain = ["```", "```json bad", "```json good", "```js", "```sh", "```yaml"];
            let of_lambdas = ["```", "```js bad", "```js good", "```json scenario"];
            let known = if is_lambda_rule(&code) { &of_lambdas[..] } else { &plain[..] };
            assert!(known.contains(&line), "{code}: {line}");
        }
    }
}

#[test]
fn the_index_lists_every_page_once() {
    let index = fs::read_to_string(pages::folder().join("README.md")).unwrap();
    let rows = index.lines().filter_map(|line| line.strip_prefix("| ["));
    let mut listed: Vec<(&str, &str)> = rows.map(|row| row.split_once("](").unwrap()).collect();
    listed.sort_unstable();
    let pages = pages();
    let codes: Vec<&str> = listed.iter().map(|(code, _)| *code).collect();
    assert_eq!(codes, pages.keys().map(String::as_str).collect::<Vec<_>>());
    for (code, rest) in listed {
        let (file, row) = rest.split_once(") | ").unwrap();
        assert_eq!(file, format!("{code}.md"));
        let (severity, says) = row.split_once(" | ").unwrap();
        let summary = format!("**{severity}.** {}", says.trim_end_matches(" |"));
        let page = first_paragraph(pages.get(code).unwrap());
        assert_eq!(page.to_lowercase(), summary.to_lowercase());
    }
}

#[test]
fn a_bad_example_shows_the_finding_and_a_good_one_does_not() {
    for (code, page) in pages().into_iter().filter(|(code, _)| !is_lambda_rule(code)) {
        let (bad, good) = (examples(&page, "bad"), examples(&page, "good"));
        let is_expected = !WITHOUT_EXAMPLE.contains(&code.as_str());
        assert_eq!(!bad.is_empty() && !good.is_empty(), is_expected, "{code}: examples");
        for text in bad {
            let findings = findings(&text);
            let codes: Vec<&str> = findings.iter().map(|finding| finding.code.as_str()).collect();
            assert!(codes.contains(&code.as_str()), "{code}: the bad example shows {codes:?}");
            let found = findings.iter().find(|finding| finding.code == code).unwrap();
            assert!(!found.help.is_empty(), "{code}: help");
            assert_eq!(found.url, format!("docs/rules/{code}.md"));
            let severity = severity_name(found.severity);
            let summary = first_paragraph(&page).to_lowercase();
            assert!(summary.contains(severity), "{code} is reported as {severity}");
        }
        for text in good {
            let findings = findings(&text);
            let found = findings.iter().find(|finding| finding.code == code);
            assert_eq!(found, None, "{code}: the good example");
        }
    }
}

#[test]
fn a_good_example_of_a_rule_has_nothing_to_warn_of() {
    for (code, page) in pages().into_iter().filter(|(code, _)| is_rule(code)) {
        for text in examples(&page, "good") {
            assert_eq!(serious(&check::check(&text)), [] as [&str; 0], "{code}");
        }
    }
}

#[test]
fn a_finding_of_a_rule_has_its_place_in_the_text() {
    for (code, page) in pages().into_iter().filter(|(code, _)| is_rule(code)) {
        for text in examples(&page, "bad") {
            let findings = check::check(&text);
            let finding = findings.iter().find(|finding| finding.code == code).unwrap();
            assert!(finding.line.is_some() && finding.column.is_some(), "{code}");
            assert_ne!(finding.path, "", "{code}");
        }
    }
}

#[test]
fn the_page_on_versions_has_the_kits_own() {
    let pages = pages();
    let page = pages.get("feature-not-in-version").unwrap();
    let rows = page.lines().filter_map(|line| line.strip_prefix("| ")?.strip_suffix(" |"));
    let since: Vec<String> =
        rows.skip(2).map(|row| format!("{}.0", row.rsplit(' ').next().unwrap())).collect();
    let features = [
        Feature::NoLink,
        Feature::LinkLimit,
        Feature::DisabledStrategy,
        Feature::EmailVerifiedCheck,
        Feature::LoginValidation,
        Feature::TenantIdentityProvider,
        Feature::AttributeMappings,
    ];
    assert_eq!(since, features.map(|feature| feature.since().to_string()));
}

/// The set-up of FusionAuth's Cognito guide, as it is written there.
fn guide() -> Value {
    json!({
        "enabled": true,
        "type": "OpenIDConnect",
        "name": "Cognito",
        "linkingStrategy": "LinkByEmail",
        "oauth2": {
            "issuer": "https://cognito-idp.us-east-2.amazonaws.com/us-east-2_EXAMPLE/",
            "clientAuthenticationMethod": "client_secret_basic",
            "client_id": "1example23456789",
            "client_secret": "secret",
            "scope": "openid",
        },
        "applicationConfiguration": {
            "3c219e58-ed0e-4b18-ad48-f4f92793ae32": { "enabled": true, "createRegistration": true },
        },
    })
}

#[test]
fn the_guides_own_set_up_is_met_with_one_remark_at_most() {
    let document = json!({
        "identityProvider": guide(),
        "application": { "id": "3c219e58-ed0e-4b18-ad48-f4f92793ae32" },
        "login": {
            "userinfo": {
                "sub": "7f3a9c52", "username": "7f3a9c52",
                "email": "jane@example.com", "email_verified": "true",
            },
        },
    });
    let findings = check::check(&document.to_string());
    let said: Vec<_> = findings.iter().map(|found| (found.severity, found.code.as_str())).collect();
    assert_eq!(said, [(Severity::Info, "cognito-issuer-slash")]);
}

#[test]
fn an_identity_provider_alone_is_not_taken_for_one_without_users() {
    for document in [guide(), json!({ "identityProvider": guide() })] {
        let findings = check::check(&document.to_string());
        assert_eq!(serious(&findings), [] as [&str; 0]);
        let codes: Vec<&str> = findings.iter().map(|found| found.code.as_str()).collect();
        assert_eq!(codes, ["cognito-email-may-be-missing", "cognito-issuer-slash"]);
    }
}

#[test]
fn a_rule_speaks_of_several_logins_once() {
    let login = |sub: &str| json!({ "userinfo": { "sub": sub, "email": "jane@example.com" } });
    let document = json!({
        "identityProvider": { "enabled": true },
        "logins": [login("1"), login("2"), login("3")],
    });
    let findings = check::check(&document.to_string());
    assert_eq!(serious(&findings), ["email-linking-without-verification"]);
}

fn serious(findings: &[Diagnostic]) -> Vec<&str> {
    let serious = findings.iter().filter(|finding| finding.severity != Severity::Info);
    serious.map(|finding| finding.code.as_str()).collect()
}

/// Everything the kit says about a document: as a scenario or identity provider, as a login that is
/// previewed, and as Cognito users.
fn findings(text: &str) -> Vec<Diagnostic> {
    let mut findings = check::check(text);
    if let Ok(scenario) = check::read_scenario(text) {
        match explain::preview(&scenario, None) {
            Preview::One(outcome) => findings.extend(outcome.diagnostics),
            Preview::Several(several) => {
                findings.extend(several.logins.into_iter().flat_map(|outcome| outcome.diagnostics));
            }
        }
    }
    if let Ok(value) = serde_json::from_str::<Value>(text) {
        match cognito::read(&value) {
            Ok(user) => findings.extend(user.notes),
            Err(problem) => findings.push(problem),
        }
        findings.extend(cognito::read_list(&value).err());
    }
    findings
}

const fn severity_name(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "info",
    }
}
