//! What a policy did, gate by gate and rule by rule.

use serde_json::Value;

/// One gate or rule of a policy, and how it ended.
#[derive(Debug, Clone, PartialEq)]
pub struct RuleStep {
    /// The gate's or the rule's name.
    pub rule: String,
    /// The field that the rule writes, such as `/user/firstName`; a gate writes none.
    pub path: Option<String>,
    /// How it ended.
    pub end: RuleEnd,
}

/// How a gate or a rule ended.
#[derive(Debug, Clone, PartialEq)]
pub enum RuleEnd {
    /// The gate's condition holds.
    Passed,
    /// The login is refused, with this message.
    Refused(String),
    /// The rule's condition does not hold.
    NotMeant,
    /// The rule is for a user or registration that is about to be created, and this one is stored.
    Stored,
    /// The rule is for an empty field, and this one is not.
    Filled,
    /// There is no registration to write to.
    NotRegistered,
    /// The claims give no value.
    NoValue,
    /// The field was emptied.
    Cleared,
    /// A value has the wrong type or form.
    Unusable {
        /// The value.
        value: Value,
        /// Why it cannot be used, in words.
        reason: String,
    },
    /// The rule gave this value, made of these claims.
    Gave {
        /// The value.
        value: Value,
        /// The claims, such as `/userinfo/given_name`.
        from: Vec<String>,
    },
}
