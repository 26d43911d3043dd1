//! Contradictions inside a document: two of what there can be one of, and names of what is not there.

use super::document::Document;
use crate::model::{Diagnostic, User, pointer};
use std::collections::BTreeMap;

/// Everything in `document` that contradicts itself.
pub(super) fn check(document: &Document) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    users(document, &mut problems);
    links(document, &mut problems);
    references(document, &mut problems);
    problems
}

fn users(document: &Document, problems: &mut Vec<Diagnostic>) {
    let mut ids = BTreeMap::new();
    let mut emails = BTreeMap::new();
    let mut usernames = BTreeMap::new();
    for (index, user) in document.users.iter().enumerate() {
        let path = pointer::item("/users", index);
        if user.id().is_empty() {
            problems.push(
                Diagnostic::error("user-without-id", path, "the user has no `id`").help(
                    "add the id that FusionAuth's API returns; any text will do in a scenario",
                ),
            );
            continue;
        }
        let tenant = user.tenant_id().unwrap_or_default().to_owned();
        one_of(
            &mut ids,
            user.id().to_owned(),
            pointer::child(&path, "id"),
            "duplicate-user",
            "id",
            problems,
        );
        if let Some(email) = user.email() {
            let place = pointer::child(&path, "email");
            one_of(
                &mut emails,
                (tenant.clone(), email),
                place,
                "duplicate-email",
                "e-mail address",
                problems,
            );
        }
        if let Some(username) = user.username() {
            let place = pointer::child(&path, "username");
            one_of(
                &mut usernames,
                (tenant, username.to_owned()),
                place,
                "duplicate-username",
                "username",
                problems,
            );
        }
    }
}

/// Remembers `key`; a second user with it is a problem.
fn one_of<K: Ord>(
    seen: &mut BTreeMap<K, String>,
    key: K,
    path: String,
    code: &str,
    what: &str,
    problems: &mut Vec<Diagnostic>,
) {
    if let Some(first) = seen.get(&key) {
        let help = if code == "duplicate-user" {
            "each user has an id of its own: change one, or remove the user who stands twice"
        } else {
            "FusionAuth keeps it unique in a tenant: change one, or give the users different `tenantId`s"
        };
        problems.push(
            Diagnostic::error(
                code,
                path,
                format!("two users have this {what}; the first is at `{first}`"),
            )
            .help(help),
        );
        return;
    }
    seen.insert(key, path);
}

fn links(document: &Document, problems: &mut Vec<Diagnostic>) {
    let mut seen = BTreeMap::new();
    let users = by_id(document);
    if document.identity_provider.id.is_none() && !document.links.is_empty() {
        problems.push(
            Diagnostic::error(
                "identity-provider-without-id",
                "/identityProvider",
                "the identity provider has no `id`",
            )
            .help("add the `id` that the links name as `identityProviderId`"),
        );
    }
    for (index, link) in document.links.iter().enumerate() {
        let path = pointer::item("/links", index);
        let Some(user) = users.get(link.user_id.as_str()) else {
            problems.push(
                Diagnostic::error(
                    "link-to-missing-user",
                    pointer::child(&path, "userId"),
                    format!("no user has the id `{}`", crate::model::shorten(&link.user_id)),
                )
                .help("add the user to `users`, or remove the link"),
            );
            continue;
        };
        let tenant = link.tenant_id.as_deref().or(user.tenant_id()).unwrap_or_default().to_owned();
        let person =
            (link.identity_provider_id.clone(), link.identity_provider_user_id.clone(), tenant);
        if let Some(first) = seen.insert(person, path.clone()) {
            problems.push(
                Diagnostic::error(
                    "duplicate-link",
                    path,
                    format!("the same person is linked twice; first at `{first}`"),
                )
                .help("one person at an identity provider is one user: keep one of the links"),
            );
        }
    }
}

fn by_id(document: &Document) -> BTreeMap<&str, &User> {
    let mut users = BTreeMap::new();
    for user in &document.users {
        users.insert(user.id(), user);
    }
    users
}

/// Ids of users that a login or an action names.
fn references(document: &Document, problems: &mut Vec<Diagnostic>) {
    let users = by_id(document);
    let knows = |id: &str| users.contains_key(id);
    let one = document.login.iter().map(|login| ("/login".to_owned(), login));
    let several = document.logins.iter().flatten().enumerate();
    let logins = one.chain(several.map(|(index, login)| (pointer::item("/logins", index), login)));
    for (path, login) in logins {
        if let Some(id) = login.pending_link_user_id.as_deref().filter(|id| !knows(id)) {
            problems.push(unknown_user(pointer::child(&path, "pendingLinkUserId"), id));
        }
    }
    for (index, action) in document.actions.iter().enumerate() {
        if !knows(&action.actionee_user_id) {
            let path = pointer::child(&pointer::item("/actions", index), "actioneeUserId");
            problems.push(unknown_user(path, &action.actionee_user_id));
        }
    }
}

/// A place names a user who is not in the scenario.
pub(super) fn unknown_user(path: String, id: &str) -> Diagnostic {
    Diagnostic::error(
        "unknown-user",
        path,
        format!("no user has the id `{}`", crate::model::shorten(id)),
    )
    .help("add the user to `users`, or name one that is there")
}
