/** The core's words, in which names and values stand between backticks. */
export function Ticked({ words }: { readonly words: string }) {
  return (
    <>
      {words
        .split("`")
        .map((part, index) => (index % 2 === 1 ? <code key={index}>{part}</code> : part))}
    </>
  );
}
