import type { JsonForm } from "../parts/json-form.js";
import { RemoveButton, TextInput } from "./cells.js";
import { type Column, EntryTable } from "./EntryTable.js";
import type { Entries } from "./entries.js";
import { removeRow, userOptions } from "./people.js";

const COLUMNS: readonly Column[] = [
  { name: "which", words: "Link", isSaid: true },
  { name: "user", words: "Leads to user" },
  { name: "unique", words: "Unique id" },
  { name: "display", words: "Display name" },
  { name: "away", words: "Remove", isSaid: true },
];

interface Props {
  readonly links: JsonForm;
  readonly entries: Entries;
}

/** The links that exist before the login, as a table. */
export function LinkTable({ links, entries }: Props) {
  return (
    <EntryTable
      {...entries}
      label="Table of links"
      columns={COLUMNS}
      first="identityProviderUserId"
      remove={(index) => removeRow("links", index)}
      row={(index, remove) => <LinkRow key={index} {...{ links, index, remove }} />}
    />
  );
}

interface RowProps {
  readonly links: JsonForm;
  readonly index: number;
  remove(): void;
}

function LinkRow({ links, index, remove }: RowProps) {
  const who = `link ${index + 1}`;
  const text = (key: string, words: string) => (
    <TextInput form={links} path={[index, key]} cell={key} label={`${words} of ${who}`} />
  );
  return (
    <tbody>
      <tr data-row={index}>
        <th scope="row" class="which number">
          <span class="said">Link </span>
          {index + 1}
        </th>
        <td class="user">
          <UserSelect links={links} index={index} label={`User of ${who}`} />
        </td>
        <td class="unique">{text("identityProviderUserId", "Unique id")}</td>
        <td class="display">{text("displayName", "Display name")}</td>
        <td class="away">
          <RemoveButton label={`Remove ${who}`} remove={remove} />
        </td>
      </tr>
    </tbody>
  );
}

interface SelectProps {
  readonly links: JsonForm;
  readonly index: number;
  readonly label: string;
}

/** The users there are. An id that is none of theirs is kept and shown. */
function UserSelect({ links, index, label }: SelectProps) {
  const value = links.string([index, "userId"]);
  const options = userOptions();
  const isKnown = options.some((option) => option.value === value);
  return (
    <select
      data-cell="userId"
      aria-label={label}
      value={value}
      onChange={({ currentTarget }) => links.set([index, "userId"], currentTarget.value)}
    >
      {!isKnown && <option value={value}>{value}</option>}
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.words}
        </option>
      ))}
    </select>
  );
}
