import { useId, useState } from "preact/hooks";
import type { Way, Why } from "reconcile-kit";
import { fieldNames } from "../../../editor/fields.js";
import { ask } from "../../../kit/client.js";
import { reasonOf } from "./reason.js";
import { Words } from "./Words.js";

type Answer = { readonly why: Why } | { readonly reason: string };

/** Asks a policy which claims lead to a field, or to a value in it. */
export function WhyForm({ policy }: { readonly policy: string }) {
  const id = useId();
  const [field, setField] = useState("");
  const [value, setValue] = useState("");
  const [answer, setAnswer] = useState<Answer>();
  const submit = (event: Event) => {
    event.preventDefault();
    const question = value.trim() === "" ? field.trim() : `${field.trim()}=${value.trim()}`;
    ask("why", { policy, question }).then(
      (why) => setAnswer({ why }),
      (error) => setAnswer({ reason: reasonOf(error) }),
    );
  };
  return (
    <section class="mapping-part why">
      <h3>Which claims lead to a field?</h3>
      <form onSubmit={submit}>
        <label>
          Field
          <input
            list={`${id}-fields`}
            placeholder="registration.roles"
            value={field}
            onInput={(event) => setField(event.currentTarget.value)}
            autoComplete="off"
          />
        </label>
        <datalist id={`${id}-fields`}>
          {fieldNames.value.map(({ name, holds }) => (
            <option key={name} value={name} label={holds} />
          ))}
        </datalist>
        <label>
          Value, if one is meant
          <input
            placeholder="admin"
            value={value}
            onInput={(event) => setValue(event.currentTarget.value)}
            autoComplete="off"
          />
        </label>
        <button type="submit" disabled={field.trim() === "" || policy.trim() === ""}>
          Ask
        </button>
      </form>
      <div role="status">{answer && <Answered answer={answer} />}</div>
    </section>
  );
}

function Answered({ answer }: { readonly answer: Answer }) {
  if ("reason" in answer)
    return (
      <p>
        <Words text={answer.reason} />
      </p>
    );
  const { target, value, ways, reason } = answer.why;
  const question = value == null ? target : `${target} = ${value}`;
  return (
    <>
      {ways.length === 0 && (
        <p>
          <Words text={reason ?? `nothing leads to ${question}`} />
        </p>
      )}
      {ways.length > 0 && (
        <ol class="why-ways" aria-label={`What leads to ${question}`}>
          {ways.map((way) => (
            <WayPart key={way.at} way={way} />
          ))}
        </ol>
      )}
    </>
  );
}

function WayPart({ way: { rule, conditions, claims, confirmed, newUser } }: { readonly way: Way }) {
  return (
    <li>
      <p>
        By the rule <code>{rule}</code>
        {newUser != null && (newUser ? ", for a new user" : ", for a user who exists")}
      </p>
      <ul>
        {conditions.map((condition) => (
          <li key={condition}>
            <Words text={condition} />
          </li>
        ))}
      </ul>
      {claims && confirmed ? (
        <>
          <p>The fewest claims that do it:</p>
          <pre>{JSON.stringify(claims, null, 2)}</pre>
        </>
      ) : (
        <p>There is no example: these steps cannot be turned round.</p>
      )}
    </li>
  );
}
