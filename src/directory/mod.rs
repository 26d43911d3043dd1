//! The users and links that exist before a login, and how FusionAuth finds one.

use crate::model::{
    Assumption, Assumptions, IdentityProviderLink, LinkingClaim, Named, User, normal_email,
};
use serde_json::Value;

/// Users by id, and their links. The order in which a document lists them does not matter.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Directory {
    users: Named<User>,
    links: Vec<IdentityProviderLink>,
    /// The highest number among ids that were made here, so that the next one is free.
    last_user: u64,
    last_registration: u64,
}

/// The part of a directory that one tenant sees: users and links of another tenant do not exist for it.
#[derive(Debug, Clone, Copy)]
pub struct TenantView<'a> {
    directory: &'a Directory,
    tenant: Option<&'a str>,
}

impl Directory {
    /// A directory of these users and links.
    #[must_use]
    pub fn new(
        users: impl IntoIterator<Item = User>,
        links: impl IntoIterator<Item = IdentityProviderLink>,
    ) -> Self {
        let mut directory = Self::default();
        directory.users = users
            .into_iter()
            .inspect(|user| directory.note_ids(user))
            .map(|user| (user.id().to_owned(), user))
            .collect();
        directory.links = links.into_iter().collect();
        directory.links.sort_unstable_by(|one, other| order(one).cmp(&order(other)));
        directory
    }

    /// All users, by id.
    pub fn users(&self) -> impl Iterator<Item = &User> {
        self.users.values()
    }

    /// All links, by identity provider and the person's id there.
    #[must_use]
    pub fn links(&self) -> &[IdentityProviderLink] {
        &self.links
    }

    /// The user of that id.
    #[must_use]
    pub fn user(&self, id: &str) -> Option<&User> {
        self.users.get(id)
    }

    /// Adds a user, or replaces the one of the same id.
    pub fn put_user(&mut self, user: User) {
        self.note_ids(&user);
        self.users.insert(user.id().to_owned(), user);
    }

    /// Remembers the highest numbers in ids that were made here.
    fn note_ids(&mut self, user: &User) {
        self.last_user = self.last_user.max(NewId::User.number(user.id()));
        for id in registration_ids(user) {
            self.last_registration = self.last_registration.max(NewId::Registration.number(id));
        }
    }

    /// Adds a link, or replaces the one of the same person at the same identity provider and tenant.
    pub fn put_link(&mut self, link: IdentityProviderLink) {
        let place = self.links.binary_search_by(|other| order(other).cmp(&order(&link)));
        match place {
            Ok(found) => {
                if let Some(slot) = self.links.get_mut(found) {
                    *slot = link;
                }
            }
            Err(free) => self.links.insert(free, link),
        }
    }

    /// What a tenant sees of it. Without a tenant, everything.
    #[must_use]
    pub const fn in_tenant<'a>(&'a self, tenant: Option<&'a str>) -> TenantView<'a> {
        TenantView { directory: self, tenant }
    }

    /// An id of the form of a UUID that no user, or no registration, has yet. It depends on nothing
    /// but the directory, so that a preview gives the same ids each time.
    #[must_use]
    pub fn free_id(&self, kind: NewId) -> String {
        let last = match kind {
            NewId::User => self.last_user,
            NewId::Registration => self.last_registration,
        };
        format!("{}{:012x}", kind.prefix(), last + 1)
    }
}

/// What an id is made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NewId {
    /// A user.
    User,
    /// A registration.
    Registration,
}

impl NewId {
    const fn prefix(self) -> &'static str {
        match self {
            Self::User => "00000000-0000-4000-8000-",
            Self::Registration => "00000000-0000-4000-9000-",
        }
    }

    /// The number in an id that was made here; 0 for any other.
    fn number(self, id: &str) -> u64 {
        let digits = id.strip_prefix(self.prefix()).filter(|digits| digits.len() == 12);
        digits.and_then(|digits| u64::from_str_radix(digits, 16).ok()).unwrap_or(0)
    }
}

/// Who is linked: the identity provider, and the person's id there.
fn person(link: &IdentityProviderLink) -> (&str, &str) {
    (&link.identity_provider_id, &link.identity_provider_user_id)
}

fn order(link: &IdentityProviderLink) -> (&str, &str, Option<&str>, Option<&str>) {
    // Without a tenant of its own, a person may be linked once in each user's tenant.
    let user = link.tenant_id.is_none().then_some(link.user_id.as_str());
    let (identity_provider, unique_id) = person(link);
    (identity_provider, unique_id, link.tenant_id.as_deref(), user)
}

fn registration_ids(user: &User) -> impl Iterator<Item = &str> {
    let registrations = user.fields().get("registrations").and_then(Value::as_array);
    registrations.into_iter().flatten().filter_map(|entry| entry.get("id")?.as_str())
}

impl<'a> TenantView<'a> {
    fn sees(self, tenant: Option<&str>) -> bool {
        match (self.tenant, tenant) {
            (Some(mine), Some(theirs)) => mine == theirs,
            _ => true,
        }
    }

    fn users(self) -> impl Iterator<Item = &'a User> {
        self.directory.users.values().filter(move |user| self.sees(user.tenant_id()))
    }

    /// Whether this tenant sees the link: its own tenant and that of its user have to be this one.
    fn sees_link(self, link: &IdentityProviderLink) -> bool {
        self.sees(link.tenant_id.as_deref())
            && self.directory.user(&link.user_id).is_none_or(|user| self.sees(user.tenant_id()))
    }

    /// The link of a person at an identity provider.
    #[must_use]
    pub fn link(
        self,
        identity_provider: &str,
        unique_id: &str,
    ) -> Option<&'a IdentityProviderLink> {
        let sought = (identity_provider, unique_id);
        let links = &self.directory.links;
        let first = links.partition_point(|link| person(link) < sought);
        let mut theirs = links.iter().skip(first).take_while(|link| person(link) == sought);
        theirs.find(|link| self.sees_link(link))
    }

    /// The links of a user to an identity provider.
    pub fn links_of(
        self,
        identity_provider: &'a str,
        user: &'a str,
    ) -> impl Iterator<Item = &'a IdentityProviderLink> {
        self.directory.links.iter().filter(move |link| {
            link.user_id == user
                && link.identity_provider_id == identity_provider
                && self.sees_link(link)
        })
    }

    /// The user of that id.
    #[must_use]
    pub fn user(self, id: &str) -> Option<&'a User> {
        self.directory.user(id).filter(|user| self.sees(user.tenant_id()))
    }

    /// The user whose e-mail address or username is `value`.
    #[must_use]
    pub fn find(
        self,
        claim: LinkingClaim,
        value: &str,
        assumptions: &Assumptions,
    ) -> Option<&'a User> {
        match claim {
            LinkingClaim::Email => {
                let email = normal_email(value)?;
                self.users().find(|user| user.email().as_deref() == Some(email.as_str()))
            }
            LinkingClaim::Username => self.find_username(value.trim(), assumptions),
        }
    }

    fn find_username(self, name: &str, assumptions: &Assumptions) -> Option<&'a User> {
        let exact = self.users().find(|user| user.username() == Some(name));
        if exact.is_some() || assumptions.is(Assumption::UsernameCase, "sensitive") {
            return exact;
        }
        let name = name.to_lowercase();
        self.users().find(|user| user.username().is_some_and(|other| other.to_lowercase() == name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn user(id: &str, email: &str, tenant: &str) -> User {
        User::from(json!({ "id": id, "email": email, "username": id, "tenantId": tenant }))
    }

    #[test]
    fn another_tenant_does_not_exist() {
        let directory = Directory::new(
            [user("a", "x@example.com", "t1"), user("b", "x@example.com", "t2")],
            [],
        );
        let found = directory.in_tenant(Some("t2")).find(
            LinkingClaim::Email,
            " X@example.com",
            &Assumptions::default(),
        );
        assert_eq!(found.map(User::id), Some("b"));
    }

    #[test]
    fn a_username_in_its_own_case_wins() {
        let directory = Directory::new(
            [user("JANE", "1@example.com", "t"), user("jane", "2@example.com", "t")],
            [],
        );
        let usual = Assumptions::default();
        let find = |name, assumptions: &Assumptions| {
            directory
                .in_tenant(None)
                .find(LinkingClaim::Username, name, assumptions)
                .map(|user| user.id().to_owned())
        };
        assert_eq!(find("jane", &usual).as_deref(), Some("jane"));
        assert_eq!(find("Jane", &usual).as_deref(), Some("JANE"));
        assert_eq!(find("Jane", &usual.with(Assumption::UsernameCase, "sensitive")), None);
    }

    #[test]
    fn new_ids_avoid_those_that_exist() {
        let mut directory = Directory::default();
        let first = directory.free_id(NewId::User);
        directory.put_user(User::from(json!({ "id": first })));
        assert_ne!(directory.free_id(NewId::User), first);
    }
}
