//! What holds for every login, whoever logs in and whatever exists.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a world that cannot be read is a failing test"
)]

#[path = "support/scripted.rs"]
mod scripted;
#[path = "support/text.rs"]
mod text;
#[path = "support/world.rs"]
mod world;

use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use reconcile_kit::check;
use reconcile_kit::explain;
use reconcile_kit::mapping::Reconciler;
use scripted::Scripted;
use serde_json::{Value, json};
use text::{any_text, in_other_order};
use world::{STRATEGIES, World, any_world, put};

#[jsonschema::validator(path = "schemas/outcome.schema.json")]
struct OutcomeSchema;

/// The same cases in every run, and no files for failures: the message shows the world.
fn config() -> ProptestConfig {
    ProptestConfig {
        cases: 512,
        // Some properties are about one kind of outcome only.
        max_global_rejects: 16_384,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(20_261_123),
        ..ProptestConfig::default()
    }
}

impl World {
    /// Whether the type of identity provider leaves the choice of the linking strategy.
    fn chooses_strategy(&self) -> bool {
        let kind = &self.scenario["identityProvider"]["type"];
        kind != "HYPR" && kind != "LDAP"
    }

    /// The outcome as JSON.
    fn outcome(&self) -> Value {
        self.outcome_of(&self.scenario.to_string())
    }

    fn outcome_of(&self, text: &str) -> Value {
        let scenario =
            check::read_scenario(text).unwrap_or_else(|problems| panic!("{problems:#?}"));
        let mut lambda = self.lambda.as_deref().map(Scripted::new);
        let lambda = lambda.as_mut().map(|lambda| lambda as &mut dyn Reconciler);
        serde_json::to_value(explain::preview(&scenario, lambda)).unwrap()
    }

    /// The login `times` over, one after the other.
    fn repeated(&self, times: usize) -> Value {
        let mut world = self.clone();
        let login = world.scenario["login"].take();
        world.scenario.as_object_mut().unwrap().remove("login");
        put(&mut world.scenario, "logins", Some(vec![login; times]));
        world.outcome()
    }

    fn with(&self, pointer: &str, key: &str, value: impl Into<Value>) -> Self {
        let mut world = self.clone();
        put(world.scenario.pointer_mut(pointer).unwrap(), key, Some(value));
        world
    }
}

/// Denials that come after everything was written.
const GATES: [&str; 4] = ["UserLocked", "UserExpired", "LoginPrevented", "LoginValidationFailed"];

proptest! {
    #![proptest_config(config())]

    #[test]
    fn who_is_not_let_in_changes_nothing(world in any_world()) {
        let outcomes = world.repeated(1);
        let outcome = &outcomes["logins"][0];
        let code = outcome["error"]["code"].as_str().unwrap_or_default();
        let is_out = matches!(outcome["decision"].as_str().unwrap(), "reject" | "pending" | "not-linked");
        prop_assume!(is_out && !GATES.contains(&code));
        prop_assert_eq!(&outcome["changes"], &json!([]));
        for what in ["user", "registration", "link"] {
            prop_assert_eq!(&outcome[what], &Value::Null);
        }
        prop_assert_eq!(sorted(&outcomes["users"], "id"), sorted(&world.scenario["users"], "id"));
        let links = sorted(&world.scenario["links"], "identityProviderUserId");
        prop_assert_eq!(sorted(&outcomes["links"], "identityProviderUserId"), links);
    }

    #[test]
    fn nobody_else_changes(world in any_world()) {
        let outcomes = world.repeated(1);
        let outcome = &outcomes["logins"][0];
        let is_other = |key: &str, mine: &Value| {
            let (key, mine) = (key.to_owned(), mine.clone());
            move |entry: &Value| entry[&key] != mine
        };
        for (list, key, mine) in [
            ("users", "id", &outcome["user"]["id"]),
            ("links", "identityProviderUserId", &outcome["link"]["identityProviderUserId"]),
        ] {
            let others = |entries: &Value| {
                sorted(entries, key).into_iter().filter(is_other(key, mine)).collect::<Vec<_>>()
            };
            prop_assert_eq!(others(&outcomes[list]), others(&world.scenario[list]));
        }
    }

    #[test]
    fn a_linked_login_without_mapping_is_stable(world in any_world()) {
        let world = World { lambda: None, ..world };
        let outcomes = world.repeated(3);
        let [_, second, third] = [0, 1, 2].map(|index| &outcomes["logins"][index]);
        prop_assume!(second["decision"] == "linked");
        let mut settled = second.clone();
        put(&mut settled, "changes", Some(json!([])));
        prop_assert_eq!(third, &settled);
    }

    #[test]
    fn the_order_of_users_links_and_keys_does_not_matter(world in any_world(), seed in any::<u64>()) {
        let outcome = world.outcome();
        let mut shuffled = world.scenario.clone();
        for list in ["users", "links"] {
            let entries = shuffled[list].as_array_mut().unwrap();
            entries.reverse();
            let count = entries.len().max(1);
            entries.rotate_left(usize::try_from(seed % 7).unwrap() % count);
        }
        let mut other = world.outcome_of(&in_other_order(&shuffled, seed));
        // Findings point into the document, whose lists were shuffled.
        let mut outcome = outcome;
        for outcome in [&mut outcome, &mut other] {
            outcome.as_object_mut().unwrap().remove("diagnostics");
        }
        prop_assert_eq!(outcome, other);
    }

    #[test]
    fn only_linking_on_a_claim_reads_it(
        world in any_world(),
        strategy in prop::sample::select(&STRATEGIES[..]),
        other in prop::sample::select(&["jane@example.com", "nobody@example.com", ""][..]),
    ) {
        prop_assume!(world.chooses_strategy());
        // Of other types an id token stands for the answer as long as there is no userinfo.
        let is_open_id = world.scenario["identityProvider"]["type"] == "OpenIDConnect";
        prop_assume!(is_open_id || world.scenario["login"].get("idToken").is_none());
        let world = World { lambda: None, ..world };
        let world = world.with("/identityProvider", "linkingStrategy", strategy);
        let claims = match strategy {
            "LinkByEmail" | "LinkByEmailForExistingUser" => ["preferred_username", "username"],
            "LinkByUsername" | "LinkByUsernameForExistingUser" => ["email", "email_verified"],
            _ => ["email", "preferred_username"],
        };
        let mut changed = world.clone();
        for claim in claims {
            changed = changed.with("/login/userinfo", claim, other);
        }
        let [left, right] = [world, changed].map(|world| world.outcome());
        for what in ["status", "decision", "error"] {
            prop_assert_eq!(&left[what], &right[what]);
        }
        for what in ["id", "email", "username"] {
            prop_assert_eq!(&left["user"][what], &right["user"][what]);
        }
    }

    #[test]
    fn linking_anonymously_lets_everybody_in(world in any_world(), person in "[A-Za-z0-9_|=-]{1,40}") {
        prop_assume!(world.chooses_strategy());
        let mut world = world
            .with("/identityProvider", "linkingStrategy", "LinkAnonymously")
            .with("/identityProvider", "enabled", true)
            .with("/identityProvider/applicationConfiguration/3c219e58-ed0e-4b18-ad48-f4f92793ae32", "enabled", true)
            .with("/login", "noLink", false)
            .with("/login/userinfo", "sub", person);
        world.scenario.as_object_mut().unwrap().remove("loginValidation");
        let outcomes = world.repeated(2);
        for (index, decision) in ["create-anonymous", "linked"].into_iter().enumerate() {
            let outcome = &outcomes["logins"][index];
            prop_assert_eq!(&outcome["decision"], decision);
            prop_assert!(outcome["status"] == 200 || outcome["status"] == 202);
            prop_assert_eq!(&outcome["lambdaRuns"], 0);
            prop_assert!(outcome["user"]["email"].is_null() && outcome["user"]["username"].is_null());
        }
        prop_assert_eq!(&outcomes["logins"][0]["user"]["id"], &outcomes["logins"][1]["user"]["id"]);
    }

    #[test]
    fn every_outcome_is_as_its_schema_says(world in any_world()) {
        for outcome in [world.outcome(), world.repeated(2)] {
            let errors: Vec<_> = OutcomeSchema::iter_errors(&outcome)
                .map(|error| format!("{}: {error}", error.instance_path()))
                .collect();
            prop_assert_eq!(errors, Vec::<String>::new());
        }
    }

    #[test]
    fn a_lambda_runs_as_often_as_it_may(world in any_world()) {
        let outcome = world.outcome();
        let runs = outcome["lambdaRuns"].as_u64().unwrap();
        prop_assert!(runs <= 2);
        prop_assert!(world.lambda.is_some() || runs == 0);
        prop_assume!(world.chooses_strategy());
        let strategy = world.scenario["identityProvider"]["linkingStrategy"].as_str().unwrap();
        prop_assert!(strategy != "LinkAnonymously" || runs == 0);
        prop_assert!(strategy.starts_with("LinkBy") || runs <= 1);
        prop_assert!(outcome["decision"] != "linked" || runs <= 1);
    }

    #[test]
    fn whatever_is_written_is_answered(text in any_text()) {
        let answer = check::read_scenario(&text);
        let findings = check::check(&text);
        match answer {
            Ok(scenario) => {
                let preview = explain::preview(&scenario, None);
                prop_assert!(serde_json::to_string(&preview).is_ok());
                prop_assert_eq!(explain::compare(&scenario, None).0.len(), STRATEGIES.len());
            }
            Err(problems) => {
                prop_assert!(!problems.is_empty() && !findings.is_empty());
                for problem in problems {
                    prop_assert!(!problem.help.is_empty() && !problem.message.is_empty());
                }
            }
        }
    }
}

/// The entries of a list, by one of their fields.
fn sorted(entries: &Value, key: &str) -> Vec<Value> {
    let mut entries = entries.as_array().expect("a list").clone();
    entries.sort_by_key(|entry| entry[key].to_string());
    entries
}
