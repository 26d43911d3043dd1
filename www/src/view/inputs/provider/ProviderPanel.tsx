import "./provider.css";
import { editSection } from "../../../app/actions.js";
import { CheckField, Group, SecretField, SelectField, TextField } from "../parts/fields.js";
import type { JsonForm } from "../parts/json-form.js";
import { Piece } from "../parts/Piece.js";
import { sectionForm } from "../parts/sections.js";
import { ClaimNames } from "./ClaimNames.js";
import { PerApplication } from "./PerApplication.js";
import { PerTenant } from "./PerTenant.js";
import { StrategyChoice } from "./StrategyChoice.js";
import { PROVIDER_TYPES } from "./types.js";

const TYPES = PROVIDER_TYPES.map(({ name }) => ({
  value: name,
  words: name === "OpenIDConnect" ? "OpenIDConnect (Amazon Cognito)" : name,
}));

/** The identity provider as FusionAuth has it configured. */
export function ProviderPanel() {
  const provider = sectionForm("identityProvider");
  return (
    <Piece
      piece="identityProvider"
      title="Identity provider"
      shape="object"
      form={provider}
      onText={(text) => editSection("identityProvider", text)}
    >
      <StrategyChoice provider={provider} />
      <ClaimNames provider={provider} />
      <Client provider={provider} />
      <General provider={provider} />
      <PerApplication provider={provider} />
      <PerTenant provider={provider} />
    </Piece>
  );
}

interface Props {
  readonly provider: JsonForm;
}

function General({ provider }: Props) {
  const type = provider.string(["type"]);
  return (
    <Group title="General">
      <div class="fields">
        <CheckField
          form={provider}
          path={["enabled"]}
          label="Enabled"
          help="Counts as true here where it is not stated; FusionAuth's default is false."
          standard={true}
        />
        <CheckField
          form={provider}
          path={["debug"]}
          label="Debug"
          help="Writes each login to the event log; see the Log tab."
          standard={false}
        />
        <SelectField
          label="Type"
          help="Cognito is connected as OpenIDConnect."
          value={type === "" ? "OpenIDConnect" : type}
          options={TYPES}
          onChoose={(name) => provider.set(["type"], name)}
        />
        <TextField form={provider} path={["name"]} label="Name" help="As links and logs show it." />
        <TextField form={provider} path={["id"]} label="Id" help="Links name it." />
        <TextField
          form={provider}
          path={["tenantId"]}
          label="Tenant id"
          help="Absent for all tenants (since 1.62)."
        />
        <TextField
          form={provider}
          path={["lambdaConfiguration", "reconcileId"]}
          label="Reconcile lambda's id"
          help="The lambda's text is in the tab Mapping."
        />
      </div>
    </Group>
  );
}

function Client({ provider }: Props) {
  const oauth2 = (key: string) => ["oauth2", key];
  return (
    <Group title="Client">
      <div class="fields">
        <TextField
          form={provider}
          path={oauth2("issuer")}
          label="Issuer"
          placeholder="https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Ab1"
          help="Where discovery starts. No slash at the end."
        />
        <TextField
          form={provider}
          path={oauth2("client_id")}
          label="Client id"
          help="The app client in Cognito; ID tokens name it as aud."
        />
        <SecretField
          form={provider}
          path={oauth2("client_secret")}
          label="Client secret"
          help="Not needed for a preview."
        />
        <TextField
          form={provider}
          path={oauth2("scope")}
          label="Scope"
          placeholder="openid"
          help="Separated by blanks. Without openid there is no ID token."
        />
      </div>
    </Group>
  );
}
