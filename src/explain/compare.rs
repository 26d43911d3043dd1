//! The same login under every linking strategy.

use super::{Preview, preview};
use crate::mapping::Reconciler;
use crate::model::LinkingStrategy;
use crate::scenario::Scenario;
use serde::ser::{Serialize, SerializeMap, Serializer};

/// What each strategy leads to, in the order in which FusionAuth documents them.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison(pub Vec<(LinkingStrategy, Preview)>);

impl Serialize for Comparison {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (strategy, preview) in &self.0 {
            map.serialize_entry(strategy.name(), preview)?;
        }
        map.end()
    }
}

/// Runs the scenario under each of the seven strategies.
///
/// ```
/// use reconcile_kit::{check, explain};
///
/// let scenario = check::read_scenario(r#"{
///     "identityProvider": { "enabled": true },
///     "login": { "userinfo": { "sub": "1", "username": "jane" } }
/// }"#).expect("a valid scenario");
/// assert_eq!(explain::compare(&scenario, None).0.len(), 7);
/// ```
#[must_use]
pub fn compare(scenario: &Scenario, mut reconciler: Option<&mut dyn Reconciler>) -> Comparison {
    let rows = LinkingStrategy::CHOICES.into_iter().map(|strategy| {
        let changed = scenario.with_strategy(strategy);
        let preview = match &mut reconciler {
            Some(reconciler) => preview(&changed, Some(&mut **reconciler)),
            None => preview(&changed, None),
        };
        (strategy, preview)
    });
    Comparison(rows.collect())
}
