import { useSignal } from "@preact/signals";
import { KitRefusal } from "../../kit/client.js";
import { add, added } from "./logins.js";
import { loginFrom } from "./paste.js";

/** What is pasted, what it is called, and what is wrong with it. */
function usePasted() {
  const text = useSignal("");
  const name = useSignal("");
  const problem = useSignal("");
  const addPasted = async () => {
    try {
      const login = await loginFrom(text.value);
      const number = added.value.filter((one) => one.name.startsWith("pasted ")).length + 1;
      add([{ name: name.value.trim() || `pasted ${number}`, text: login }]);
      text.value = "";
      name.value = "";
      problem.value = "";
    } catch (error) {
      problem.value =
        error instanceof KitRefusal
          ? `${error.message}; ${error.refusal.help}`
          : "this is no login";
    }
  };
  return { text, name, problem, addPasted };
}

/** Adds what somebody has in the clipboard. */
export function FromPaste() {
  const { text, name, problem, addPasted } = usePasted();
  return (
    <form
      class="way"
      onSubmit={(event) => {
        event.preventDefault();
        void addPasted();
      }}
    >
      <label>
        Or a token, a Cognito payload or a login's JSON
        <textarea
          rows={4}
          spellcheck={false}
          value={text.value}
          aria-describedby="compare-paste-problem"
          onInput={(event) => {
            text.value = event.currentTarget.value;
          }}
        />
      </label>
      <label>
        Called
        <input
          value={name.value}
          placeholder="pasted 1"
          onInput={(event) => {
            name.value = event.currentTarget.value;
          }}
        />
      </label>
      <button type="submit" disabled={text.value.trim() === ""}>
        Add what is pasted
      </button>
      <p class="problem" id="compare-paste-problem" role="alert">
        {problem.value}
      </p>
      <p class="about">Kept in this browser only, until you remove it.</p>
    </form>
  );
}
