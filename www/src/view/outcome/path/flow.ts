// The map of every way that a login can take: rows from top to bottom, and the nodes of each. It is data; which
// nodes light up is read from the ids of the core's steps, and `Drawing.tsx` draws it.

import type { Decision, StepId } from "reconcile-kit";

/** A place on the map that a login passes or does not. */
export interface FlowNode {
  readonly name: string;
  /** What it says while nobody passes. */
  readonly words: string;
  /** Steps that light it up. */
  readonly ids: readonly StepId[];
  /** Steps that are told in the list below the drawing only, and counted here. */
  readonly counts?: { readonly id: StepId; readonly one: string; readonly many: string };
  /** First and last column, from 1 to 3. */
  readonly columns: readonly [number, number];
  /** Decisions of the core that light it up where it writes no step. */
  readonly decisions?: readonly Decision[];
  /** What the outcome holds where it writes no step. */
  readonly holds?: "person" | "ignored";
  /** Beside the way instead of on it. */
  readonly isAside?: boolean;
}

/** A question on the way, and its answers. */
export interface FlowRow {
  readonly name: string;
  readonly question: string;
  readonly nodes: readonly FlowNode[];
}

/** The whole map. */
export const FLOW: readonly FlowRow[] = [
  {
    name: "arrive",
    question: "Who arrives?",
    nodes: [
      {
        name: "person",
        words: "somebody signs in",
        ids: ["used-id-token", "left-out-id-token", "read-claim", "read-verification"],
        columns: [1, 3],
        holds: "person",
      },
    ],
  },
  {
    name: "link",
    question: "Is there a link?",
    nodes: [
      { name: "linked", words: "a link exists", ids: ["found-link"], columns: [1, 1] },
      { name: "unlinked", words: "no link exists", ids: ["found-no-link"], columns: [2, 3] },
    ],
  },
  {
    name: "decide",
    question: "Who decides?",
    nodes: [
      {
        name: "strategy",
        words: "the linking strategy",
        ids: ["applied-strategy"],
        columns: [2, 2],
      },
      {
        name: "declined",
        words: "the request: no link",
        ids: ["declined-to-link"],
        columns: [3, 3],
      },
    ],
  },
  {
    name: "match",
    question: "Who is it?",
    nodes: [
      { name: "found", words: "a user who exists", ids: ["matched-user"], columns: [1, 1] },
      {
        name: "nobody",
        words: "nobody yet",
        ids: ["matched-nobody", "passed-over-username"],
        columns: [2, 2],
      },
      {
        name: "chosen",
        words: "whom the person chose",
        ids: ["completed-pending-link"],
        columns: [3, 3],
      },
    ],
  },
  {
    name: "map",
    question: "What is mapped?",
    nodes: [
      {
        name: "mapped",
        words: "lambda, policy or mappings write fields",
        ids: ["reconciled", "applied-rule"],
        counts: { id: "applied-rule", one: "gate or rule", many: "gates and rules" },
        columns: [1, 2],
      },
      {
        name: "ignored",
        words: "writes without effect",
        ids: [],
        holds: "ignored",
        columns: [3, 3],
        isAside: true,
      },
      {
        name: "unmapped",
        words: "nothing is mapped",
        ids: ["left-out-anonymous", "left-out-pending"],
        columns: [3, 3],
      },
      { name: "moved", words: "another user is found", ids: ["moved-to-user"], columns: [3, 3] },
    ],
  },
  {
    name: "permit",
    question: "May it be linked?",
    nodes: [
      {
        name: "accepted",
        words: "the e-mail may be linked on",
        ids: ["accepted-email"],
        columns: [1, 2],
      },
      {
        name: "occupied",
        words: "linked already, or too often",
        ids: ["found-other-link", "reached-link-limit"],
        columns: [3, 3],
      },
    ],
  },
  {
    name: "store",
    question: "Which user?",
    nodes: [
      {
        name: "kept",
        words: "the existing user",
        ids: ["updated-user"],
        decisions: ["linked", "link-existing"],
        columns: [1, 1],
      },
      { name: "created", words: "a new user", ids: ["created-user"], columns: [2, 2] },
      {
        name: "anonymous",
        words: "a new, nameless user",
        ids: ["created-user-anonymously"],
        columns: [3, 3],
      },
    ],
  },
  {
    name: "new-link",
    question: "A new link?",
    nodes: [
      { name: "link-made", words: "the link is made", ids: ["created-link"], columns: [2, 3] },
    ],
  },
  {
    name: "register",
    question: "Registered?",
    nodes: [
      {
        name: "registered",
        words: "the registration exists",
        ids: ["updated-registration", "took-registration"],
        columns: [1, 1],
      },
      {
        name: "registration-made",
        words: "a new registration",
        ids: ["created-registration"],
        columns: [2, 2],
      },
      { name: "unregistered", words: "not registered", ids: ["not-registered"], columns: [3, 3] },
    ],
  },
  {
    name: "end",
    question: "How does it end?",
    nodes: [
      { name: "in", words: "200 logged in", ids: ["logged-in"], columns: [1, 1] },
      {
        name: "in-unregistered",
        words: "202 not registered",
        ids: ["logged-in-unregistered"],
        columns: [1, 1],
      },
      { name: "waiting", words: "232 pending link", ids: ["pending"], columns: [2, 2] },
      { name: "nowhere", words: "404 linked to nobody", ids: ["not-linked"], columns: [2, 2] },
      { name: "refused", words: "refused", ids: ["refused"], columns: [3, 3] },
    ],
  },
];

/** Ways that lead from one node to another; those that nobody takes are drawn faintly. */
export const WAYS: readonly (readonly [from: string, to: string])[] = [
  ["person", "linked"],
  ["person", "unlinked"],
  ["linked", "mapped"],
  ["unlinked", "strategy"],
  ["unlinked", "declined"],
  ["strategy", "found"],
  ["strategy", "nobody"],
  ["found", "mapped"],
  ["nobody", "mapped"],
  ["mapped", "accepted"],
  ["accepted", "occupied"],
  ["accepted", "kept"],
  ["accepted", "created"],
  ["kept", "registered"],
  ["created", "link-made"],
  ["link-made", "registration-made"],
  ["registered", "in"],
];
