import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  openTab,
  paste,
  pasteBox,
  showAs,
  textOf,
  tokenOf,
  verdict,
  write,
} from "./support/inputs.js";
import { DESKTOP, PHONE, Site } from "./support/site.js";

let site: Site;

beforeAll(async () => {
  site = await Site.start({ isSavingData: true });
});

afterAll(() => site?.close());

const BO = {
  sub: "0b-1",
  iss: "https://cognito-idp.us-east-1.amazonaws.com/us-east-1_Other",
  aud: "another-client",
  token_use: "id",
  exp: 1_795_431_600,
  "cognito:username": "google_1098",
  email: "bo@example.com",
  email_verified: true,
};

const row = (page: Page, claim: string) =>
  page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: claim }) });

describe.each([
  ["1280", DESKTOP],
  ["375", PHONE],
])("at %s pixels", (width, viewport) => {
  test("a pasted ID token is annotated, decides, and can be taken back", async () => {
    const page = await site.open({ viewport });
    await paste(page, tokenOf(BO));
    await verdict(page, /new user bo@example\.com/);
    await page.getByText(/This was an ID token/).waitFor();
    await page.getByText(/signed with RS256/).waitFor();
    await row(page, "iss")
      .getByText(/us-east-1_Other; differs from/)
      .waitFor();
    await row(page, "aud").getByText("Differs from the identity provider's client id").waitFor();
    await row(page, "exp")
      .getByText(/expires 3 hours after this login/)
      .waitFor();
    await row(page, "sub").getByText("unique id", { exact: true }).waitFor();
    await row(page, "email_verified").getByText("written differently").waitFor();
    await site.picture(page, `inputs-login-token-${width}`);
    await page.getByRole("button", { name: "Take it back" }).click();
    expect(await page.getByText(/This was an ID token/).count()).toBe(0);
    await verdict(page, /new user jane@example\.com/);
  });

  test("what cannot be read is explained, and the login stays", async () => {
    const page = await site.open({ viewport });
    await paste(page, tokenOf(BO).slice(0, 40));
    await page.getByText(/Not read:/).waitFor();
    await page.getByText(/The login stays as it was/).waitFor();
    await verdict(page, /new user jane@example\.com/);
    await site.picture(page, `inputs-login-broken-${width}`);
    await pasteBox(page).fill('{"sub":"x-1","email":"x@example.com","email_verified":"true"}');
    await page.getByRole("button", { name: "Read it" }).click();
    await verdict(page, /new user x@example\.com/);
  });
});

test("a claim is edited, removed and added in place", async () => {
  const page = await site.open();
  await page.getByRole("textbox", { name: "email in userinfo" }).fill("jo@example.com");
  await verdict(page, /new user jo@example\.com/);
  await row(page, "email").first().getByText("differs").first().waitFor();
  await page.getByRole("button", { name: "Remove email from userinfo" }).click();
  await row(page, "email").first().getByRole("button", { name: "Add email to userinfo" }).click();
  await verdict(page, /new user jane@example\.com/);
  const form = page.getByRole("form", { name: "Add a claim" });
  await form.getByLabel("New claim").fill("cognito:groups");
  await form.getByLabel("As").selectOption("JSON");
  await form.getByLabel("In").selectOption("ID token");
  await form.getByLabel("Value").fill('["admins"');
  expect(await form.getByRole("button").isDisabled()).toBe(true);
  await form.getByLabel("Value").fill('["admins"]');
  await form.getByLabel("Value").press("Enter");
  await page.getByRole("textbox", { name: "cognito:groups in the ID token" }).waitFor();
  await showAs(page, "What Cognito sends", "JSON");
  const editor = page
    .locator(".cm-content")
    .and(page.getByRole("textbox", { name: "What Cognito sends as JSON" }));
  await editor.click();
  // An editor writes the lines in view; the claim that is new is the last one.
  await page.keyboard.press("ControlOrMeta+End");
  const json = async () => (await textOf(editor)).replace(/\s/g, "");
  await expect.poll(json).toContain('"cognito:groups":["admins"]');
});

test("a number keeps its type, and half-typed JSON changes nothing", async () => {
  const page = await site.open();
  const exp = page.getByRole("textbox", { name: "exp in the ID token" });
  await exp.fill("179543160x");
  await page.getByText(/Not JSON yet/).waitFor();
  await exp.press("Escape");
  expect(await exp.inputValue()).toBe("1763888400");
  await exp.fill("1795431600");
  await exp.press("Enter");
  await row(page, "exp")
    .getByText(/expires 3 hours after this login/)
    .waitFor();
});

test("a token of another pool gives the identity provider its issuer and client id", async () => {
  const page = await site.open();
  await paste(page, tokenOf(BO));
  await page.getByRole("button", { name: "Use it as the identity provider's issuer" }).click();
  await page.getByRole("button", { name: "Use it as the identity provider's client id" }).click();
  await row(page, "iss")
    .getByText(/same as/)
    .waitFor();
  await openTab(page, "Identity provider");
  expect(await page.getByLabel("Client id").inputValue()).toBe("another-client");
});

test("a token's text becomes claims that can be edited", async () => {
  const page = await site.open();
  await paste(page, tokenOf(BO));
  await page.getByRole("button", { name: "Turn it into claims to edit" }).click();
  await page.getByRole("textbox", { name: "email in the ID token" }).fill("b@example.com");
  await row(page, "email").first().getByText("differs").first().waitFor();
});

test("a second login sees what the first left behind", async () => {
  const page = await site.open();
  await page.getByRole("button", { name: "Add a second login" }).click();
  await verdict(page, /by the link that exists/);
  expect(await page.getByRole("radio", { name: "Login 2" }).isChecked()).toBe(true);
  await page.getByRole("radio", { name: "Login 1" }).check({ force: true });
  await verdict(page, /becomes the new user/);
  await page.getByRole("button", { name: "Move login 1 later" }).click();
  expect(await page.getByRole("radio", { name: "Login 2" }).isChecked()).toBe(true);
  await site.picture(page, "inputs-two-logins");
  await page.getByRole("button", { name: "Remove login 2" }).click();
  await page.getByRole("heading", { name: "What Cognito sends" }).waitFor();
});

test("userinfo of another provider can be used all the same", async () => {
  const page = await site.open();
  await paste(page, '{"steamid":"76561198000000000","personaname":"jo"}');
  await page.getByRole("button", { name: "Use it as userinfo all the same" }).click();
  await page.getByRole("textbox", { name: "steamid in userinfo" }).waitFor();
});

test("five megabytes are refused, and the page goes on", async () => {
  const page = await site.open();
  await paste(page, `{"sub":"${"x".repeat(5_000_000)}"}`);
  await page.getByText(/Not read:/).waitFor();
  await page.getByRole("textbox", { name: "email in userinfo" }).fill("jo@example.com");
  await verdict(page, /new user jo@example\.com/);
});

test("markup in a claim is text", async () => {
  const page = await site.open();
  const markup = '<img src="x" onerror="document.title=1">';
  await paste(page, JSON.stringify({ sub: markup, [markup]: markup, email: "m@example.com" }));
  await verdict(page, /new user m@example\.com/);
  await page.getByRole("rowheader").filter({ hasText: "onerror" }).first().waitFor();
  expect(await page.getByRole("textbox", { name: "sub in userinfo" }).inputValue()).toBe(markup);
  expect(await page.locator("img").count()).toBe(0);
  expect(await page.title()).not.toBe("1");
});

test("a login with thousands of claims shows the first of them", async () => {
  const page = await site.open();
  const many = Object.fromEntries(Array.from({ length: 3000 }, (_, n) => [`custom:c${n}`, "v"]));
  await paste(page, JSON.stringify({ sub: "many", email: "many@example.com", ...many }));
  await page.getByRole("button", { name: "Show all 3002 claims" }).waitFor();
});

test("a login that is not JSON keeps its text, and says where to go", async () => {
  const page = await site.open();
  await showAs(page, "What Cognito sends", "JSON");
  const editor = page.getByRole("textbox", { name: "What Cognito sends as JSON" });
  await write(editor, '{ "userinfo": ');
  await showAs(page, "What Cognito sends", "Form");
  await page.getByText(/There is no form/).waitFor();
  await page.getByRole("button", { name: "Put it right in the JSON" }).click();
  expect(await textOf(editor)).toBe('{ "userinfo": ');
  await write(editor, '{ "userinfo": { "sub": "1", "email": "ok@example.com" } }');
  await verdict(page, /new user ok@example\.com/);
});

test("the access token is masked until it is shown", async () => {
  const page = await site.open();
  const field = page.getByLabel("Access token", { exact: true });
  await field.fill("secret-token");
  expect(await field.getAttribute("type")).toBe("password");
  await page.getByRole("button", { name: "Show Access token" }).click();
  expect(await field.getAttribute("type")).toBe("text");
});

test("other tabs and back keep what was said about a paste", async () => {
  const page = await site.open();
  await paste(page, tokenOf(BO));
  await page.getByText(/This was an ID token/).waitFor();
  await openTab(page, "Users");
  await openTab(page, "Login");
  await page.getByText(/This was an ID token/).waitFor();
});
