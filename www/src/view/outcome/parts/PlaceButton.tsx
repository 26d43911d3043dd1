import type { Diagnostic } from "reconcile-kit";
import type { Composed } from "../../../draft/compose.js";
import { goTo, placeOf } from "./place.js";

interface Props {
  readonly finding: Diagnostic;
  readonly scenario?: Composed | undefined;
}

/** Leads to where something can be corrected. */
export function PlaceButton({ finding, scenario }: Props) {
  const place = placeOf(finding, scenario);
  return (
    <button type="button" class="place" onClick={() => goTo(place)}>
      Open {place.words}
    </button>
  );
}
