/** A sentence of the core: what it has in backticks is shown as code. */
export function Words({ text }: { readonly text: string }) {
  const parts = text.split("`");
  // An odd backtick is part of somebody's value; then nothing can be told apart.
  if (parts.length % 2 === 0) return <>{text}</>;
  return (
    <>{parts.map((part, index) => (index % 2 === 0 ? part : <code key={index}>{part}</code>))}</>
  );
}
