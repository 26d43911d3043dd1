import "./entries.css";
import { useState } from "preact/hooks";
import { editSection } from "../../../app/actions.js";
import { Piece } from "../parts/Piece.js";
import { sectionForm } from "../parts/sections.js";
import { LinkCard } from "./LinkCard.js";
import { addLink, addUser, userOptions } from "./people.js";
import { QuickActions } from "./QuickActions.js";
import { UserCard } from "./UserCard.js";

/** More than anybody edits by hand; the JSON has all of them. */
const SHOWN = 50;

/** The users and links that exist before the login. */
export function UsersPanel() {
  const [users, links] = [sectionForm("users"), sectionForm("links")];
  return (
    <div class="users-panel">
      <QuickActions />
      <Piece
        piece="users"
        title="Users before the login"
        shape="array"
        form={users}
        onText={(text) => editSection("users", text)}
      >
        <Cards
          count={users.length([])}
          none="FusionAuth knows nobody yet."
          render={(index) => <UserCard key={index} users={users} index={index} />}
        />
        <button type="button" onClick={addUser}>
          + Add a user
        </button>
      </Piece>
      <Piece
        piece="links"
        title="Links before the login"
        shape="array"
        form={links}
        onText={(text) => editSection("links", text)}
      >
        <Cards
          count={links.length([])}
          none="Nobody is linked to this identity provider yet."
          render={(index) => <LinkCard key={index} links={links} index={index} />}
        />
        <button
          type="button"
          disabled={userOptions().length === 0}
          onClick={() => addLink({ identityProviderUserId: "", userId: userOptions()[0]?.value })}
        >
          + Add a link
        </button>
        {userOptions().length === 0 && <span class="aside"> A link needs a user to lead to.</span>}
      </Piece>
    </div>
  );
}

interface CardsProps {
  readonly count: number;
  readonly none: string;
  render(index: number): preact.VNode;
}

function Cards({ count, none, render }: CardsProps) {
  const [isWhole, setWhole] = useState(false);
  if (count === 0) return <p class="nothing">{none}</p>;
  const shown = isWhole ? count : Math.min(count, SHOWN);
  return (
    <>
      <ul class="entries">{Array.from({ length: shown }, (_, index) => render(index))}</ul>
      {shown < count && (
        <button type="button" onClick={() => setWhole(true)}>
          Show all {count}
        </button>
      )}
    </>
  );
}
