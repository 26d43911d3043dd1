import fc from "fast-check";
import { exportPolicy, lambdaFacts, type PolicyForm, versions } from "reconcile-kit";
import { afterAll, describe, expect, test } from "vitest";
import { expectOf } from "../../src/carry/export/expect.js";
import { EXPORTS, type Subject } from "../../src/carry/export/exports.js";
import { block, cell, code, words } from "../../src/carry/export/markdown.js";
import { hasSecrets, masked } from "../../src/carry/mask.js";
import { compose } from "../../src/draft/compose.js";
import { BLANK, type Draft } from "../../src/draft/draft.js";
import { closeSandbox, draftFrom, examples, mismatchesOf, previewOf } from "./carry-examples.js";

afterAll(closeSandbox);

function subject(draft: Draft): Subject {
  return {
    draft,
    outcome: async () => JSON.stringify(await previewOf(draft)),
    exportPolicy: async (policy: string, form: PolicyForm) => exportPolicy(policy, form),
    lambdaType: async () => lambdaFacts({ scenario: compose(draft).text }).type,
    versions: async () => versions(),
  };
}

async function made(id: string, draft: Draft) {
  const kind = EXPORTS.find((one) => one.id === id);
  if (!kind) throw new Error(`there is no export ${id}`);
  return kind.make(subject(draft));
}

function example(path: string): Draft {
  const found = examples.find((one) => one.path === path);
  if (!found) throw new Error(`there is no example ${path}`);
  return found.draft;
}

const lambda = example("lambdas/roles-from-cognito-groups/federated.json");
const policy = example("policies/names-from-parts/parts.json");

describe("exports", () => {
  test("a scenario comes back as the same draft", async () => {
    for (const { draft } of examples) {
      const { files } = await made("scenario", draft);
      expect(draftFrom(files[0]?.text ?? "")).toEqual(draft);
    }
  });

  test.each(examples.map(({ path, draft }) => [path, draft] as const))(
    "what %s leads to fulfils the expectation made of it",
    async (_, draft) => {
      const { files } = await made("test", masked(draft));
      const written = draftFrom(files[0]?.text ?? "");
      expect(JSON.parse(written.sections.expect).logins ?? [1]).not.toHaveLength(0);
      expect(await mismatchesOf(written)).toEqual([]);
    },
  );

  test("an expectation fails for another outcome, and keeps long numbers and odd keys", () => {
    const outcome = `{"status":200,"decision":"create","error":null,
      "user":{"data":{"n":12345678901234567890,"__proto__":"p","a/b":[1,2]}},"registration":null,"link":{},
      "changes":[{"path":"/user/data/n","by":{"kind":"lambda"}},{"path":"/user/data/__proto__","by":{"kind":"lambda"}},
        {"path":"/user/data/a~1b/0","by":{"kind":"policy"}},{"path":"/user/gone","by":{"kind":"lambda"}},
        {"path":"/user/id","by":{"kind":"login"}}]}`;
    const text = expectOf(outcome).replaceAll(/\s/g, "");
    expect(text).toBe(
      '{"status":200,"decision":"create","error":null,"registration":null,"user":{"data":{"n":12345678901234567890,"__proto__":"p","a/b":[1,2]},"gone":null}}',
    );
  });

  test("a lambda and a policy go into files of their own", async () => {
    const { files } = await made("scenario-files", lambda);
    expect(files.map(({ name }) => name)).toEqual(["login.scenario.json", "reconcile.js"]);
    expect(JSON.parse(files[0]?.text ?? "").lambda).toEqual({ file: "reconcile.js" });
    expect(files[1]?.text).toBe(lambda.lambda.body);
    const yaml = { ...policy, policy: { ...policy.policy, file: "../there/policy.yaml" } };
    const other = (await made("scenario-files", yaml)).files;
    expect(other.map(({ name }) => name)).toEqual(["login.scenario.json", "policy.json"]);
    expect(JSON.parse(other[0]?.text ?? "").policy).toEqual({ file: "policy.json" });
  });

  test("FusionAuth gets a lambda of either, and a kickstart file of either", async () => {
    expect((await made("lambda", lambda)).files[0]?.text).toBe(lambda.lambda.body);
    expect((await made("lambda", policy)).files[0]?.text).toContain("function reconcile(");
    for (const draft of [lambda, policy]) {
      const file = JSON.parse((await made("kickstart", draft)).files[0]?.text ?? "");
      expect(file.requests.map(({ url }: { url: string }) => url)).toEqual([
        "/api/lambda/#{lambdaId}",
        "/api/identity-provider/#{identityProviderId}",
      ]);
      expect(file.requests[0].body.lambda).toMatchObject({
        type: "OpenIDReconcile",
        engineType: "GraalJS",
      });
      expect(file.requests[1].body.identityProvider.lambdaConfiguration.reconcileId).toBe(
        "#{lambdaId}",
      );
    }
  });

  test("what a policy cannot be written as is told, and what is not there is not offered", async () => {
    const { files, notes } = await made("attribute-mappings", policy);
    expect(files).toEqual([]);
    expect(notes.join()).toMatch(/no plain copy of a claim/);
    const offered = EXPORTS.filter((kind) => kind.missing(BLANK) === undefined).map(({ id }) => id);
    expect(offered).toEqual(["scenario", "test", "report", "command"]);
  });

  test("the report says what happens and why", async () => {
    const { files } = await made("report", lambda);
    const text = files[0]?.text ?? "";
    expect(text).toMatch(/^# /);
    expect(text).toMatch(/\*\*200 create\.\*\* The person becomes/);
    expect(text).toContain("## Changes");
    expect(text).toMatch(/\| `\/registration\/roles` \| none \| `\["editor"\]` \| lambda, line 12/);
    expect(text).toContain("| `roles-on-create` | `lambda-else-defaults` | `merge` | 200 create |");
    expect(text).toMatch(/documented: FusionAuth docs\\:/);
  });
});

describe("secrets", () => {
  const draft = draftFrom(
    JSON.stringify({
      identityProvider: {
        linkingStrategy: "LinkByEmail",
        oauth2: { client_secret: "c-l-i-e-n-t" },
      },
      secrets: { key: "s-e-c-r-e-t" },
      lambda: {
        body: "function reconcile(u,r,j,i,t,c){ u.data.key = c.services.secrets.get('key'); }",
      },
      fetch: [{ url: "https://a.test/?k=s-e-c-r-e-t", status: 200 }],
      login: { userinfo: { sub: "1", email: "a@b.test" }, accessToken: "t-o-k-e-n" },
    }),
  );

  test("no export has them unless they are asked for", async () => {
    expect(hasSecrets(draft)).toBe(true);
    for (const kind of EXPORTS) {
      if (kind.missing(draft) !== undefined) continue;
      const { files } = await kind.make(subject(masked(draft)));
      const text = files.map((file) => file.text).join("\n");
      expect(text).not.toMatch(/c-l-i-e-n-t|s-e-c-r-e-t|t-o-k-e-n/);
      expect(text).not.toBe("");
    }
    expect((await made("scenario", draft)).files[0]?.text).toContain("t-o-k-e-n");
  });

  test("addresses and names stay", () => {
    expect(masked(draft).logins[0]).toContain("a@b.test");
    expect(hasSecrets(masked(draft))).toBe(false);
  });
});

describe("Markdown", () => {
  const hostile = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.string({ unit: fc.constantFrom(..."`|\\\n\r#*_[]()<>!&~:@-. ") }),
  );

  test("a cell is one line, and its bars do not end it", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const written = cell(text);
        expect(written).not.toMatch(/[\n\r\u2028]/);
        expect(written.replaceAll("\\|", "")).not.toContain("|");
      }),
    );
  });

  test("code ends where it should", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const [, fence = "", inner = "", end] = /^(`+)(.*?)(`+)$/s.exec(code(text)) ?? [];
        expect(end).toBe(fence);
        for (const [run] of inner.matchAll(/`+/g)) expect(run.length).toBeLessThan(fence.length);
      }),
    );
  });

  test("a block cannot be closed from inside", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const lines = block(text).split("\n");
        const fence = lines.at(-1) ?? "";
        for (const line of lines.slice(1, -1)) expect(line.trim().startsWith(fence)).toBe(false);
      }),
    );
  });

  test("words are no markup, no link and no mention", () => {
    expect(
      words("<script>alert(1)</script> [x](https://evil.test) **b** @team #1 www.evil.test\n# h"),
    ).toBe(
      "\\<script\\>alert(1)\\</script\\> \\[x\\](https\\://evil.test) \\*\\*b\\*\\* \\@team \\#1 www\\.evil.test \\# h",
    );
  });
});
