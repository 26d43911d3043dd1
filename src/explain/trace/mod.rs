//! The way a login took, step by step, each with what it rests on.

mod claims;
mod id;

pub use id::{StepId, TraceStage};

use super::basis::{
    Basis, BasisKind, LAMBDA, LINKS, LOGIN, OIDC, OVERVIEW, POLICY, documented, inferred, issue,
    refusal_basis,
};
use crate::claims::EmailVerified;
use crate::login::{Ending, Login, NotRun, Step};
use crate::mapping::{Author, RuleStep};
use crate::model::LinkingStrategy;
use crate::scenario::Setting;
use serde::Serialize;

/// One step of a login.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TraceStep {
    /// Where on the way.
    pub step: TraceStage,
    /// Which decision.
    pub id: StepId,
    /// What was decided.
    pub title: String,
    /// With which values.
    pub detail: String,
    /// What it rests on.
    pub basis: Basis,
}

fn step(
    id: StepId,
    title: impl Into<String>,
    detail: impl Into<String>,
    basis: Basis,
) -> TraceStep {
    TraceStep { step: id.stage(), id, title: title.into(), detail: detail.into(), basis }
}

pub(super) fn of(setting: &Setting, login: &Login) -> Vec<TraceStep> {
    let mut steps: Vec<TraceStep> =
        login.journal.steps.iter().map(|step| in_words(step, setting)).collect();
    steps.push(end(&login.ending));
    steps
}

fn in_words(decision: &Step, setting: &Setting) -> TraceStep {
    match decision {
        Step::UsedIdToken(id_token) => claims::used_id_token(*id_token),
        Step::ReadClaim { role, value, source } => {
            claims::read_claim(*role, value.as_deref(), source.as_deref(), setting)
        }
        Step::FoundLink { user } => step(
            StepId::FoundLink,
            "a link exists",
            format!("user `{user}`; e-mail and username claims no longer decide"),
            issue("FusionAuth issue 2501; client source: linking strategy"),
        ),
        Step::FoundNoLink { unique_id } => step(
            StepId::FoundNoLink,
            "no link exists",
            format!("for the unique id `{unique_id}`"),
            issue("FusionAuth issue 2501"),
        ),
        Step::DeclinedToLink => step(
            StepId::DeclinedToLink,
            "the request asks not to link",
            "`noLink` is true",
            documented(LOGIN),
        ),
        Step::CompletedPendingLink { user } => step(
            StepId::CompletedPendingLink,
            "a pending link is completed",
            format!("by user `{user}`"),
            documented(LINKS),
        ),
        Step::AppliedStrategy(strategy) => step(
            StepId::AppliedStrategy,
            format!("the strategy {strategy} decides"),
            strategy_in_words(*strategy),
            documented(OVERVIEW),
        ),
        Step::MatchedUser { claim, value, user } => step(
            StepId::MatchedUser,
            format!("a user has this {}", claim.field()),
            format!("`{value}` belongs to user `{user}`"),
            documented(OVERVIEW),
        ),
        Step::MatchedNobody { claim, value } => step(
            StepId::MatchedNobody,
            format!("no user has this {}", claim.field()),
            value
                .as_ref()
                .map_or_else(|| "no claim gives one".to_owned(), |value| format!("`{value}`")),
            documented(OVERVIEW),
        ),
        Step::PassedOverUsername { value, user } => step(
            StepId::PassedOverUsername,
            "a username does not count as e-mail",
            format!("`{value}` is the username of user `{user}`"),
            issue("FusionAuth issue 1874"),
        ),
        Step::ReadVerification { said, source } => claims::read_verification(*said, source),
        Step::AcceptedEmail { said } => step(
            StepId::AcceptedEmail,
            "the e-mail address may be linked on",
            match said {
                EmailVerified::Yes => "it is verified",
                EmailVerified::NoAsText => "the text `false` is assumed to be ignored",
                _ => "no claim says that it is not verified",
            },
            documented(OIDC),
        ),
        Step::FoundOtherLink { user, unique_id } => step(
            StepId::FoundOtherLink,
            "the user is linked already",
            format!("user `{user}` is `{unique_id}` at this identity provider"),
            issue("FusionAuth issue 2512"),
        ),
        Step::ReachedLinkLimit { links, limit } => step(
            StepId::ReachedLinkLimit,
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
            step(StepId::Reconciled, title, format!("run {run}"), documented(reference))
        }
        Step::AppliedRule(RuleStep { rule, path, end }) => {
            let title = match path {
                Some(path) => format!("rule `{rule}` for {path}"),
                None => format!("gate `{rule}`"),
            };
            step(StepId::AppliedRule, title, end.in_words(), documented(POLICY))
        }
        Step::LeftOut(NotRun::Anonymous) => step(
            StepId::LeftOutAnonymous,
            "nothing is mapped",
            "anonymous links run no lambda and no mappings",
            documented(OVERVIEW),
        ),
        Step::LeftOut(NotRun::Pending) => step(
            StepId::LeftOutPending,
            "nothing is mapped yet",
            "assumed for the login that creates a pending link",
            Basis {
                kind: BasisKind::Assumed,
                reference: "assumption `lambda-on-pending`; FusionAuth issue 2080",
            },
        ),
        Step::MovedToUser { claim, value, user } => step(
            StepId::MovedToUser,
            format!("a user has the mapped {}", claim.field()),
            format!("`{value}` is user `{user}`, with whom the mapping runs again"),
            documented(LAMBDA),
        ),
        Step::CreatedUser { anonymously: true } => step(
            StepId::CreatedUserAnonymously,
            "a user is created",
            "without e-mail and username",
            documented(OVERVIEW),
        ),
        Step::CreatedUser { anonymously: false } => step(
            StepId::CreatedUser,
            "a user is created",
            "with the value that is linked on",
            documented(OVERVIEW),
        ),
        Step::UpdatedUser => step(
            StepId::UpdatedUser,
            "the user is brought up to date",
            "the lambda's user takes the place of the stored one",
            issue("FusionAuth issues 1220 and 1432"),
        ),
        Step::TookRegistration => step(
            StepId::TookRegistration,
            "the registration is the lambda's",
            "a connector's lambda makes the registrations too",
            issue("FusionAuth issue 1220"),
        ),
        Step::CreatedLink => step(
            StepId::CreatedLink,
            "the link is made",
            "from the unique id to the user",
            documented(LINKS),
        ),
        Step::UpdatedRegistration => step(
            StepId::UpdatedRegistration,
            "the registration exists",
            "it is brought up to date",
            inferred("FusionAuth issue 1517"),
        ),
        Step::CreatedRegistration { roles } if roles.is_empty() => step(
            StepId::CreatedRegistration,
            "a registration is created",
            "without roles",
            documented(LOGIN),
        ),
        Step::CreatedRegistration { roles } => step(
            StepId::CreatedRegistration,
            "a registration is created",
            format!("with the roles {}", roles.join(", ")),
            documented(LOGIN),
        ),
        _ => step(
            StepId::NotRegistered,
            "the user is not registered",
            "the identity provider creates no registration for this application",
            documented(OVERVIEW),
        ),
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
            step(StepId::LoggedIn, "the user is logged in", "status 200", documented(LOGIN))
        }
        Ending::LoggedIn { registered: false, .. } => step(
            StepId::LoggedInUnregistered,
            "the user is logged in without a registration",
            "status 202",
            documented(LOGIN),
        ),
        Ending::Pending(_) => {
            step(StepId::Pending, "a pending link is left", "status 232", documented(LOGIN))
        }
        Ending::NotLinked(_) => {
            step(StepId::NotLinked, "nobody is found", "status 404", documented(LOGIN))
        }
        Ending::Refused(refusal) => step(
            StepId::Refused,
            "the login is refused",
            format!("{}: status {}, {}", refusal.why(), refusal.status(), refusal.code()),
            refusal_basis(refusal),
        ),
    }
}

#[cfg(test)]
mod tests;
