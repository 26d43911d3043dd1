/** A sentence of the core's, in which what stands in backticks is code. */
export function Words({ text }: { readonly text: string }) {
  const sentence = text.charAt(0).toUpperCase() + text.slice(1);
  const parts = sentence.replace(/\.$/, "").split("`");
  return (
    <>{parts.map((part, index) => (index % 2 === 1 ? <code key={index}>{part}</code> : part))}.</>
  );
}
