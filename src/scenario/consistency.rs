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

/// What no two users have in common.
#[derive(Clone, Copy)]
enum Unique {
    Id,
    Email,
    Username,
}

impl Unique {
    const fn code(self) -> &'static str {
        match self {
            Self::Id => "duplicate-user",
            Self::Email => "duplicate-email",
            Self::Username => "duplicate-username",
        }
    }

    const fn field(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::Email => "email",
            Self::Username => "username",
        }
    }

    const fn help(self) -> &'static str {
        match self {
            Self::Id => {
                "each user has an id of its own: change one, or remove the user who stands twice"
            }
            Self::Email | Self::Username => {
                "FusionAuth keeps it unique in a tenant: change one, or give the users different `tenantId`s"
            }
        }
    }
}

/// Where each thing was seen first, by all that makes it that thing.
type Seen = BTreeMap<String, String>;

fn users(document: &Document, problems: &mut Vec<Diagnostic>) {
    let mut seen = Seen::new();
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
        let values = [
            (Unique::Id, Some(user.id().to_owned())),
            (Unique::Email, user.email()),
            (Unique::Username, user.username().map(str::to_owned)),
        ];
        for (unique, value) in values {
            let Some(value) = value else { continue };
            // Ids are unique everywhere, the others in their tenant.
            let tenant = user.tenant_id().filter(|_| !matches!(unique, Unique::Id));
            let key = format!("{} {} {value}", unique.field(), tenant.unwrap_or_default());
            let path = pointer::child(&path, unique.field());
            if let Some(first) = seen.get(&key) {
                problems.push(twice(unique, path, first));
            } else {
                seen.insert(key, path);
            }
        }
    }
}

fn twice(unique: Unique, path: String, first: &str) -> Diagnostic {
    let message = format!("two users have this {}; the first is at `{first}`", unique.field());
    Diagnostic::error(unique.code(), path, message).help(unique.help())
}

fn links(document: &Document, problems: &mut Vec<Diagnostic>) {
    let mut seen = Seen::new();
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
        let Some(user) = find(&users, &link.user_id) else {
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
        let tenant = link.tenant_id.as_deref().or(user.tenant_id()).unwrap_or_default();
        let (provider, unique_id) = (&link.identity_provider_id, &link.identity_provider_user_id);
        let person = format!("{tenant} {provider} {unique_id}");
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

/// The users, sorted by their ids.
fn by_id(document: &Document) -> Vec<&User> {
    let mut users: Vec<&User> = document.users.iter().collect();
    users.sort_by(|one, other| one.id().cmp(other.id()));
    users
}

fn find<'a>(users: &[&'a User], id: &str) -> Option<&'a User> {
    let place = users.binary_search_by(|user| user.id().cmp(id)).ok()?;
    users.get(place).copied()
}

/// Ids of users that a login or an action names.
fn references(document: &Document, problems: &mut Vec<Diagnostic>) {
    let users = by_id(document);
    let knows = |id: &str| find(&users, id).is_some();
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
