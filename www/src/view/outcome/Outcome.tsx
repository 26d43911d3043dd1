import { outputTab } from "../../app/layout.js";
import { composed, isStale, outcome, refusal, result } from "../../app/store.js";
import { Tabs } from "../parts/Tabs.js";
import "./outcome.css";
import { outputTabs } from "./tabs.js";
import { LoginChooser } from "./verdict/LoginChooser.js";
import { Refused } from "./verdict/Refused.js";
import { Verdict } from "./verdict/Verdict.js";
import "./verdict/verdict.css";
import { Who } from "./verdict/Who.js";

/** What the login leads to. */
export function Outcome() {
  const [shown, from, refused] = [outcome.value, result.value, refusal.value];
  return (
    <div class={isStale.value ? "outcome is-stale" : "outcome"}>
      <LoginChooser />
      <div class="head">
        <div role="status">
          {refused ? (
            <Refused refusal={refused} scenario={composed.value} />
          ) : shown ? (
            <Verdict outcome={shown} />
          ) : (
            <p class="sentence">Starting the simulator…</p>
          )}
        </div>
        {refused && shown && (
          <div class="old">
            <p>Below is the outcome from before the last changes: the person {shown.verdict}.</p>
          </div>
        )}
        {shown && from && !refused && <Who outcome={shown} result={from} />}
      </div>
      <div class={refused ? "is-old" : undefined}>
        <Tabs
          label="What comes out"
          chosen={outputTab.value}
          onChoose={(name) => {
            outputTab.value = name;
          }}
          tabs={outputTabs(shown, from)}
        />
      </div>
    </div>
  );
}
