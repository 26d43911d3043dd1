// The service worker: keeps every file of one version of the page, and answers with them.

/** Each file with the hash of its content; the build writes it. */
declare const FILES: Readonly<Record<string, string>>;
/** The hash of the list. */
declare const VERSION: string;

const worker = self as unknown as ServiceWorkerGlobalScope;
const SCOPE = worker.registration.scope;
/** Caches belong to an origin, and there may be other pages on it. */
const PREFIX = `reconcile-kit ${SCOPE} `;
const CACHE = `${PREFIX}${VERSION}`;
/** Their names have the hash of what they hold, so each is of one version only. */
const ASSETS = `${SCOPE}assets/`;

/** The page itself is asked for by its directory: some hosts redirect from `index.html`. */
function addressOf(path: string): string {
  return path === "index.html" ? SCOPE : `${SCOPE}${path}`;
}

/** Keeps all files or none. The browser compares each with its hash, so that versions never mix. */
async function install(): Promise<void> {
  const cache = await caches.open(CACHE);
  const requests = Object.entries(FILES).map(([path, integrity]) => {
    const address = addressOf(path);
    // What a first visit loaded a moment ago need not come again.
    return new Request(address, {
      integrity,
      cache: address.startsWith(ASSETS) ? "default" : "no-cache",
    });
  });
  await cache.addAll(requests);
}

/** Removes what earlier versions kept, unless a second page may still be one of those. */
async function tidy(): Promise<void> {
  if ((await worker.clients.matchAll({ includeUncontrolled: true })).length > 1) return;
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  await Promise.all(names.map((name) => caches.delete(name)));
}

/** The kept file that `request` is for. */
function keptAddress({ method, mode, url }: Request): string | undefined {
  if (method !== "GET") return undefined;
  const { origin, pathname } = new URL(url);
  const address = `${origin}${pathname}`;
  if (address.startsWith(ASSETS)) return address;
  if (mode === "navigate" && address === `${SCOPE}index.html`) return SCOPE;
  const path = address.startsWith(SCOPE) ? address.slice(SCOPE.length) : undefined;
  return path === "" || (path !== undefined && Object.hasOwn(FILES, path)) ? address : undefined;
}

async function answer(request: Request, address: string): Promise<Response> {
  if (request.mode === "navigate" && (await makesWay())) return again();
  return (await kept(address)) ?? fetch(request);
}

/** Has the browser load the page once more; without an icon it would ask the server for one. */
function again(): Response {
  const headers = { "content-type": "text/html; charset=utf-8", refresh: "0" };
  return new Response('<!doctype html><link rel="icon" href="data:,">', { headers });
}

/** A page that is open since before an update finds its own files, too. */
async function kept(address: string): Promise<Response | undefined> {
  const own = await (await caches.open(CACHE)).match(address);
  if (own || !address.startsWith(ASSETS)) return own;
  for (const name of await caches.keys()) {
    const found = name.startsWith(PREFIX) && (await (await caches.open(name)).match(address));
    if (found) return found;
  }
  return undefined;
}

/** Whether a newer version waits and this is the only page: it is loaded again, from that one. */
async function makesWay(): Promise<boolean> {
  const { waiting } = worker.registration;
  if (!waiting || (await worker.clients.matchAll()).length > 1) return false;
  waiting.postMessage("take over");
  return true;
}

worker.addEventListener("install", (event) => event.waitUntil(install()));
worker.addEventListener("activate", (event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener("fetch", (event) => {
  const address = keptAddress(event.request);
  if (address !== undefined) event.respondWith(answer(event.request, address));
});
worker.addEventListener("message", (event) => {
  if (event.data === "take over") event.waitUntil(worker.skipWaiting());
  if (event.data === "claim") event.waitUntil(worker.clients.claim());
  if (event.data === "tidy") event.waitUntil(tidy());
});
