import { keyNames, modHere } from "../../app/keys.js";

/** Keys as they are written on the keyboard. */
export function Keys({ keys }: { readonly keys: string }) {
  return (
    <span class="keys">
      {keyNames(keys, modHere()).map((name) => (
        <kbd key={name}>{name}</kbd>
      ))}
    </span>
  );
}

/** The same as words. */
export function keyWords(keys: string): string {
  return keyNames(keys, modHere()).join("+");
}
