import { Fragment } from "preact";

/** A sentence of the core: what it has in backticks is shown as code. */
export function Words({ text }: { readonly text: string }) {
  const parts = text.split("`");
  // An odd backtick is part of somebody's value; then nothing can be told apart.
  if (parts.length % 2 === 0) return <Breakable text={text} />;
  return (
    <>
      {parts.map((part, index) =>
        index % 2 === 0 ? (
          <Breakable key={index} text={part} />
        ) : (
          <code key={index}>
            <Breakable text={part} />
          </code>
        ),
      )}
    </>
  );
}

/** Words that are longer than a narrow box may break where a reader would break them. */
const LONG = /\S{15,}/;
const BREAKS = /(?<=[a-z])(?=[A-Z][a-z])|(?<=[./:_-])|(?=@)/;

/** A text in which long words may break: `LinkBy` and `Username`, `jane` and `@example.com`. */
export function Breakable({ text }: { readonly text: string }) {
  if (!LONG.test(text)) return <>{text}</>;
  return (
    <>
      {text.split(BREAKS).map((part, index) => (
        <Fragment key={index}>
          {index > 0 && <wbr />}
          {part}
        </Fragment>
      ))}
    </>
  );
}
