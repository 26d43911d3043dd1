//! From claims by name to the payloads that have them.

use super::super::canonical::Form;
use super::super::claim::{Claim, Payload};
use super::witness::Witness;
use crate::claims::cognito::find_claim;
use crate::model::object::object;
use serde_json::{Map, Value, json};

/// The payloads in which the claims have these values: as Cognito places them, or all in the id token.
pub(super) fn ways(claims: &[(&Claim, Option<Value>)], new_user: Option<bool>) -> Vec<Witness> {
    let usual = placed(claims, new_user, false);
    let other = placed(claims, new_user, true);
    if usual == other { vec![usual] } else { vec![usual, other] }
}

fn placed(
    claims: &[(&Claim, Option<Value>)],
    new_user: Option<bool>,
    in_id_token: bool,
) -> Witness {
    let mut witness = Witness { new_user, ..Witness::default() };
    let there = || claims.iter().filter_map(|(claim, value)| Some((*claim, value.as_ref()?)));
    // What is asked as it came is written last: it is more exact.
    for (claim, value) in there() {
        if let Claim::Canonical { name, form, below } = claim {
            let payload = if in_id_token { Payload::IdToken } else { payload_of(name, claims) };
            put_canonical(payload_mut(&mut witness, payload), (name, *form, below), value);
        }
    }
    for (claim, value) in there() {
        if let Claim::Raw { payload, steps } = claim {
            put(payload_mut(&mut witness, *payload), steps, value);
        }
    }
    witness.asked = there().map(|(claim, value)| (claim.text(), value.clone())).collect();
    witness
}

fn payload_mut(witness: &mut Witness, payload: Payload) -> &mut Map<String, Value> {
    match payload {
        Payload::Userinfo => &mut witness.userinfo,
        Payload::IdToken => witness.id_token.get_or_insert_default(),
    }
}

/// Where Cognito has the claim, unless it has to be missing there.
fn payload_of(name: &str, claims: &[(&Claim, Option<Value>)]) -> Payload {
    let missing = claims.iter().any(|(claim, value)| {
        value.is_none()
            && matches!(claim, Claim::Raw { payload: Payload::Userinfo, steps }
                if steps.len() == 1 && steps.iter().all(|step| step == name))
    });
    let of_token =
        name == "assigned-groups" || find_claim(name).is_some_and(|claim| !claim.in_userinfo);
    if missing || of_token { Payload::IdToken } else { Payload::Userinfo }
}

fn put_canonical(
    payload: &mut Map<String, Value>,
    (name, form, below): (&str, Form, &[String]),
    value: &Value,
) {
    match form {
        Form::AssignedGroups if below.is_empty() => put_groups(payload, value),
        Form::ProviderName => put_identity(payload, "providerName", value),
        Form::ProviderSubject => put_identity(payload, "userId", value),
        _ => {
            let steps: Vec<String> =
                std::iter::once(name.to_owned()).chain(below.iter().cloned()).collect();
            put(payload, &steps, value);
        }
    }
}

/// Groups add to those that are there.
fn put_groups(payload: &mut Map<String, Value>, value: &Value) {
    let Value::Array(groups) = value else {
        payload.insert("cognito:groups".to_owned(), value.clone());
        return;
    };
    if groups.is_empty() {
        return;
    }
    let slot = payload.entry("cognito:groups").or_insert_with(|| json!([]));
    if let Value::Array(held) = slot {
        for group in groups {
            if !held.contains(group) {
                held.push(group.clone());
            }
        }
    }
}

/// The identity that the user signed in with.
fn put_identity(payload: &mut Map<String, Value>, field: &str, value: &Value) {
    let slot = payload
        .entry("identities")
        .or_insert_with(|| Value::from(vec![object! { "primary": "true" }]));
    let primary = slot.as_array_mut().and_then(|list| list.first_mut());
    if let Some(Value::Object(identity)) = primary {
        identity.insert(field.to_owned(), value.clone());
    }
}

/// Writes the value at `steps`, with the objects and lists in between.
fn put(payload: &mut Map<String, Value>, steps: &[String], value: &Value) {
    let Some((first, below)) = steps.split_first() else { return };
    if below.is_empty() && first == "cognito:groups" && value.is_array() {
        return put_groups(payload, value);
    }
    let mut slot = payload.entry(first.clone()).or_insert(Value::Null);
    for step in below {
        if step == "0" {
            if !slot.is_array() {
                *slot = json!([null]);
            }
            let Some(entry) = slot.get_mut(0) else { return };
            slot = entry;
        } else {
            if !slot.is_object() {
                *slot = json!({});
            }
            let Value::Object(fields) = slot else { return };
            slot = fields.entry(step.clone()).or_insert(Value::Null);
        }
    }
    *slot = value.clone();
}
