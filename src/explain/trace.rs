//! The way a login took, step by step, each with what it rests on.

use super::basis::{
    Basis, BasisKind, LAMBDA, LINKS, LOGIN, OIDC, OVERVIEW, POLICY, PROVIDERS, documented,
    inferred, issue, refusal_basis,
};
use crate::claims::{EmailVerified, IdTokenUse, places};
use crate::login::{ClaimRole, Ending, Login, NotRun, Step};
use crate::mapping::{Author, RuleStep};
use crate::model::{LinkingStrategy, ProviderType, pointer};
use crate::scenario::Setting;
use serde::Serialize;

/// One step of a login.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TraceStep {
    /// Where on the way: `claims`, `link`, `match`, `map`, `create`, `register`, `end`.
    pub step: &'static str,
    /// What was decided.
    pub title: String,
    /// With which values.
    pub detail: String,
    /// What it rests on.
    pub basis: Basis,
}

fn step(
    step: &'static str,
    title: impl Into<String>,
    detail: impl Into<String>,
    basis: Basis,
) -> TraceStep {
    TraceStep { step, title: title.into(), detail: detail.into(), basis }
}

pub(super) fn of(setting: &Setting, login: &Login) -> Vec<TraceStep> {
    let mut steps: Vec<TraceStep> =
        login.journal.steps.iter().map(|step| in_words(step, setting)).collect();
    steps.push(end(&login.ending));
    steps
}

fn in_words(decision: &Step, setting: &Setting) -> TraceStep {
    match decision {
        Step::UsedIdToken(id_token) => used_id_token(*id_token),
        Step::ReadClaim { role, value, source } => {
            read_claim(*role, value.as_deref(), source.as_deref(), setting)
        }
        Step::FoundLink { user } => step(
            "link",
            "a link exists",
            format!("user `{user}`; e-mail and username claims no longer decide"),
            issue("FusionAuth issue 2501; client source: linking strategy"),
        ),
        Step::FoundNoLink { unique_id } => step(
            "link",
            "no link exists",
            format!("for the unique id `{unique_id}`"),
            issue("FusionAuth issue 2501"),
        ),
        Step::DeclinedToLink => {
            step("match", "the request asks not to link", "`noLink` is true", documented(LOGIN))
        }
        Step::CompletedPendingLink { user } => step(
            "link",
            "a pending link is completed",
            format!("by user `{user}`"),
            documented(LINKS),
        ),
        Step::AppliedStrategy(strategy) => step(
            "match",
            format!("the strategy {strategy} decides"),
            strategy_in_words(*strategy),
            documented(OVERVIEW),
        ),
        Step::MatchedUser { claim, value, user } => step(
            "match",
            format!("a user has this {}", claim.field()),
            format!("`{value}` belongs to user `{user}`"),
            documented(OVERVIEW),
        ),
        Step::MatchedNobody { claim, value } => step(
            "match",
            format!("no user has this {}", claim.field()),
            value
                .as_ref()
                .map_or_else(|| "no claim gives one".to_owned(), |value| format!("`{value}`")),
            documented(OVERVIEW),
        ),
        Step::PassedOverUsername { value, user } => step(
            "match",
            "a username does not count as e-mail",
            format!("`{value}` is the username of user `{user}`"),
            issue("FusionAuth issue 1874"),
        ),
        Step::ReadVerification { said, source } => {
            step("claims", verification_in_words(*said), format!("from {source}"), documented(OIDC))
        }
        Step::AcceptedEmail { said } => step(
            "match",
            "the e-mail address may be linked on",
            match said {
                EmailVerified::Yes => "it is verified",
                EmailVerified::NoAsText => "the text `false` is assumed to be ignored",
                _ => "no claim says that it is not verified",
            },
            documented(OIDC),
        ),
        Step::FoundOtherLink { user, unique_id } => step(
            "match",
            "the user is linked already",
            format!("user `{user}` is `{unique_id}` at this identity provider"),
            issue("FusionAuth issue 2512"),
        ),
        Step::ReachedLinkLimit { links, limit } => step(
            "match",
            "the link limit is reached",
            format!("{links} of {limit} links"),
            documented("FusionAuth docs: identity-provider tenant configuration"),
        ),
        other => in_words_after_match(other),
    }
}

fn in_words_after_match(decision: &Step) -> TraceStep {
    match decision {
        Step::Reconciled { author, run } => {
            let (title, reference) = match author {
                Author::Lambda => ("the lambda maps the claims", LAMBDA),
                Author::Policy => ("the policy maps the claims", POLICY),
                Author::AttributeMappings => {
                    ("the attribute mappings are applied", "FusionAuth docs: attribute mappings")
                }
            };
            step("map", title, format!("run {run}"), documented(reference))
        }
        Step::AppliedRule(RuleStep { rule, path, end }) => {
            let title = match path {
                Some(path) => format!("rule `{rule}` for {path}"),
                None => format!("gate `{rule}`"),
            };
            step("map", title, end.in_words(), documented(POLICY))
        }
        Step::LeftOut(NotRun::Anonymous) => step(
            "map",
            "nothing is mapped",
            "anonymous links run no lambda and no mappings",
            documented(OVERVIEW),
        ),
        Step::LeftOut(NotRun::Pending) => step(
            "map",
            "nothing is mapped yet",
            "assumed for the login that creates a pending link",
            Basis {
                kind: BasisKind::Assumed,
                reference: "assumption `lambda-on-pending`; FusionAuth issue 2080",
            },
        ),
        Step::MovedToUser { claim, value, user } => step(
            "map",
            format!("a user has the mapped {}", claim.field()),
            format!("`{value}` is user `{user}`, with whom the mapping runs again"),
            documented(LAMBDA),
        ),
        Step::CreatedUser { anonymously: true } => {
            step("create", "a user is created", "without e-mail and username", documented(OVERVIEW))
        }
        Step::CreatedUser { anonymously: false } => step(
            "create",
            "a user is created",
            "with the value that is linked on",
            documented(OVERVIEW),
        ),
        Step::UpdatedUser => step(
            "create",
            "the user is brought up to date",
            "the lambda's user takes the place of the stored one",
            issue("FusionAuth issues 1220 and 1432"),
        ),
        Step::TookRegistration => step(
            "register",
            "the registration is the lambda's",
            "a connector's lambda makes the registrations too",
            issue("FusionAuth issue 1220"),
        ),
        Step::CreatedLink => {
            step("create", "the link is made", "from the unique id to the user", documented(LINKS))
        }
        Step::UpdatedRegistration => step(
            "register",
            "the registration exists",
            "it is brought up to date",
            inferred("FusionAuth issue 1517"),
        ),
        Step::CreatedRegistration { roles } if roles.is_empty() => {
            step("register", "a registration is created", "without roles", documented(LOGIN))
        }
        Step::CreatedRegistration { roles } => step(
            "register",
            "a registration is created",
            format!("with the roles {}", roles.join(", ")),
            documented(LOGIN),
        ),
        _ => step(
            "register",
            "the user is not registered",
            "the identity provider creates no registration for this application",
            documented(OVERVIEW),
        ),
    }
}

fn used_id_token(id_token: IdTokenUse) -> TraceStep {
    let (title, detail) = match id_token {
        IdTokenUse::Verified | IdTokenUse::Absent => ("the id token is used", "after userinfo"),
        IdTokenUse::NotVerified => ("the id token is not used", "its signature is not verified"),
        IdTokenUse::NotRequested => ("the id token is not used", "the scope has no `openid`"),
        IdTokenUse::NoKeys => {
            ("the id token is not used", "without discovery there are no keys to verify it")
        }
        IdTokenUse::VersionTooOld => ("the id token is not used", "this version cannot verify it"),
    };
    step("claims", title, detail, documented(LAMBDA))
}

fn read_claim(
    role: ClaimRole,
    value: Option<&str>,
    source: Option<&str>,
    setting: &Setting,
) -> TraceStep {
    let provider = &setting.identity_provider;
    let places = places(provider);
    let (what, places) = match role {
        ClaimRole::UniqueId => ("unique id", places.unique_id),
        ClaimRole::Email => ("e-mail", places.email),
        ClaimRole::Username => ("username", places.username),
    };
    let detail = match (value, source) {
        (Some(value), Some(source)) => format!("`{value}` from {source}"),
        (None, Some(source)) => format!("{source} holds no text"),
        _ => nowhere(provider.provider_type(), &places),
    };
    let title = match value {
        Some(_) => format!("the {what} is read"),
        None => format!("there is no {what}"),
    };
    step("claims", title, detail, claims_basis(provider.provider_type(), role))
}

/// None of `places` holds anything.
fn nowhere(kind: ProviderType, places: &[String]) -> String {
    let last = |place: &String| pointer::steps(place).last().unwrap_or_default();
    match places {
        [] => format!("an identity provider of type {} gives none", kind.name()),
        [place] if kind.has_oauth2() => format!("no token has the claim `{}`", last(place)),
        _ if kind.is_saml() => format!("the response has nothing at `{}`", places.join("`, `")),
        _ => {
            let names: Vec<String> = places.iter().map(last).collect();
            format!("the answer has no `{}`", names.join("`, `"))
        }
    }
}

/// FusionAuth's pages name the e-mail address and the username of most types, and the unique id of few.
const fn claims_basis(kind: ProviderType, role: ClaimRole) -> Basis {
    match role {
        _ if kind.has_oauth2() => documented(OIDC),
        _ if kind.is_saml() || matches!(kind, ProviderType::Nintendo) => documented(PROVIDERS),
        ClaimRole::Email | ClaimRole::Username if kind.claims().documented => documented(PROVIDERS),
        _ => inferred(PROVIDERS),
    }
}

const fn strategy_in_words(strategy: LinkingStrategy) -> &'static str {
    match strategy {
        LinkingStrategy::LinkByEmail => "link on e-mail, create the user where there is none",
        LinkingStrategy::LinkByEmailForExistingUser => "link on e-mail, only to users that exist",
        LinkingStrategy::LinkByUsername => "link on username, create the user where there is none",
        LinkingStrategy::LinkByUsernameForExistingUser => {
            "link on username, only to users that exist"
        }
        LinkingStrategy::LinkAnonymously => "create a user from the unique id alone",
        LinkingStrategy::CreatePendingLink => "let the person choose an account",
        LinkingStrategy::Disabled => "make no links",
        LinkingStrategy::Unsupported => "the type of identity provider cannot link",
    }
}

fn end(ending: &Ending) -> TraceStep {
    match ending {
        Ending::LoggedIn { registered: true, .. } => {
            step("end", "the user is logged in", "status 200", documented(LOGIN))
        }
        Ending::LoggedIn { registered: false, .. } => step(
            "end",
            "the user is logged in without a registration",
            "status 202",
            documented(LOGIN),
        ),
        Ending::Pending(_) => {
            step("end", "a pending link is left", "status 232", documented(LOGIN))
        }
        Ending::NotLinked(_) => step("end", "nobody is found", "status 404", documented(LOGIN)),
        Ending::Refused(refusal) => step(
            "end",
            "the login is refused",
            format!("{}: status {}, {}", refusal.why(), refusal.status(), refusal.code()),
            refusal_basis(refusal),
        ),
    }
}

const fn verification_in_words(said: EmailVerified) -> &'static str {
    match said {
        EmailVerified::Yes => "the e-mail address is verified",
        EmailVerified::No => "the e-mail address is not verified",
        EmailVerified::NoAsText => "the e-mail address is not verified, says a text",
        EmailVerified::Unstated | EmailVerified::Unclear => {
            "whether the e-mail address is verified is not clear"
        }
    }
}
