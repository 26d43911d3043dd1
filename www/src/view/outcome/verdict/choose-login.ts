import { chosenLogin, outcomes } from "../../../app/store.js";

/** Looks at another login, if there is one. */
export function chooseLogin(index: number): void {
  if (index >= 0 && index < outcomes.peek().length) chosenLogin.value = index;
}
