// An ID token that is given as its text, taken apart by the core.

import { useEffect, useState } from "preact/hooks";
import type { IdToken } from "reconcile-kit";
import { ask, KitRefusal } from "../../../kit/client.js";
import type { Refusal } from "../../../kit/protocol.js";

/** What the core made of a token's text. */
export interface Decoded {
  readonly of: string;
  readonly token?: IdToken;
  readonly refusal?: Refusal;
}

/** The token's header and claims; `undefined` until the core answered, and without a token. */
export function useDecoded(token: string | undefined): Decoded | undefined {
  const [decoded, setDecoded] = useState<Decoded>();
  useEffect(() => {
    if (token === undefined) return undefined;
    let isNewest = true;
    const tell = (answer: Decoded) => isNewest && setDecoded(answer);
    ask("decodeIdToken", { token }).then(
      (answer) => tell({ of: token, token: answer }),
      (error: unknown) => {
        if (error instanceof KitRefusal) tell({ of: token, refusal: error.refusal });
      },
    );
    return () => {
      isNewest = false;
    };
  }, [token]);
  return decoded?.of === token ? decoded : undefined;
}
