//! A connector's login: the directory server let the person in, and the lambda makes the whole user of its attributes.
//!
//! There is no identity provider's link. A user of a connector belongs to it by `connectorId`, and the lambda runs
//! at every login.

use super::{Course, Ending, Linking, Refusal, Step, Writer, Written};
use crate::mapping::{Author, IdentityPermit, Permit, Reconciler};
use crate::model::fields::names_of_both;
use crate::model::{Assumption, LinkingClaim, User, pointer};
use serde_json::{Map, Value};

/// Why a connector's lambda made no user that can log in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ConnectorFault {
    /// There is no lambda to make one.
    NoLambda,
    /// The user has no id.
    UserWithoutId,
    /// The user has neither e-mail address nor username.
    UserWithoutIdentity,
    /// Another user has the e-mail address or the username.
    IdentityTaken(LinkingClaim),
}

impl ConnectorFault {
    /// The code in the outcome.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::NoLambda => "ConnectorWithoutLambda",
            Self::UserWithoutId => "ConnectorUserWithoutId",
            Self::UserWithoutIdentity => "ConnectorUserWithoutIdentity",
            Self::IdentityTaken(_) => "IdentityTaken",
        }
    }

    /// Why, in words.
    #[must_use]
    pub const fn why(self) -> &'static str {
        match self {
            Self::NoLambda => "the connector has no lambda, and nothing else makes its users",
            Self::UserWithoutId => "the lambda sets no `user.id`",
            Self::UserWithoutIdentity => "the lambda sets neither `user.email` nor `user.username`",
            Self::IdentityTaken(LinkingClaim::Email) => "another user has this e-mail address",
            Self::IdentityTaken(LinkingClaim::Username) => "another user has this username",
        }
    }
}

impl From<ConnectorFault> for Ending {
    fn from(fault: ConnectorFault) -> Self {
        Refusal::Connector(fault).into()
    }
}

impl Course<'_> {
    /// Lets the lambda make the user, and stores it in the place of the one with the same id.
    pub(super) fn connect(
        &mut self,
        reconciler: Option<&mut dyn Reconciler>,
    ) -> Result<(Ending, Option<Written>), Ending> {
        let Some(reconciler) = reconciler else { return Err(ConnectorFault::NoLambda.into()) };
        let blank = User::blank();
        let permit = Permit { creates_user: true, identity: IdentityPermit::Connector };
        let (made, _) = self.reconcile(reconciler, 1, &blank, None, permit)?;
        if made.id().is_empty() {
            return Err(ConnectorFault::UserWithoutId.into());
        }
        if made.email().is_none() && made.username().is_none() {
            return Err(ConnectorFault::UserWithoutIdentity.into());
        }
        let stored = self.directory.user(made.id()).cloned();
        self.refuse_taken_identity(&made)?;
        if let Some(stored) = &stored {
            self.deny_first(stored)?;
        }
        let linking = if stored.is_some() { Linking::Updated } else { Linking::Made };
        let user = self.settle(made, stored.as_ref());
        let registration = user.registration(&self.setting.application.id);
        self.journal.wrote("/registration", Writer::Reconciler(Author::Lambda, 1), Vec::new());
        self.journal.wrote("/registration/lastLoginInstant", Writer::Login, Vec::new());
        self.journal.note(match &registration {
            None => Step::LeftUnregistered,
            Some(_) => Step::TookRegistration,
        });
        Ok(self.admit(linking, Written { user, registration, link: None }))
    }

    /// E-mail address and username belong to one user of a tenant.
    fn refuse_taken_identity(&mut self, made: &User) -> Result<(), Ending> {
        for claim in [LinkingClaim::Email, LinkingClaim::Username] {
            let Some(value) = made.identity(claim) else { continue };
            let holder = self.look_up(claim, &value);
            if holder.is_some_and(|holder| holder.id() != made.id()) {
                return Err(ConnectorFault::IdentityTaken(claim).into());
            }
        }
        Ok(())
    }

    /// The user as FusionAuth stores it: what it keeps itself stays.
    fn settle(&mut self, made: User, stored: Option<&User>) -> User {
        let now = Value::from(self.setting.now);
        let Some(stored) = stored else {
            self.journal.note(Step::CreatedUser { anonymously: false });
            let mut user = made;
            user.set("tenantId", self.setting.tenant_id.clone().map(Value::from));
            user.set("connectorId", Some(Value::from(self.setting.identity_provider.id())));
            user.set("insertInstant", Some(now));
            return user;
        };
        self.journal.note(Step::UpdatedUser);
        self.journal.met.insert(Assumption::ConnectorUpdate);
        let merges = self.setting.assumptions.is(Assumption::ConnectorUpdate, "merges");
        let mut user = if merges { merged(&made, stored) } else { made };
        for kept in KEPT {
            user.set(kept, stored.fields().get(kept).cloned());
        }
        // What the lambda leaves out goes with the stored user whose place it takes.
        for name in names_of_both(stored.fields(), user.fields()) {
            let path = pointer::child("/user", name);
            let is_changed = stored.fields().get(name) != user.fields().get(name);
            if is_changed && !self.journal.authorship.contains_key(&path) {
                self.journal.wrote(&path, Writer::Reconciler(Author::Lambda, 1), Vec::new());
            }
        }
        if user != *stored {
            user.set("lastUpdateInstant", Some(now));
        }
        user
    }
}

/// What a stored user keeps whatever a lambda makes.
const KEPT: [&str; 6] = [
    "tenantId",
    "connectorId",
    "insertInstant",
    "lastUpdateInstant",
    "lastLoginInstant",
    "verifiedInstant",
];

/// The stored user with everything that the lambda wrote; what it left as a new user has it stays.
fn merged(made: &User, stored: &User) -> User {
    let blank = User::blank();
    let mut fields: Map<String, Value> = stored.fields().clone();
    for (name, value) in made.fields() {
        if blank.fields().get(name) != Some(value) {
            fields.insert(name.clone(), value.clone());
        }
    }
    User::from(fields)
}
