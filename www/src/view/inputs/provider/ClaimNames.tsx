import { Group, TextField } from "../parts/fields.js";
import type { JsonForm } from "../parts/json-form.js";
import { claimSettings, providerType } from "./types.js";

/** Which claims FusionAuth itself reads. */
export function ClaimNames({ provider }: { readonly provider: JsonForm }) {
  const name = provider.string(["type"]);
  const type = providerType(name);
  const settings = claimSettings(name);
  if (!type || type.name === "LDAP") return null;
  if (!settings) {
    return (
      <Group title="Claims that FusionAuth reads">
        <p class="hint">
          {type.name} has no settings for them. Unique id: <code>{type.uniqueId}</code>
          {type.email !== "" && ", e-mail: "}
          {type.email !== "" && <code>{type.email}</code>}
          {type.username !== "" && ", username: "}
          {type.username !== "" && <code>{type.username}</code>}.
        </p>
      </Group>
    );
  }
  const isSaml = settings.length === 0 && type.uniqueId === "uniqueIdClaim";
  const field = (key: string, label: string, standard: string, help: string) => (
    <TextField
      form={provider}
      path={[...settings, key]}
      label={label}
      placeholder={isSaml ? "" : standard}
      help={help}
    />
  );
  return (
    <Group title="Claims that FusionAuth reads">
      <div class="fields narrow">
        {field("uniqueIdClaim", "Unique id claim", type.uniqueId, "Links are made on it.")}
        {field("emailClaim", "E-mail claim", type.email, "LinkByEmail looks for it.")}
        {field(
          "usernameClaim",
          "Username claim",
          type.username,
          "LinkByUsername looks for it. Cognito's userinfo calls it username.",
        )}
        {settings.length > 0 &&
          field(
            "emailVerifiedClaim",
            "E-mail verified claim",
            "email_verified",
            "Asked before linking on the e-mail (since 1.48).",
          )}
      </div>
    </Group>
  );
}
