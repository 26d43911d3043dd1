//! The fields of FusionAuth's users and registrations: what each holds and who may write it.
//!
//! One table serves the schema, the reading of values, the guard after a lambda, and documentation.

use super::version::{Feature, Version};

/// What a field holds. How FusionAuth's classes read it is in [`super::convert`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A text.
    Text,
    /// `true` or `false`.
    Boolean,
    /// A whole number.
    Integer,
    /// Milliseconds since 1970.
    Instant,
    /// A day, `YYYY-MM-DD`.
    Day,
    /// A URI.
    Uri,
    /// An IANA time zone.
    TimeZone,
    /// A list of locales such as `en_US`.
    Locales,
    /// A sorted set of role names.
    Roles,
    /// One of a few names.
    Choice(Choice),
    /// Any JSON object.
    Object,
    /// A UUID.
    Uuid,
    /// A list of group memberships, each with a `groupId`.
    Memberships,
    /// A list of registrations.
    Registrations,
    /// A list of objects that the kit carries along as they are.
    Objects,
}

/// FusionAuth's enumerations, by what they say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// Moderation of a username.
    UsernameStatus,
    /// Why a password has to be changed.
    PasswordChangeReason,
    /// What is known of a password that was breached.
    BreachedPasswordStatus,
}

impl Choice {
    /// The names, in the order of FusionAuth's class, which also reads their places in it.
    #[must_use]
    pub const fn names(self) -> &'static [&'static str] {
        match self {
            Self::UsernameStatus => &["ACTIVE", "PENDING", "REJECTED"],
            Self::PasswordChangeReason => &["Administrative", "Breached", "Expired", "Validation"],
            Self::BreachedPasswordStatus => {
                &["None", "ExactMatch", "SubAddressMatch", "PasswordOnly", "CommonPassword"]
            }
        }
    }

    /// The names, in words.
    #[must_use]
    pub const fn holds(self) -> &'static str {
        match self {
            Self::UsernameStatus => "`ACTIVE`, `PENDING` or `REJECTED`",
            Self::PasswordChangeReason => "`Administrative`, `Breached`, `Expired` or `Validation`",
            Self::BreachedPasswordStatus => {
                "`None`, `ExactMatch`, `SubAddressMatch`, `PasswordOnly` or `CommonPassword`"
            }
        }
    }
}

/// When a reconcile lambda, a policy or an attribute mapping may write a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Writable {
    /// In every login.
    Always,
    /// Only in the login that creates the user.
    OnCreate,
    /// Only before the link exists, and only where the strategy links on e-mail.
    LinkingEmail,
    /// Only before the link exists, and only where the strategy links on username.
    LinkingUsername,
    /// Never: FusionAuth keeps this field itself.
    Never,
    /// Nobody documents it: see the assumption `undocumented-user-field`.
    Undocumented,
}

/// One field of a user or registration.
#[derive(Debug, Clone, Copy)]
pub struct Field {
    /// Its JSON name.
    pub name: &'static str,
    /// What it holds.
    pub kind: Kind,
    /// Who may write it.
    pub writable: Writable,
    /// The version that brought it, where it is newer than links are.
    pub since: Option<Version>,
    /// What it means, in a sentence.
    pub doc: &'static str,
}

const fn field(name: &'static str, kind: Kind, writable: Writable, doc: &'static str) -> Field {
    Field { name, kind, writable, since: None, doc }
}

impl Field {
    const fn since(self, version: Version) -> Self {
        Self { since: Some(version), ..self }
    }
}

/// E-mail address, username and phone number as identities of a user.
const IDENTITIES: Version = Feature::UserIdentities.since();

/// Users keep the id that they had in an earlier system.
const LEGACY_IDENTIFIER: Version = Version::of_minor(67);

/// The field of that name.
///
/// ```
/// use reconcile_kit::model::{Kind, User, find_field};
///
/// assert_eq!(find_field(User::FIELDS, "birthDate").map(|field| field.kind), Some(Kind::Day));
/// assert!(find_field(User::FIELDS, "brithDate").is_none());
/// ```
#[must_use]
pub fn find(fields: &'static [Field], name: &str) -> Option<&'static Field> {
    fields.iter().find(|field| field.name == name)
}

use Choice::{BreachedPasswordStatus, PasswordChangeReason, UsernameStatus};
use Kind::{
    Boolean, Choice as One, Day, Instant, Integer, Locales, Memberships, Object, Objects,
    Registrations, Roles, Text, TimeZone, Uri, Uuid,
};
use Writable::{Always, LinkingEmail, LinkingUsername, Never, OnCreate, Undocumented};

/// The fields of a FusionAuth user (client library 1.53.0, OpenAPI 1.69).
pub(super) const USER: &[Field] = &[
    field("active", Boolean, Undocumented, "Whether the account may log in."),
    field("birthDate", Day, Always, "Birthday, `YYYY-MM-DD`."),
    field(
        "breachedPasswordLastCheckedInstant",
        Instant,
        Never,
        "When the password was last checked for breaches.",
    ),
    field(
        "breachedPasswordStatus",
        One(BreachedPasswordStatus),
        Never,
        "Result of the last breach check.",
    ),
    field("cleanSpeakId", Uuid, Never, "The user's id in CleanSpeak."),
    field("connectorId", Uuid, Never, "The connector that owns the password."),
    field("data", Object, Always, "Anything the application keeps about the user."),
    field(
        "email",
        Text,
        LinkingEmail,
        "E-mail address, an identity: lower case, unique in the tenant.",
    ),
    field("encryptionScheme", Text, Never, "How the password is hashed."),
    field("expiry", Instant, Undocumented, "When the account stops being able to log in."),
    field("factor", Integer, Never, "Cost of the password's hash."),
    field("firstName", Text, Always, "Given name."),
    field("fullName", Text, Always, "The whole name as one text."),
    field("id", Uuid, Never, "The user's id."),
    field("identities", Objects, Never, "E-mail, username and phone identities (since 1.59).")
        .since(IDENTITIES),
    field("imageUrl", Uri, Always, "Where the user's picture is."),
    field("insertInstant", Instant, Never, "When the user was created."),
    field("lastLoginInstant", Instant, Never, "When the user last logged in."),
    field("lastName", Text, Always, "Family name."),
    field("lastUpdateInstant", Instant, Never, "When the user was last changed."),
    field(
        "legacyIdentifier",
        Text,
        Never,
        "Id in an earlier system (since 1.67), unique and fixed.",
    )
    .since(LEGACY_IDENTIFIER),
    field("memberships", Memberships, OnCreate, "Groups the user belongs to."),
    field("middleName", Text, Always, "Middle name."),
    field("mobilePhone", Text, Always, "Mobile phone number, profile data and no identity."),
    field("parentEmail", Text, Undocumented, "E-mail address of a child's parent."),
    field("password", Text, Never, "Never returned; a mapping to it has no effect."),
    field(
        "passwordChangeReason",
        One(PasswordChangeReason),
        Undocumented,
        "Why the password has to be changed.",
    ),
    field(
        "passwordChangeRequired",
        Boolean,
        Undocumented,
        "Whether the password has to be changed.",
    ),
    field("passwordLastUpdateInstant", Instant, Never, "When the password was last changed."),
    field("phoneNumber", Text, Undocumented, "Phone number, an identity (since 1.59).")
        .since(IDENTITIES),
    field("preferredLanguages", Locales, Always, "Locales the user prefers, best first."),
    field("registrations", Registrations, Never, "Registrations for applications."),
    field("salt", Text, Never, "Salt of the password's hash."),
    field("tenantId", Uuid, Never, "The tenant the user belongs to."),
    field("timezone", TimeZone, Always, "IANA time zone."),
    field("twoFactor", Object, Undocumented, "Second factors."),
    field("uniqueUsername", Text, Never, "The username with the suffix that makes it unique."),
    field("username", Text, LinkingUsername, "Username, an identity, unique in the tenant."),
    field("usernameStatus", One(UsernameStatus), Undocumented, "Moderation state of the username."),
    field("verified", Boolean, Undocumented, "Whether the e-mail address is verified."),
    field("verifiedInstant", Instant, Never, "When the e-mail address was verified."),
];

/// The fields of a FusionAuth group membership (client library 1.53.0).
pub(super) const MEMBERSHIP: &[Field] = &[
    field("data", Object, Always, "Anything kept about the membership."),
    field("groupId", Uuid, Always, "The group."),
    field("id", Uuid, Always, "The membership's id."),
    field("insertInstant", Instant, Always, "When the user became a member."),
    field("userId", Uuid, Always, "The user."),
];

/// The fields of a FusionAuth registration (client library 1.53.0).
pub(super) const REGISTRATION: &[Field] = &[
    field("applicationId", Uuid, Never, "The application the user is registered for."),
    field("authenticationToken", Text, Never, "Token that stands for the password."),
    field("cleanSpeakId", Uuid, Never, "The registration's id in CleanSpeak."),
    field("data", Object, Always, "Anything the application keeps about this registration."),
    field("id", Uuid, Never, "The registration's id."),
    field("insertInstant", Instant, Never, "When the registration was made."),
    field("lastLoginInstant", Instant, Never, "When the user last logged in to the application."),
    field("lastUpdateInstant", Instant, Never, "When the registration was last changed."),
    field("preferredLanguages", Locales, Always, "Locales preferred in this application."),
    field("roles", Roles, Always, "Names of the application's roles that the user has."),
    field("timezone", TimeZone, Always, "IANA time zone in this application."),
    field("tokens", Object, Always, "Identity-provider tokens (before 1.28; links hold them now)."),
    field(
        "username",
        Text,
        Always,
        "Name to display in this application; no identity, need not be unique.",
    ),
    field("usernameStatus", One(UsernameStatus), Undocumented, "Moderation state of the username."),
    field("verified", Boolean, Undocumented, "Whether the registration is verified."),
    field("verifiedInstant", Instant, Never, "When the registration was verified."),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted_and_without_repeats() {
        for table in [USER, REGISTRATION] {
            assert!(table.is_sorted_by(|left, right| left.name < right.name));
        }
    }
}
