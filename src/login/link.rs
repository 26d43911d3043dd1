//! Is this person linked already? A link decides alone; e-mail and username no longer matter.

use super::{Candidate, Course, Ending, Linking, Refusal, Step};
use crate::model::LinkingStrategy;

impl Course<'_> {
    /// The user that the person is linked to: by a link that exists, or by a pending link that is completed now.
    pub(super) fn find_link(&mut self, unique_id: &str) -> Result<Option<Candidate>, Ending> {
        let setting = self.setting;
        let view = self.directory.in_tenant(setting.tenant());
        let link = view.link(setting.identity_provider.id(), unique_id);
        let found = link.and_then(|link| Some((link.clone(), view.user(&link.user_id)?)));
        let Some((link, user)) = found else {
            self.journal.note(Step::FoundNoLink { unique_id: unique_id.to_owned() });
            return self.complete_pending_link();
        };
        self.journal.note(Step::FoundLink { user: user.id().to_owned() });
        Ok(Some(Candidate {
            user: user.clone(),
            registration: self.registration_of(user),
            linking: Linking::Linked,
            link: Some(link),
        }))
    }

    /// A pending link is completed when the person has logged in to an account of their own.
    fn complete_pending_link(&mut self) -> Result<Option<Candidate>, Ending> {
        let setting = self.setting;
        let pending = setting.identity_provider.strategy() == LinkingStrategy::CreatePendingLink;
        let Some(id) = self.attempt.pending_link_user_id.as_deref().filter(|_| pending) else {
            return Ok(None);
        };
        let view = self.directory.in_tenant(setting.tenant());
        let Some(user) = view.user(id) else { return Ok(None) };
        let links = view.links_of(setting.identity_provider.id(), id).count();
        if let Some(limit) = self.reached_limit(links) {
            return Err(Refusal::LinkCountExceeded(limit).into());
        }
        self.journal.note(Step::CompletedPendingLink { user: id.to_owned() });
        Ok(Some(Candidate {
            user: user.clone(),
            registration: self.registration_of(user),
            linking: Linking::LinkedExisting,
            link: None,
        }))
    }
}
