//! The tables in the documentation are those of the code. `cargo xtask generate` writes them.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a file that cannot be read or written is a failing test"
)]

use reconcile_kit::explain::StepId;
use reconcile_kit::model::{Assumption, Feature, LambdaEngine, Parameter, ProviderType, Version};
use serde_json::Value;
use std::fmt::Write as _;
use std::path::Path;

#[path = "docs/policy.rs"]
mod policy;

const BEGIN: &str = "<!-- table: generated from the code by `cargo xtask generate` -->\n";
const END: &str = "<!-- end of table -->\n";

fn assumptions() -> String {
    let mut table =
        "| id | default | alternatives | why it is open |\n| --- | --- | --- | --- |\n".to_owned();
    for assumption in Assumption::ALL {
        let choices = assumption.choices();
        let alternatives: Vec<_> =
            choices.iter().skip(1).map(|choice| format!("`{choice}`")).collect();
        let (id, default) = (assumption.id(), assumption.default_choice());
        writeln!(
            table,
            "| `{id}` | `{default}` | {} | {} |",
            alternatives.join(", "),
            assumption.why()
        )
        .unwrap();
    }
    table
}

fn versions() -> String {
    let mut table = "| since | feature | source |\n| --- | --- | --- |\n".to_owned();
    for feature in Feature::ALL {
        writeln!(table, "| {} | {} | {} |", feature.since(), feature.meaning(), feature.source())
            .unwrap();
    }
    table
}

fn engines() -> String {
    let mut table =
        "| since | engine | simulated as | what it reads | source |\n| --- | --- | --- | --- | --- |\n"
            .to_owned();
    for engine in LambdaEngine::ALL {
        let (since, name, release) = (engine.since(), engine.name(), engine.release());
        let (meaning, source) = (engine.meaning(), engine.source());
        writeln!(table, "| {since} | {name} | GraalJS {release} | {meaning} | {source} |").unwrap();
    }
    table
}

/// What the embedded engine and FusionAuth's do differently, each with the rule that warns of it.
fn differences() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/parity/differences.json");
    let listed: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let listed = listed.get("differences").and_then(Value::as_array).unwrap();
    if listed.is_empty() {
        return "No difference is known that has to stay.\n".to_owned();
    }
    let mut table = "| what differs | why | rule |\n| --- | --- | --- |\n".to_owned();
    for difference in listed {
        let word =
            |key: &str| difference.get(key).and_then(Value::as_str).unwrap().replace('|', "\\|");
        let (what, reason) = (word("what"), word("reason"));
        // What no lambda can see has none.
        let rule = difference.get("rule").and_then(Value::as_str).map_or("–".to_owned(), |rule| {
            let page = format!("docs/rules/{rule}.md");
            assert!(Path::new(env!("CARGO_MANIFEST_DIR")).join(&page).exists(), "no {page}");
            format!("[{rule}](rules/{rule}.md)")
        });
        writeln!(table, "| {what} | {reason} | {rule} |").unwrap();
    }
    table
}

fn providers() -> String {
    let mut table = "| type | lambda | parameters | links by default | unique id | e-mail | username |\n| --- | --- | --- | --- | --- | --- | --- |\n".to_owned();
    let listed = |names: &[&str]| {
        let names: Vec<_> = names.iter().map(|name| format!("`{name}`")).collect();
        if names.is_empty() { "–".to_owned() } else { names.join(", ") }
    };
    for kind in ProviderType::ALL {
        let (name, lambda, claims) = (kind.name(), kind.lambda(), kind.claims());
        let parameters = kind.parameters(Version::NEWEST).into_iter().map(Parameter::name);
        let parameters = parameters.collect::<Vec<_>>().join(", ");
        let strategy = if kind.is_connector() { "–" } else { kind.default_strategy().name() };
        let [unique_id, email, username] = if kind.is_saml() {
            ["`uniqueIdClaim`", "`emailClaim`", "`usernameClaim`"].map(str::to_owned)
        } else {
            [claims.unique_id, claims.email, claims.username].map(listed)
        };
        writeln!(
            table,
            "| `{name}` | `{lambda}` | {parameters} | {strategy} | {unique_id} | {email} | {username} |"
        )
        .unwrap();
    }
    table
}

/// The keys of an object in a published schema, with what they mean.
fn keys(schema: &Value, object: &str) -> String {
    let mut table = "| key | what |\n| --- | --- |\n".to_owned();
    for (key, property) in schema.pointer(object).unwrap().as_object().unwrap() {
        let reference = property.get("$ref").and_then(Value::as_str).unwrap_or_default();
        let target = schema.pointer(reference.trim_start_matches('#'));
        let described = property.get("description").or_else(|| target?.get("description"));
        let meaning = described.and_then(Value::as_str).unwrap_or_default().replace('\n', " ");
        writeln!(table, "| `{key}` | {} |", meaning.replace('|', "\\|")).unwrap();
    }
    table
}

/// The ids of a trace's steps, with the stage at which each is taken.
fn step_ids(schema: &Value) -> String {
    let mut table = "| `step` | `id` | what |\n| --- | --- | --- |\n".to_owned();
    let described = schema.pointer("/$defs/StepId/oneOf").unwrap().as_array().unwrap();
    assert_eq!(described.len(), StepId::ALL.len());
    for (id, described) in StepId::ALL.iter().zip(described) {
        let word = |value: Value| value.as_str().unwrap().to_owned();
        let stage = word(serde_json::to_value(id.stage()).unwrap());
        let name = word(serde_json::to_value(id).unwrap());
        assert_eq!(described["const"], name);
        writeln!(table, "| `{stage}` | `{name}` | {} |", word(described["description"].clone()))
            .unwrap();
    }
    table
}

fn schema(name: &str) -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("schemas").join(name);
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

fn holds_table(file: &str, table: &str) {
    holds_tables(file, &[table.to_owned()]);
}

/// The page holds these tables, in this order, each between its marks.
fn holds_tables(file: &str, tables: &[String]) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs").join(file);
    let text = std::fs::read_to_string(&path).unwrap();
    let mut rest = text.as_str();
    let mut current = String::new();
    for table in tables {
        let (before, after) = rest.split_once(BEGIN).unwrap();
        let (_, after) = after.split_once(END).unwrap();
        write!(current, "{before}{BEGIN}\n{table}\n{END}").unwrap();
        rest = after;
    }
    current.push_str(rest);
    if std::env::var_os("RECONCILE_KIT_UPDATE").is_some() {
        std::fs::write(&path, &current).unwrap();
        return;
    }
    assert!(text == current, "docs/{file} is not current: run `cargo xtask generate`");
}

#[test]
fn the_page_of_assumptions_lists_them_all() {
    holds_table("assumptions.md", &assumptions());
}

#[test]
fn the_page_of_identity_providers_lists_every_type() {
    holds_table("identity-providers.md", &providers());
}

#[test]
fn the_page_of_versions_lists_every_feature() {
    holds_table("versions.md", &versions());
}

#[test]
fn the_page_of_engines_lists_them_and_what_differs() {
    holds_tables("engines.md", &[engines(), differences()]);
}

#[test]
fn the_page_of_scenarios_lists_every_key() {
    let schema = schema("scenario.schema.json");
    let objects = [
        "/properties",
        "/$defs/LoginDocument/properties",
        "/$defs/LambdaSource/properties",
        "/$defs/FetchAnswer/properties",
    ];
    holds_tables("scenario.md", &objects.map(|object| keys(&schema, object)));
}

#[test]
fn the_page_of_outcomes_lists_every_key() {
    let schema = schema("outcome.schema.json");
    let keys = |object: &str| keys(&schema, &format!("/$defs/{object}/properties"));
    let tables = [
        keys("Outcome"),
        keys("Change"),
        keys("TraceStep"),
        step_ids(&schema),
        keys("MetAssumption"),
        keys("Diagnostic"),
    ];
    holds_tables("outcome.md", &tables);
}

/// JSON in a page that shows a whole scenario: it has an identity provider.
fn scenarios(page: &str) -> Vec<String> {
    let blocks = page.split("```json\n").skip(1).filter_map(|rest| rest.split("```").next());
    blocks.filter(|block| block.contains("\"identityProvider\"")).map(str::to_owned).collect()
}

#[test]
fn the_scenarios_in_the_documentation_can_be_previewed() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut shown = 0;
    for page in ["README.md", "docs/scenario.md", "docs/concepts.md", "docs/outcome.md"] {
        for text in scenarios(&std::fs::read_to_string(root.join(page)).unwrap()) {
            let problems = reconcile_kit::check::read_scenario(&text).err();
            assert_eq!(problems, None, "{page}: {text}");
            shown += 1;
        }
    }
    assert!(shown >= 2, "the documentation shows no scenario any more");
}
