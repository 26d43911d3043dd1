//! What a login writes down on its way: each decision with its data, who wrote which field, and the
//! assumptions that decided something.

use crate::claims::{EmailVerified, IdTokenUse};
use crate::mapping::{Author, EventLogEntry, Guarded, IgnoredWrite, Origin, RuleStep};
use crate::model::{
    AssumptionSet, LinkingClaim, LinkingStrategy, Named, Registration, User, pointer,
};
use serde_json::Value;
use std::collections::BTreeSet;

/// The four values that FusionAuth reads itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClaimRole {
    /// The unique id.
    UniqueId,
    /// The e-mail address.
    Email,
    /// The username.
    Username,
}

/// Why a reconciler was not run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotRun {
    /// Anonymous links run none.
    Anonymous,
    /// The login ends with a pending link.
    Pending,
}

/// One decision.
#[derive(Debug, Clone, PartialEq)]
pub enum Step {
    /// What was done with the id token.
    UsedIdToken(IdTokenUse),
    /// A value was read.
    ReadClaim {
        /// Which.
        role: ClaimRole,
        /// The value, `None` when no claim gave one.
        value: Option<String>,
        /// Where it was read.
        source: Option<String>,
    },
    /// It was read whether the e-mail address is verified.
    ReadVerification {
        /// What was said.
        said: EmailVerified,
        /// Where it was read.
        source: String,
    },
    /// A link exists, so its user is the user.
    FoundLink {
        /// The user.
        user: String,
    },
    /// No link exists.
    FoundNoLink {
        /// The person's unique id.
        unique_id: String,
    },
    /// The request asked not to link.
    DeclinedToLink,
    /// A pending link was completed by logging in as this user.
    CompletedPendingLink {
        /// The user.
        user: String,
    },
    /// The strategy decides.
    AppliedStrategy(LinkingStrategy),
    /// A user has the value that is linked on.
    MatchedUser {
        /// What was looked up.
        claim: LinkingClaim,
        /// The value.
        value: String,
        /// The user.
        user: String,
    },
    /// No user has the value that is linked on.
    MatchedNobody {
        /// What was looked up.
        claim: LinkingClaim,
        /// The value, if there is one.
        value: Option<String>,
    },
    /// A user has the e-mail address as username, which does not count.
    PassedOverUsername {
        /// The address.
        value: String,
        /// The user.
        user: String,
    },
    /// A reconciler ran.
    Reconciled {
        /// Who.
        author: Author,
        /// Which run.
        run: u8,
    },
    /// A gate or a rule of a policy came to its end.
    AppliedRule(RuleStep),
    /// A reconciler was not run.
    LeftOut(NotRun),
    /// The reconciler moved the login to another user.
    MovedToUser {
        /// What was changed.
        claim: LinkingClaim,
        /// The new value.
        value: String,
        /// The user who has it.
        user: String,
    },
    /// The e-mail address was looked at and may be linked on.
    AcceptedEmail {
        /// What was said about it.
        said: EmailVerified,
    },
    /// The user found is linked to this identity provider as somebody else.
    FoundOtherLink {
        /// The user.
        user: String,
        /// The unique id that the user is linked to.
        unique_id: String,
    },
    /// No more links are allowed.
    ReachedLinkLimit {
        /// How many links there are.
        links: usize,
        /// How many are allowed.
        limit: u32,
    },
    /// A user was made.
    CreatedUser {
        /// Whether without e-mail and username.
        anonymously: bool,
    },
    /// A connector's user was brought up to date.
    UpdatedUser,
    /// A link was made.
    CreatedLink,
    /// The registration was brought up to date.
    UpdatedRegistration,
    /// A registration was made.
    CreatedRegistration {
        /// With these roles.
        roles: Vec<String>,
    },
    /// The registration is the one that the lambda put into the user.
    TookRegistration,
    /// No registration exists and none is made.
    LeftUnregistered,
}

/// Who wrote a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Writer {
    /// The linking strategy: identity and link.
    Linking,
    /// A reconciler, in this run.
    Reconciler(Author, u8),
    /// The application's default roles.
    DefaultRole,
    /// FusionAuth's own bookkeeping: ids and instants.
    Login,
}

/// Who wrote a field, and what it was made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Authorship {
    /// Who.
    pub writer: Writer,
    /// The rule or mapping, where one has a name.
    pub rule: Option<String>,
    /// The claims it was made of.
    pub from: Vec<String>,
    /// Line and column of the assignment in the author's file, where they are known.
    pub position: Option<(usize, usize)>,
}

/// Everything written down during one login.
#[derive(Debug, Clone, Default)]
pub struct Journal {
    /// The decisions, in order.
    pub steps: Vec<Step>,
    /// The assumptions that decided something.
    pub met: AssumptionSet,
    /// Who wrote which field, by pointer.
    pub authorship: Named<Authorship>,
    /// Writes that have no effect.
    pub ignored: Vec<IgnoredWrite>,
    /// How often a reconciler ran.
    pub runs: u8,
    /// FusionAuth's event log.
    pub event_log: Vec<EventLogEntry>,
}

impl Journal {
    /// Writes down a decision.
    pub fn note(&mut self, step: Step) {
        self.steps.push(step);
    }

    /// Writes down who wrote a field.
    pub fn wrote(&mut self, path: &str, writer: Writer, from: Vec<String>) {
        self.authorship
            .insert(path.to_owned(), Authorship { writer, rule: None, from, position: None });
    }

    /// Writes down what a reconciler says about the origin of a value that counts.
    ///
    /// A change is told for a list as a whole, so what went into its entries is told of the list.
    pub fn credit(&mut self, writer: Writer, origin: &Origin, kept: &Guarded) {
        let place = told_as(&origin.path, kept);
        let earlier = self.authorship.get(place).filter(|_| place != origin.path);
        let mut from = earlier.map(|earlier| earlier.from.clone()).unwrap_or_default();
        from.extend(origin.from.iter().cloned());
        let mut seen = BTreeSet::new();
        from.retain(|claim| seen.insert(claim.clone()));
        let rule = origin.rule.clone();
        let authorship = Authorship { writer, rule, from, position: origin.position };
        self.authorship.insert(place.to_owned(), authorship);
    }
}

/// The part of `path` that leads to the outermost list on its way, or the whole of it.
fn told_as<'a>(path: &'a str, kept: &Guarded) -> &'a str {
    let mut steps = pointer::steps(path);
    let root = steps.next().unwrap_or_default();
    let fields = match root.as_str() {
        "user" => Some(User::fields(&kept.user)),
        _ => kept.registration.as_ref().map(Registration::fields),
    };
    let Some(mut value) = steps.next().and_then(|name| fields?.get(&name)) else { return path };
    let mut depth = 2;
    for step in steps {
        match value {
            Value::Object(fields) => match fields.get(&step) {
                Some(inner) => value = inner,
                None => return path,
            },
            Value::Array(_) => break,
            _ => return path,
        }
        depth += 1;
    }
    let end = path.match_indices('/').nth(depth).map(|(index, _)| index);
    end.and_then(|end| path.get(..end)).unwrap_or(path)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_goes_into_a_list_is_told_of_the_list() {
        let kept = Guarded {
            user: User::from(json!({ "data": { "a": { "b": [1, 2] }, "c": "d" } })),
            registration: Some(Registration::from(json!({ "roles": ["x"] }))),
            ignored: Vec::new(),
            met: AssumptionSet::default(),
        };
        for (path, told) in [
            ("/registration/roles/0", "/registration/roles"),
            ("/registration/roles", "/registration/roles"),
            ("/user/data/a/b/1", "/user/data/a/b"),
            ("/user/data/a/b/1/x", "/user/data/a/b"),
            ("/user/data/c", "/user/data/c"),
            ("/user/data/gone/0", "/user/data/gone/0"),
            ("/user/firstName", "/user/firstName"),
        ] {
            assert_eq!(told_as(path, &kept), told);
        }
    }
}
