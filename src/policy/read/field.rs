//! What can be wrong with the name of a field.

use crate::model::{Diagnostic, Writable, nearest, shorten};
use crate::policy::target::{Object, Target, TargetFault};

/// What is wrong with a name that names no field.
pub(in crate::policy) fn unknown(name: &str, at: &str, fault: &TargetFault) -> Diagnostic {
    let message = match fault {
        TargetFault::Object => format!("`{}` names no field", shorten(name)),
        TargetFault::Field(object) => {
            format!("a {} has no field `{}`", object.name(), shorten(name))
        }
        TargetFault::Parts(field) => {
            format!("`{field}` has no parts that can be written one by one")
        }
        TargetFault::Step(step) if step.is_empty() => {
            "a part of the field's name is empty".to_owned()
        }
        TargetFault::Step(step) => format!("no object may have the key `{step}`"),
    };
    let fields = names().collect::<Vec<_>>();
    let help = match fault {
        TargetFault::Parts(field) => {
            format!("write `{field}` as a whole, or keep the value in `data`")
        }
        TargetFault::Step(_) => "name each part, with dots between".to_owned(),
        _ => nearest(name, fields.iter().map(String::as_str)),
    };
    Diagnostic::error("policy-field-unknown", at, message)
        .found(name)
        .expected(fields.join(", "))
        .help(help)
}

/// The fields that a rule may write, by name.
pub(crate) fn names() -> impl Iterator<Item = String> {
    [Object::User, Object::Registration].into_iter().flat_map(|object| {
        let fields = object.fields().iter().filter(|field| field.writable != Writable::Never);
        fields.map(move |field| format!("{}.{}", object.name(), field.name))
    })
}

pub(super) fn written_twice(at: &str, target: &Target, other: &Target) -> Diagnostic {
    let (name, first) = (target.name(), other.name());
    let message = if name == first {
        format!("`{name}` is mapped twice")
    } else {
        format!("`{name}` and `{first}` write into one another")
    };
    Diagnostic::error("policy-field-twice", at, message)
        .help("put the rules of one field into one list: the first that gives a value decides")
}
