import "./lazy.css";
import { signal } from "@preact/signals";
import type { ComponentType, FunctionComponent } from "preact";

type Loaded<Props> = ComponentType<Props> | "failed" | undefined;

/** What loads each part that a first view does not show. */
const loads = new Set<() => void>();

/**
 * A part of the page whose code comes later: when it is shown, or by `loadLazy`. Until then it is nothing, and no
 * more than a moment.
 *
 * ```tsx
 * const Help = lazy(() => import("./overlays.js").then((all) => all.Help));
 * ```
 */
export function lazy<Props>(
  from: () => Promise<ComponentType<Props>>,
): FunctionComponent<Props & object> {
  const loaded = signal<Loaded<Props>>(undefined);
  let isLoading = false;
  const load = () => {
    if (isLoading) return;
    isLoading = true;
    from().then(
      (part) => {
        loaded.value = part;
      },
      () => {
        loaded.value = "failed";
        // What did not arrive now may arrive the next time it is shown.
        isLoading = false;
      },
    );
  };
  loads.add(load);
  return (props) => {
    const Part = loaded.value;
    load();
    if (Part === "failed") return <NotLoaded />;
    return Part ? <Part {...props} /> : null;
  };
}

/** Loads every such part, so that each opens at once, and also when the server is gone. */
export function loadLazy(): void {
  for (const load of loads) load();
}

function NotLoaded() {
  return (
    <p class="not-loaded" role="alert">
      This part of the page could not be loaded. Reload the page when its server can be reached.
    </p>
  );
}
