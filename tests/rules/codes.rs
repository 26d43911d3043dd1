//! The codes that the source can emit, read from its text: Rust's findings of the core, and the few
//! that TypeScript has for what never reaches the core.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Every code in the source.
pub(crate) fn emitted() -> BTreeSet<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut codes = BTreeSet::new();
    for file in files(&root.join("src"), "rs") {
        let calls = ["error", "warning", "info", "new"].map(|name| format!("Diagnostic::{name}("));
        codes.extend(codes_in(&code_of(&file), &calls));
    }
    for file in files(&root.join("js/src"), "ts") {
        let text = code_of(&file).replace("function failure(", "");
        codes.extend(codes_in(&text, &["failure(".to_owned()]));
    }
    for file in files(&lambda_rules(), "ts") {
        codes.extend(codes_in(&code_of(&file), &["id: ".to_owned()]));
    }
    codes
}

/// Where the rules about lambdas are, a file each.
fn lambda_rules() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("js/src/lambda-check/rules")
}

/// Whether a code is one of a rule about lambdas. Their examples are JavaScript, and run by the
/// tests of the npm package.
pub(crate) fn is_lambda_rule(code: &str) -> bool {
    lambda_rules().join(format!("{code}.ts")).exists()
}

/// Whether a code is one of a rule, which has a file of its own.
pub(crate) fn is_rule(code: &str) -> bool {
    let folders = ["src/check/rules", "src/check/policy_rules"].map(Path::new);
    let file = format!("{}.rs", code.replace('-', "_"));
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    folders.into_iter().any(|folder| root.join(folder).join(&file).exists())
}

/// The literals that are passed as codes to `calls`. Where a code comes in a variable, every
/// literal of the file that looks like a code is taken for one.
fn codes_in(text: &str, calls: &[String]) -> BTreeSet<String> {
    let mut codes = BTreeSet::new();
    for call in calls {
        for arguments in text.split(call.as_str()).skip(1) {
            match literal(arguments.trim_start()) {
                Some(code) => codes.extend(is_code(code).then(|| code.to_owned())),
                None => codes.extend(literals(text)),
            }
        }
    }
    codes
}

/// The text literal that `text` begins with.
fn literal(text: &str) -> Option<&str> {
    text.strip_prefix('"')?.split('"').next()
}

fn literals(text: &str) -> impl Iterator<Item = String> {
    // Every quotation mark may begin a literal; what stands between two literals is no code.
    text.split('"').filter(|text| is_code(text) && text.contains('-')).map(str::to_owned)
}

fn is_code(text: &str) -> bool {
    let is_word = |word: &str| {
        !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
    };
    text.split('-').all(is_word)
}

/// The source without its comments and its tests.
fn code_of(file: &Path) -> String {
    let text = fs::read_to_string(file).unwrap();
    let code = text.split("#[cfg(test)]").next().unwrap();
    let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}

fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path, extension));
        } else if path.extension().is_some_and(|other| other == extension) {
            found.push(path);
        }
    }
    found.retain(|path| !path.ends_with("tests.rs"));
    found
}
