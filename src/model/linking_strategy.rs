//! What FusionAuth does for a person without a link, and what it looks a user up by.

use std::fmt;

/// What FusionAuth does when a person arrives for whom no link exists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum LinkingStrategy {
    /// Link to the user with this e-mail address; create the user where there is none.
    #[default]
    LinkByEmail,
    /// Link to the user with this e-mail address; refuse the login where there is none.
    LinkByEmailForExistingUser,
    /// Link to the user with this username; create the user where there is none.
    LinkByUsername,
    /// Link to the user with this username; refuse the login where there is none.
    LinkByUsernameForExistingUser,
    /// Create a user without e-mail and username, and link to that.
    LinkAnonymously,
    /// Let the person choose: log in to an account, or make one.
    CreatePendingLink,
    /// Make no links; only people who are linked already get in.
    Disabled,
    /// The identity provider's type cannot link; no administrator can choose it.
    Unsupported,
}

/// The value that a linking strategy looks a user up by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkingClaim {
    /// The e-mail address.
    Email,
    /// The username.
    Username,
}

impl LinkingClaim {
    /// The user's field that holds it.
    #[must_use]
    pub const fn field(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::Username => "username",
        }
    }
}

impl LinkingStrategy {
    /// The seven strategies that an administrator can choose.
    pub const CHOICES: [Self; 7] = [
        Self::LinkByEmail,
        Self::LinkByEmailForExistingUser,
        Self::LinkByUsername,
        Self::LinkByUsernameForExistingUser,
        Self::LinkAnonymously,
        Self::CreatePendingLink,
        Self::Disabled,
    ];

    /// FusionAuth's name of it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::LinkByEmail => "LinkByEmail",
            Self::LinkByEmailForExistingUser => "LinkByEmailForExistingUser",
            Self::LinkByUsername => "LinkByUsername",
            Self::LinkByUsernameForExistingUser => "LinkByUsernameForExistingUser",
            Self::LinkAnonymously => "LinkAnonymously",
            Self::CreatePendingLink => "CreatePendingLink",
            Self::Disabled => "Disabled",
            Self::Unsupported => "Unsupported",
        }
    }

    /// The strategy of that name.
    #[must_use]
    pub fn by_name(name: &str) -> Option<Self> {
        Self::CHOICES
            .into_iter()
            .chain([Self::Unsupported])
            .find(|strategy| strategy.name() == name)
    }

    /// What it looks users up by, if anything.
    #[must_use]
    pub const fn claim(self) -> Option<LinkingClaim> {
        match self {
            Self::LinkByEmail | Self::LinkByEmailForExistingUser => Some(LinkingClaim::Email),
            Self::LinkByUsername | Self::LinkByUsernameForExistingUser => {
                Some(LinkingClaim::Username)
            }
            Self::LinkAnonymously
            | Self::CreatePendingLink
            | Self::Disabled
            | Self::Unsupported => None,
        }
    }
}

impl fmt::Display for LinkingStrategy {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strategies_are_known_by_their_names() {
        for strategy in LinkingStrategy::CHOICES {
            assert_eq!(LinkingStrategy::by_name(strategy.name()), Some(strategy));
        }
        assert_eq!(LinkingStrategy::by_name("LinkByMagic"), None);
    }
}
