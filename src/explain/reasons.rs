//! Why a write has no effect, and what to watch out for after a login.

use super::assumptions::MetAssumption;
use crate::claims::IdTokenUse;
use crate::login::{Ending, Login, Refusal, Step};
use crate::mapping::{Failure, FailureKind, IgnoredBecause, IgnoredWrite};
use crate::model::{Diagnostic, shorten, shorten_to};
use crate::scenario::{LambdaSource, Setting};
use serde::Serialize;
use serde_json::Value;

/// A write that has no effect.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct IgnoredWriteView {
    /// The field, such as `/user/username`.
    pub path: String,
    /// What was written; `null` for a removal.
    pub value: Value,
    /// Why it has no effect.
    pub reason: String,
}

pub(super) fn ignored_write(write: &IgnoredWrite) -> IgnoredWriteView {
    IgnoredWriteView {
        path: write.path.clone(),
        value: write.value.clone(),
        reason: reason(&write.because),
    }
}

fn reason(because: &IgnoredBecause) -> String {
    match because {
        IgnoredBecause::ReadOnly => "FusionAuth keeps this field itself".to_owned(),
        IgnoredBecause::AlreadyLinked => {
            "e-mail and username no longer change once the user is linked".to_owned()
        }
        IgnoredBecause::NotLinkedOn(claim) => {
            format!(
                "the strategy links on {}, so only that can be set before the link exists",
                claim.field()
            )
        }
        IgnoredBecause::VersionTooOld => {
            "this version does not let a lambda set the value that is linked on".to_owned()
        }
        IgnoredBecause::UserExists => {
            "memberships count only in the login that creates the user".to_owned()
        }
        IgnoredBecause::UnknownField => "FusionAuth has no such field".to_owned(),
        IgnoredBecause::Undocumented => {
            "no documentation says that this can be set; assumed to be ignored".to_owned()
        }
        IgnoredBecause::NotRegistered => {
            "the user is not registered, and no registration is created".to_owned()
        }
        IgnoredBecause::UnknownRole => "the application has no such role".to_owned(),
        IgnoredBecause::Unreadable(expected) => format!("the field holds {expected}"),
        IgnoredBecause::ClearingKeeps => {
            "assigning nothing is assumed to keep what is stored".to_owned()
        }
        IgnoredBecause::Skipped(reason) => reason.clone(),
    }
}

/// What this login shows that its owner should know.
pub(super) fn of_login(
    login: &Login,
    lambda: Option<&LambdaSource>,
    assumptions: &[MetAssumption],
) -> Vec<Diagnostic> {
    let mut diagnostics: Vec<Diagnostic> = failure(&login.ending, lambda).into_iter().collect();
    diagnostics.extend(assumptions.iter().filter(|met| met.decisive).map(decisive));
    diagnostics.extend(login.journal.steps.iter().filter_map(noteworthy));
    diagnostics
}

fn decisive(met: &MetAssumption) -> Diagnostic {
    let others: Vec<String> = met.alternatives.iter().map(in_words).collect();
    Diagnostic::warning(
        "decisive-assumption",
        format!("/assumptions/{}", met.id),
        format!("this outcome rests on `{}` being `{}`; {}", met.id, met.value, others.join("; ")),
    )
    .help("no documentation settles this: try it on a test server, then set it under `assumptions`")
}

fn in_words(other: &super::AlternativeOutcome) -> String {
    let end = other.error.as_deref().unwrap_or(other.decision.word());
    let what = match other.differs.as_slice() {
        [] => ", the same".to_owned(),
        [.., "nothing-stored"] => " and nothing stored".to_owned(),
        ["ending", ..] => String::new(),
        parts => format!(" with another {}", parts.join(" and ")),
    };
    format!("with `{}`, {} {end}{what}", other.value, other.status)
}

fn noteworthy(step: &Step) -> Option<Diagnostic> {
    match step {
        Step::PassedOverUsername { value, user } => Some(
            Diagnostic::warning(
                "email-is-a-username",
                "",
                format!(
                    "`{}` is the username of user `{user}`, whom linking on e-mail does not find",
                    shorten(value)
                ),
            )
            .help("set the user's e-mail address, or link on username"),
        ),
        Step::UsedIdToken(id_token) => unused_id_token(*id_token),
        _ => None,
    }
}

fn unused_id_token(id_token: IdTokenUse) -> Option<Diagnostic> {
    let (message, help) = match id_token {
        IdTokenUse::Absent | IdTokenUse::Verified => return None,
        IdTokenUse::NotVerified => (
            "the id token is not verified, so nothing is read from it",
            "check `issuer` and the token's signature",
        ),
        IdTokenUse::NotRequested => (
            "without the scope `openid` the provider sends no id token",
            "add `openid` to the identity provider's scope",
        ),
        IdTokenUse::NoKeys => (
            "with endpoints given by hand FusionAuth has no keys to verify the id token",
            "set `issuer` and leave the endpoints to discovery",
        ),
        IdTokenUse::VersionTooOld => (
            "this version cannot verify this id token",
            "1.31 verifies tokens signed with the client secret, 1.48 those signed by the provider",
        ),
    };
    Some(Diagnostic::warning("id-token-not-used", "/login/idToken", message).help(help))
}

fn failure(ending: &Ending, lambda: Option<&LambdaSource>) -> Option<Diagnostic> {
    let Ending::Refused(Refusal::ReconcilerFailed(failure)) = ending else { return None };
    let path = match lambda {
        Some(lambda) if lambda.file.is_some() => "/lambda/file",
        Some(_) => "/lambda/body",
        None => "",
    };
    let mut diagnostic = in_short(failure, path);
    diagnostic.file = lambda.and_then(|lambda| lambda.file.clone());
    Some(located(diagnostic, failure))
}

/// How a lambda, or what takes its place, ended before its time.
fn in_short(failure: &Failure, path: &str) -> Diagnostic {
    let message = |what: &str| format!("{what}: {}", shorten_to(&failure.message, 240));
    match failure.kind {
        FailureKind::DidNotLoad => {
            Diagnostic::error("lambda-does-not-load", path, message("the lambda does not load"))
                .help(
                    "FusionAuth cannot run it, so every login fails: correct it at the place named",
                )
        }
        FailureKind::Stopped => Diagnostic::error(
            "lambda-stopped",
            path,
            message("the lambda was stopped"),
        )
        .help(
            "nothing was stored; look for a loop that does not end or data that grows without end",
        ),
        FailureKind::Denied { .. } => {
            Diagnostic::info("policy-denied", "/policy", message("the policy refuses this login"))
                .help("nothing was stored; `--trace` shows each gate and rule and how it ended")
        }
        FailureKind::Threw => {
            let what = "the login stopped while claims were mapped";
            Diagnostic::error("reconcile-failed", path, message(what))
                .help("nothing was stored; FusionAuth shows the reason in its event log only")
        }
    }
}

fn located(diagnostic: Diagnostic, failure: &Failure) -> Diagnostic {
    match failure.position {
        Some((line, column)) => diagnostic.at(line, column),
        None => diagnostic,
    }
}

/// The identity provider runs a lambda, and this simulation had none to run.
pub(super) fn missing_lambda(setting: &Setting) -> Option<Diagnostic> {
    let id = setting.identity_provider.reconcile_lambda()?;
    Some(
        Diagnostic::warning(
            "lambda-not-given",
            "/identityProvider/lambdaConfiguration/reconcileId",
            "the identity provider runs a lambda, and this login was simulated without it",
        )
        .found(id)
        .help("add the lambda's text as `lambda`, or remove `reconcileId` to preview without one"),
    )
}
