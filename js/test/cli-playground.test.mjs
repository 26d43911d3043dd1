// `reconcile-kit playground`: serves its own files to this machine, and nothing else to anybody.

import assert from "node:assert/strict";
import { once } from "node:events";
import {
  chmodSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createServer, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { directoryWith, run, spawnCli } from "./support/cli.mjs";

const dist = fileURLToPath(new URL("../dist", import.meta.url));
const built = fileURLToPath(new URL("../../www/dist", import.meta.url));
const manifest = JSON.parse(readFileSync(join(dist, "playground/playground.json"), "utf8"));
const names = Object.keys(manifest.files);

/** The command while it runs; it ends with the test. */
async function started(context, words = ["--port", "0"], { env, cli } = {}) {
  const program = spawnCli(["playground", ...words], { env, cli });
  const said = { out: "", err: "" };
  const exit = once(program, "exit");
  context.after(async () => {
    program.kill("SIGKILL");
    await exit;
  });
  program.stderr.on("data", (text) => {
    said.err += text;
  });
  await new Promise((resolve) => {
    program.stdout.on("data", (text) => {
      said.out += text;
      if (said.out.includes("Ctrl+C")) resolve();
    });
    program.once("exit", resolve);
  });
  const [address] = said.out.match(/http:\S+/) ?? [];
  return { program, said, exit, address: address && new URL(address) };
}

/** An answer as it came over the wire; `path` is sent as it is written. */
function ask(address, path, { method = "GET", headers = {} } = {}) {
  const { hostname, port } = address;
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path, method, headers }, (response) => {
      const chunks = [];
      response.on("data", (chunk) => chunks.push(chunk));
      response.on("end", () => {
        const { statusCode: status, headers } = response;
        resolve({ status, headers, body: Buffer.concat(chunks) });
      });
    });
    asked.on("error", reject);
    asked.end();
  });
}

/** A port that is taken until the test ends. */
async function taken(context, port = 0) {
  const server = createServer();
  await new Promise((resolve) => {
    // Whoever has it already will do as well.
    server.once("error", resolve);
    server.listen(port, "127.0.0.1", resolve);
  });
  context.after(() => server.close());
  return server.address()?.port ?? port;
}

test("it says where the page is, that nothing leaves the machine, and how to stop", async (context) => {
  const { said, address } = await started(context);
  assert.match(said.out, /http:\/\/127\.0\.0\.1:\d+\/playground\//);
  assert.match(said.out, /Nothing leaves this machine/);
  assert.match(said.out, /Ctrl\+C/);
  const page = await ask(address, address.pathname);
  assert.equal(page.status, 200);
  assert.match(page.body.toString(), /<title>reconcile-kit playground</);
  const start = await ask(address, "/");
  assert.deepEqual([start.status, start.headers.location], [302, "/playground/"]);
});

for (const signal of ["SIGINT", "SIGTERM"]) {
  test(`${signal} ends it with exit code 0 and no further word`, async (context) => {
    const { program, said, exit, address } = await started(context);
    // A connection that the browser keeps open does not hold it up.
    await ask(address, address.pathname, { headers: { connection: "keep-alive" } });
    program.kill(signal);
    assert.deepEqual(await exit, [0, null]);
    assert.equal(said.err, "");
  });
}

test("every file is there, has its type, and is the same in each encoding", async (context) => {
  const { address } = await started(context);
  const types = {
    html: "text/html; charset=utf-8",
    js: "text/javascript; charset=utf-8",
    css: "text/css; charset=utf-8",
    json: "application/json",
    svg: "image/svg+xml",
    txt: "text/plain; charset=utf-8",
    wasm: "application/wasm",
    webmanifest: "application/manifest+json",
  };
  const decoders = { br: brotliDecompressSync, gzip: gunzipSync, identity: (body) => body };
  for (const name of names) {
    const content = readFileSync(join(built, name));
    for (const [encoding, decode] of Object.entries(decoders)) {
      const headers = { "accept-encoding": encoding };
      const answer = await ask(address, `/playground/${name}`, { headers });
      assert.equal(answer.status, 200, name);
      assert.equal(answer.headers["content-type"], types[name.split(".").at(-1)], name);
      assert.equal(answer.headers["content-encoding"] ?? "identity", encoding);
      assert.equal(Number(answer.headers["content-length"]), answer.body.length);
      assert.ok(decode(answer.body).equals(content), `${name} as ${encoding}`);
    }
  }
});

test("an encoding that is refused is not used", async (context) => {
  const { address } = await started(context);
  for (const [accepted, expected] of [
    ["br;q=0, gzip", "gzip"],
    ["gzip, deflate, br, zstd", "br"],
    ["br; q=0.5", "br"],
    ["zstd", undefined],
    ["br;q=0.0", undefined],
  ]) {
    const headers = { "accept-encoding": accepted };
    const answer = await ask(address, "/playground/", { headers });
    assert.equal(answer.headers["content-encoding"], expected, accepted);
  }
});

test("assets are kept for ever, the page and the service worker are asked for again", async (context) => {
  const { address } = await started(context);
  const assets = names.filter((name) => name.startsWith("assets/"));
  assert.ok(assets.length > 5);
  for (const name of assets) {
    const { headers } = await ask(address, `/playground/${name}`, { method: "HEAD" });
    assert.match(headers["cache-control"], /immutable/);
  }
  for (const name of ["", "index.html", "sw.js", "files.json"]) {
    const path = `/playground/${name}`;
    const { headers } = await ask(address, path);
    assert.equal(headers["cache-control"], "no-cache", name);
    const again = await ask(address, path, { headers: { "if-none-match": headers.etag } });
    assert.deepEqual([again.status, again.body.length], [304, 0], name);
    const other = await ask(address, path, { headers: { "if-none-match": '"other"' } });
    assert.equal(other.status, 200, name);
  }
});

test("every answer forbids what the page does not need", async (context) => {
  const { address } = await started(context);
  const answers = [
    await ask(address, "/playground/"),
    await ask(address, "/playground/nothing"),
    await ask(address, "/playground/", { method: "POST" }),
    await ask(address, "/playground/", { headers: { host: "evil.example" } }),
  ];
  for (const { status, headers } of answers) {
    const policy = headers["content-security-policy"];
    assert.match(policy, /default-src 'none'/, String(status));
    assert.match(policy, /script-src 'self' 'wasm-unsafe-eval';/);
    assert.match(policy, /style-src 'self';/);
    assert.match(policy, /frame-ancestors 'none'/);
    assert.equal(headers["x-content-type-options"], "nosniff");
    assert.equal(headers["referrer-policy"], "no-referrer");
    assert.equal(headers["cross-origin-opener-policy"], "same-origin");
    assert.equal(headers["cross-origin-resource-policy"], "same-origin");
    assert.equal(headers["access-control-allow-origin"], undefined);
  }
  const page = (await ask(address, "/playground/")).body.toString();
  assert.ok(page.includes(manifest.policy.replaceAll("'", "&#39;")), "the page says the same");
});

test("files are only read", async (context) => {
  const { address } = await started(context);
  const head = await ask(address, "/playground/", { method: "HEAD" });
  assert.deepEqual([head.status, head.body.length], [200, 0]);
  assert.ok(Number(head.headers["content-length"]) > 0);
  for (const method of ["POST", "PUT", "DELETE", "OPTIONS", "PATCH"]) {
    const { status, headers } = await ask(address, "/playground/", { method });
    assert.deepEqual([status, headers.allow], [405, "GET, HEAD"], method);
  }
});

test("no way leads out of the page's directory", async (context) => {
  const { address } = await started(context);
  for (const path of [
    "/playground/../cli.js",
    "/playground/..%2fcli.js",
    "/playground/%2e%2e/cli.js",
    "/playground/..\\cli.js",
    "/playground//etc/passwd",
    "/playground/assets/../../cli.js",
    "/playground/assets/",
    "/playground/playground.json",
    "/playground/index.html.br",
    "/playground/index.html%00",
    "/playground/__proto__",
    "/playground/constructor",
    "/cli.js",
    "/sandbox-worker.js",
    "//127.0.0.1/playground",
    "http://evil.example/playground/",
    "/playground/%",
  ]) {
    const { status, body } = await ask(address, path);
    assert.equal(status, 404, path);
    assert.equal(body.toString(), "There is no such file.\n", path);
  }
});

test("what was put into its directory later is not given out, be it a link or a file", async (context) => {
  const copy = mkdtempSync(join(tmpdir(), "reconcile-kit-playground-"));
  context.after(() => rmSync(copy, { recursive: true, force: true }));
  writeFileSync(join(copy, "package.json"), '{ "type": "module" }');
  cpSync(dist, join(copy, "dist"), { recursive: true });
  writeFileSync(join(copy, "secret.txt"), "secret");
  symlinkSync(join(copy, "secret.txt"), join(copy, "dist/playground/secret.txt"));
  writeFileSync(join(copy, "dist/playground/new.html"), "new");
  const { address } = await started(context, ["--port", "0"], { cli: join(copy, "dist/cli.js") });
  assert.equal((await ask(address, "/playground/")).status, 200);
  for (const name of ["secret.txt", "new.html"]) {
    assert.equal((await ask(address, `/playground/${name}`)).status, 404, name);
  }
});

test("only who asks for this machine by name gets an answer", async (context) => {
  const { address } = await started(context);
  const { port } = address;
  for (const host of [`127.0.0.1:${port}`, `localhost:${port}`, "LOCALHOST", `[::1]:${port}`]) {
    assert.equal((await ask(address, "/playground/", { headers: { host } })).status, 200, host);
  }
  for (const host of [
    "evil.example",
    `127.0.0.1.evil.example:${port}`,
    "localhost.",
    "a@localhost",
  ]) {
    const { status, body } = await ask(address, "/playground/", { headers: { host } });
    assert.equal(status, 403, host);
    assert.doesNotMatch(body.toString(), /<title>/);
  }
});

test("a port that was asked for and is taken is an error", async (context) => {
  const port = await taken(context);
  const { code, out, err } = run(["playground", "--port", String(port)]);
  assert.deepEqual([code, out], [2, ""]);
  assert.match(err, new RegExp(`port ${port} is taken`));
  assert.match(err, /help: .*--port 0/);
});

test("without one, the next port that is free is taken", async (context) => {
  const port = await taken(context, 4180);
  const { address } = await started(context, []);
  assert.ok(Number(address.port) > port, address.href);
});

test("bad usage is named", () => {
  for (const [words, message] of [
    [["--port", "http"], /`http` is not a port/],
    [["--port", "65536"], /is not a port/],
    [["--port", "-1"], /not a port|needs a value/],
    [["--port"], /needs a value/],
    [["--ports", "1"], /did you mean `--port`/],
    [["login.json"], /takes no file/],
  ]) {
    const { code, out, err } = run(["playground", ...words]);
    assert.deepEqual([code, out], [2, ""], words.join(" "));
    assert.match(err, message);
  }
});

test("a package without the playground says what to run", (context) => {
  const copy = mkdtempSync(join(tmpdir(), "reconcile-kit-playground-"));
  context.after(() => rmSync(copy, { recursive: true, force: true }));
  writeFileSync(join(copy, "package.json"), '{ "type": "module" }');
  for (const name of readdirSync(dist).filter((name) => name !== "playground")) {
    cpSync(join(dist, name), join(copy, "dist", name), { recursive: true });
  }
  const { code, out, err } = run(["playground"], { cli: join(copy, "dist/cli.js") });
  assert.deepEqual([code, out], [2, ""]);
  assert.match(err, /without the playground/);
  assert.match(err, /cargo xtask build/);
});

const posix = { skip: process.platform !== "linux" && "xdg-open is Linux's" };

test("--open opens the page, and where that fails it is a sentence", posix, async (context) => {
  const cwd = directoryWith(context, { "xdg-open": '#!/bin/sh\necho "$1" > "$OPENED"\n' });
  chmodSync(join(cwd, "xdg-open"), 0o755);
  const opened = join(cwd, "opened");
  const env = { PATH: `${cwd}:/usr/bin:/bin`, OPENED: opened };
  const { address } = await started(context, ["--port", "0", "--open"], { env });
  await until(() => readFileSync(opened, "utf8").trim() === address.href);

  const failing = await started(context, ["--port", "0", "--open"], {
    env: { PATH: cwd, OPENED: "/" },
  });
  await until(() => failing.said.err.includes(`open ${failing.address.href} yourself`));
  assert.equal((await ask(failing.address, "/playground/")).status, 200);
});

/** Waits until `holds` does; the test's own limit ends it. */
async function until(holds) {
  for (;;) {
    try {
      if (holds()) return;
    } catch {
      // The file is not there yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

test("the package has nothing twice, and no path of the machine that built it", () => {
  const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/[\\/]$/, "");
  const stored = Object.values(manifest.files).map(({ stored }) => stored);
  assert.ok(stored.includes("reconcile_kit.wasm"));
  assert.equal(new Set(stored).size, stored.length);
  const there = readdirSync(join(dist, "playground"), { recursive: true, withFileTypes: true });
  const files = there.filter((entry) => entry.isFile() && entry.name !== "playground.json");
  assert.equal(files.length, stored.filter((path) => path.startsWith("playground/")).length);
  for (const name of names) {
    assert.ok(!readFileSync(join(built, name)).includes(root), name);
  }
});
