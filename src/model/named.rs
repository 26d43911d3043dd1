//! Values by name, as a sorted list.

/// Values by name, in the order of their names.
///
/// Names are few wherever this is used, and a search tree for each type of value would be several kilobytes of
/// code each in the WASM module.
///
/// ```
/// use reconcile_kit::model::Named;
///
/// let roles: Named<u8> = [("viewer".to_owned(), 1), ("admin".to_owned(), 2)].into_iter().collect();
/// assert_eq!(roles.get("admin"), Some(&2));
/// assert_eq!(roles.keys().collect::<Vec<_>>(), ["admin", "viewer"]);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named<T>(Vec<(String, T)>);

impl<T> Default for Named<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> Named<T> {
    fn place(&self, name: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|(other, _)| other.as_str().cmp(name))
    }

    /// The value of that name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&T> {
        let place = self.place(name).ok()?;
        self.0.get(place).map(|(_, value)| value)
    }

    /// Whether there is a value of that name.
    #[must_use]
    pub fn contains_key(&self, name: &str) -> bool {
        self.place(name).is_ok()
    }

    /// Puts a value in the place of the one of the same name, or adds it.
    pub fn insert(&mut self, name: String, value: T) {
        match self.place(&name) {
            Ok(found) => {
                if let Some((_, old)) = self.0.get_mut(found) {
                    *old = value;
                }
            }
            Err(free) => self.0.insert(free, (name, value)),
        }
    }

    /// Names and values, by name.
    pub fn iter(&self) -> Iter<'_, T> {
        self.into_iter()
    }

    /// The names, sorted.
    pub fn keys(&self) -> impl Iterator<Item = &String> {
        self.0.iter().map(|(name, _)| name)
    }

    /// The values, by name.
    pub fn values(&self) -> impl Iterator<Item = &T> {
        self.0.iter().map(|(_, value)| value)
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Removes all.
    pub fn clear(&mut self) {
        self.0.clear();
    }
}

/// Names and values, by name.
pub type Iter<'a, T> =
    std::iter::Map<std::slice::Iter<'a, (String, T)>, fn(&'a (String, T)) -> (&'a String, &'a T)>;

impl<'a, T> IntoIterator for &'a Named<T> {
    type Item = (&'a String, &'a T);
    type IntoIter = Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter().map(|(name, value)| (name, value))
    }
}

impl<T> FromIterator<(String, T)> for Named<T> {
    /// Of several values of one name the last one stays.
    fn from_iter<I: IntoIterator<Item = (String, T)>>(entries: I) -> Self {
        let mut entries: Vec<(String, T)> = entries.into_iter().collect();
        let names: Vec<&str> = entries.iter().map(|(name, _)| name.as_str()).collect();
        if !names.is_sorted() {
            let places = places_in_order(&names);
            let mut unsorted: Vec<_> = entries.into_iter().map(Some).collect();
            let taken = |place: usize| unsorted.get_mut(place).and_then(Option::take);
            entries = places.into_iter().filter_map(taken).collect();
        }
        entries.dedup_by(|later, earlier| {
            let is_same = later.0 == earlier.0;
            if is_same {
                std::mem::swap(later, earlier);
            }
            is_same
        });
        Self(entries)
    }
}

/// Where the names are, in their order; equal ones stay as they are. Places are sorted and not the entries themselves,
/// because sorting is kilobytes of code for each type.
fn places_in_order(names: &[&str]) -> Vec<usize> {
    let mut places: Vec<usize> = (0..names.len()).collect();
    places.sort_by_key(|place| names.get(*place));
    places
}

#[cfg(feature = "schema")]
impl<T: schemars::JsonSchema> schemars::JsonSchema for Named<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        std::collections::BTreeMap::<String, T>::schema_name()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        std::collections::BTreeMap::<String, T>::json_schema(generator)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_value_of_a_name_stays() {
        let named: Named<u8> = [("b", 1), ("a", 2), ("b", 3)]
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value))
            .collect();
        assert_eq!(
            named.iter().collect::<Vec<_>>(),
            [(&"a".to_owned(), &2), (&"b".to_owned(), &3)]
        );
        assert!(named.contains_key("a") && !named.contains_key("c"));
    }
}
