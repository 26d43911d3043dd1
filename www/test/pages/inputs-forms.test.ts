import { afterAll, beforeAll, expect, test } from "vitest";
import { openTab, showAs, textOf, verdict, write } from "./support/inputs.js";
import { Site } from "./support/site.js";

let site: Site;

beforeAll(async () => {
  site = await Site.start({ isSavingData: true });
});

afterAll(() => site?.close());

test("LinkByUsername chosen in the form is in the JSON and in the verdict", async () => {
  const page = await site.open();
  await openTab(page, "Identity provider");
  await page.getByRole("radio", { name: "LinkByUsername", exact: true }).check();
  await verdict(page, /401/);
  await showAs(page, "Identity provider", "JSON");
  const editor = page.getByRole("textbox", { name: "Identity provider as JSON" });
  const json = await textOf(editor);
  expect(json).toContain('"linkingStrategy": "LinkByUsername"');
  expect(json).toContain('"clientAuthenticationMethod": "client_secret_basic"');
  await write(editor, json.replace("LinkByUsername", "LinkAnonymously"));
  await verdict(page, /200/);
  await showAs(page, "Identity provider", "Form");
  expect(await page.getByRole("radio", { name: "LinkAnonymously" }).isChecked()).toBe(true);
});

test("strategies are chosen with arrow keys", async () => {
  const page = await site.open();
  await openTab(page, "Identity provider");
  await page.getByRole("radio", { name: "LinkByEmail", exact: true }).focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await verdict(page, /no username to link on/);
});

test("without openid the provider's tab says so", async () => {
  const page = await site.open();
  await openTab(page, "Identity provider");
  await page.getByLabel("Scope").fill("email");
  await page.getByRole("tab", { name: /^Identity provider.*finding/ }).waitFor();
  await page.getByRole("list", { name: "Findings in Identity provider" }).waitFor();
  await openTab(page, "Login");
  await page.getByRole("list", { name: "Findings in the ID token" }).waitFor();
  await page.getByRole("columnheader", { name: "ID token not used" }).waitFor();
});

test("a type fixes its claims, and the client secret is masked", async () => {
  const page = await site.open();
  await openTab(page, "Identity provider");
  const secret = page.getByLabel("Client secret", { exact: true });
  expect(await secret.getAttribute("type")).toBe("password");
  await page.getByLabel("Username claim").fill("username");
  await page.getByLabel("Type").selectOption("Steam");
  await page.getByText(/Steam has no settings for them/).waitFor();
});

test("a user with the person's e-mail is linked to, and then found by a link", async () => {
  const page = await site.open();
  await openTab(page, "Users");
  await page.getByRole("button", { name: "Add a user" }).click();
  await page.getByLabel("E-mail of user 1", { exact: true }).fill("jane@example.com");
  await verdict(page, /200 ?link-existing|existing user|is linked to/i);
  await page.getByLabel("User 1 is registered").check();
  await page.getByRole("button", { name: /^Roles of user 1/ }).click();
  await page.getByLabel("clerk").check();
  await page.getByRole("button", { name: "Link", exact: true }).click();
  await verdict(page, /by the link that exists/);
  await site.picture(page, "inputs-users");
  await showAs(page, "Users before the login", "JSON");
  const editor = page.getByRole("textbox", { name: "Users before the login as JSON" });
  const [user] = JSON.parse(await textOf(editor));
  expect(user).toMatchObject({
    id: "00000000-0000-4000-8000-000000000001",
    registrations: [{ roles: ["clerk"] }],
  });
  await showAs(page, "Users before the login", "Form");
  await page.getByRole("button", { name: "Remove link 1" }).click();
  await page.getByRole("button", { name: /^Remove user 1/ }).click();
  await verdict(page, /becomes the new user/);
});

test("the person is made a user by one click", async () => {
  const page = await site.open();
  await openTab(page, "Users");
  await page.getByRole("button", { name: "Make this person a user" }).click();
  await page.getByText("There is a user with this e-mail or username.").waitFor();
  await page.getByLabel("User 1 is active").uncheck();
  await verdict(page, /401|4\d\d/);
});

test("roles are added, renamed and made defaults", async () => {
  const page = await site.open();
  await openTab(page, "Application");
  await page.getByRole("button", { name: "Add a role" }).click();
  await page.getByLabel("Name of role 4").fill("auditor");
  await page.getByLabel("auditor is a default role").check();
  await page.getByRole("button", { name: "Remove clerk" }).click();
  await showAs(page, "Application", "JSON");
  const editor = page.getByRole("textbox", { name: "Application as JSON" });
  expect(JSON.parse(await textOf(editor)).roles).toEqual([
    { name: "admin" },
    { name: "viewer", isDefault: true },
    { name: "auditor", isDefault: true },
  ]);
});

test("an assumption that decides is first, and another value changes the verdict", async () => {
  const page = await site.open();
  await page.getByRole("textbox", { name: "email_verified in userinfo" }).fill("false");
  await verdict(page, /401/);
  await openTab(page, "Settings");
  await page.getByText("decisive", { exact: true }).first().waitFor();
  await site.picture(page, "inputs-assumptions");
  await page.getByLabel("string-false-email-verified").selectOption("ignored");
  await verdict(page, /200/);
});

test("version, time, secrets and answers go into the scenario", async () => {
  const page = await site.open();
  await openTab(page, "Settings");
  await page.getByLabel("FusionAuth version").fill("1.48");
  await page.getByText("Lambda secrets").click();
  await page.getByLabel("Name of a new secret").fill("key");
  await page.getByLabel("Name of a new secret").press("Enter");
  await page.getByLabel("key", { exact: true }).fill("value");
  await page.getByText("Answers to fetch").click();
  await page.getByRole("button", { name: "Add an answer" }).click();
  await page.getByLabel("Address").fill("https://directory.example.com/1");
  await showAs(page, "Secrets", "JSON");
  const secrets = await textOf(page.getByRole("textbox", { name: "Secrets as JSON" }));
  expect(JSON.parse(secrets)).toEqual({ key: "value" });
  await showAs(page, "Answers", "JSON");
  const answers = await textOf(page.getByRole("textbox", { name: "Answers as JSON" }));
  expect(JSON.parse(answers)).toEqual([
    { url: "https://directory.example.com/1", status: 200, body: {} },
  ]);
  await openTab(page, "Scenario");
  const text = await textOf(page.getByRole("textbox", { name: "Scenario as JSON" }));
  expect(text).toContain('"fusionauth": "1.48"');
});

test("the whole scenario is edited as one text, and half of it is kept", async () => {
  const page = await site.open();
  await openTab(page, "Scenario");
  const editor = page.getByRole("textbox", { name: "Scenario as JSON" });
  await write(
    editor,
    '{"identityProvider":{"linkingStrategy":"LinkByUsername"},"login":{"userinfo":{"sub":"1"}}}',
  );
  await verdict(page, /401/);
  await write(editor, '{ "identityProvider": {');
  await page.getByText(/Not taken over/).waitFor();
  await page.getByRole("list", { name: "Findings in the scenario" }).waitFor();
  await openTab(page, "Identity provider");
  expect(await page.getByRole("radio", { name: "LinkByUsername", exact: true }).isChecked()).toBe(
    true,
  );
  await openTab(page, "Scenario");
  expect(await textOf(editor)).toBe('{ "identityProvider": {');
  await write(editor, '{ "identityProvidr": {}, "login": {} }');
  await page
    .getByText(/`identityProvidr` is not a known key/)
    .first()
    .waitFor();
});
