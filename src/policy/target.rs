//! The field that a rule writes: `user.firstName`, `registration.data.team`, `/user/data/a.b`.

use crate::model::{Field, Kind, Registration, User, find_field, pointer};
use serde_json::{Map, Value};

/// Which object a field belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Object {
    /// The user.
    User,
    /// The registration for the application.
    Registration,
}

impl Object {
    /// Its name, as targets and lambdas have it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::User => "user",
            Self::Registration => "registration",
        }
    }

    /// The fields that FusionAuth's class has.
    #[must_use]
    pub const fn fields(self) -> &'static [Field] {
        match self {
            Self::User => User::FIELDS,
            Self::Registration => Registration::FIELDS,
        }
    }
}

/// A field, or something in its `data`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Target {
    /// The object.
    pub object: Object,
    /// The field's JSON name.
    pub field: String,
    /// The steps below it; only `data` and `tokens` have any.
    pub below: Vec<String>,
}

/// Why a text names no field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TargetFault {
    /// It begins with neither `user` nor `registration`.
    Object,
    /// There is no field of that name; which object was looked at.
    Field(Object),
    /// The field has no parts that can be written one by one.
    Parts(String),
    /// A step is empty, or one that no object may have.
    Step(String),
}

/// The key that would change an object's prototype where JavaScript assigns it.
const PROTOTYPE: &str = "__proto__";

impl Target {
    /// Reads a field's name: steps with dots between, or a JSON Pointer.
    ///
    /// # Errors
    ///
    /// Fails for a text that names no field which can be written.
    pub fn parse(text: &str) -> Result<Self, TargetFault> {
        let steps: Vec<String> = if text.starts_with('/') {
            pointer::steps(text).collect()
        } else {
            text.split('.').map(str::to_owned).collect()
        };
        let mut steps = steps.into_iter();
        let object = match steps.next().as_deref() {
            Some("user") => Object::User,
            Some("registration") => Object::Registration,
            _ => return Err(TargetFault::Object),
        };
        let field = steps.next().filter(|field| find_field(object.fields(), field).is_some());
        let field = field.ok_or(TargetFault::Field(object))?;
        let below: Vec<String> = steps.collect();
        if let Some(step) = below.iter().find(|step| step.is_empty() || *step == PROTOTYPE) {
            return Err(TargetFault::Step(step.clone()));
        }
        if !below.is_empty() && !matches!(field.as_str(), "data" | "tokens") {
            return Err(TargetFault::Parts(field));
        }
        Ok(Self { object, field, below })
    }

    /// What the field holds; anything below `data`.
    #[must_use]
    pub fn kind(&self) -> Option<Kind> {
        if !self.below.is_empty() {
            return None;
        }
        find_field(self.object.fields(), &self.field).map(|field| field.kind)
    }

    /// Whether the field holds a list to which each of its rules adds.
    #[must_use]
    pub fn is_list(&self) -> bool {
        self.kind().is_some_and(is_list)
    }

    /// The steps from the object to the field.
    pub fn steps(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.field.as_str()).chain(self.below.iter().map(String::as_str))
    }

    /// The JSON Pointer of the field, such as `/user/firstName`.
    #[must_use]
    pub fn pointer(&self) -> String {
        let root = format!("/{}", self.object.name());
        self.steps().fold(root, |path, step| pointer::child(&path, step))
    }

    /// The field as it is written in a policy: with dots where that can be read back.
    #[must_use]
    pub fn name(&self) -> String {
        if self.below.iter().any(|step| step.contains('.')) {
            return self.pointer();
        }
        let mut name = self.object.name().to_owned();
        for step in self.steps() {
            name.push('.');
            name.push_str(step);
        }
        name
    }

    /// Whether writing one writes into the other: they are the same, or one is inside the other.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        self.object == other.object
            && self.steps().zip(other.steps()).all(|(one, other)| one == other)
    }

    /// What the field holds in `object`.
    #[must_use]
    pub fn stored<'a>(&self, object: &'a Map<String, Value>) -> Option<&'a Value> {
        let mut value = object.get(&self.field)?;
        for step in &self.below {
            value = value.as_object()?.get(step)?;
        }
        Some(value)
    }

    /// Writes `value` into `object`, making the objects in between; `None` removes what is there.
    pub fn write(&self, object: &mut Map<String, Value>, value: Option<Value>) {
        write(object, &self.field, &self.below, value);
    }
}

pub(super) const fn is_list(kind: Kind) -> bool {
    matches!(kind, Kind::Roles | Kind::Locales | Kind::Memberships)
}

fn write(object: &mut Map<String, Value>, step: &str, below: &[String], value: Option<Value>) {
    let Some((next, rest)) = below.split_first() else {
        match value {
            Some(value) => object.insert(step.to_owned(), value),
            None => object.remove(step),
        };
        return;
    };
    if !object.get(step).is_some_and(Value::is_object) {
        if value.is_none() {
            return;
        }
        object.insert(step.to_owned(), Value::Object(Map::new()));
    }
    if let Some(Value::Object(inner)) = object.get_mut(step) {
        write(inner, next, rest, value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn dots_and_pointers_name_fields() {
        for (text, name) in [
            ("user.firstName", "user.firstName"),
            ("/user/firstName", "user.firstName"),
            ("registration.data.team.name", "registration.data.team.name"),
            ("/user/data/a.b", "/user/data/a.b"),
        ] {
            assert_eq!(Target::parse(text).map(|target| target.name()), Ok(name.to_owned()));
        }
    }

    #[test]
    fn what_names_no_field_is_told_apart() {
        let fault = |text| Target::parse(text).err();
        assert_eq!(fault("firstName"), Some(TargetFault::Object));
        assert_eq!(fault("user.fristName"), Some(TargetFault::Field(Object::User)));
        assert_eq!(fault("user"), Some(TargetFault::Field(Object::User)));
        assert_eq!(fault("user.firstName.x"), Some(TargetFault::Parts("firstName".to_owned())));
        assert_eq!(fault("user.data."), Some(TargetFault::Step(String::new())));
        assert_eq!(fault("user.data.__proto__.x"), Some(TargetFault::Step(PROTOTYPE.to_owned())));
    }

    #[test]
    fn a_field_overlaps_what_is_in_it() {
        let [data, team, name] =
            ["user.data", "user.data.team", "user.data.name"].map(Target::parse);
        assert!(
            data.as_ref().is_ok_and(|data| team.as_ref().is_ok_and(|team| data.overlaps(team)))
        );
        assert!(team.is_ok_and(|team| name.is_ok_and(|name| !team.overlaps(&name))));
    }

    #[test]
    fn objects_in_between_are_made_and_kept() {
        let mut object = Map::new();
        let write = |object: &mut Map<String, Value>, text, value| {
            if let Ok(target) = Target::parse(text) {
                target.write(object, value);
            }
        };
        write(&mut object, "user.data.gone.x", None);
        assert!(object.is_empty());
        write(&mut object, "user.data.a.b", Some(json!(1)));
        write(&mut object, "user.data.a.c", Some(json!(2)));
        write(&mut object, "user.data.a.b", None);
        assert_eq!(Value::Object(object), json!({ "data": { "a": { "c": 2 } } }));
    }
}
