import { Fragment } from "preact";

/** A name that may break before each of its words, and after what joins them. */
export function Broken({ name }: { readonly name: string }) {
  return (
    <>
      {name.split(/(?<=[./])|(?<=[a-z])(?=[A-Z])/).map((part, index) => (
        <Fragment key={index}>
          {index > 0 && <wbr />}
          {part}
        </Fragment>
      ))}
    </>
  );
}
