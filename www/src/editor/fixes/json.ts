// Fixes for JSON: the scenario's pieces and policies.

import { stepsOf } from "../../draft/pointer.js";
import { unquoted } from "../json/place.js";
import { type Fix, nodeAt, quotedAfter, repair } from "./fix.js";

/** What was misspelt, as the core says what was meant. It is the key before a value, the value, or inside it. */
export const nearest: Fix = (subject) => {
  const { finding, at, text } = subject;
  const meant = quotedAfter(finding, "did you mean");
  if (!meant) return undefined;
  const name = finding.found ?? stepsOf(finding.path).at(-1) ?? "";
  const written = JSON.stringify(name);
  const [after, before] = [text.indexOf(written, at), text.lastIndexOf(written, at)];
  const isKey = before >= 0 && /^\s*:\s*$/.test(text.slice(before + written.length, at));
  const from = isKey ? before : after;
  if (from < 0 || from - at > 1000) return undefined;
  return repair(`Write ${meant}`, from, from + written.length, JSON.stringify(meant));
};

/** An issuer without the slash at its end. */
export const dropSlash: Fix = ({ top, at, text }) => {
  const node = nodeAt(top, at, ["String"]);
  if (!node) return undefined;
  const address = unquoted(text.slice(node.from, node.to));
  if (!address.endsWith("/")) return undefined;
  const insert = JSON.stringify(address.replace(/\/+$/, ""));
  return repair("Take the slash at the end out", node.from, node.to, insert);
};

/** A scope that asks for an ID token. */
export const addOpenid: Fix = ({ top, at, text }) => {
  const node = nodeAt(top, at, ["String"]);
  if (!node) return undefined;
  const scope = unquoted(text.slice(node.from, node.to));
  const insert = JSON.stringify(`openid ${scope}`.trim());
  return repair("Add openid to the scope", node.from, node.to, insert);
};

/** A canonical boolean is compared with a boolean. */
export const realBoolean: Fix = (subject) => {
  const object = nodeAt(subject.top, subject.at, ["Object"]);
  if (!object) return undefined;
  const code = subject.text.slice(object.from, object.to);
  const [whole, before = "", value = ""] =
    /^([^{}]*"equals"\s*:\s*)"(true|false)"/i.exec(code.slice(1)) ?? [];
  if (!whole) return undefined;
  const from = object.from + 1 + before.length;
  return repair(
    `Write ${value} without quotation marks`,
    from,
    from + value.length + 2,
    value.toLowerCase(),
  );
};

/** Groups without those that Cognito makes itself. */
export const assignedGroups: Fix = ({ top, at, text }) => {
  const node = nodeAt(top, at, ["Object", "String", "Array"]);
  const written = '"cognito:groups"';
  const from = text.indexOf(written, at);
  if (!node || from < 0 || from >= node.to) return undefined;
  return repair("Read assigned-groups", from, from + written.length, '"assigned-groups"');
};

/** Says what FusionAuth always prints. */
export const sayEnabled: Fix = ({ top, at, text }) => {
  const object = nodeAt(top, at, ["Object"]);
  if (!object || object.from !== at) return undefined;
  const isEmpty = text.slice(object.from + 1, object.to - 1).trim() === "";
  const [blank = ""] = /^\s*/.exec(text.slice(object.from + 1, object.to)) ?? [];
  const insert = isEmpty ? '"enabled": true' : `${blank}"enabled": true,`;
  return repair('Add "enabled": true', object.from + 1, object.from + 1, insert);
};
