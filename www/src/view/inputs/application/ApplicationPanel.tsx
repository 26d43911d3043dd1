import "../users/entries.css";
import { editSection } from "../../../app/actions.js";
import { SelectField, TextField } from "../parts/fields.js";
import { Piece } from "../parts/Piece.js";
import { sectionForm } from "../parts/sections.js";
import { Roles } from "./Roles.js";

const STATES = [
  { value: "", words: "Active, as it is not stated" },
  { value: "Active", words: "Active" },
  { value: "Inactive", words: "Inactive" },
  { value: "PendingDelete", words: "PendingDelete" },
];

/** The application that the login is for, and its tenant. */
export function ApplicationPanel() {
  const [application, tenant] = [sectionForm("application"), sectionForm("tenant")];
  return (
    <div class="application-panel">
      <Piece
        piece="application"
        title="Application"
        shape="object"
        form={application}
        onText={(text) => editSection("application", text)}
      >
        <div class="fields">
          <TextField form={application} path={["name"]} label="Name" />
          <TextField
            form={application}
            path={["id"]}
            label="Id"
            help="The identity provider's settings and registrations name it."
          />
          <TextField form={application} path={["tenantId"]} label="Tenant id" />
          <SelectField
            label="State"
            value={application.string(["state"])}
            options={STATES}
            onChoose={(state) => application.set(["state"], state === "" ? undefined : state)}
          />
        </div>
        <Roles application={application} />
      </Piece>
      <Piece
        piece="tenant"
        title="Tenant"
        shape="object"
        form={tenant}
        onText={(text) => editSection("tenant", text)}
      >
        <div class="fields">
          <TextField form={tenant} path={["name"]} label="Name" />
          <TextField
            form={tenant}
            path={["id"]}
            label="Id"
            help="Users of another tenant do not exist for this login."
          />
        </div>
      </Piece>
    </div>
  );
}
