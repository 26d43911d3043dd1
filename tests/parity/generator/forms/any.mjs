// A value of any kind.

export const any = {
  leaves: ["$text!", "$text!", "$number!", "$boolean!", "$texts!", "$record!", "$claim", "$claim", "null", "undefined", "true", "[]", "({})"],
  forms: [
    "$text", "$text", "$text", "$number", "$number", "$boolean", "$texts", "$texts", "$numbers", "$record", "$record", "$records", "$date", "$map", "$set", "$claim",
    "($claim || $any)", "($claim ?? $any)", "($claim && $any)", "($boolean ? $any : $any)", "$regexp", "BigInt($tiny).toString()", "[$any, $any]",
    "(void $any)", "($any, $any)", "({ a: $any })", "$record[$key]", "$record.a", "$record?.b?.c", "$texts[$small]", "$texts.pop()", "$texts.find((§a) => $boolean(a:text))",
    "user.data", "user.firstName", "(registration && registration.roles)", "jwt.address", "(() => $any)()", "(function () { return this === undefined; })()", "$text.match($regexp)",
    "$regexp.exec($text)", "$map.get($key)", "[...$map.entries()]", "Object.entries($record)", "$numbers.map((§n) => §n * 2)", "new Date($any!)", "(function () { return typeof this; })()",
  ],
};
