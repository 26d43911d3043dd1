//! The committed schemas are those of the types. `cargo xtask generate` writes them.
#![cfg(feature = "schema")]
#![expect(clippy::unwrap_used, reason = "a file that cannot be read or written is a failing test")]

use std::path::Path;

#[test]
fn committed_schemas_are_current() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("schemas");
    let update = std::env::var_os("RECONCILE_KIT_UPDATE").is_some();
    for (name, schema) in reconcile_kit::schema::documents() {
        let text = serde_json::to_string_pretty(&schema).unwrap() + "\n";
        let file = folder.join(name);
        if update {
            std::fs::write(&file, text).unwrap();
            continue;
        }
        let committed = std::fs::read_to_string(&file).unwrap_or_default();
        assert!(committed == text, "schemas/{name} is not current: run `cargo xtask generate`");
    }
}
