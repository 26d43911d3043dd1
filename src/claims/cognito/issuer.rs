//! The user pool a user comes from.

use serde::Serialize;

use super::Cognito;

/// Which of its two issuer forms a pool uses.
/// (<https://docs.aws.amazon.com/cognito/latest/developerguide/federation-endpoints.html>)
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum IssuerKind {
    /// `https://cognito-idp.<region>.amazonaws.com/<pool>`, the default.
    Original,
    /// `https://issuer-cognito-idp.<region>.amazonaws.com/<pool>`, which AWS recommends.
    Updated,
}

/// A Cognito issuer, taken apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Issuer<'a> {
    /// Which form it has.
    pub kind: IssuerKind,
    /// The AWS Region in the host's name.
    pub region: &'a str,
    /// The user pool's id.
    pub pool: &'a str,
}

impl<'a> Issuer<'a> {
    /// Takes an `iss` apart; `None` if it is not exactly a Cognito issuer. A trailing slash makes it
    /// another issuer, so it is not taken for one.
    ///
    /// ```
    /// use reconcile_kit::claims::cognito::{Issuer, IssuerKind};
    ///
    /// let iss = "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_EXAMPLE";
    /// let issuer = Issuer::parse(iss).expect("a Cognito issuer");
    /// assert_eq!(issuer.kind, IssuerKind::Original);
    /// assert_eq!((issuer.region, issuer.pool), ("eu-west-1", "eu-west-1_EXAMPLE"));
    /// assert_eq!(Issuer::parse("https://auth.example.com"), None);
    /// ```
    #[must_use]
    pub fn parse(iss: &'a str) -> Option<Self> {
        let (host, pool) = iss.strip_prefix("https://")?.split_once('/')?;
        let (kind, rest) = match host.strip_prefix("issuer-") {
            Some(rest) => (IssuerKind::Updated, rest),
            None => (IssuerKind::Original, host),
        };
        let region = rest.strip_prefix("cognito-idp.")?.strip_suffix(".amazonaws.com")?;
        (is_region(region) && is_pool_id(pool)).then_some(Self { kind, region, pool })
    }
}

impl Cognito {
    /// The issuer, if `iss` is there and Cognito's.
    #[must_use]
    pub fn issuer(&self) -> Option<Issuer<'_>> {
        Issuer::parse(self.claims.text("iss")?)
    }

    /// The id of the user pool: from `iss`, from a trigger's event, or from the name of a group that
    /// Cognito made for one of the user's providers.
    #[must_use]
    pub fn pool(&self) -> Option<&str> {
        self.known_pool().or_else(|| self.pool_of_group())
    }

    /// The id of the user pool, from `iss` or a trigger's event.
    pub(super) fn known_pool(&self) -> Option<&str> {
        let from_event = || self.event_text("/userPoolId").filter(|pool| is_pool_id(pool));
        self.issuer().map(|issuer| issuer.pool).or_else(from_event)
    }

    /// The AWS Region: the issuer's, the event's, or the one a pool's id begins with. A replicated
    /// pool has the id of its first Region everywhere.
    #[must_use]
    pub fn region(&self) -> Option<&str> {
        let of_pool = || self.pool()?.rsplit_once('_').map(|(region, _)| region);
        self.issuer()
            .map(|issuer| issuer.region)
            .or_else(|| self.event_text("/region"))
            .or_else(of_pool)
    }
}

/// Whether `url` is an address of a user pool: an issuer, an endpoint, or a hosted domain.
pub(crate) fn is_cognito_address(url: &str) -> bool {
    url.contains("cognito-idp.") || url.contains(".amazoncognito.com")
}

fn is_region(text: &str) -> bool {
    !text.is_empty()
        && text
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

/// AWS's pattern for pool ids: `[\w-]+_[0-9a-zA-Z]+`, at most 55 characters.
pub(super) fn is_pool_id(text: &str) -> bool {
    let Some((region, id)) = text.rsplit_once('_') else { return false };
    let word = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-';
    text.len() <= 55
        && !region.is_empty()
        && !id.is_empty()
        && region.bytes().all(word)
        && id.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_forms_are_told_apart() {
        let updated = "https://issuer-cognito-idp.us-gov-west-1.amazonaws.com/us-gov-west-1_a1";
        let issuer = Issuer::parse(updated).map(|issuer| (issuer.kind, issuer.region, issuer.pool));
        assert_eq!(issuer, Some((IssuerKind::Updated, "us-gov-west-1", "us-gov-west-1_a1")));
    }

    #[test]
    fn other_issuers_are_not_cognitos() {
        for iss in [
            "",
            "https://accounts.google.com",
            "http://cognito-idp.us-east-1.amazonaws.com/us-east-1_a",
            "https://cognito-idp.us-east-1.amazonaws.com/us-east-1_a/",
            "https://cognito-idp.us-east-1.amazonaws.com/",
            "https://cognito-idp..amazonaws.com/us-east-1_a",
            "https://cognito-idp.us-east-1.amazonaws.com.evil.example/us-east-1_a",
            "https://cognito-idp.us-east-1.evil.example/x.amazonaws.com/us-east-1_a",
            "https://cognito-idp.a@evil.amazonaws.com/us-east-1_a",
        ] {
            assert_eq!(Issuer::parse(iss), None, "{iss}");
        }
    }
}
