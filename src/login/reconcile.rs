//! Lets the lambda, policy or attribute mappings write, keeps what counts, and runs them again when the
//! value that is linked on moved the login to another user.

use super::{Candidate, Course, Ending, NotRun, Refusal, Step, Writer};
use crate::mapping::{
    Arguments, Author, EventLogEntry, EventLogType, Failure, FailureKind, Guarded, IgnoredBecause,
    IgnoredWrite, Permit, Reconciled, Reconciler, RuleStep, Unreadable, guard,
};
use crate::model::{
    Assumption, Feature, LinkingClaim, LinkingStrategy, Registration, User, pointer,
};
use serde_json::{Map, Value};

/// User, registration, and the existing user behind them if there is one.
type Reconciliation = (User, Option<Registration>, Option<User>);

impl Course<'_> {
    /// The person is linked: identity stays, everything else may be written.
    pub(super) fn reconcile_linked(
        &mut self,
        candidate: Candidate,
        reconciler: Option<&mut dyn Reconciler>,
    ) -> Result<Candidate, Ending> {
        self.deny_first(&candidate.user)?;
        let Some(reconciler) = reconciler else { return Ok(candidate) };
        if self.setting.identity_provider.strategy() == LinkingStrategy::LinkAnonymously {
            self.journal.note(Step::LeftOut(NotRun::Anonymous));
            return Ok(candidate);
        }
        let (user, registration) = self.reconcile(
            reconciler,
            1,
            &candidate.user,
            candidate.registration.as_ref(),
            Permit::SETTLED,
        )?;
        Ok(Candidate { user, registration, ..candidate })
    }

    /// The person is not linked: the value that is linked on may still change, and with it the user.
    pub(super) fn reconcile_unlinked(
        &mut self,
        claim: LinkingClaim,
        user: &User,
        registration: Option<&Registration>,
        matched: Option<User>,
        reconciler: &mut dyn Reconciler,
    ) -> Result<Reconciliation, Ending> {
        let permit = self.permit(claim, matched.is_none());
        let before = user.identity(claim);
        let (mut left, left_registration) =
            self.reconcile(reconciler, 1, user, registration, permit)?;
        let after = left.identity(claim).filter(|after| Some(after) != before.as_ref());
        let Some(value) = after else { return Ok((left, left_registration, matched)) };
        let found = self.look_up(claim, &value);
        match (found, matched) {
            (Some(found), matched) if matched.as_ref().map(User::id) != Some(found.id()) => {
                self.deny_first(&found)?;
                self.journal.note(Step::MovedToUser { claim, value, user: found.id().to_owned() });
                let stored = self.registration_of(&found);
                // The user is settled now: a second change of mind would rename somebody else's account.
                let (user, registration) =
                    self.reconcile(reconciler, 2, &found, stored.as_ref(), Permit::SETTLED)?;
                Ok((user, registration, Some(found)))
            }
            (None, Some(matched)) => {
                self.journal.met.insert(Assumption::LinkingClaimOfMatchedUser);
                if self.setting.assumptions.is(Assumption::LinkingClaimOfMatchedUser, "keeps") {
                    left.set(claim.field(), before.map(Value::from));
                }
                Ok((left, left_registration, Some(matched)))
            }
            (_, matched) => Ok((left, left_registration, matched)),
        }
    }

    /// One run, and what of it counts.
    pub(super) fn reconcile(
        &mut self,
        reconciler: &mut dyn Reconciler,
        run: u8,
        user: &User,
        registration: Option<&Registration>,
        permit: Permit,
    ) -> Result<(User, Option<Registration>), Ending> {
        let author = reconciler.author();
        // A scenario may leave out what FusionAuth's classes always print, and a lambda may rely on it.
        let mut printed = user.completed();
        self.stamp_new(&mut printed);
        let transient = Registration::blank();
        let offered = registration.map(Registration::completed);
        let offered = offered.or_else(|| self.offers_transient(author).then_some(transient));
        self.journal.runs = run;
        self.journal.note(Step::Reconciled { author, run });
        let left = self.call(reconciler, run, &printed, offered.as_ref())?;
        self.journal.met.extend(left.met);
        let assumptions = &self.setting.assumptions;
        let guarded = guard(&printed, offered.as_ref(), &left, author, permit, assumptions)
            .map_err(|(unreadable, met)| {
                self.journal.met.extend(met);
                self.fail(unreadable_value(&unreadable, &left))
            })?;
        self.keep_records(&left, (&printed, offered.as_ref()), &guarded, (author, run));
        self.journal.ignored.extend(guarded.ignored);
        let user = guarded.user.without_added(user);
        let Some(stored) = registration else {
            self.drop_transient(guarded.registration.as_ref());
            return Ok((user, None));
        };
        Ok((user, guarded.registration.map(|after| after.without_added(stored))))
    }

    fn call(
        &mut self,
        reconciler: &mut dyn Reconciler,
        run: u8,
        user: &User,
        registration: Option<&Registration>,
    ) -> Result<Reconciled, Ending> {
        let version = self.setting.version;
        let tokens = encoded_tokens(self);
        let arguments = Arguments {
            run,
            exploring: self.setting.exploring,
            version,
            provider: self.setting.identity_provider.provider_type(),
            console_warn: self.setting.assumptions.value(Assumption::ConsoleWarn),
            user: user.fields(),
            registration: registration.map(Registration::fields),
            userinfo: &self.attempt.tokens.userinfo,
            id_token: self.identity.id_token.claims(&self.attempt.tokens),
            tokens: version.has(Feature::LambdaTokens).then_some(&tokens),
            context: version.has(Feature::LambdaContext),
        };
        let left = reconciler.reconcile(&arguments).map_err(|mut failure| {
            self.note_rules(std::mem::take(&mut failure.rules));
            if failure.kind == FailureKind::DidNotLoad {
                // Nothing ran, so nothing is told of a run.
                self.journal.runs = run.saturating_sub(1);
                self.journal
                    .steps
                    .retain(|step| !matches!(step, Step::Reconciled { run: of, .. } if *of == run));
            }
            self.fail(failure)
        });
        left.map(|mut left| {
            self.note_rules(std::mem::take(&mut left.rules));
            left
        })
    }

    fn note_rules(&mut self, rules: Vec<RuleStep>) {
        self.journal.steps.extend(rules.into_iter().map(Step::AppliedRule));
    }

    /// A user who is about to be created is told by the missing stamp, unless FusionAuth is assumed to set it before.
    fn stamp_new(&self, user: &mut User) {
        let present = self.setting.assumptions.is(Assumption::NewUserStamp, "present");
        if present && user.id().is_empty() {
            user.set("insertInstant", Some(Value::from(self.setting.now)));
        }
    }

    /// Whether a lambda gets a registration that will be thrown away.
    fn offers_transient(&mut self, author: Author) -> bool {
        if self.setting.identity_provider.provider_type().is_connector() {
            return false;
        }
        if author == Author::Lambda {
            self.journal.met.insert(Assumption::RegistrationWhenNotCreated);
        }
        self.setting.assumptions.is(Assumption::RegistrationWhenNotCreated, "transient")
    }

    /// What was written to a registration that is not created has no effect.
    fn drop_transient(&mut self, registration: Option<&Registration>) {
        let Some(registration) = registration else { return };
        let blank = Registration::blank();
        for (name, value) in registration.fields() {
            if blank.fields().get(name) != Some(value) {
                let path = pointer::child("/registration", name);
                let because = IgnoredBecause::NotRegistered;
                self.journal.ignored.push(IgnoredWrite { path, value: value.clone(), because });
            }
        }
    }

    /// The last run counts: what an earlier one wrote went to a user who is left alone now.
    fn keep_records(
        &mut self,
        left: &Reconciled,
        before: (&User, Option<&Registration>),
        guarded: &Guarded,
        (author, run): (Author, u8),
    ) {
        let journal = &mut *self.journal;
        journal.met.extend(guarded.met);
        journal.ignored.clear();
        journal.authorship.clear();
        journal.event_log.extend(left.event_log.iter().cloned());
        let user = changed_fields("/user", Some(before.0.fields()), Some(guarded.user.fields()));
        let registration = changed_fields(
            "/registration",
            before.1.map(Registration::fields),
            guarded.registration.as_ref().map(Registration::fields),
        );
        for path in user.chain(registration) {
            journal.wrote(&path, Writer::Reconciler(author, run), Vec::new());
        }
        for origin in &left.origins {
            journal.credit(Writer::Reconciler(origin.author, run), origin, guarded);
        }
    }

    fn fail(&mut self, failure: Failure) -> Ending {
        let mut entries = failure.event_log.clone();
        self.journal.met.extend(failure.met);
        if !matches!(failure.kind, FailureKind::Denied { .. }) {
            // FusionAuth writes one entry of a kind, so what was thrown joins what was logged as an error.
            match entries.iter_mut().find(|entry| entry.kind == EventLogType::Error) {
                Some(entry) => {
                    entry.message.push('\n');
                    entry.message.push_str(&failure.message);
                }
                None => entries.push(EventLogEntry {
                    kind: EventLogType::Error,
                    message: failure.message.clone(),
                }),
            }
        }
        self.journal.event_log.extend(entries);
        Refusal::ReconcilerFailed(failure).into()
    }
}

/// Pointers to the top-level fields that are not the same any more.
fn changed_fields<'a>(
    root: &'a str,
    before: Option<&'a Map<String, Value>>,
    after: Option<&'a Map<String, Value>>,
) -> impl Iterator<Item = String> + 'a {
    let names = [before, after].into_iter().flatten().flat_map(Map::keys);
    let changed = names.filter(move |name| {
        before.and_then(|fields| fields.get(*name)) != after.and_then(|fields| fields.get(*name))
    });
    changed.map(move |name| pointer::child(root, name))
}

fn encoded_tokens(course: &Course<'_>) -> Map<String, Value> {
    let tokens = &course.attempt.tokens;
    let id_token = tokens.id_token.as_ref().and_then(|token| token.encoded.as_ref());
    [("access_token", tokens.access_token.as_ref()), ("id_token", id_token)]
        .into_iter()
        .filter_map(|(name, text)| Some((name.to_owned(), Value::from(text?.clone()))))
        .collect()
}

fn unreadable_value(unreadable: &Unreadable, left: &Reconciled) -> Failure {
    let value = crate::model::shorten(&unreadable.value.to_string());
    let mut failure = Failure::threw(format!(
        "`{}` cannot hold `{value}`: it holds {}",
        unreadable.path, unreadable.expected
    ));
    // The last write to the field, or to something in it, is the one that counts.
    let inside = format!("{}/", unreadable.path);
    let writes = left.origins.iter().rev();
    let mut writes =
        writes.filter(|origin| origin.path == unreadable.path || origin.path.starts_with(&inside));
    failure.position = writes.find_map(|origin| origin.position);
    failure.event_log.clone_from(&left.event_log);
    failure
}
