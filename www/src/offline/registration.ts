// The page's side of the service worker.

import { offline } from "../kit/stage.js";

/** Has the service worker keep every file. Whether it does. */
export async function keepForOffline(): Promise<boolean> {
  // Absent where the page is not served securely; and the development server has no list of files.
  if (!("serviceWorker" in navigator) || !import.meta.env.PROD) return false;
  offline.value = "preparing";
  try {
    const registration = await navigator.serviceWorker.register("./sw.js");
    const worker = await activated(registration);
    await controlledBy(worker);
    worker.postMessage("tidy");
    offline.value = "ready";
    return true;
  } catch {
    offline.value = "no";
    return false;
  }
}

/** The worker once it is active; one that cannot keep all files never is. */
function activated(registration: ServiceWorkerRegistration): Promise<ServiceWorker> {
  const { active, installing, waiting } = registration;
  if (active) return Promise.resolve(active);
  return new Promise((resolve, reject) => {
    const worker = installing ?? waiting;
    worker?.addEventListener("statechange", () => {
      if (worker.state === "activated") resolve(worker);
      if (worker.state === "redundant") reject(new Error("the files could not be kept"));
    });
  });
}

/**
 * A page that was reloaded past its service worker is none of its clients until that takes it up.
 */
function controlledBy(worker: ServiceWorker): Promise<void> {
  const container = navigator.serviceWorker;
  if (container.controller?.scriptURL === worker.scriptURL) return Promise.resolve();
  return new Promise((resolve) => {
    container.addEventListener("controllerchange", () => resolve(), { once: true });
    worker.postMessage("claim");
  });
}
