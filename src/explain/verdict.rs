//! The outcome in a sentence.

use super::States;
use crate::login::{Ending, Linking, Login, NotLinked};
use crate::model::User;

pub(super) fn of(login: &Login, states: &States<'_>) -> String {
    match &login.ending {
        Ending::LoggedIn { linking, registered } => {
            let user = states.user.1.map(name).unwrap_or_default();
            let who = match linking {
                Linking::Linked => format!("signs in as {user}, by the link that exists"),
                Linking::LinkedExisting => {
                    format!("is linked to the existing user {user} and signs in")
                }
                Linking::Created => format!("becomes the new user {user}, is linked and signs in"),
                Linking::Made => format!("becomes the new user {user} and signs in"),
                Linking::Updated => format!("signs in as {user}, brought up to date"),
                Linking::CreatedAnonymously => {
                    "becomes a new user without e-mail and username, is linked and signs in"
                        .to_owned()
                }
            };
            let registration = match (registered, states.registration.0.is_some()) {
                (true, true) => "; the registration exists",
                (true, false) => "; a registration is created",
                (false, _) => ", but is not registered for the application",
            };
            format!("{who}{registration}")
        }
        Ending::Pending(_) => {
            "has to log in to an account or create one, to which the link is made".to_owned()
        }
        Ending::NotLinked(NotLinked::Declined) => {
            "is not linked, and the request asks not to link: nobody signs in".to_owned()
        }
        Ending::NotLinked(NotLinked::Disabled) => {
            "is not linked, and the strategy Disabled makes no links: nobody signs in".to_owned()
        }
        Ending::Refused(refusal) => format!("is refused: {}", refusal.why()),
    }
}

fn name(user: &User) -> String {
    user.email()
        .or_else(|| user.username().map(str::to_owned))
        .unwrap_or_else(|| user.id().to_owned())
}
