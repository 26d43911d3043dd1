// What an `if` asks.

export const boolean = {
  leaves: [
    "true", "false", "!$claim", "!!$claim", "($claim === 'true')", "($claim == true)", "($claim === true || $claim === 'true')",
    "('email' in jwt)", "(typeof $claim === 'string')", "($claim == null)", "($claim !== undefined)", "!id_token",
    "($text! === $text!)",
  ],
  forms: [
    "($text === $text)", "($text !== $text!)", "($text == $number)", "($text < $text)", "($number < $number)",
    "($number >= $number)", "($number === $number)", "($number != $number)", "($any == $any)", "($any === $any)",
    "($boolean && $boolean)", "($boolean || $boolean)", "!$boolean", "Boolean($any)", "!!$text", "!$number",
    "$text.includes($text!)", "$text.startsWith($text!)", "$text.startsWith($text!, $tiny)", "$text.endsWith($text!)",
    "($text.indexOf($text!) !== -1)", "($text.indexOf('@') >= 0)", "$regexp.test($text)", "$regexp.test($text)",
    "$sticky.test($text)", "$texts.includes($text!)", "($texts.indexOf($text!) > -1)",
    "$texts.some((§a) => $boolean(a:text))", "$texts.every((§a) => $boolean(a:text))", "($texts.length > $tiny)",
    "Array.isArray($any)", "$numbers.includes($number!)", "($any instanceof Object)", "($date instanceof Date)",
    "isNaN($number)", "isNaN($text)", "isFinite($number)", "Number.isNaN($any)", "Number.isInteger($number)",
    "Number.isSafeInteger($number)", "Object.is($number, $number!)", "Object.is($any, $any)",
    "$record.hasOwnProperty($key)", "Object.hasOwn($record, $key)", "Object.prototype.hasOwnProperty.call(jwt, $key)",
    "($key in $record)", "delete $record.a", "$map.has($text!)", "$set.has($text!)", "$set.delete($text!)",
    "(jwt[$key] === undefined)", "isNaN($date)", "($date > $date)", "($date.getTime() === $date.getTime())",
    "Object.isFrozen(Object.freeze($record))", "(new RegExp($pattern)).test($text)", "($text > '')", "(typeof $any === typeof $any)",
    "($number! > 1n)", "(BigInt($tiny) == $number!)", "(null ?? $boolean)", "Number.isInteger(parseInt($text))",
  ],
};
