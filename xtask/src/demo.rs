//! `cargo xtask demo`: what a newcomer runs first.

use crate::{
    build,
    failure::Result,
    run::{Process, say},
};

const NEXT: &str = "
What to try next:
  npx --no-install reconcile-kit compare examples/cognito/first-login.json
      the same login under every linking strategy
  npx --no-install reconcile-kit preview examples/cognito/*.json
      the other examples: an existing user, an unverified email, no email, a federated user
  npx --no-install reconcile-kit check examples/cognito/first-login.json
      what the configuration should be warned of
  npx --no-install reconcile-kit init cognito
      a first scenario and test of your own, in this directory

The same in your browser, where you paste a token, edit a lambda or a policy, and see at once
who the person becomes (nothing leaves this machine):
  npx --no-install reconcile-kit playground --open
";

/// Builds, previews the first example and says how to go on.
pub(crate) fn run() -> Result {
    build::run(false)?;
    say(
        "A person signs in to FusionAuth through Cognito for the first time: which user, link and \
         registration come of it, and why.",
    );
    Process::new("node", "js/dist/cli.js preview examples/cognito/first-login.json --trace")
        .or("if the example was changed, restore it with `git checkout examples`")
        .run()?;
    print!("{NEXT}");
    Ok(())
}
