//! No link exists: the linking strategy decides whom the person becomes.

use super::{Candidate, Course, Ending, Linking, NotLinked, NotRun, PendingLink, Refusal, Step};
use crate::claims::EmailVerified;
use crate::mapping::{IdentityPermit, Permit, Reconciler};
use crate::model::{
    Assumption, Feature, LinkingClaim, LinkingStrategy, Registration, User, normal_email,
};
use serde_json::Value;

impl Course<'_> {
    /// Applies the linking strategy.
    pub(super) fn match_by_strategy(
        &mut self,
        unique_id: &str,
        reconciler: Option<&mut dyn Reconciler>,
    ) -> Result<Candidate, Ending> {
        let setting = self.setting;
        if self.attempt.no_link && setting.version.has(Feature::NoLink) {
            self.journal.note(Step::DeclinedToLink);
            return Err(Ending::NotLinked(NotLinked::Declined));
        }
        let strategy = setting.identity_provider.strategy();
        self.journal.note(Step::AppliedStrategy(strategy));
        match strategy {
            LinkingStrategy::LinkAnonymously => self.make_anonymous(reconciler.is_some()),
            LinkingStrategy::CreatePendingLink => Err(self.leave_pending(unique_id, reconciler)?),
            LinkingStrategy::Disabled => Err(Ending::NotLinked(NotLinked::Disabled)),
            LinkingStrategy::Unsupported => {
                Err(Refusal::UnsupportedLinkingStrategy(strategy).into())
            }
            LinkingStrategy::LinkByEmail | LinkingStrategy::LinkByEmailForExistingUser => {
                self.match_by_claim(LinkingClaim::Email, strategy, reconciler)
            }
            LinkingStrategy::LinkByUsername | LinkingStrategy::LinkByUsernameForExistingUser => {
                self.match_by_claim(LinkingClaim::Username, strategy, reconciler)
            }
        }
    }

    fn make_anonymous(&mut self, has_reconciler: bool) -> Result<Candidate, Ending> {
        if has_reconciler {
            self.journal.note(Step::LeftOut(NotRun::Anonymous));
        }
        self.check_link_limit(0)?;
        Ok(Candidate {
            user: User::blank(),
            registration: self.new_registration(),
            linking: Linking::CreatedAnonymously,
            link: None,
        })
    }

    /// The pending link that the person has to complete, with what a lambda makes of it where one runs.
    fn leave_pending(
        &mut self,
        unique_id: &str,
        reconciler: Option<&mut dyn Reconciler>,
    ) -> Result<Ending, Ending> {
        let provider = &self.setting.identity_provider;
        let mut email = self.identity.email.value.clone();
        let mut username = self.identity.username.value.clone();
        if let Some(reconciler) = reconciler {
            self.journal.met.insert(Assumption::LambdaOnPending);
            if self.setting.assumptions.is(Assumption::LambdaOnPending, "runs") {
                let mut user = User::blank();
                user.set("email", email.clone().map(Value::from));
                user.set("username", username.clone().map(Value::from));
                let permit = Permit { creates_user: true, identity: IdentityPermit::Open };
                let registration = self.new_registration();
                let (user, _) =
                    self.reconcile(reconciler, 1, &user, registration.as_ref(), permit)?;
                // What the lambda left alone is shown as the provider wrote it, like without a lambda.
                email = email.filter(|came| normal_email(came) == user.email()).or(user.email());
                username = username
                    .filter(|came| Some(came.trim()) == user.username())
                    .or_else(|| user.username().map(str::to_owned));
            } else {
                self.journal.note(Step::LeftOut(NotRun::Pending));
            }
        }
        Ok(Ending::Pending(PendingLink {
            display_name: email.clone().or_else(|| username.clone()),
            email,
            identity_provider_id: provider.id().to_owned(),
            identity_provider_name: provider.name().to_owned(),
            identity_provider_type: provider.provider_type().name().to_owned(),
            identity_provider_user_id: unique_id.to_owned(),
            username,
        }))
    }

    fn match_by_claim(
        &mut self,
        claim: LinkingClaim,
        strategy: LinkingStrategy,
        reconciler: Option<&mut dyn Reconciler>,
    ) -> Result<Candidate, Ending> {
        let value = match claim {
            LinkingClaim::Email => self.identity.email.value.as_deref().and_then(normal_email),
            LinkingClaim::Username => {
                self.identity.username.value.as_deref().map(|name| name.trim().to_owned())
            }
        };
        let value = value.filter(|_| self.names_identity_claims());
        let mut matched = value.as_deref().and_then(|value| self.look_up(claim, value));
        self.note_match(claim, value.as_deref(), matched.as_ref());
        let unverified = claim == LinkingClaim::Email && self.is_email_unverified();
        // A lambda may yet bring the address, and then it is looked at afterwards like any other.
        if unverified && value.is_some() && reconciler.is_some() {
            self.journal.met.insert(Assumption::EmailVerifiedCheck);
            if self.setting.assumptions.is(Assumption::EmailVerifiedCheck, "before-lambda") {
                return Err(Refusal::UnverifiedEmail.into());
            }
        }
        if let Some(user) = &matched {
            self.deny_first(user)?;
        }
        let (mut user, mut registration) = self.draft(claim, value.as_deref(), matched.as_ref());
        if let Some(reconciler) = reconciler {
            (user, registration, matched) =
                self.reconcile_unlinked(claim, &user, registration.as_ref(), matched, reconciler)?;
        }
        self.check_match(claim, strategy, &user, matched.as_ref(), unverified)?;
        let linking = if matched.is_some() { Linking::LinkedExisting } else { Linking::Created };
        Ok(Candidate { user, registration, linking, link: None })
    }

    /// Whether the identity provider's answer names the e-mail address and the username to FusionAuth.
    fn names_identity_claims(&mut self) -> bool {
        if self.setting.identity_provider.provider_type().claims().documented {
            return true;
        }
        self.journal.met.insert(Assumption::ProviderIdentityClaims);
        self.setting.assumptions.is(Assumption::ProviderIdentityClaims, "usual-names")
    }

    /// The user who has the value; notes the assumption on case when it decides.
    pub(super) fn look_up(&mut self, claim: LinkingClaim, value: &str) -> Option<User> {
        let assumptions = &self.setting.assumptions;
        let view = self.directory.in_tenant(self.setting.tenant());
        let found = view.find(claim, value, assumptions);
        if claim == LinkingClaim::Username {
            let in_case = |choice| {
                view.find(claim, value, &assumptions.with(Assumption::UsernameCase, choice))
            };
            if in_case("sensitive").map(User::id) != in_case("insensitive").map(User::id) {
                self.journal.met.insert(Assumption::UsernameCase);
            }
        }
        found.cloned()
    }

    fn note_match(&mut self, claim: LinkingClaim, value: Option<&str>, matched: Option<&User>) {
        if let (Some(value), Some(user)) = (value, matched) {
            let user = user.id().to_owned();
            self.journal.note(Step::MatchedUser { claim, value: value.to_owned(), user });
            return;
        }
        self.journal.note(Step::MatchedNobody { claim, value: value.map(str::to_owned) });
        let Some(value) = value.filter(|_| claim == LinkingClaim::Email) else { return };
        let view = self.directory.in_tenant(self.setting.tenant());
        if let Some(user) = view.find(LinkingClaim::Username, value, &self.setting.assumptions) {
            let user = user.id().to_owned();
            self.journal.note(Step::PassedOverUsername { value: value.to_owned(), user });
        }
    }

    fn is_email_unverified(&mut self) -> bool {
        match self.identity.email_verified.0 {
            EmailVerified::No => true,
            EmailVerified::NoAsText => {
                self.journal.met.insert(Assumption::StringFalseEmailVerified);
                self.setting.assumptions.is(Assumption::StringFalseEmailVerified, "is-false")
            }
            EmailVerified::Yes | EmailVerified::Unstated | EmailVerified::Unclear => false,
        }
    }

    /// What a reconciler is given: the user found, or a blank one with the value that is linked on.
    fn draft(
        &self,
        claim: LinkingClaim,
        value: Option<&str>,
        matched: Option<&User>,
    ) -> (User, Option<Registration>) {
        if let Some(user) = matched {
            return (user.clone(), self.registration_of(user));
        }
        let mut user = User::blank();
        user.set(claim.field(), value.map(Value::from));
        (user, self.new_registration())
    }

    /// The registration that a run is offered: the stored one, or a blank one where this login may create it.
    pub(super) fn registration_of(&self, user: &User) -> Option<Registration> {
        user.registration(&self.setting.application.id).or_else(|| self.new_registration())
    }

    /// A blank registration, where this login may create one.
    pub(super) fn new_registration(&self) -> Option<Registration> {
        self.setting.creates_registration().then(Registration::blank)
    }

    pub(super) fn permit(&self, claim: LinkingClaim, creates_user: bool) -> Permit {
        let open = self.setting.version.has(Feature::LambdaSetsLinkingClaim);
        let identity = if open {
            IdentityPermit::LinkingOn(claim)
        } else {
            IdentityPermit::ClosedByVersion(claim)
        };
        Permit { creates_user, identity }
    }

    /// Whether the person may be linked to, or become, this user.
    fn check_match(
        &mut self,
        claim: LinkingClaim,
        strategy: LinkingStrategy,
        user: &User,
        matched: Option<&User>,
        unverified: bool,
    ) -> Result<(), Ending> {
        if user.identity(claim).is_none() {
            return Err(match claim {
                LinkingClaim::Email => Refusal::MissingEmail.into(),
                LinkingClaim::Username => Refusal::MissingUsername.into(),
            });
        }
        if unverified {
            return Err(Refusal::UnverifiedEmail.into());
        }
        if claim == LinkingClaim::Email && self.setting.version.has(Feature::EmailVerifiedCheck) {
            let said = self.identity.email_verified.0;
            self.journal.note(Step::AcceptedEmail { said });
        }
        let Some(user) = matched else {
            return match strategy {
                LinkingStrategy::LinkByEmailForExistingUser => {
                    Err(Refusal::UserDoesNotExistByEmail.into())
                }
                LinkingStrategy::LinkByUsernameForExistingUser => {
                    Err(Refusal::UserDoesNotExistByUsername.into())
                }
                _ => self.check_link_limit(0),
            };
        };
        let view = self.directory.in_tenant(self.setting.tenant());
        let provider = self.setting.identity_provider.id();
        if self.setting.version.has(Feature::OneLinkPerUser)
            && let Some(link) = view.links_of(provider, user.id()).next()
        {
            let (user, unique_id) = (link.user_id.clone(), link.identity_provider_user_id.clone());
            self.journal.note(Step::FoundOtherLink { user, unique_id });
            return Err(Refusal::ExistingUserAlreadyLinked.into());
        }
        self.check_link_limit(view.links_of(provider, user.id()).count())
    }

    /// The limit is documented for the Link API; whether it also stops a strategy is an assumption.
    fn check_link_limit(&mut self, links: usize) -> Result<(), Ending> {
        let Some(limit) = self.reached_limit(links) else { return Ok(()) };
        self.journal.met.insert(Assumption::LinkLimitOnAutomaticLink);
        if self.setting.assumptions.is(Assumption::LinkLimitOnAutomaticLink, "enforced") {
            return Err(Refusal::LinkCountExceeded(limit).into());
        }
        Ok(())
    }

    /// The link limit, where a user with so many links has reached it.
    pub(super) fn reached_limit(&mut self, links: usize) -> Option<u32> {
        let limit = self.setting.link_limit().filter(|limit| links >= *limit as usize)?;
        self.journal.note(Step::ReachedLinkLimit { links, limit });
        Some(limit)
    }
}
