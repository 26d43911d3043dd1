//! Which engine a FusionAuth version runs lambdas on: one table.

use super::version::Version;

macro_rules! engines {
    ($($variant:ident = $minor:literal, $name:literal, $release:literal, $meaning:literal, $source:literal;)+) => {
        /// An engine that FusionAuth runs lambdas on, or ran.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum LambdaEngine { $(#[doc = $meaning] $variant,)+ }

        impl LambdaEngine {
            /// Every engine, oldest first.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The first version that runs lambdas on it.
            #[must_use]
            pub const fn since(self) -> Version {
                match self { $(Self::$variant => Version::of_minor($minor),)+ }
            }

            /// Its name, as one speaks of it.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)+ }
            }

            /// The release of GraalJS that it is simulated as.
            #[must_use]
            pub const fn release(self) -> &'static str {
                match self { $(Self::$variant => $release,)+ }
            }

            /// What it reads, in a line.
            #[must_use]
            pub const fn meaning(self) -> &'static str {
                match self { $(Self::$variant => $meaning,)+ }
            }

            /// Where that is written.
            #[must_use]
            pub const fn source(self) -> &'static str {
                match self { $(Self::$variant => $source,)+ }
            }
        }
    };
}

engines! {
    Nashorn = 28, "Nashorn", "22.3.3",
        "Reads ES5.1 only. It is not simulated: GraalJS runs in its place, and `check` warns of newer syntax.",
        "FusionAuth release notes 1.35.0, which replaced it";
    GraalJs22 = 35, "GraalJS 22.3", "22.3.3",
        "Reads ES2022, without `findLast`, `toSorted` and their like.",
        "FusionAuth docs: Lambdas; release notes 1.35.0";
    GraalJs23 = 51, "GraalJS 23.1", "23.1.2",
        "Has the array methods of ES2023.",
        "FusionAuth release notes 1.51.0";
    GraalJs24 = 56, "GraalJS 24.1", "24.1.2",
        "Has what ES2024 brought, such as `Object.groupBy` and the flag `v` of regular expressions.",
        "FusionAuth release notes 1.56.0";
}

impl LambdaEngine {
    /// Whether it reads ES5.1 and nothing newer.
    #[must_use]
    pub const fn reads_only_es5(self) -> bool {
        matches!(self, Self::Nashorn)
    }
}

impl Version {
    /// The engine that this version runs lambdas on.
    ///
    /// ```
    /// use reconcile_kit::model::{LambdaEngine, Version};
    ///
    /// let version: Version = "1.50".parse()?;
    /// assert_eq!(version.lambda_engine(), LambdaEngine::GraalJs22);
    /// assert_eq!(version.lambda_engine().release(), "22.3.3");
    /// # Ok::<(), reconcile_kit::model::UnknownVersion>(())
    /// ```
    #[must_use]
    pub fn lambda_engine(self) -> LambdaEngine {
        let known = LambdaEngine::ALL.iter().rev().copied();
        known.into_iter().find(|engine| self >= engine.since()).unwrap_or(LambdaEngine::Nashorn)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_version_runs_its_engine() {
        for (version, name, release) in [
            ("1.28", "Nashorn", "22.3.3"),
            ("1.34.9", "Nashorn", "22.3.3"),
            ("1.35", "GraalJS 22.3", "22.3.3"),
            ("1.50.1", "GraalJS 22.3", "22.3.3"),
            ("1.51", "GraalJS 23.1", "23.1.2"),
            ("1.55.9", "GraalJS 23.1", "23.1.2"),
            ("1.56.0", "GraalJS 24.1", "24.1.2"),
            ("1.70", "GraalJS 24.1", "24.1.2"),
        ] {
            let engine = version.parse::<Version>().map(Version::lambda_engine);
            assert_eq!(engine.map(LambdaEngine::name), Ok(name), "{version}");
            assert_eq!(engine.map(LambdaEngine::release), Ok(release), "{version}");
        }
    }

    #[test]
    fn engines_come_in_the_order_of_their_versions() {
        assert!(LambdaEngine::ALL.is_sorted_by_key(|engine| engine.since()));
        assert_eq!(LambdaEngine::ALL.first().map(|engine| engine.since()), Some(Version::OLDEST));
    }
}
