//! Policies that say nothing, say it twice, or say what cannot be. `§` stands before what the finding points at.

use super::words::is_in_plain_words;
use super::{is, problem};
use reconcile_kit::check;
use reconcile_kit::model::Diagnostic;
use serde_json::{Value, json};

/// The one thing that is wrong with a policy, and the place of its mark.
fn refusal(marked: &str) -> (Diagnostic, (usize, usize)) {
    let (before, after) = marked.split_once('§').unwrap();
    let text = [before, after].concat();
    let mut problems = check::read_policy(&text).unwrap_err();
    assert_eq!(problems.len(), 1, "{text}: {problems:#?}");
    let is_known_for_one = text.contains("\"map\":") || text.contains("\"gates\":");
    assert!(!is_known_for_one || check::check(&text) == problems, "{text}");
    let last = before.rsplit('\n').next().unwrap();
    let place = (before.matches('\n').count() + 1, last.chars().count() + 1);
    (problems.remove(0), place)
}

/// Each is a policy, the finding's code and pointer, and a part of its help.
fn refuses(cases: &[(&str, &str, &str, &str)]) {
    for (marked, code, path, help) in cases {
        let (problem, place) = refusal(marked);
        is(&problem, code, path, place);
        assert!(problem.help.contains(help), "{marked}: {}", problem.help);
        is_in_plain_words(&problem);
    }
}

/// The same for the rule of one field, which begins in the third line.
fn refuses_rules(field: &str, cases: &[(&str, &str, &str, &str)]) {
    for (marked, code, path, help) in cases {
        let policy = format!("{{\n  \"map\": {{\n    \"{field}\": {marked}\n  }}\n}}");
        let path = format!("/map/{field}{path}");
        refuses(&[(&policy, code, &path, help)]);
    }
}

/// The same for a condition: of a rule, and of a gate.
fn refuses_conditions(cases: &[(&str, &str, &str, &str)]) {
    for (marked, code, path, help) in cases {
        let rule = format!("{{ \"value\": \"x\",\n\"when\": {marked} }}");
        refuses_rules("user.firstName", &[(&rule, code, &format!("/when{path}"), help)]);
        let gate = format!("{{ \"gates\": [\n{{ \"require\": {marked} }}] }}");
        refuses(&[(&gate, code, &format!("/gates/0/require{path}"), help)]);
    }
}

#[test]
fn what_is_wrong_with_the_document_is_named() {
    refuses(&[
        ("§[]", "wrong-type", "", ""),
        ("§\"policy\"", "wrong-type", "", ""),
        ("§{ \"name\": \"Staff\" }", "missing-key", "", "add `map`"),
        (r#"{ "map": {}, "gate": §[] }"#, "unknown-key", "/gate", "did you mean `gates`?"),
        (r#"{ "map": §[] }"#, "wrong-type", "/map", ""),
        (r#"{ "gates": §{} }"#, "wrong-type", "/gates", ""),
        (r#"{ "name": §5, "map": {} }"#, "wrong-type", "/name", ""),
        (r#"{ "$schema": §[], "map": {} }"#, "wrong-type", "/$schema", ""),
        (r#"{ "description": §true, "map": {} }"#, "wrong-type", "/description", ""),
        (
            r#"{ "provider": §"Cognito", "map": {} }"#,
            "unknown-value",
            "/provider",
            "did you mean `cognito`?",
        ),
        (
            r#"{ "linkingStrategy": §"LinkByMail", "map": {} }"#,
            "unknown-value",
            "/linkingStrategy",
            "did you mean `LinkByEmail`?",
        ),
    ]);
}

#[test]
fn what_is_wrong_with_a_gate_is_named() {
    refuses(&[
        (r#"{ "gates": [§{}] }"#, "missing-key", "/gates/0", "`require`"),
        (r#"{ "gates": [§"email"] }"#, "wrong-type", "/gates/0", ""),
        (
            r#"{ "gates": [{ "require": "email", "mesage": §"no" }] }"#,
            "unknown-key",
            "/gates/0/mesage",
            "did you mean `message`?",
        ),
        (
            r#"{ "gates": [{ "require": "email", "message": §"" }] }"#,
            "invalid-value",
            "/gates/0/message",
            "leave the key out",
        ),
        (
            r#"{ "gates": [{ "require": "email", "code": §401 }] }"#,
            "wrong-type",
            "/gates/0/code",
            "",
        ),
        (
            "{ \"gates\": [{ \"id\": \"a\", \"require\": \"email\" },\n{ \"id\": §\"a\", \"require\": \"sub\" }] }",
            "policy-id-twice",
            "/gates/1/id",
            "the first is at `/gates/0/id`",
        ),
    ]);
}

#[test]
fn what_is_wrong_with_the_name_of_a_field_is_named() {
    for (field, help) in [
        ("user.fristName", "did you mean `user.firstName`?"),
        ("firstName", "did you mean `user.firstName`?"),
        ("registration.role", "did you mean `registration.roles`?"),
        ("user", ""),
        ("user.firstName.first", "keep the value in `data`"),
        ("user.data..team", "with dots between"),
        ("user.data.__proto__.team", "with dots between"),
    ] {
        refuses_rules(field, &[("§\"given_name\"", "policy-field-unknown", "", help)]);
    }
    refuses(&[
        (
            r#"{ "map": { "user.data": { "value": {} }, "user.data.team": §"custom:team" } }"#,
            "policy-field-twice",
            "/map/user.data.team",
            "into one list",
        ),
        (
            r#"{ "map": { "/user/data/team": "custom:team", "user.data.team": §"custom:x" } }"#,
            "policy-field-twice",
            "/map/user.data.team",
            "into one list",
        ),
    ]);
}

#[test]
fn what_is_wrong_with_a_rule_is_named() {
    refuses_rules(
        "user.firstName",
        &[
            ("§5", "wrong-type", "", ""),
            ("§[]", "invalid-value", "", "add an entry"),
            ("[\"a\", §null]", "wrong-type", "/1", ""),
            ("§{}", "policy-source", "", "add `from`"),
            (r#"§{ "from": "a", "value": "b" }"#, "policy-source", "", "keep one of them"),
            (r#"{ "from": "a", "form": §"b" }"#, "unknown-key", "/form", "did you mean `from`?"),
            (r#"{ "from": "a", "id": §"" }"#, "invalid-value", "/id", ""),
            (r#"{ "from": "a", "id": §7 }"#, "wrong-type", "/id", ""),
            (r#"{ "from": "a", "with": §"-" }"#, "policy-key-in-vain", "/with", "`join`"),
            (r#"{ "join": "a", "with": §5 }"#, "wrong-type", "/with", ""),
            (r#"{ "value": §null }"#, "wrong-type", "/value", ""),
            (r#"{ "from": "a", "default": §"" }"#, "wrong-type", "/default", ""),
            (
                r#"{ "from": "a", "default": "x", "missing": §"keep" }"#,
                "policy-key-in-vain",
                "/missing",
                "keep one of them",
            ),
            (
                r#"{ "value": "a", "unusable": §"skip" }"#,
                "policy-key-in-vain",
                "/unusable",
                "leave it out",
            ),
            (r#"{ "from": "a", "write": §"once" }"#, "unknown-value", "/write", ""),
            (r#"{ "from": "a", "write": §"add" }"#, "policy-key-in-vain", "/write", "`if-empty`"),
            (
                r#"{ "from": "a", "missing": §"clera" }"#,
                "unknown-value",
                "/missing",
                "did you mean `clear`?",
            ),
            (
                r#"{ "from": "a", "unusable": §"skpi" }"#,
                "unknown-value",
                "/unusable",
                "did you mean `skip`?",
            ),
        ],
    );
    refuses(&[(
        r#"{ "map": { "user.firstName": { "id": §"user.lastName", "from": "a" }, "user.lastName": "b" } }"#,
        "policy-id-twice",
        "/map/user.firstName/id",
        "another `id`",
    )]);
}

#[test]
fn what_is_wrong_with_the_name_of_a_claim_is_named() {
    refuses_rules(
        "user.firstName",
        &[
            ("§\"\"", "policy-claim", "", "such as `given_name`"),
            (r#"{ "from": §5 }"#, "wrong-type", "/from", ""),
            (r#"{ "from": §[] }"#, "invalid-value", "/from", "add an entry"),
            (r#"{ "from": ["a", §{}] }"#, "wrong-type", "/from/1", ""),
            (r#"{ "from": §"/userinfo/a" }"#, "policy-claim", "/from", "as the token has it"),
            (r#"{ "from": §"jwt." }"#, "policy-claim", "/from", ""),
            (r#"{ "from": §"id_token.a..b" }"#, "policy-claim", "/from", ""),
            (r#"{ "from": §"/claims" }"#, "policy-claim", "/from", ""),
            (r#"{ "join": ["a", §"/jwt/"] }"#, "policy-claim", "/join/1", ""),
        ],
    );
}

#[test]
fn a_constant_that_the_field_cannot_hold_is_named() {
    for (field, rule, path, help) in [
        ("user.birthDate", r#"{ "value": §"soon" }"#, "/value", "`YYYY-MM-DD`"),
        ("user.birthDate", r#"{ "from": "a", "default": §"31.12.1990" }"#, "/default", ""),
        ("user.timezone", r#"{ "from": "a", "table": { "x": §"Mars/X" } }"#, "/table/x", "IANA"),
        ("user.imageUrl", r#"{ "value": §true }"#, "/value", "a URI"),
        ("user.firstName", r#"{ "from": "a", "default": §{} }"#, "/default", "a text"),
        ("user.firstName", r#"{ "value": §1.5 }"#, "/value", "a text"),
        ("registration.verified", r#"{ "value": §"true" }"#, "/value", "true or false"),
        ("user.data", r#"{ "value": §"x" }"#, "/value", "an object"),
        ("registration.roles", r#"{ "value": §["a", {}] }"#, "/value", "role names"),
        ("user.memberships", r#"{ "value": §"staff" }"#, "/value", "`groupId`"),
    ] {
        refuses_rules(field, &[(rule, "policy-value-not-held", path, help)]);
    }
}

#[test]
fn what_is_wrong_with_a_table_is_named() {
    refuses_rules(
        "user.firstName",
        &[
            (r#"{ "from": "a", "table": §[] }"#, "wrong-type", "/table", ""),
            (r#"{ "from": "a", "table": { "x": §{} } }"#, "wrong-type", "/table/x", ""),
            (r#"{ "from": "a", "table": { "x/y": §null } }"#, "wrong-type", "/table/x~1y", ""),
            (
                r#"{ "from": "a", "unlisted": §"drop" }"#,
                "policy-key-in-vain",
                "/unlisted",
                "`table`",
            ),
            (
                r#"{ "from": "a", "table": {}, "unlisted": §"rejetc" }"#,
                "unknown-value",
                "/unlisted",
                "did you mean `reject`?",
            ),
        ],
    );
}

#[test]
fn what_is_wrong_with_a_step_is_named() {
    for (steps, code, path, help) in [
        ("§\"lowercase\"", "unknown-value", "", "did you mean `lower-case`?"),
        ("§\"prefix\"", "unknown-value", "", "`prefix` needs a text"),
        ("{ \"trim\": §true }", "unknown-value", "/trim", "`trim` takes nothing"),
        ("{ \"prefx\": §\"a\" }", "unknown-value", "/prefx", "did you mean `prefix`?"),
        ("[\"trim\", §5]", "wrong-type", "/1", ""),
        ("§{}", "wrong-type", "", ""),
        ("§{ \"by\": \"x\" }", "wrong-type", "", ""),
        ("§[]", "invalid-value", "", "add an entry"),
        ("§{ \"after\": \"@\", \"prefix\": \"x\" }", "policy-step", "", "one after the other"),
        ("§{ \"prefix\": \"x\", \"by\": \"y\" }", "policy-step", "", "one after the other"),
        ("{ \"prefix\": §5 }", "wrong-type", "/prefix", ""),
        ("{ \"split\": §\"\" }", "invalid-value", "/split", ""),
        ("§{ \"replace\": \"a\" }", "missing-key", "", "`by`"),
        ("{ \"replace\": \"a\", \"by\": §5 }", "wrong-type", "/by", ""),
        ("{ \"capture\": §\"(\" }", "policy-pattern", "/capture", ""),
        ("{ \"capture\": §\"a**\" }", "policy-pattern", "/capture", ""),
        ("{ \"capture\": §\"EX\\\\-1\" }", "policy-pattern", "/capture", "behind a backslash"),
        (
            "{ \"capture\": §\"a(?=b)\" }",
            "policy-pattern",
            "/capture",
            "groups, classes and repeats",
        ),
        (
            "{ \"capture\": §\"\\\\bx\" }",
            "policy-pattern",
            "/capture",
            "groups, classes and repeats",
        ),
        ("{ \"capture\": §\"((ab)*c)*\" }", "policy-pattern", "/capture", ""),
        (
            "{ \"capture\": §\"(?:a|a)*b\" }",
            "policy-pattern-slow",
            "/capture",
            "no repeat into a repeat",
        ),
    ] {
        let rule = format!("{{ \"from\": \"a\", \"transform\": {steps} }}");
        let path = format!("/transform{path}");
        refuses_rules("user.firstName", &[(&rule, code, &path, help)]);
    }
}

#[test]
fn what_is_wrong_with_a_condition_is_named() {
    refuses_conditions(&[
        ("§5", "wrong-type", "", ""),
        ("§{}", "policy-condition", "", "`all` or `any`"),
        (r#"§{ "not": "a", "newUser": true }"#, "policy-condition", "", "`all` or `any`"),
        (r#"{ "al": §["a"], "any": ["b"] }"#, "unknown-key", "/al", "did you mean `all`?"),
        (r#"{ "all": §[] }"#, "invalid-value", "/all", "add an entry"),
        (r#"{ "any": §"a" }"#, "wrong-type", "/any", ""),
        (r#"{ "any": ["a", §7] }"#, "wrong-type", "/any/1", ""),
        (r#"{ "not": §["a"] }"#, "wrong-type", "/not", ""),
        (r#"{ "newUser": §"yes" }"#, "wrong-type", "/newUser", ""),
        (r#"{ "newUser": true, "equals": §"x" }"#, "policy-key-in-vain", "/equals", "`claim`"),
        (r#"{ "verified": §"emial" }"#, "unknown-value", "/verified", "did you mean `email`?"),
        (r#"{ "claim": §"/a/b", "exists": true }"#, "policy-claim", "/claim", ""),
        (r#"§{ "claim": "a" }"#, "policy-condition", "", "\"exists\": true"),
        (r#"{ "claim": "a", "exists": §1 }"#, "wrong-type", "/exists", ""),
        (r#"{ "claim": "a", "equals": §null }"#, "wrong-type", "/equals", ""),
        (r#"{ "claim": "a", "equals": §["b"] }"#, "wrong-type", "/equals", ""),
        (r#"{ "claim": "a", "in": §"b" }"#, "wrong-type", "/in", ""),
        (r#"{ "claim": "a", "in": §[] }"#, "invalid-value", "/in", ""),
        (r#"{ "claim": "a", "in": ["b", §""] }"#, "wrong-type", "/in/1", ""),
        (r#"{ "claim": "a", "contains": §5 }"#, "wrong-type", "/contains", ""),
        (r#"{ "claim": "a", "glob": §"" }"#, "invalid-value", "/glob", ""),
        (r#"{ "claim": "a", "matches": §"" }"#, "invalid-value", "/matches", ""),
        (r#"{ "claim": "a", "matches": §"[" }"#, "policy-pattern", "/matches", ""),
        (r#"{ "claim": "a", "domain": §"@example.com" }"#, "invalid-value", "/domain", "`@`"),
        (r#"{ "claim": "a", "domain": ["b.c", §5] }"#, "wrong-type", "/domain/1", ""),
        (
            r#"{ "claim": "a", "exists": true, "startWith": §"b" }"#,
            "unknown-key",
            "/startWith",
            "did you mean `startsWith`?",
        ),
        (
            r#"{ "claim": "a", "exists": true, "ignoreCase": §true }"#,
            "policy-key-in-vain",
            "/ignoreCase",
            "leave it out",
        ),
    ]);
}

#[test]
fn everything_that_is_wrong_is_told_at_once() {
    let text = r#"{
        "provider": "okta",
        "gates": [{ "require": {} }],
        "map": {
            "user.x": "a",
            "user.lastName": { "from": 5, "write": "once", "transform": ["trim", "tirm"] }
        }
    }"#;
    let mut lines: Vec<_> =
        check::read_policy(text).unwrap_err().iter().map(|problem| problem.line.unwrap()).collect();
    lines.sort_unstable();
    assert_eq!(lines, [2, 3, 5, 6, 6, 6]);
}

#[test]
fn a_policy_in_a_scenario_is_placed_there() {
    let scenario = "{ \"identityProvider\": {}, \"login\": {},\n\"policy\": { \"map\": { \"user.x\": \"a\" } } }";
    is(&problem(scenario), "policy-field-unknown", "/policy/map/user.x", (2, 32));
    let named =
        scenario.replace("{ \"map\"", "{ \"file\": \"p.json\", \"document\": { \"map\"") + "}";
    let refused = problem(&named);
    assert_eq!(refused.path, "/policy/document/map/user.x");
    assert_eq!(refused.file.as_deref(), Some("p.json"));
    let neither = scenario.replace("{ \"map\": { \"user.x\": \"a\" } }", "5");
    is(&problem(&neither), "wrong-type", "/policy", (2, 11));
}

#[test]
fn hostile_names_do_no_harm() {
    for name in ["__proto__", "constructor", "toString"] {
        let policy = json!({
            "map": { format!("user.data.x{name}"): { "from": name, "table": { name: "a" } } },
            "gates": [{ "id": name, "require": { "not": name } }],
        });
        assert!(check::read_policy(&policy.to_string()).is_ok(), "{name}");
        let keys: Value =
            serde_json::from_str(&format!("{{ \"map\": {{}}, \"{name}\": 1 }}")).unwrap();
        let problems = check::read_policy(&keys.to_string()).unwrap_err();
        assert_eq!((problems.len(), problems[0].code.as_str()), (1, "unknown-key"), "{name}");
    }
}
