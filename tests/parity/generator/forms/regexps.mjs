// Regular expressions, with what they are replaced by.

export const pattern = {
  leaves: [
    "'a+'",
    "'^[a-z]'",
    "'(\\\\w+)@(\\\\w+)'",
    "'\\\\d+', 'g'",
    "'[aeiou]', 'gi'",
    "'.'",
    "'x|y'",
    "'(?<n>.)', 'u'",
  ],
};

export const global = {
  leaves: [
    "/a/g",
    "/[a-z]/g",
    "/\\s+/g",
    "/-/g",
    "/\\w+/g",
    "/(\\w)(\\w)?/g",
    "/\\b\\w/g",
    "/[^a-z0-9]/gi",
    "/(?<first>\\w)(?<rest>\\w*)/g",
    "/^/gm",
    "/./gsu",
    "/\\p{L}/gu",
    "/[aeiou]/gi",
    "/(?=[A-Z])/g",
    "/x*/g",
    "/$/g",
    "/\\d{2,}/g",
  ],
};

export const sticky = { leaves: ["/a/y", "/\\w/y", "/J/y", "/^./y"] };

export const regexp = {
  leaves: [
    "/a/",
    "/^[\\w.]+@[\\w.]+$/",
    "/@example\\.com$/i",
    "/\\d+/",
    "/^\\d{4}-\\d{2}-\\d{2}$/",
    "/(\\w+)[ -](\\w+)/",
    "/^(.*?)@(.*)$/",
    "/(?<user>[^@]+)@(?<host>.+)/",
    "/^\\s*|\\s*$/",
    "/[^\\x00-\\x7f]/",
    "/\\u{1F600}/u",
    "/^.$/u",
    "/^.$/",
    "/(?<!a)b/",
    "/(?<=-)\\w/",
    "/(a)|(b)/",
    "/\\p{Lu}/u",
    "/(.)\\1/",
    "/(?:ab)+?/",
    "/[\\s\\S]/",
    "/^a.c$/s",
    "/^x$/m",
    "/\\bJ/",
    "/z{0}/",
    "/(?!x)./",
    "/\\//",
    "$global",
    "new RegExp($pattern)",
  ],
};

export const replacement = {
  leaves: [
    "''",
    "'_'",
    "'$1'",
    "'$2 $1'",
    "'[$&]'",
    '"$`|$\'"',
    "'$$'",
    "'$<first>'",
    "'$<user>'",
    "'$0$3'",
    "'$01'",
    "$text!",
    "(§m) => §m.toUpperCase()",
    "(§m, §a) => String(§a)",
    "(...§m) => §m.length",
    "(...§m) => typeof §m[§m.length - 1]",
    "() => undefined",
  ],
};
