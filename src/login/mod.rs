//! One login, step by step: is the door open, is there a link, whom does the strategy find, what does the
//! lambda write, what of it counts, is there a registration, and may the user in.

mod admit;
mod connector;
mod doors;
mod establish;
mod journal;
mod link;
mod matching;
mod reconcile;
mod refusal;
mod register;

pub use connector::ConnectorFault;
pub use journal::{Authorship, ClaimRole, Journal, NotRun, Step, Writer};
pub use refusal::Refusal;

use crate::claims::{self, Identity};
use crate::directory::Directory;
use crate::mapping::Reconciler;
use crate::model::{IdentityProviderLink, Registration, User};
use crate::scenario::{Attempt, Setting};
use serde::Serialize;

/// How the person came to be a user.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Linking {
    /// A link existed.
    Linked,
    /// An existing user was linked.
    LinkedExisting,
    /// A user was made and linked.
    Created,
    /// A user without e-mail and username was made and linked.
    CreatedAnonymously,
    /// A connector's user was made; a connector has no links.
    Made,
    /// A connector's user was there and was brought up to date.
    Updated,
}

/// Why nobody was linked, without that being an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotLinked {
    /// The request said `noLink`.
    Declined,
    /// The strategy makes no links.
    Disabled,
}

/// How a login ended.
#[derive(Debug, Clone, PartialEq)]
pub enum Ending {
    /// The person is this user, registered for the application or not.
    LoggedIn {
        /// How.
        linking: Linking,
        /// Whether the user is registered for the application.
        registered: bool,
    },
    /// The person has to choose an account first.
    Pending(PendingLink),
    /// The person is nobody here.
    NotLinked(NotLinked),
    /// The login failed.
    Refused(Refusal),
}

/// What FusionAuth shows of a pending link.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct PendingLink {
    /// Name to show: e-mail address or username.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub display_name: Option<String>,
    /// The e-mail address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// The identity provider.
    pub identity_provider_id: String,
    /// Its name.
    pub identity_provider_name: String,
    /// Its type.
    pub identity_provider_type: String,
    /// The person's unique id there.
    pub identity_provider_user_id: String,
    /// The username.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub username: Option<String>,
}

/// What a login leaves in the directory.
#[derive(Debug, Clone, PartialEq)]
pub struct Written {
    /// The user, with the registration in it.
    pub user: User,
    /// The registration, where the user has one.
    pub registration: Option<Registration>,
    /// The link; connectors have none.
    pub link: Option<IdentityProviderLink>,
}

/// A login that came to its end.
#[derive(Debug, Clone)]
pub struct Login {
    /// How it ended.
    pub ending: Ending,
    /// Who the person is.
    pub identity: Identity,
    /// What it leaves in the directory; `None` when nothing changes.
    pub written: Option<Written>,
    /// What was written down on the way.
    pub journal: Journal,
}

impl Login {
    /// Puts what this login left behind into `directory`.
    pub fn apply(&self, directory: &mut Directory) {
        if let Some(written) = &self.written {
            directory.put_user(written.user.clone());
            if let Some(link) = &written.link {
                directory.put_link(link.clone());
            }
        }
    }
}

/// What every step sees: the world, the person, and the journal to write into.
struct Course<'a> {
    setting: &'a Setting,
    directory: &'a Directory,
    attempt: &'a Attempt,
    identity: &'a Identity,
    journal: &'a mut Journal,
}

/// Who the person will be, before the link is made.
struct Candidate {
    user: User,
    registration: Option<Registration>,
    linking: Linking,
    /// The link, where one exists.
    link: Option<IdentityProviderLink>,
}

/// Logs one person in.
///
/// Nothing is changed: [`Login::written`] holds what FusionAuth would store.
///
/// ```
/// use reconcile_kit::{check, login::{self, Ending, Linking}};
///
/// let scenario = check::read_scenario(r#"{
///     "identityProvider": { "enabled": true, "linkingStrategy": "LinkByEmail" },
///     "login": { "userinfo": { "sub": "1", "email": "jane@example.com", "email_verified": "true" } }
/// }"#).expect("a valid scenario");
/// let login = login::login(&scenario.setting, &scenario.directory, &scenario.attempts()[0], None);
/// assert_eq!(login.ending, Ending::LoggedIn { linking: Linking::Created, registered: true });
/// ```
#[must_use]
pub fn login(
    setting: &Setting,
    directory: &Directory,
    attempt: &Attempt,
    reconciler: Option<&mut dyn Reconciler>,
) -> Login {
    let identity = claims::resolve(&attempt.tokens, &setting.identity_provider, setting.version);
    let mut journal = Journal::default();
    let mut course =
        Course { setting, directory, attempt, identity: &identity, journal: &mut journal };
    let (ending, written) = match course.run(reconciler) {
        Ok((ending, written)) => (ending, written),
        Err(ending) => (ending, None),
    };
    Login { ending, identity, written, journal }
}

impl Course<'_> {
    fn run(
        &mut self,
        reconciler: Option<&mut dyn Reconciler>,
    ) -> Result<(Ending, Option<Written>), Ending> {
        self.open_doors()?;
        if self.setting.identity_provider.provider_type().is_connector() {
            return self.connect(reconciler);
        }
        let unique_id = self.read_identity()?;
        let candidate = match self.find_link(&unique_id)? {
            Some(linked) => self.reconcile_linked(linked, reconciler)?,
            None => self.match_by_strategy(&unique_id, reconciler)?,
        };
        let linking = candidate.linking;
        let written = self.establish(candidate, &unique_id)?;
        Ok(self.admit(linking, written))
    }
}

impl From<Refusal> for Ending {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}
