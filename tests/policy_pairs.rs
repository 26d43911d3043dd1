//! Made-up policies on made-up logins, and what the core makes of them. The pairs of a policy's lambda and its
//! outcome stand in a file, which `js/test/policy-pairs.test.mjs` runs in the engines of lambdas.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that fails ends at once")]

#[path = "policy_pairs/condition.rs"]
mod condition;
#[path = "policy_pairs/dice.rs"]
mod dice;
#[path = "policy_pairs/hints.rs"]
mod hints;
#[path = "policy_pairs/input.rs"]
mod input;
#[path = "policy_pairs/policy.rs"]
mod policy;
#[path = "policy_pairs/values.rs"]
mod values;

use dice::Dice;
use input::Input;
use reconcile_kit::policy::{self as kit, Claims, Object, Policy, evaluate, export};
use serde_json::{Value, json};
use std::io::{BufWriter, Write};
use std::{env, fs};

const FILE: &str = concat!(env!("CARGO_TARGET_TMPDIR"), "/policy-pairs.jsonl");
const PAIRS: usize = 6_000;
/// Logins that each policy is run on.
const LOGINS: usize = 4;

#[test]
fn pairs_are_written_for_the_engines_of_lambdas() {
    let wanted = env::var("RECONCILE_KIT_PAIRS").map_or(PAIRS, |number| number.parse().unwrap());
    let seed = env::var("RECONCILE_KIT_SEED").map_or(23, |number| number.parse().unwrap());
    let mut dice = Dice::new(seed);
    let mut file = BufWriter::new(fs::File::create(FILE).unwrap());
    let (mut pairs, mut read, mut refused, mut denied, mut changed) = (0, 0, 0, 0, 0);
    while pairs < wanted {
        let document = policy::any_policy(&mut dice);
        let Ok(policy) = kit::read(&document) else {
            refused += 1;
            continue;
        };
        read += 1;
        let lambda = export::lambda(&policy).text;
        assert_fits_into_kickstart(&lambda);
        let hints = hints::hints(&document);
        for _ in 0..LOGINS {
            let input = input::any_input(&mut dice, &hints);
            let expected = outcome(&policy, &input);
            denied += usize::from(expected.get("denied").is_some());
            changed +=
                usize::from(expected.get("user").is_some_and(|user| *user != json!(input.user)));
            let given = json!({
                "user": input.user, "registration": input.registration,
                "jwt": input.userinfo, "id_token": input.id_token,
            });
            let pair = json!({ "policy": document, "lambda": lambda, "input": given, "expected": expected });
            writeln!(file, "{pair}").unwrap();
            pairs += 1;
        }
    }
    println!(
        "{pairs} pairs of {read} policies: {denied} logins denied, {changed} users changed, {refused} documents refused"
    );
    assert!(refused * 5 < read, "too few documents can be read: {refused} of {}", read + refused);
    assert!(denied * 2 < pairs && changed * 4 > pairs, "{denied} denied, {changed} changed");
}

/// What the core makes of it: the same in every run, and whether or not it explains itself.
fn outcome(policy: &Policy, input: &Input) -> Value {
    let claims = Claims { userinfo: &input.userinfo, id_token: input.id_token.as_ref() };
    let given = kit::Input { user: &input.user, registration: input.registration.as_ref(), claims };
    let ended = evaluate(policy, &given, false);
    let explained = evaluate(policy, &given, true);
    assert_eq!(ended, evaluate(policy, &given, false));
    match (ended, explained) {
        (Err(denial), Err(explained)) => {
            assert_eq!((denial.code, &denial.message), (explained.code, &explained.message));
            json!({ "denied": { "code": denial.code, "message": denial.message } })
        }
        (Ok(evaluation), Ok(explained)) => {
            assert_eq!(evaluation.writes, explained.writes);
            assert_eq!(evaluation.skipped, explained.skipped);
            let (mut user, mut registration) = (input.user.clone(), input.registration.clone());
            for write in evaluation.writes {
                match (write.target.object, &mut registration) {
                    (Object::User, _) => write.target.write(&mut user, write.value),
                    (Object::Registration, Some(object)) => write.target.write(object, write.value),
                    (Object::Registration, None) => {}
                }
            }
            json!({ "user": user, "registration": registration })
        }
        (one, other) => {
            assert_eq!(
                one.is_ok(),
                other.is_ok(),
                "explaining changes whether the login is denied"
            );
            Value::Null
        }
    }
}

/// Kickstart joins lines and puts values in the place of its variables.
fn assert_fits_into_kickstart(lambda: &str) {
    assert!(!lambda.contains("#{") && !lambda.contains("@{"), "{lambda}");
    let is_comment = |line: &str| line.trim_start().starts_with("//");
    assert!(!lambda.lines().any(is_comment), "{lambda}");
    let is_plain = |character: char| character == '\n' || !character.is_control();
    assert!(lambda.chars().all(is_plain), "{lambda}");
}
