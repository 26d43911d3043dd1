//! FusionAuth's own debug log of a login: the event-log entry that an identity provider with `debug` writes.
//!
//! FusionAuth documents that the entry exists and not what it says. These are the lines that people have
//! pasted into public reports, in FusionAuth's words:
//!
//! | line | seen in |
//! | --- | --- |
//! | header, endpoints, status codes, `Build a new user object …` | FusionAuth issue 690 (1.15.8) |
//! | `The user with the email address [..] already exists.`, `Endpoint response:` | FusionAuth issue 690 (1.17) |
//! | strategy, resolved values, `.. is linked to this external user.`, `Invoke configured lambda ..` | FusionAuth issue 2517 (1.47.1) |
//! | `.. JSON Web Keys ..`, `.. using the client secret.` | FusionAuth issue 3395 (2026) |
//!
//! What FusionAuth says when nobody is linked, when it creates a user or a link, when it finds a user by
//! username, and when it refuses is in no report: such a line is left out and not made up. So are the
//! answer of the token endpoint, because a scenario has none, and the type of provider whose header is in
//! no report. The order of lines from different reports is inferred.

mod json;
#[cfg(test)]
mod tests;

use super::Run;
use crate::claims::IdTokenUse;
use crate::login::{Login, Step};
use crate::mapping::{Author, EventLogEntry, EventLogType};
use crate::model::{Feature, IdentityProvider, Instant, LinkingClaim, ProviderType};
use serde_json::{Map, Value};
use time::OffsetDateTime;

/// The entry of one login. `None` where `debug` is off, where FusionAuth did not get as far as reading the
/// person's claims, and for a type of provider whose log nobody has shown.
pub(super) fn of(run: &Run<'_>, login: &Login) -> Option<EventLogEntry> {
    let provider = &run.setting.identity_provider;
    if provider.debug != Some(true) || login.journal.steps.is_empty() {
        return None;
    }
    let header = header(provider)?;
    let stamp = stamp(run.setting.now);
    let mut message = format!("{header}\n");
    for line in lines(run, login) {
        message.extend(["\n", &stamp, " ", &line]);
    }
    Some(EventLogEntry { kind: EventLogType::Debug, message })
}

fn header(provider: &IdentityProvider) -> Option<String> {
    match provider.provider_type() {
        ProviderType::OpenIdConnect => Some(format!(
            "OpenID Connect IdP Response Debug Log for [{}] with Id [{}]",
            provider.name(),
            provider.id()
        )),
        ProviderType::Google => Some("Google IdP Response Debug Log".to_owned()),
        _ => None,
    }
}

/// Everything after the header, without the time.
fn lines(run: &Run<'_>, login: &Login) -> Vec<String> {
    let provider = &run.setting.identity_provider;
    let mut lines = exchange(run, login.identity.id_token);
    lines.push(format!("Linking strategy [{}]", provider.strategy()));
    let identity = &login.identity;
    let resolved = [
        ("email", &identity.email.value),
        ("username", &identity.username.value),
        ("unique Id", &identity.unique_id.value),
    ];
    for (what, value) in resolved {
        lines.extend(value.as_ref().map(|value| format!("Resolved {what} to [{value}]")));
    }
    if let Some(unique_id) = &identity.unique_id.value {
        lines.push(format!("Identity provider returned a unique Id [{unique_id}]."));
    }
    lines.extend(login.journal.steps.iter().filter_map(|step| decision(step, provider)));
    lines
}

/// What the provider was asked and answered, as far as a scenario has it.
fn exchange(run: &Run<'_>, id_token: IdTokenUse) -> Vec<String> {
    let provider = &run.setting.identity_provider;
    let answer = &run.attempt.tokens.userinfo;
    if provider.provider_type() == ProviderType::Google {
        return answered("Endpoint response:", answer).into_iter().collect();
    }
    let oauth2 = provider.oauth2.as_ref();
    let mut lines = called("Token", oauth2.and_then(|oauth2| oauth2.token_endpoint.as_deref()));
    if run.setting.version.has(Feature::AsymmetricIdToken)
        && !matches!(id_token, IdTokenUse::Absent | IdTokenUse::NotRequested)
        && has_no_keys(provider)
    {
        lines.extend([
            "No JSON Web Keys are available to attempt to verify the [id_token].".to_owned(),
            "Attempt to verify the [id_token] using the client secret.".to_owned(),
        ]);
    }
    let userinfo = oauth2.and_then(|oauth2| oauth2.userinfo_endpoint.as_deref());
    lines.extend(called("Userinfo", userinfo));
    lines.extend(answered("Build a new user object from the returned Userinfo response:", answer));
    lines
}

/// A scenario's login has its claims, so the endpoint answered.
fn called(name: &str, endpoint: Option<&str>) -> Vec<String> {
    let Some(endpoint) = endpoint.filter(|endpoint| !endpoint.trim().is_empty()) else {
        return Vec::new();
    };
    vec![
        format!("Call the configured {name} endpoint [{endpoint}]"),
        "Endpoint returned status code [200]".to_owned(),
    ]
}

fn answered(said: &str, answer: &Map<String, Value>) -> Option<String> {
    (!answer.is_empty()).then(|| format!("{said}\n{}", json::printed(answer)))
}

/// Whether the endpoints were given by hand, so that FusionAuth was told of no keys.
fn has_no_keys(provider: &IdentityProvider) -> bool {
    let given = |text: &Option<String>| text.as_ref().is_some_and(|text| !text.trim().is_empty());
    provider
        .oauth2
        .as_ref()
        .is_some_and(|oauth2| !given(&oauth2.issuer) && given(&oauth2.token_endpoint))
}

/// What FusionAuth says of a decision, where that is known.
fn decision(step: &Step, provider: &IdentityProvider) -> Option<String> {
    match step {
        Step::FoundLink { user } => {
            Some(format!("User with Id [{user}] is linked to this external user."))
        }
        Step::MatchedUser { claim: LinkingClaim::Email, value, .. } => {
            Some(format!("The user with the email address [{value}] already exists."))
        }
        Step::Reconciled { author: Author::Lambda, .. } => {
            let id = provider.reconcile_lambda()?;
            Some(format!("Invoke configured lambda with Id [{id}]"))
        }
        _ => None,
    }
}

/// The time as reports have it, such as `3/24/2026 03:47:04 PM Z`.
fn stamp(now: Instant) -> String {
    let moment = OffsetDateTime::from_unix_timestamp(now.div_euclid(1000))
        .unwrap_or(OffsetDateTime::UNIX_EPOCH);
    let half = if moment.hour() < 12 { "AM" } else { "PM" };
    let hour = match moment.hour() % 12 {
        0 => 12,
        hour => hour,
    };
    format!(
        "{}/{}/{} {hour:02}:{:02}:{:02} {half} Z",
        u8::from(moment.month()),
        moment.day(),
        moment.year(),
        moment.minute(),
        moment.second()
    )
}
