// JSON in which no number loses a digit.

/** A text, which is left alone, or a number. */
const TOKEN = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/** The value of a JSON text. A whole number beyond 2^53, which JavaScript cannot hold, becomes a text with its digits. */
export function parseExactly(text) {
  const held = text.replace(TOKEN, (token) => {
    const isHeld = token.startsWith('"') || !/^-?\d+$/.test(token) || isSafe(token);
    return isHeld ? token : `"whole number ${BigInt(token)}"`;
  });
  return JSON.parse(held);
}

function isSafe(token) {
  return Number.isSafeInteger(Number(token));
}
