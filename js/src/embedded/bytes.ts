// Bytes that travel as text, in Base64.

/** The bytes of `text`. */
export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  if (globalThis.Buffer) return globalThis.Buffer.from(text, "base64");
  const letters = atob(text);
  const bytes = new Uint8Array(letters.length);
  for (let index = 0; index < letters.length; index++) bytes[index] = letters.charCodeAt(index);
  return bytes;
}
