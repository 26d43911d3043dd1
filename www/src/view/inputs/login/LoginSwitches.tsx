import { CheckField, Group, SecretField, SelectField } from "../parts/fields.js";
import type { JsonForm } from "../parts/json-form.js";
import { userOptions } from "../users/people.js";

const VERIFIED = [
  { value: "", words: "as far as the configuration allows" },
  { value: "true", words: "yes, it is good" },
  { value: "false", words: "no, it is not good" },
];

/** What else belongs to a login. */
export function LoginSwitches({ login }: { readonly login: JsonForm }) {
  const verified = login.value(["idTokenVerified"]);
  return (
    <Group title="How the login is made">
      <div class="fields">
        <SelectField
          label="FusionAuth can verify the ID token"
          help="Nothing is verified here: this says what FusionAuth finds. It ignores a token that is not good."
          value={typeof verified === "boolean" ? String(verified) : ""}
          options={VERIFIED}
          onChoose={(value) =>
            login.set(["idTokenVerified"], value === "" ? undefined : value === "true")
          }
        />
        <SelectField
          label="Completes a pending link to"
          help="The user who logged in, after an earlier login ended with a pending link."
          value={login.string(["pendingLinkUserId"])}
          options={[{ value: "", words: "nobody" }, ...userOptions()]}
          onChoose={(id) => login.set(["pendingLinkUserId"], id === "" ? undefined : id)}
        />
        <SecretField
          form={login}
          path={["accessToken"]}
          label="Access token"
          help="Only a lambda that reads tokens sees it."
        />
        <CheckField
          form={login}
          path={["noLink"]}
          label="The request says noLink"
          help="FusionAuth then makes no link (since 1.29)."
          standard={false}
        />
      </div>
    </Group>
  );
}
