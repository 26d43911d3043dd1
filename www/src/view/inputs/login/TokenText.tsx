import type { JsonForm } from "../parts/json-form.js";
import type { Decoded } from "./decoded.js";

interface Props {
  readonly login: JsonForm;
  readonly token: string;
  readonly decoded: Decoded | undefined;
}

/** An ID token that is kept as its text. */
export function TokenText({ login, token, decoded }: Props) {
  const { token: read, refusal } = decoded ?? {};
  return (
    <div class={refusal ? "notice bad" : "notice"}>
      {refusal && (
        <p>
          <strong>The ID token cannot be read:</strong> {refusal.message}. To do: {refusal.help}.
        </p>
      )}
      {!refusal && (
        <p>
          The ID token is kept as its text of {token.length.toLocaleString("en")} characters
          {read && `, signed with ${read.header.alg}`}. Its signature is not checked here;
          FusionAuth checks it.
        </p>
      )}
      <p class="buttons">
        {read && (
          <button type="button" onClick={() => login.set(["idToken"], read.claims)}>
            Turn it into claims to edit
          </button>
        )}
        <button type="button" onClick={() => login.set(["idToken"], undefined)}>
          Remove the ID token
        </button>
      </p>
    </div>
  );
}
