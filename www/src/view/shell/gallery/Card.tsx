import type { Example } from "../../../examples/all.js";
import { openExample } from "../../../examples/open.js";

interface Props {
  readonly example: Example;
  readonly teaches: string | undefined;
}

/** An example that opens when it is pressed. */
export function Card({ example, teaches }: Props) {
  return (
    <button type="button" class="example" onClick={() => openExample(example)}>
      <span class="example-name">{example.name}</span>
      {teaches && <span class="example-teaches">{teaches}</span>}
      <span class="example-path">{example.path.replace(/(\.scenario)?\.json$/, "")}</span>
    </button>
  );
}
