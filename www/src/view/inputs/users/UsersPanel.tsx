import "./entries.css";
import { editSection } from "../../../app/actions.js";
import { useWidth } from "../../parts/use-width.js";
import { Piece } from "../parts/Piece.js";
import { sectionForm } from "../parts/sections.js";
import { Cards } from "./Cards.js";
import { LinkCard } from "./LinkCard.js";
import { LinkTable } from "./LinkTable.js";
import { addLink, addUser, userOptions } from "./people.js";
import { QuickActions } from "./QuickActions.js";
import { UserCard } from "./UserCard.js";
import { UserTable } from "./UserTable.js";

/** From this width on, in pixels, a user's columns have room side by side. */
const TABLE_FROM = 520;

/** The users and links that exist before the login. */
export function UsersPanel() {
  const { element, width } = useWidth<HTMLDivElement>();
  const isWide = width >= TABLE_FROM;
  return (
    <div class="users-panel" ref={element}>
      <QuickActions />
      <Users isWide={isWide} />
      <Links isWide={isWide} />
    </div>
  );
}

interface Props {
  readonly isWide: boolean;
}

function Users({ isWide }: Props) {
  const users = sectionForm("users");
  const entries = {
    count: users.length([]),
    none: "FusionAuth knows nobody yet.",
    canAdd: true,
    addWords: "Add a user",
    add: addUser,
  };
  return (
    <Piece
      piece="users"
      title="Users before the login"
      shape="array"
      form={users}
      onText={(text) => editSection("users", text)}
    >
      {isWide ? (
        <UserTable users={users} entries={entries} />
      ) : (
        <Cards
          {...entries}
          card={(index) => <UserCard key={index} users={users} index={index} />}
        />
      )}
    </Piece>
  );
}

function Links({ isWide }: Props) {
  const links = sectionForm("links");
  const [user] = userOptions();
  const entries = {
    count: links.length([]),
    none: "Nobody is linked to this identity provider yet.",
    canAdd: user !== undefined,
    addWords: "Add a link",
    add: () => addLink({ identityProviderUserId: "", userId: user?.value }),
  };
  return (
    <Piece
      piece="links"
      title="Links before the login"
      shape="array"
      form={links}
      onText={(text) => editSection("links", text)}
    >
      {isWide ? (
        <LinkTable links={links} entries={entries} />
      ) : (
        <Cards
          {...entries}
          card={(index) => <LinkCard key={index} links={links} index={index} />}
        />
      )}
      {!user && <p class="aside add-hint">A link needs a user to lead to.</p>}
    </Piece>
  );
}
