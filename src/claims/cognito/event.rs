//! What the Cognito API and Lambda triggers say about a user beside the attributes.

use serde_json::Value;

use super::envelope::is_event;
use super::{Cognito, Form};

/// Where a user's status stands: in the API's answers, and among an event's attributes.
pub(super) const STATUS: [&str; 4] = [
    "/UserStatus",
    "/User/UserStatus",
    "/request/userAttributes/cognito:user_status",
    "/cognito:user_status",
];

/// Attributes of a trigger's event that are no claims: no token and no userinfo has them.
/// (<https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-pre-token-generation.html>)
pub(super) const NO_CLAIMS: [&str; 4] = [
    "cognito:user_status",
    "cognito:email_alias",
    "cognito:phone_number_alias",
    "cognito:mfa_enabled",
];

impl Cognito {
    /// The user's status, such as `CONFIRMED` or `EXTERNAL_PROVIDER`. Only the Cognito API and
    /// triggers know it; tokens and userinfo do not.
    #[must_use]
    pub fn status(&self) -> Option<&str> {
        if self.form != Form::UserAttributes {
            return None;
        }
        STATUS.iter().find_map(|path| self.original.pointer(path)?.as_str())
    }

    /// A text of the trigger's event, if the user was read from one.
    pub(super) fn event_text(&self, path: &str) -> Option<&str> {
        let in_event = self.form == Form::UserAttributes && is_event(&self.original);
        let text = self.original.pointer(path).filter(|_| in_event).and_then(Value::as_str);
        text.filter(|text| !text.is_empty())
    }
}
