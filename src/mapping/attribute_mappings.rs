//! FusionAuth's own attribute mappings (since 1.65): `"user.firstName": "jwt.given_name"`.
//!
//! What is null, cannot be found or cannot be written is skipped, and the login goes on.

use super::reconciler::{Arguments, Author, Failure, Origin, Reconciled, Reconciler, Skipped};
use crate::model::{
    Named, ProviderType, Reading, Registration, User, find_field, pointer, read_field,
};
use serde_json::{Map, Value};

/// Which of the two token forms a source reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Source {
    Userinfo,
    IdToken,
}

/// Which object a target writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Target {
    User,
    Registration,
}

/// Why a mapping has no meaning to FusionAuth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MappingFault {
    /// The target begins with neither `user.` nor `registration.`.
    Target,
    /// The source begins with neither `jwt` nor `id_token`.
    Source,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Mapping {
    /// As it is written, for explanations.
    text: String,
    target: Target,
    /// Steps below the target object, at least one.
    field: String,
    below: Vec<String>,
    source: Source,
    /// Steps below the claims.
    steps: Vec<String>,
}

/// Attribute mappings, ready to run.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AttributeMappings {
    mappings: Vec<Mapping>,
}

impl AttributeMappings {
    /// Reads the mappings of an identity provider of type `kind`, and says which have no meaning.
    ///
    /// ```
    /// use reconcile_kit::{mapping::{AttributeMappings, MappingFault}, model::ProviderType};
    ///
    /// let document = [("user.firstName".to_owned(), "access.name".to_owned())].into_iter().collect();
    /// let (_, faults) = AttributeMappings::read(&document, ProviderType::OpenIdConnect);
    /// assert_eq!(faults, [("user.firstName".to_owned(), MappingFault::Source)]);
    /// ```
    #[must_use]
    pub fn read(
        document: &Named<String>,
        kind: ProviderType,
    ) -> (Self, Vec<(String, MappingFault)>) {
        let mut mappings = Vec::new();
        let mut faults = Vec::new();
        for (target, source) in document {
            match Mapping::read(target, source, kind) {
                Ok(mapping) => mappings.push(mapping),
                Err(fault) => faults.push((target.clone(), fault)),
            }
        }
        (Self { mappings }, faults)
    }

    /// Adds a copy of a claim to a field, or to what is `below` it.
    pub(super) fn copy(&mut self, claim: &str, target: Target, field: &str, below: Option<&str>) {
        self.mappings.push(Mapping {
            text: format!("{field} ← {claim}"),
            target,
            field: field.to_owned(),
            below: below.into_iter().map(str::to_owned).collect(),
            source: Source::Userinfo,
            steps: vec![claim.to_owned()],
        });
    }
}

impl Mapping {
    fn read(target: &str, source: &str, kind: ProviderType) -> Result<Self, MappingFault> {
        let mut steps = target.split('.').map(str::to_owned);
        let object = match steps.next().as_deref() {
            Some("user") => Target::User,
            Some("registration") => Target::Registration,
            _ => return Err(MappingFault::Target),
        };
        let field = steps.next().filter(|field| !field.is_empty()).ok_or(MappingFault::Target)?;
        // A source that begins with a slash is a JSON Pointer; otherwise dots separate the steps.
        let path: Vec<String> = if source.starts_with('/') {
            pointer::steps(source).collect()
        } else {
            source.split('.').map(str::to_owned).collect()
        };
        let mut path = path.into_iter();
        // Every other type has one answer, whose name is left out.
        let claims = if kind == ProviderType::OpenIdConnect {
            match path.next().as_deref() {
                Some("jwt") => Source::Userinfo,
                Some("id_token") => Source::IdToken,
                _ => return Err(MappingFault::Source),
            }
        } else {
            Source::Userinfo
        };
        Ok(Self {
            text: format!("{target} ← {source}"),
            target: object,
            field,
            below: steps.collect(),
            source: claims,
            steps: path.collect(),
        })
    }

    /// The claim that this mapping reads, and the pointer that names it.
    fn claim<'a>(&self, arguments: &Arguments<'a>) -> Option<(&'a Value, String)> {
        let (claims, root) = match self.source {
            Source::Userinfo => (arguments.userinfo, "/userinfo"),
            Source::IdToken => (arguments.id_token?, "/idToken"),
        };
        let (first, rest) = self.steps.split_first()?;
        let mut value = claims.get(first)?;
        let mut path = pointer::child(root, first);
        for step in rest {
            value = match value {
                Value::Object(fields) => fields.get(step)?,
                Value::Array(items) => items.get(step.parse::<usize>().ok()?)?,
                _ => return None,
            };
            path = pointer::child(&path, step);
        }
        (!value.is_null()).then_some((value, path))
    }

    fn path(&self) -> String {
        let root = match self.target {
            Target::User => "/user",
            Target::Registration => "/registration",
        };
        let field = pointer::child(root, &self.field);
        self.below.iter().fold(field, |path, step| pointer::child(&path, step))
    }

    /// Why `value` cannot be written here, if it cannot.
    fn obstacle(&self, value: &Value) -> Option<String> {
        if !self.below.is_empty() {
            let open = matches!(self.field.as_str(), "data" | "tokens");
            return (!open).then(|| format!("`{}` has no parts that can be written", self.field));
        }
        let fields = match self.target {
            Target::User => User::FIELDS,
            Target::Registration => Registration::FIELDS,
        };
        // Unknown fields are for the guard to judge.
        match read_field(find_field(fields, &self.field)?, value) {
            Reading::Refused(expected) => Some(format!("the field holds {expected}")),
            Reading::Holds(_) | Reading::Empty => None,
        }
    }
}

impl Reconciler for &AttributeMappings {
    fn author(&self) -> Author {
        Author::AttributeMappings
    }

    fn reconcile(&mut self, arguments: &Arguments<'_>) -> Result<Reconciled, Failure> {
        let mut left = Reconciled {
            user: arguments.user.clone(),
            registration: arguments.registration.cloned(),
            ..Reconciled::default()
        };
        for mapping in &self.mappings {
            let Some((value, claim)) = mapping.claim(arguments) else { continue };
            let path = mapping.path();
            if let Some(reason) = mapping.obstacle(value) {
                left.skipped.push(Skipped { path, value: value.clone(), reason });
                continue;
            }
            let object = match mapping.target {
                Target::User => Some(&mut left.user),
                Target::Registration => left.registration.as_mut(),
            };
            let Some(object) = object else { continue };
            write(object, &mapping.field, &mapping.below, value.clone());
            left.origins.push(Origin {
                path,
                rule: Some(mapping.text.clone()),
                from: vec![claim],
                author: Author::AttributeMappings,
                position: None,
            });
        }
        Ok(left)
    }
}

/// Writes below `field`, making the objects in between.
fn write(object: &mut Map<String, Value>, field: &str, below: &[String], value: Value) {
    let Some((next, rest)) = below.split_first() else {
        object.insert(field.to_owned(), value);
        return;
    };
    let slot = object.entry(field.to_owned()).or_insert_with(|| Value::Object(Map::new()));
    if !slot.is_object() {
        *slot = Value::Object(Map::new());
    }
    if let Value::Object(inner) = slot {
        write(inner, next, rest, value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Version;
    use serde_json::json;

    fn run(mappings: &[(&str, &str)], userinfo: &Value) -> Reconciled {
        let document = mappings
            .iter()
            .map(|(target, source)| ((*target).to_owned(), (*source).to_owned()))
            .collect();
        let (mappings, faults) = AttributeMappings::read(&document, ProviderType::OpenIdConnect);
        assert_eq!(faults, []);
        let empty = Map::new();
        let left = (&mappings).reconcile(&Arguments {
            run: 1,
            exploring: false,
            version: Version::NEWEST,
            provider: ProviderType::OpenIdConnect,
            console_warn: "exists",
            user: User::blank().fields(),
            registration: Some(Registration::blank().fields()),
            userinfo: userinfo.as_object().unwrap_or(&empty),
            id_token: None,
            tokens: None,
            context: true,
        });
        left.unwrap_or_default()
    }

    #[test]
    fn dots_and_pointers_name_the_same_claim() {
        let claims = json!({ "address": { "formatted": "Main St" }, "a.b": "dotted" });
        let left = run(
            &[("user.data.street", "jwt.address.formatted"), ("user.data.dotted", "/jwt/a.b")],
            &claims,
        );
        assert_eq!(
            left.user.get("data"),
            Some(&json!({ "street": "Main St", "dotted": "dotted" }))
        );
        assert_eq!(
            left.origins.first().map(|origin| origin.from.clone()),
            Some(vec!["/userinfo/a.b".to_owned()])
        );
    }

    #[test]
    fn what_cannot_be_found_or_written_is_skipped() {
        let left = run(
            &[
                ("user.birthDate", "jwt.birthdate"),
                ("user.firstName", "jwt.given_name"),
                ("user.lastName", "id_token.x"),
            ],
            &json!({ "birthdate": "01/02/1990", "given_name": null }),
        );
        assert_eq!(left.user.get("birthDate"), None);
        assert_eq!(left.user.get("firstName"), None);
        assert_eq!(left.skipped.len(), 1);
    }
}
