//! Before anybody is looked up: are application and identity provider on, and who is this person.

use super::{ClaimRole, Course, Ending, Refusal, Step};
use crate::claims::IdTokenUse;
use crate::model::{Feature, LinkingStrategy};

impl Course<'_> {
    /// Refuses everybody when application, identity provider or strategy cannot be used.
    pub(super) fn open_doors(&mut self) -> Result<(), Ending> {
        let setting = self.setting;
        if !setting.application.is_active() {
            return Err(Refusal::InvalidApplication.into());
        }
        if !setting.is_enabled {
            return Err(Refusal::IdentityProviderDisabled.into());
        }
        let owner = setting.identity_provider.tenant_id.as_deref();
        let foreign =
            matches!((owner, setting.tenant()), (Some(owner), Some(tenant)) if owner != tenant);
        if foreign && setting.version.has(Feature::TenantIdentityProvider) {
            return Err(Refusal::IdentityProviderOfOtherTenant.into());
        }
        if setting.identity_provider.provider_type().is_connector() {
            return Ok(());
        }
        let strategy = setting.identity_provider.strategy();
        let too_new = strategy == LinkingStrategy::Disabled
            && !setting.version.has(Feature::DisabledStrategy);
        if too_new || strategy == LinkingStrategy::Unsupported {
            return Err(Refusal::UnsupportedLinkingStrategy(strategy).into());
        }
        Ok(())
    }

    /// The person's unique id, which every login needs.
    pub(super) fn read_identity(&mut self) -> Result<String, Ending> {
        let identity = self.identity;
        if identity.id_token != IdTokenUse::Absent {
            self.journal.note(Step::UsedIdToken(identity.id_token));
        }
        for (role, claim) in [
            (ClaimRole::UniqueId, &identity.unique_id),
            (ClaimRole::Email, &identity.email),
            (ClaimRole::Username, &identity.username),
        ] {
            self.journal.note(Step::ReadClaim {
                role,
                value: claim.value.clone(),
                source: claim.source.clone(),
            });
        }
        if let (said, Some(source)) = &identity.email_verified {
            self.journal.note(Step::ReadVerification { said: *said, source: source.clone() });
        }
        identity.unique_id.value.clone().ok_or_else(|| Refusal::MissingUniqueId.into())
    }
}
