import { useState } from "preact/hooks";
import type { JsonForm } from "../parts/json-form.js";
import { type Column, EntryTable } from "./EntryTable.js";
import type { Entries } from "./entries.js";
import { removeRow } from "./people.js";
import { UserRow } from "./UserRow.js";

const COLUMNS: readonly Column[] = [
  { name: "which", words: "User", isSaid: true },
  { name: "email", words: "E-mail" },
  { name: "username", words: "Username" },
  { name: "name", words: "Name" },
  { name: "verified", words: "Verified" },
  { name: "active", words: "Active" },
  { name: "registered", words: "Roles" },
  { name: "away", words: "Remove", isSaid: true },
];

interface Props {
  readonly users: JsonForm;
  readonly entries: Entries;
}

/** The users as a table; a row folds out to what it has no column for. */
export function UserTable({ users, entries }: Props) {
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set());
  const toggle = (index: number) => {
    const next = new Set(open);
    if (!next.delete(index)) next.add(index);
    setOpen(next);
  };
  const remove = (index: number) => {
    const others = [...open].filter((one) => one !== index);
    setOpen(new Set(others.map((one) => (one > index ? one - 1 : one))));
    removeRow("users", index);
  };
  return (
    <EntryTable
      {...entries}
      label="Table of users"
      columns={COLUMNS}
      first="email"
      remove={remove}
      row={(index, away) => (
        <UserRow
          key={index}
          {...{ users, index }}
          isOpen={open.has(index)}
          toggle={() => toggle(index)}
          remove={away}
        />
      )}
    />
  );
}
