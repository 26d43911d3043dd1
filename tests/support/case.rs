//! The cases in `tests/cases`, and where their outcomes are.

use crate::scripted::{Op, Scripted};
use reconcile_kit::check;
use reconcile_kit::explain::{self, Preview};
use reconcile_kit::mapping::Reconciler;
use reconcile_kit::scenario::Scenario;
use serde::Deserialize;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

/// One case; `tests/cases/README.md` says what its keys mean.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Case {
    /// The file's name without its ending.
    #[serde(skip)]
    pub(crate) file: String,
    pub(crate) name: String,
    #[serde(default)]
    pub(crate) row: Option<u8>,
    pub(crate) source: String,
    scenario: Value,
    #[serde(default)]
    reconcile: Option<Vec<Op>>,
}

impl Case {
    /// Every case, in the order of the files' names.
    pub(crate) fn all() -> Vec<Self> {
        names("cases").into_iter().map(|file| Self::read(&file)).collect()
    }

    fn read(file: &str) -> Self {
        let path = folder("cases").join(format!("{file}.json"));
        let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{file}: {error}"));
        let case: Self =
            serde_json::from_str(&text).unwrap_or_else(|error| panic!("{file}: {error}"));
        Self { file: file.to_owned(), ..case }
    }

    /// The scenario, prepared from its own text.
    pub(crate) fn scenario(&self) -> Scenario {
        check::read_scenario(&self.scenario.to_string())
            .unwrap_or_else(|problems| panic!("{}: {problems:#?}", self.file))
    }

    /// The scenario's text without one of its keys, and without what it expects.
    pub(crate) fn without(&self, key: &str) -> Value {
        let mut scenario = self.scenario.clone();
        if let Some(fields) = scenario.as_object_mut() {
            fields.remove(key);
            fields.remove("expect");
        }
        scenario
    }

    /// What the scenario leads to.
    pub(crate) fn preview(&self, scenario: &Scenario) -> Preview {
        let mut lambda = self.reconcile.as_deref().map(Scripted::new);
        explain::preview(scenario, lambda.as_mut().map(|lambda| lambda as &mut dyn Reconciler))
    }

    /// Where the case's outcome is.
    pub(crate) fn outcome_file(&self) -> PathBuf {
        folder("outcomes").join(format!("{}.json", self.file))
    }
}

/// The JSON files in a folder of `tests`, by name and without their ending.
pub(crate) fn names(of: &str) -> Vec<String> {
    let entries = fs::read_dir(folder(of)).unwrap().map(|entry| entry.unwrap().path());
    let files = entries.filter(|path| path.extension().is_some_and(|ending| ending == "json"));
    let mut names: Vec<_> =
        files.map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned()).collect();
    names.sort();
    names
}

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(name)
}
