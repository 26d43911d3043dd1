//! The pages in `docs/rules`.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Where the pages are.
pub(crate) fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/rules")
}

/// The text of every page, by its code.
pub(crate) fn pages() -> BTreeMap<String, String> {
    let entries = fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path());
    let pages = entries.filter(|path| !path.ends_with("README.md"));
    pages
        .map(|path| {
            let code = path.file_stem().unwrap().to_str().unwrap().to_owned();
            (code, fs::read_to_string(&path).unwrap())
        })
        .collect()
}

/// What the page says below its title, in one line.
pub(crate) fn first_paragraph(page: &str) -> String {
    page.split("\n\n").nth(1).unwrap().trim_end().replace('\n', " ")
}

/// The page's blocks of JSON with this mark.
pub(crate) fn examples(page: &str, mark: &str) -> Vec<String> {
    let fence = format!("\n```json {mark}\n");
    let blocks = page.split(&fence).skip(1);
    blocks.map(|rest| rest.split("\n```").next().unwrap().to_owned()).collect()
}
