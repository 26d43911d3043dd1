import reference from "virtual:reference";
import { beforeEach, expect, test } from "vitest";
import { canUndo, undo } from "../../src/app/actions.js";
import { inputTab } from "../../src/app/layout.js";
import { chosenLogin, draft } from "../../src/app/store.js";
import { BLANK } from "../../src/draft/draft.js";
import { commands } from "../../src/view/inputs/commands.js";
import { moveLogin, removeLogin, replaceLogin } from "../../src/view/inputs/login/logins.js";
import { addLink, linkPerson } from "../../src/view/inputs/users/people.js";

function run(id: string): void {
  const command = commands.find((one) => one.id === id);
  if (!command) throw new Error(`no command ${id}`);
  command.run();
}

beforeEach(() => {
  draft.value = { ...BLANK, logins: ['{"noLink":true}'] };
  chosenLogin.value = 0;
});

test("each linking strategy can be set, also inside FusionAuth's wrapper, and taken back", () => {
  for (const { name } of reference.strategies) {
    run(`inputs.strategy.${name}`);
    expect(JSON.parse(draft.value.sections.identityProvider).linkingStrategy).toBe(name);
  }
  const wrapped = { ...BLANK.sections, identityProvider: '{"identityProvider":{"id":"p"}}' };
  draft.value = { ...draft.value, sections: wrapped };
  run("inputs.strategy.Disabled");
  expect(JSON.parse(draft.value.sections.identityProvider)).toEqual({
    identityProvider: { id: "p", linkingStrategy: "Disabled" },
  });
  expect(canUndo.value).toBe(true);
});

test("a broken identity provider is left alone", () => {
  draft.value = { ...BLANK, sections: { ...BLANK.sections, identityProvider: '{"id":' } };
  const command = commands.find(({ id }) => id === "inputs.strategy.Disabled");
  expect(command?.isEnabled?.()).toBe(false);
});

test("a login is added as a copy, moved, replaced and removed, step by step", () => {
  run("inputs.add-login");
  expect(draft.value).toMatchObject({
    logins: ['{"noLink":true}', '{"noLink":true}'],
    several: true,
  });
  expect([chosenLogin.value, inputTab.value]).toEqual([1, "login"]);
  replaceLogin(1, "{}");
  moveLogin(1, -1);
  expect(draft.value.logins).toEqual(["{}", '{"noLink":true}']);
  expect(chosenLogin.value).toBe(0);
  removeLogin(0);
  expect(draft.value).toMatchObject({ logins: ['{"noLink":true}'], several: false });
  removeLogin(0);
  expect(draft.value.logins).toHaveLength(1);
  undo();
  expect(draft.value.logins).toHaveLength(2);
  undo();
  expect(draft.value.logins).toEqual(['{"noLink":true}', "{}"]);
});

test("a scenario that says logins with one entry goes on saying it", () => {
  draft.value = { ...BLANK, several: true };
  replaceLogin(0, '{"userinfo":{}}');
  expect(draft.value.several).toBe(true);
});

test("users get fixed ids, and a first link gives the identity provider its own", () => {
  run("inputs.add-user");
  run("inputs.add-user");
  expect(JSON.parse(draft.value.sections.users).map(({ id }: { id: string }) => id)).toEqual([
    "00000000-0000-4000-8000-000000000001",
    "00000000-0000-4000-8000-000000000002",
  ]);
  addLink({ userId: "u", identityProviderUserId: "s" });
  const nothing = { value: null, source: null };
  linkPerson(
    {
      uniqueId: { value: "s2", source: "/userinfo/sub" },
      email: nothing,
      emailVerified: nothing,
      username: nothing,
    },
    "u",
  );
  const { id } = JSON.parse(draft.value.sections.identityProvider);
  expect(id).toBe("00000000-0000-4000-8000-000000000003");
  expect(JSON.parse(draft.value.sections.links)).toEqual([
    { identityProviderId: id, userId: "u", identityProviderUserId: "s" },
    { identityProviderId: id, userId: "u", identityProviderUserId: "s2" },
  ]);
});
