// JSON in which no number loses a digit.

/** A text, which is left alone, or a number. */
const TOKEN = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/** The value of a JSON text. A whole number beyond 2^53, which JavaScript cannot hold, becomes a text with its digits. */
export function parseExactly(text) {
  return JSON.parse(text.replace(TOKEN, (token) => (token.startsWith('"') ? token : held(token))));
}

function held(token) {
  const number = Number(token);
  const whole = Number.isInteger(number) && !Number.isSafeInteger(number) && wholeOf(token);
  return whole ? `"whole number ${whole}"` : token;
}

/** The digits of a number that may be written with a point or a power; nothing where it is no whole one. */
function wholeOf(token) {
  const [mantissa, power = "0"] = token.toLowerCase().split("e");
  const [whole, fraction = ""] = mantissa.split(".");
  const zeros = Number(power) - fraction.length;
  if (zeros >= 0) return BigInt(whole + fraction) * 10n ** BigInt(zeros);
  const digits = whole + fraction;
  return /^0*$/.test(digits.slice(zeros)) ? BigInt(digits.slice(0, zeros)) : undefined;
}
