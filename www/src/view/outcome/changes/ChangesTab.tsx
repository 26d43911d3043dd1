import type { Outcome } from "reconcile-kit";
import { counted } from "../parts/words.js";
import { ChangeTable } from "./ChangeTable.js";
import "./changes.css";
import { PendingLink } from "./PendingLink.js";
import { OBJECTS, type Stored } from "./rows.js";

const TITLES: Readonly<Record<Stored, string>> = {
  user: "User",
  registration: "Registration",
  link: "Link",
};

/** User, registration and link before and after the login. */
export function ChangesTab({ outcome }: { readonly outcome: Outcome }) {
  const { changes, pendingLink } = outcome;
  return (
    <div class="changes-tab">
      <h2 class="said">What this login changes</h2>
      <p class="lead">
        {changes.length === 0
          ? `Nothing is stored${outcome.user ? "" : ": user, registration and link stay as they were"}.`
          : `${counted(changes.length, "field changes", "fields change")}. Point at a row to see the claims it came from.`}
      </p>
      {pendingLink && <PendingLink pending={pendingLink} />}
      {OBJECTS.map((stored) => (
        <ChangeTable key={stored} outcome={outcome} stored={stored} title={TITLES[stored]} />
      ))}
    </div>
  );
}
