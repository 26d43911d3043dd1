//! A lambda that a case writes as a list of steps, so that Rust and JavaScript run the same one.

use reconcile_kit::mapping::{Arguments, Author, Failure, Reconciled, Reconciler};
use reconcile_kit::model::pointer;
use serde::Deserialize;
use serde_json::{Map, Value};

/// One step; `tests/cases/README.md` says what each does.
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged, deny_unknown_fields)]
pub(crate) enum Op {
    SetValue { set: String, value: Value },
    SetFrom { set: String, from: String },
    Undefine { undefine: String },
    Unset { unset: String },
    Throw { throw: String },
}

/// The lambda.
pub(crate) struct Scripted<'a> {
    steps: &'a [Op],
}

impl<'a> Scripted<'a> {
    pub(crate) fn new(steps: &'a [Op]) -> Self {
        Self { steps }
    }
}

impl Reconciler for Scripted<'_> {
    fn author(&self) -> Author {
        Author::Lambda
    }

    fn reconcile(&mut self, arguments: &Arguments<'_>) -> Result<Reconciled, Failure> {
        let mut left = Left {
            arguments,
            user: Some(arguments.user.clone()),
            registration: arguments.registration.cloned(),
            undefined: Vec::new(),
        };
        for step in self.steps {
            left.take(step)?;
        }
        Ok(Reconciled {
            user: left.user.unwrap_or_default(),
            registration: left.registration,
            undefined: left.undefined,
            ..Reconciled::default()
        })
    }
}

/// The arguments as the steps so far left them.
struct Left<'a> {
    arguments: &'a Arguments<'a>,
    user: Option<Map<String, Value>>,
    registration: Option<Map<String, Value>>,
    /// Fields of the user and the registration that were assigned `undefined`.
    undefined: Vec<String>,
}

impl Left<'_> {
    fn take(&mut self, step: &Op) -> Result<(), Failure> {
        match step {
            Op::SetValue { set, value } => self.assign(set, Some(value)),
            Op::SetFrom { set, from } => self.assign(set, self.read(from).as_ref()),
            Op::Undefine { undefine } => self.assign(undefine, None),
            Op::Unset { unset } => self.delete(unset),
            Op::Throw { throw } => Err(Failure::threw(format!("Error: {throw}"))),
        }
    }

    fn read(&self, from: &str) -> Option<Value> {
        let mut steps = pointer::steps(from);
        let root = match steps.next().as_deref() {
            Some("user") => self.user.as_ref(),
            Some("registration") => self.registration.as_ref(),
            Some("jwt") => Some(self.arguments.userinfo),
            Some("id_token") => self.arguments.id_token,
            Some("tokens") => self.arguments.tokens,
            _ => panic!("`{from}` is no argument of a lambda"),
        }?;
        let mut value = root.get(&steps.next().expect("a pointer into an argument"))?;
        for step in steps {
            value = match value {
                Value::Array(items) => items.get(step.parse::<usize>().ok()?)?,
                other => other.get(&step)?,
            };
        }
        Some(value.clone())
    }

    fn assign(&mut self, to: &str, value: Option<&Value>) -> Result<(), Failure> {
        let place = Place::of(to);
        let mut object = self.writable(&place)?;
        for step in &place.above {
            let slot = object.entry(step).or_insert(Value::Null);
            if slot.is_null() {
                *slot = Value::Object(Map::new());
            }
            object = slot.as_object_mut().unwrap_or_else(|| panic!("`{to}` is not in an object"));
        }
        match value {
            Some(value) => object.insert(place.last.clone(), value.clone()),
            None => object.remove(&place.last),
        };
        let field = place.field();
        self.undefined.retain(|other| *other != field);
        // Deeper down, JSON drops the key and nobody can tell.
        if value.is_none() && place.above.is_empty() {
            self.undefined.push(field);
        }
        Ok(())
    }

    fn delete(&mut self, from: &str) -> Result<(), Failure> {
        let place = Place::of(from);
        let mut object = self.writable(&place)?;
        for step in &place.above {
            let Some(inner) = object.get_mut(step).and_then(Value::as_object_mut) else {
                return Ok(());
            };
            object = inner;
        }
        object.remove(&place.last);
        self.undefined.retain(|field| field != from);
        Ok(())
    }

    fn writable(&mut self, place: &Place) -> Result<&mut Map<String, Value>, Failure> {
        let object = match place.root.as_str() {
            "user" => self.user.as_mut(),
            "registration" => self.registration.as_mut(),
            other => panic!("`{other}` is not for a lambda to write"),
        };
        object.ok_or_else(|| Failure::threw(format!("TypeError: {} is undefined", place.root)))
    }
}

/// A pointer, taken apart.
struct Place {
    root: String,
    above: Vec<String>,
    last: String,
}

impl Place {
    fn of(text: &str) -> Self {
        let mut steps = pointer::steps(text);
        let root = steps.next().expect("a pointer to a field");
        let mut above: Vec<_> = steps.collect();
        let last = above.pop().expect("a pointer to a field");
        Self { root, above, last }
    }

    /// The field of the user or the registration that the pointer leads to or into.
    fn field(&self) -> String {
        pointer::child(&format!("/{}", self.root), self.above.first().unwrap_or(&self.last))
    }
}
