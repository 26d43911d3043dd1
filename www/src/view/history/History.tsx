import { chosenLogin, draft, isStale, outcomes, refusal, result } from "../../app/store.js";
import { OverTime } from "./OverTime.js";
import { canTell, STORIES, tell } from "./stories.js";
import { Timeline } from "./Timeline.js";
import { mixUps, tracksOf } from "./track.js";
import "./history.css";

/** Several logins in a row, and what became of the user. */
export function History() {
  const shown = outcomes.value;
  const tracks = tracksOf(shown);
  const warnings = mixUps(shown);
  return (
    <div class={`history ${isStale.value ? "stale" : ""}`}>
      <section aria-labelledby="history-logins">
        <h2 id="history-logins">One login after the other</h2>
        <p class="about">{introduction()}</p>
        {refusal.value && (
          <div class="notice" role="note">
            <p>
              <strong>Cannot be simulated as it stands.</strong> {refusal.value.message}
            </p>
            {refusal.value.help && <p>To do: {refusal.value.help}.</p>}
          </div>
        )}
        {warnings.map((warning) => (
          <p key={warning} class="mix-up">
            <span aria-hidden="true">⚠</span> {warning}
          </p>
        ))}
        <Timeline />
        <Stories />
      </section>
      {result.value && <OverTime tracks={tracks} outcomes={shown} />}
    </div>
  );
}

function introduction(): string {
  return draft.value.logins.length === 1
    ? "Each login sees the users and links that the one before left behind. There is one so far: add what happens next."
    : "Each login sees the users and links that the one before left behind. Choose one to see its path and changes in the other tabs.";
}

/** What may happen next. */
function Stories() {
  const { length } = draft.value.logins;
  const from =
    length === 1 ? "" : ` after login ${length}, made from login ${chosenLogin.value + 1}`;
  return (
    <fieldset class="stories">
      <legend>What happens next{from}</legend>
      {STORIES.map((story) => (
        <button
          key={story.id}
          type="button"
          disabled={!canTell(story)}
          onClick={() => void tell(story)}
        >
          <span aria-hidden="true">+</span> {story.title}
        </button>
      ))}
    </fieldset>
  );
}
