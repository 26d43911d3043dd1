//! Checks that a document makes sense as a whole, and turns it into a scenario.

use super::document::{Document, IdTokenDocument, LoginDocument, PolicySource};
use super::{Attempt, Logins, Scenario, Setting, Surroundings, enabled, mappings};
use crate::claims::{PresentedIdToken, Tokens, jwt};
use crate::directory::Directory;
use crate::model::{
    Assumption, Assumptions, Diagnostic, IdentityProvider, Named, ProviderType, UnknownVersion,
    Version, instant, nearest, pointer,
};

/// Turns a document into a scenario.
///
/// # Errors
///
/// Everything that makes the document contradict itself or name what is not there, each with a pointer.
///
/// ```
/// use reconcile_kit::scenario::{Document, prepare};
/// use serde_json::json;
///
/// let document = Document::from(json!({ "fusionauth": "0.5", "identityProvider": {}, "login": {} }));
/// let problems = prepare(document).unwrap_err();
/// assert_eq!(problems[0].path, "/fusionauth");
/// ```
pub fn prepare(mut document: Document) -> Result<Scenario, Vec<Diagnostic>> {
    let mut problems = Vec::new();
    let mut findings = Vec::new();
    let version = keep(version(&document), &mut problems).unwrap_or_default();
    let now = keep(now(&document), &mut problems).unwrap_or(instant::DEFAULT_NOW);
    let assumptions = assumptions(&document.assumptions, &mut problems);
    let contradictions = super::consistency::check(&document);
    let kind = document.identity_provider.provider_type();
    let logins = logins(kind, document.login.take(), document.logins.take(), &mut problems);
    problems.extend(provider_kind(&document.identity_provider));
    let policy = document.policy.as_ref().and_then(|source| {
        super::policy::policy(source).map_err(|faults| problems.extend(faults)).ok()
    });
    problems.extend(contradictions);
    let application =
        keep(enabled::application(&document, &mut findings), &mut problems).unwrap_or_default();
    if !problems.is_empty() {
        return Err(problems);
    }
    let is_enabled = enabled::is_enabled(&document.identity_provider, &application, &mut findings);
    let attribute_mappings = mappings::attribute_mappings(
        &document.identity_provider,
        version,
        policy.as_ref(),
        &mut findings,
    );
    let claim_map = mappings::claim_map(&document.identity_provider, &mut findings);
    let tenant_id = tenant(&document, application.tenant_id.as_deref());
    Ok(Scenario {
        setting: Setting {
            version,
            now,
            is_enabled,
            application,
            tenant_id,
            attribute_mappings,
            policy,
            claim_map,
            login_validation: document.login_validation,
            actions: document.actions,
            assumptions,
            exploring: false,
            identity_provider: document.identity_provider,
        },
        directory: Directory::new(document.users, document.links),
        logins,
        lambda: document.lambda,
        policy_file: match document.policy {
            Some(PolicySource::File { name, .. }) => Some(name),
            _ => None,
        },
        surroundings: Surroundings { secrets: document.secrets, fetch: document.fetch },
        expect: document.expect,
        notes: findings,
        findings: Vec::new(),
        standing: Vec::new(),
        wrapped: Vec::new(),
    })
}

fn keep<T>(result: Result<T, Diagnostic>, problems: &mut Vec<Diagnostic>) -> Option<T> {
    result.map_err(|problem| problems.push(problem)).ok()
}

fn version(document: &Document) -> Result<Version, Diagnostic> {
    let Some(text) = &document.fusionauth else { return Ok(Version::NEWEST) };
    text.parse().map_err(|reason: UnknownVersion| {
        Diagnostic::error("unknown-version", "/fusionauth", format!("`{}` is {reason}", crate::model::shorten(text)))
            .found(text)
            .expected(format!("a version from {} to {}", Version::OLDEST, Version::NEWEST))
            .help("write the version as FusionAuth's admin pages show it, or leave the key out for the newest known one")
    })
}

fn now(document: &Document) -> Result<i64, Diagnostic> {
    let Some(text) = &document.now else { return Ok(instant::DEFAULT_NOW) };
    instant::parse(text).ok_or_else(|| {
        Diagnostic::error(
            "invalid-instant",
            "/now",
            format!("`{}` is not a point in time", crate::model::shorten(text)),
        )
        .found(text)
        .expected("an RFC 3339 text such as `2026-11-23T08:00:00Z`")
        .help("give date, time and offset, or leave the key out")
    })
}

fn assumptions(overrides: &Named<String>, problems: &mut Vec<Diagnostic>) -> Assumptions {
    let mut assumptions = Assumptions::default();
    for (id, value) in overrides {
        let path = pointer::child("/assumptions", id);
        let Some(assumption) = Assumption::by_id(id) else {
            let known = Assumption::ALL.iter().map(|assumption| assumption.id());
            problems.push(
                Diagnostic::error(
                    "unknown-assumption",
                    path,
                    format!("`{}` is not an assumption", crate::model::shorten(id)),
                )
                .expected(known.clone().collect::<Vec<_>>().join(", "))
                .help(nearest(id, known)),
            );
            continue;
        };
        match assumption.choice(value) {
            Some(choice) => assumptions = assumptions.with(assumption, choice),
            None => problems.push(
                Diagnostic::error(
                    "unknown-assumption",
                    path,
                    format!("`{id}` cannot be `{}`", crate::model::shorten(value)),
                )
                .found(value)
                .expected(assumption.choices().join(", "))
                .help(nearest(value, assumption.choices().iter().copied())),
            ),
        }
    }
    assumptions
}

fn logins(
    kind: ProviderType,
    login: Option<LoginDocument>,
    logins: Option<Vec<LoginDocument>>,
    problems: &mut Vec<Diagnostic>,
) -> Logins {
    match (login, logins) {
        (Some(login), None) => Logins::One(Box::new(read_attempt(kind, login, "/login", problems))),
        (None, Some(logins)) => {
            let attempts = logins.into_iter().enumerate();
            Logins::Several(
                attempts
                    .map(|(index, login)| {
                        read_attempt(kind, login, &pointer::item("/logins", index), problems)
                    })
                    .collect(),
            )
        }
        _ => {
            problems.push(
                Diagnostic::error(
                    "login-or-logins",
                    "",
                    "a scenario has either `login` or `logins`",
                )
                .help("keep `login` for one sign-in, `logins` for several in order"),
            );
            Logins::Several(Vec::new())
        }
    }
}

/// Reads one more login into a scenario that was prepared before.
pub(crate) fn attempt(
    kind: ProviderType,
    login: LoginDocument,
    directory: &Directory,
    path: &str,
    problems: &mut Vec<Diagnostic>,
) -> Attempt {
    if let Some(id) =
        login.pending_link_user_id.as_deref().filter(|id| directory.user(id).is_none())
    {
        problems
            .push(super::consistency::unknown_user(pointer::child(path, "pendingLinkUserId"), id));
    }
    read_attempt(kind, login, path, problems)
}

fn read_attempt(
    kind: ProviderType,
    login: LoginDocument,
    path: &str,
    problems: &mut Vec<Diagnostic>,
) -> Attempt {
    let verified = login.id_token_verified;
    let id_token = login.id_token.and_then(|token| match token {
        IdTokenDocument::Claims(claims) => {
            Some(PresentedIdToken { claims, algorithm: None, encoded: None, verified })
        }
        IdTokenDocument::Encoded(text) => {
            let decoded = jwt::decode(&text).map_err(|mut problem| {
                problem.path = pointer::child(path, "idToken");
                problem
            });
            keep(decoded, problems).map(|decoded| PresentedIdToken {
                algorithm: Some(decoded.header.algorithm()),
                claims: decoded.claims,
                encoded: Some(text.trim().to_owned()),
                verified,
            })
        }
    });
    let mut tokens =
        Tokens { userinfo: login.userinfo, id_token, access_token: login.access_token };
    if kind != ProviderType::OpenIdConnect && tokens.userinfo.is_empty() {
        // What these providers answer is itself a token: Apple's, Google's, or somebody's own.
        tokens.userinfo = tokens.id_token.take().map(|token| token.claims).unwrap_or_default();
    }
    Attempt { tokens, no_link: login.no_link, pending_link_user_id: login.pending_link_user_id }
}

fn provider_kind(provider: &IdentityProvider) -> Option<Diagnostic> {
    let kind = provider.kind.as_deref()?;
    if ProviderType::by_name(kind).is_some() {
        return None;
    }
    let names = || ProviderType::ALL.iter().map(|kind| kind.name());
    Some(
        Diagnostic::error(
            "unsupported-identity-provider",
            "/identityProvider/type",
            format!("`{}` is not a type of identity provider", crate::model::shorten(kind)),
        )
        .found(kind)
        .expected(names().collect::<Vec<_>>().join(", "))
        .help(nearest(kind, names())),
    )
}

fn tenant(document: &Document, of_application: Option<&str>) -> Option<String> {
    let named = document.tenant.as_ref().and_then(|tenant| tenant.id.as_deref());
    let only = || {
        let mut tenants = document.identity_provider.tenant_configuration.keys();
        tenants.next().filter(|_| tenants.next().is_none()).map(String::as_str)
    };
    of_application
        .or(named)
        .or(document.identity_provider.tenant_id.as_deref())
        .or_else(only)
        .map(str::to_owned)
}
