//! The five ways in which AWS writes the same user down.

use serde::{Deserialize, Serialize};

/// One serialisation of a Cognito user.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Form {
    /// The claims of an ID token: real booleans, numbers, lists and objects. An access token has the
    /// same form.
    IdToken,
    /// What `/oauth2/userInfo` answers: everything is text, `identities` is JSON in a text, there are
    /// no groups, and the user name is `username`. A load balancer's `x-amzn-oidc-data` is the same
    /// with `exp` and `iss`.
    Userinfo,
    /// A user's attributes: `ListUsers`, `AdminGetUser`, `GetUser`, or the event of a Lambda trigger.
    UserAttributes,
    /// The `claims` that a REST API's Cognito authoriser hands to a Lambda: everything is text, `exp`
    /// and `iat` are dates in words, several groups are separated by commas.
    ApiGatewayRest,
    /// The `jwt.claims` that an HTTP API's JWT authoriser hands to a Lambda: everything is text, a
    /// list is written as `[a b]`.
    ApiGatewayHttp,
}
