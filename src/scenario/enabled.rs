//! Which application a scenario is about, and whether its identity provider is on.
//!
//! FusionAuth always prints `enabled`. A document without it was shortened by hand to ask about a login, so it
//! counts as switched on, with a finding that says so.

use super::document::Document;
use crate::model::{Application, Diagnostic, IdentityProvider, pointer};

/// The application of a scenario that names none.
const NAMELESS_APPLICATION: &str = "00000000-0000-4000-8000-0000000000a1";

/// The application that the person logs in to.
///
/// # Errors
///
/// The identity provider enables several, and the scenario does not say which.
pub(super) fn application(
    document: &Document,
    findings: &mut Vec<Diagnostic>,
) -> Result<Application, Diagnostic> {
    let given = document.application.clone().unwrap_or_default();
    if !given.id.is_empty() {
        return Ok(given);
    }
    let settings = document.identity_provider.application_configuration.as_ref();
    let enabled: Vec<&String> = settings
        .into_iter()
        .flatten()
        .filter(|(_, settings)| settings.enabled != Some(false))
        .map(|(id, _)| id)
        .collect();
    let id = match enabled.as_slice() {
        [] => {
            findings.push(
                Diagnostic::info("application-missing", "", "the scenario names no application")
                    .help("add `application` with its id and roles; until then one without roles is simulated"),
            );
            NAMELESS_APPLICATION
        }
        [id] => id,
        _ => {
            return Err(Diagnostic::error(
                "application-ambiguous",
                "/identityProvider/applicationConfiguration",
                format!("the identity provider is enabled for {} applications", enabled.len()),
            )
            .help("add `application` to say which one the person logs in to"));
        }
    };
    Ok(Application { id: id.to_owned(), ..given })
}

/// Whether people can use the identity provider for the application.
pub(super) fn is_enabled(
    provider: &IdentityProvider,
    application: &Application,
    findings: &mut Vec<Diagnostic>,
) -> bool {
    // A connector is chosen by a tenant's policy, and has no such switch.
    if provider.provider_type().is_connector() {
        return true;
    }
    let mut unsaid = |path: String| {
        findings.push(
            Diagnostic::info(
                "enabled-not-stated",
                path,
                "`enabled` is not given; it counts as true here",
            )
            .help("add `enabled`; FusionAuth's default for a new object is false"),
        );
    };
    if provider.enabled.is_none() {
        unsaid("/identityProvider".to_owned());
    }
    let for_application =
        match (&provider.application_configuration, provider.application(&application.id)) {
            (None, _) => true,
            (Some(settings), None) => settings.is_empty(),
            (Some(_), Some(settings)) => {
                if settings.enabled.is_none() {
                    unsaid(pointer::child(
                        "/identityProvider/applicationConfiguration",
                        &application.id,
                    ));
                }
                settings.enabled != Some(false)
            }
        };
    provider.enabled != Some(false) && for_application
}
