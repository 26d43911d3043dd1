//! Two that map claims, one after the other: the second one sees what the first one wrote.

use super::reconciler::{Arguments, Author, EventLogEntry, Failure, Reconciled, Reconciler};
use crate::model::AssumptionSet;

/// Lets `first` map the claims, and then `second`.
///
/// ```
/// use reconcile_kit::mapping::{Author, AttributeMappings, InOrder, Reconciler};
///
/// let mappings = AttributeMappings::default();
/// let (mut first, mut second) = (&mappings, &mappings);
/// let both = InOrder { first: &mut first, second: &mut second, met: Default::default() };
/// assert_eq!(both.author(), Author::AttributeMappings);
/// ```
pub struct InOrder<'a> {
    /// Who maps first.
    pub first: &'a mut dyn Reconciler,
    /// Who maps what the first one left behind.
    pub second: &'a mut dyn Reconciler,
    /// The assumptions that chose the order.
    pub met: AssumptionSet,
}

impl Reconciler for InOrder<'_> {
    /// A lambda speaks for both, because what it leaves behind is judged most strictly.
    fn author(&self) -> Author {
        match self.first.author() {
            Author::Lambda => Author::Lambda,
            _ => self.second.author(),
        }
    }

    fn reconcile(&mut self, arguments: &Arguments<'_>) -> Result<Reconciled, Failure> {
        let with_met = |mut failure: Failure| {
            failure.met.extend(self.met);
            failure
        };
        let first = self.first.reconcile(arguments).map_err(with_met)?;
        let second = Arguments {
            user: &first.user,
            registration: first.registration.as_ref(),
            ..*arguments
        };
        let rules = first.rules.clone();
        let second = self.second.reconcile(&second).map_err(|mut failure| {
            failure.rules.splice(0..0, rules);
            with_met(failure)
        })?;
        Ok(joined(first, second, self.met))
    }
}

fn joined(first: Reconciled, second: Reconciled, met: AssumptionSet) -> Reconciled {
    let Reconciled { mut origins, mut undefined, mut event_log, mut skipped, mut rules, .. } =
        first;
    let written = |path: &String| second.origins.iter().any(|origin| origin.path == *path);
    undefined.retain(|path| !written(path));
    undefined.extend(second.undefined);
    origins.extend(second.origins);
    skipped.extend(second.skipped);
    rules.extend(second.rules);
    for entry in second.event_log {
        log(&mut event_log, entry);
    }
    let mut all_met = met;
    all_met.extend(first.met);
    all_met.extend(second.met);
    Reconciled {
        user: second.user,
        registration: second.registration,
        undefined,
        origins,
        met: all_met,
        event_log,
        skipped,
        rules,
    }
}

/// There is one entry of a kind.
fn log(entries: &mut Vec<EventLogEntry>, entry: EventLogEntry) {
    match entries.iter_mut().find(|other| other.kind == entry.kind) {
        Some(other) => {
            other.message.push('\n');
            other.message.push_str(&entry.message);
        }
        None => entries.push(entry),
    }
}

#[cfg(test)]
mod tests {
    use super::super::{AttributeMappings, EventLogType};
    use super::*;
    use crate::model::{Named, ProviderType, User, Version};
    use serde_json::{Map, Value, json};

    fn mappings(target: &str, source: &str) -> AttributeMappings {
        let document: Named<String> =
            [(target.to_owned(), source.to_owned())].into_iter().collect();
        AttributeMappings::read(&document, ProviderType::Google).0
    }

    fn claims() -> Map<String, Value> {
        match json!({ "name": "Jane", "nickname": "J" }) {
            Value::Object(claims) => claims,
            _ => Map::new(),
        }
    }

    #[test]
    fn the_second_sees_and_may_replace_what_the_first_wrote() {
        let (one, other) =
            (mappings("user.firstName", "name"), mappings("user.firstName", "nickname"));
        let (mut first, mut second) = (&one, &other);
        let mut both =
            InOrder { first: &mut first, second: &mut second, met: AssumptionSet::default() };
        let left = both.reconcile(&Arguments {
            run: 1,
            exploring: false,
            version: Version::NEWEST,
            provider: ProviderType::Google,
            console_warn: "exists",
            user: User::blank().fields(),
            registration: None,
            userinfo: &claims(),
            id_token: None,
            tokens: None,
            context: true,
        });
        let left = left.unwrap_or_default();
        assert_eq!(left.user.get("firstName"), Some(&json!("J")));
        assert_eq!(left.origins.len(), 2);
    }

    #[test]
    fn entries_of_a_kind_are_joined() {
        let entry = |kind, message: &str| EventLogEntry { kind, message: message.to_owned() };
        let mut entries = vec![entry(EventLogType::Error, "a")];
        log(&mut entries, entry(EventLogType::Error, "b"));
        log(&mut entries, entry(EventLogType::Debug, "c"));
        assert_eq!(entries.first().map(|entry| entry.message.as_str()), Some("a\nb"));
        assert_eq!(entries.len(), 2);
    }
}
