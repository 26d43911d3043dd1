//! What was made of what, so that nothing is made twice, and nothing stale is kept.
//!
//! A stamp holds how something was made and what went in and came out, by content: a file that was only touched, or
//! that another branch brought and took back, makes nothing stale, and one that was deleted, or replaced by hand among
//! what came out, does.

use std::{
    collections::BTreeSet,
    fs,
    hash::{DefaultHasher, Hash, Hasher},
    path::{Path, PathBuf},
};

use crate::failure::{Failure, Result};

/// `npm ci` empties this directory with the rest of what is installed.
const STAMPS: &str = "node_modules/.cache/reconcile-kit";

/// Files and directories, without some of what is in them.
pub(crate) struct Files {
    paths: Vec<PathBuf>,
    except: Vec<PathBuf>,
}

impl Files {
    /// Files and directories. One that is missing is a state like any other.
    pub(crate) fn of<P: AsRef<Path>>(paths: &[P]) -> Self {
        let paths = paths.iter().map(|path| path.as_ref().to_owned()).collect();
        Self { paths, except: Vec::new() }
    }

    /// Leaves files and directories out.
    pub(crate) fn except<P: AsRef<Path>>(mut self, paths: &[P]) -> Self {
        self.except.extend(paths.iter().map(|path| path.as_ref().to_owned()));
        self
    }

    /// A number that another content, name or number of files changes.
    fn fingerprint(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        for path in &self.paths {
            self.read(path, &mut hasher);
        }
        hasher.finish()
    }

    fn read(&self, path: &Path, hasher: &mut DefaultHasher) {
        if self.except.iter().any(|except| except == path) {
            return;
        }
        path.hash(hasher);
        if path.is_dir() {
            let entries = fs::read_dir(path).into_iter().flatten().flatten();
            let sorted: BTreeSet<_> = entries.map(|entry| entry.path()).collect();
            for entry in &sorted {
                self.read(entry, hasher);
            }
        } else {
            fs::read(path).ok().hash(hasher);
        }
    }

    /// Whether each is there, and no directory is empty.
    fn exist(&self) -> bool {
        self.paths.iter().all(|path| {
            path.is_file() || fs::read_dir(path).is_ok_and(|mut entries| entries.next().is_some())
        })
    }
}

/// Something that is made.
pub(crate) struct Product {
    /// Its name among the stamps.
    pub(crate) name: &'static str,
    /// How it is made: options, and versions of tools.
    pub(crate) how: String,
    /// What it is made of.
    pub(crate) inputs: Files,
    /// What comes out.
    pub(crate) outputs: Files,
}

impl Product {
    /// Whether making it again would change nothing.
    pub(crate) fn is_current(&self) -> bool {
        self.is_current_by(Path::new(STAMPS))
    }

    /// Makes it, unless it is current.
    pub(crate) fn make(&self, make: impl FnOnce() -> Result) -> Result {
        self.make_by(Path::new(STAMPS), make)
    }

    fn is_current_by(&self, stamps: &Path) -> bool {
        let stamp = fs::read_to_string(stamps.join(self.name));
        self.outputs.exist()
            && stamp.is_ok_and(|stamp| stamp == self.stamp(self.inputs.fingerprint()))
    }

    fn make_by(&self, stamps: &Path, make: impl FnOnce() -> Result) -> Result {
        if self.is_current_by(stamps) {
            return Ok(());
        }
        let file = stamps.join(self.name);
        // Whoever stops it in the middle finds no stamp of what was there before.
        let _: std::io::Result<()> = fs::remove_file(&file);
        // Before, because what is changed meanwhile may or may not have gone in.
        let inputs = self.inputs.fingerprint();
        make()?;
        fs::create_dir_all(stamps).and_then(|()| fs::write(&file, self.stamp(inputs))).map_err(
            |error| {
                Failure::new(
                    format!("cannot write `{}`: {error}", file.display()),
                    "make the directory writable, or remove it",
                )
            },
        )
    }

    fn stamp(&self, inputs: u64) -> String {
        format!("{}\nmade of {inputs:016x}\nmade {:016x}\n", self.how, self.outputs.fingerprint())
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

    use super::*;
    use std::{cell::Cell, env, process};

    /// A directory with `in/a`, from which `out/b` is made; it goes when it is dropped.
    struct Workshop {
        root: PathBuf,
        made: Cell<u32>,
    }

    impl Workshop {
        fn new(name: &str) -> Self {
            let root = env::temp_dir().join(format!("reconcile-kit-{name}-{}", process::id()));
            fs::create_dir_all(root.join("in/deep")).unwrap();
            fs::write(root.join("in/deep/a"), "a").unwrap();
            Self { root, made: Cell::new(0) }
        }

        fn product(&self, how: &str) -> Product {
            Product {
                name: "thing",
                how: how.to_owned(),
                inputs: Files::of(&[self.root.join("in")]).except(&[self.root.join("in/log")]),
                outputs: Files::of(&[self.root.join("out/b")]),
            }
        }

        fn write(&self, file: &str, text: &str) {
            fs::write(self.root.join(file), text).unwrap();
        }

        /// How often it was made after it was asked for once more.
        fn made_after(&self, how: &str) -> u32 {
            let make = || {
                self.made.set(self.made.get() + 1);
                fs::create_dir_all(self.root.join("out")).unwrap();
                self.write("out/b", "b");
                Ok(())
            };
            self.product(how).make_by(&self.root.join("stamps"), make).unwrap();
            self.made.get()
        }
    }

    impl Drop for Workshop {
        fn drop(&mut self) {
            fs::remove_dir_all(&self.root).unwrap();
        }
    }

    #[test]
    fn what_is_current_is_not_made_again() {
        let workshop = Workshop::new("current");
        assert_eq!(workshop.made_after("fast"), 1);
        assert_eq!(workshop.made_after("fast"), 1);
        workshop.write("in/deep/a", "a");
        assert_eq!(workshop.made_after("fast"), 1, "it was only touched");
        workshop.write("in/log", "left out");
        assert_eq!(workshop.made_after("fast"), 1, "what is left out does not count");
    }

    #[test]
    fn whatever_changes_makes_it_stale() {
        let workshop = Workshop::new("stale");
        assert_eq!(workshop.made_after("fast"), 1);
        workshop.write("in/deep/a", "c");
        assert_eq!(workshop.made_after("fast"), 2, "a file has another text");
        workshop.write("in/new", "");
        assert_eq!(workshop.made_after("fast"), 3, "there is a further file");
        fs::remove_file(workshop.root.join("in/new")).unwrap();
        assert_eq!(workshop.made_after("fast"), 4, "a file is gone");
        fs::rename(workshop.root.join("in/deep/a"), workshop.root.join("in/deep/z")).unwrap();
        assert_eq!(workshop.made_after("fast"), 5, "a file has another name");
        assert_eq!(workshop.made_after("optimised"), 6, "it is made in another way");
    }

    #[test]
    fn what_came_out_has_to_be_what_is_there() {
        let workshop = Workshop::new("outputs");
        assert_eq!(workshop.made_after("fast"), 1);
        workshop.write("out/b", "by hand");
        assert_eq!(workshop.made_after("fast"), 2, "somebody else wrote it");
        fs::remove_file(workshop.root.join("out/b")).unwrap();
        assert_eq!(workshop.made_after("fast"), 3, "it is gone");
    }

    #[test]
    fn what_failed_or_changed_meanwhile_is_made_again() {
        let workshop = Workshop::new("failed");
        let stamps = workshop.root.join("stamps");
        assert_eq!(workshop.made_after("fast"), 1);
        workshop.write("in/deep/a", "broken");
        let failing = workshop.product("fast").make_by(&stamps, || Err(Failure::new("no", "no")));
        assert!(failing.is_err() && !workshop.product("fast").is_current_by(&stamps));
        workshop.write("in/deep/a", "a");
        assert_eq!(workshop.made_after("fast"), 2, "what was half made is not trusted");
        workshop.write("in/deep/a", "c");
        let meanwhile = || {
            workshop.write("in/deep/a", "d");
            Ok(())
        };
        workshop.product("fast").make_by(&stamps, meanwhile).unwrap();
        assert_eq!(workshop.made_after("fast"), 3, "an input changed while it was made");
    }
}
