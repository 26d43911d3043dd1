/*
 * Birth date, locale and time zone
 *
 * Made by reconcile-kit from a policy: change the policy and export it again.
 */

const TIME_ZONES = {
  'Africa/':
    'Abidjan Accra Addis_Ababa Algiers Asmara Asmera Bamako Bangui Banjul Bissau Blantyre ' +
    'Brazzaville Bujumbura Cairo Casablanca Ceuta Conakry Dakar Dar_es_Salaam Djibouti Douala ' +
    'El_Aaiun Freetown Gaborone Harare Johannesburg Juba Kampala Khartoum Kigali Kinshasa Lagos ' +
    'Libreville Lome Luanda Lubumbashi Lusaka Malabo Maputo Maseru Mbabane Mogadishu Monrovia ' +
    'Nairobi Ndjamena Niamey Nouakchott Ouagadougou Porto-Novo Sao_Tome Timbuktu Tripoli Tunis ' +
    'Windhoek',
  'America/':
    'Adak Anchorage Anguilla Antigua Araguaina Argentina/Buenos_Aires Argentina/Catamarca ' +
    'Argentina/ComodRivadavia Argentina/Cordoba Argentina/Jujuy Argentina/La_Rioja ' +
    'Argentina/Mendoza Argentina/Rio_Gallegos Argentina/Salta Argentina/San_Juan ' +
    'Argentina/San_Luis Argentina/Tucuman Argentina/Ushuaia Aruba Asuncion Atikokan Atka Bahia ' +
    'Bahia_Banderas Barbados Belem Belize Blanc-Sablon Boa_Vista Bogota Boise Buenos_Aires ' +
    'Cambridge_Bay Campo_Grande Cancun Caracas Catamarca Cayenne Cayman Chicago Chihuahua ' +
    'Ciudad_Juarez Coral_Harbour Cordoba Costa_Rica Creston Cuiaba Curacao Danmarkshavn Dawson ' +
    'Dawson_Creek Denver Detroit Dominica Edmonton Eirunepe El_Salvador Ensenada Fort_Nelson ' +
    'Fort_Wayne Fortaleza Glace_Bay Godthab Goose_Bay Grand_Turk Grenada Guadeloupe Guatemala ' +
    'Guayaquil Guyana Halifax Havana Hermosillo Indiana/Indianapolis Indiana/Knox Indiana/Marengo ' +
    'Indiana/Petersburg Indiana/Tell_City Indiana/Vevay Indiana/Vincennes Indiana/Winamac ' +
    'Indianapolis Inuvik Iqaluit Jamaica Jujuy Juneau Kentucky/Louisville Kentucky/Monticello ' +
    'Knox_IN Kralendijk La_Paz Lima Los_Angeles Louisville Lower_Princes Maceio Managua Manaus ' +
    'Marigot Martinique Matamoros Mazatlan Mendoza Menominee Merida Metlakatla Mexico_City ' +
    'Miquelon Moncton Monterrey Montevideo Montreal Montserrat Nassau New_York Nipigon Nome ' +
    'Noronha North_Dakota/Beulah North_Dakota/Center North_Dakota/New_Salem Nuuk Ojinaga Panama ' +
    'Pangnirtung Paramaribo Phoenix Port-au-Prince Port_of_Spain Porto_Acre Porto_Velho ' +
    'Puerto_Rico Punta_Arenas Rainy_River Rankin_Inlet Recife Regina Resolute Rio_Branco Rosario ' +
    'Santa_Isabel Santarem Santiago Santo_Domingo Sao_Paulo Scoresbysund Shiprock Sitka ' +
    'St_Barthelemy St_Johns St_Kitts St_Lucia St_Thomas St_Vincent Swift_Current Tegucigalpa ' +
    'Thule Thunder_Bay Tijuana Toronto Tortola Vancouver Virgin Whitehorse Winnipeg Yakutat ' +
    'Yellowknife',
  'Antarctica/':
    'Casey Davis DumontDUrville Macquarie Mawson McMurdo Palmer Rothera South_Pole Syowa Troll ' +
    'Vostok',
  'Arctic/':
    'Longyearbyen',
  'Asia/':
    'Aden Almaty Amman Anadyr Aqtau Aqtobe Ashgabat Ashkhabad Atyrau Baghdad Bahrain Baku Bangkok ' +
    'Barnaul Beirut Bishkek Brunei Calcutta Chita Choibalsan Chongqing Chungking Colombo Dacca ' +
    'Damascus Dhaka Dili Dubai Dushanbe Famagusta Gaza Harbin Hebron Ho_Chi_Minh Hong_Kong Hovd ' +
    'Irkutsk Istanbul Jakarta Jayapura Jerusalem Kabul Kamchatka Karachi Kashgar Kathmandu ' +
    'Katmandu Khandyga Kolkata Krasnoyarsk Kuala_Lumpur Kuching Kuwait Macao Macau Magadan ' +
    'Makassar Manila Muscat Nicosia Novokuznetsk Novosibirsk Omsk Oral Phnom_Penh Pontianak ' +
    'Pyongyang Qatar Qostanay Qyzylorda Rangoon Riyadh Saigon Sakhalin Samarkand Seoul Shanghai ' +
    'Singapore Srednekolymsk Taipei Tashkent Tbilisi Tehran Tel_Aviv Thimbu Thimphu Tokyo Tomsk ' +
    'Ujung_Pandang Ulaanbaatar Ulan_Bator Urumqi Ust-Nera Vientiane Vladivostok Yakutsk Yangon ' +
    'Yekaterinburg Yerevan',
  'Atlantic/':
    'Azores Bermuda Canary Cape_Verde Faeroe Faroe Jan_Mayen Madeira Reykjavik South_Georgia ' +
    'St_Helena Stanley',
  'Australia/':
    'ACT Adelaide Brisbane Broken_Hill Canberra Currie Darwin Eucla Hobart LHI Lindeman Lord_Howe ' +
    'Melbourne NSW North Perth Queensland South Sydney Tasmania Victoria West Yancowinna',
  'Brazil/':
    'Acre DeNoronha East West',
  '':
    'CET CST6CDT Cuba EET EST5EDT Egypt Eire GB GB-Eire GMT GMT0 Greenwich Hongkong Iceland Iran ' +
    'Israel Jamaica Japan Kwajalein Libya MET MST7MDT NZ NZ-CHAT Navajo PRC PST8PDT Poland ' +
    'Portugal ROK Singapore Turkey UCT UTC Universal W-SU WET Zulu',
  'Canada/':
    'Atlantic Central Eastern Mountain Newfoundland Pacific Saskatchewan Yukon',
  'Chile/':
    'Continental EasterIsland',
  'Etc/':
    'GMT GMT+0 GMT+1 GMT+10 GMT+11 GMT+12 GMT+2 GMT+3 GMT+4 GMT+5 GMT+6 GMT+7 GMT+8 GMT+9 GMT-0 ' +
    'GMT-1 GMT-10 GMT-11 GMT-12 GMT-13 GMT-14 GMT-2 GMT-3 GMT-4 GMT-5 GMT-6 GMT-7 GMT-8 GMT-9 ' +
    'GMT0 Greenwich UCT UTC Universal Zulu',
  'Europe/':
    'Amsterdam Andorra Astrakhan Athens Belfast Belgrade Berlin Bratislava Brussels Bucharest ' +
    'Budapest Busingen Chisinau Copenhagen Dublin Gibraltar Guernsey Helsinki Isle_of_Man ' +
    'Istanbul Jersey Kaliningrad Kiev Kirov Kyiv Lisbon Ljubljana London Luxembourg Madrid Malta ' +
    'Mariehamn Minsk Monaco Moscow Nicosia Oslo Paris Podgorica Prague Riga Rome Samara ' +
    'San_Marino Sarajevo Saratov Simferopol Skopje Sofia Stockholm Tallinn Tirane Tiraspol ' +
    'Ulyanovsk Uzhgorod Vaduz Vatican Vienna Vilnius Volgograd Warsaw Zagreb Zaporozhye Zurich',
  'Indian/':
    'Antananarivo Chagos Christmas Cocos Comoro Kerguelen Mahe Maldives Mauritius Mayotte Reunion',
  'Mexico/':
    'BajaNorte BajaSur General',
  'Pacific/':
    'Apia Auckland Bougainville Chatham Chuuk Easter Efate Enderbury Fakaofo Fiji Funafuti ' +
    'Galapagos Gambier Guadalcanal Guam Honolulu Johnston Kanton Kiritimati Kosrae Kwajalein ' +
    'Majuro Marquesas Midway Nauru Niue Norfolk Noumea Pago_Pago Palau Pitcairn Pohnpei Ponape ' +
    'Port_Moresby Rarotonga Saipan Samoa Tahiti Tarawa Tongatapu Truk Wake Wallis Yap',
  'SystemV/':
    'AST4 AST4ADT CST6 CST6CDT EST5 EST5EDT HST10 MST7 MST7MDT PST8 PST8PDT YST9 YST9YDT',
  'US/':
    'Alaska Aleutian Arizona Central East-Indiana Eastern Hawaii Indiana-Starke Michigan Mountain ' +
    'Pacific Samoa',
};

function reconcile(user, registration, jwt, id_token) {
  const birthdate = claim(jwt.birthdate, id_token?.birthdate);
  const locale = claim(jwt.locale, id_token?.locale);
  const zoneinfo = claim(jwt.zoneinfo, id_token?.zoneinfo);

  let birthDate = eachText(birthdate, dayOf);
  birthDate = usable(birthDate, isDay);
  if (birthDate !== undefined) {
    user.birthDate = birthDate;
  }

  let preferredLanguages = [];
  let keepsPreferredLanguages = false;
  if (isEmpty(user.preferredLanguages)) {
    let newPreferredLanguages = eachText(locale, localeOf);
    newPreferredLanguages = asLocales(newPreferredLanguages);
    preferredLanguages = preferredLanguages.concat(newPreferredLanguages ?? []);
    if (newPreferredLanguages === undefined) {
      keepsPreferredLanguages = true;
    }
  } else {
    keepsPreferredLanguages = true;
  }
  setList(user, 'preferredLanguages', preferredLanguages, keepsPreferredLanguages);

  const timezone = usable(zoneinfo, isTimeZone);
  if (timezone !== undefined) {
    user.timezone = timezone;
  }
}

/* A claim: from the userinfo, or else from the id token. */
function claim(value, other) {
  return isMissing(value) ? present(other) : value;
}

/* What a step gives that cannot use a value. */
const UNUSABLE = Symbol('unusable');

/* What a step makes of a value, or of each value in a list. */
function each(value, step) {
  if (value === undefined) {
    return undefined;
  }
  const isList = Array.isArray(value);
  const result = isList ? value.map((item) => step(item)) : step(value);
  if (isList ? result.includes(UNUSABLE) : result === UNUSABLE) {
    return undefined;
  }
  return isList ? result.filter((item) => item !== undefined) : result;
}

/* The same for a step that takes texts. */
function eachText(value, step) {
  return each(value, (item) => (typeof item === 'string' ? step(item) : UNUSABLE));
}

/* `en_US` of `en-us`. A script in between is left out. */
function localeOf(text) {
  const form = /^([A-Za-z]{2,3})(?:[-_][A-Za-z]{4})?(?:[-_]([A-Za-z]{2}|[0-9]{3}))?$/;
  const match = form.exec(text);
  if (match === null) {
    return UNUSABLE;
  }
  const language = match[1].toLowerCase();
  return match[2] === undefined ? language : language + '_' + match[2].toUpperCase();
}

/* `YYYY-MM-DD` of that, of `MM/DD/YYYY` or of a year. The year 0000 says that it is not known. */
function dayOf(text) {
  let day = text.replace(/^([0-9]{2})\/([0-9]{2})\/([0-9]{4})$/, '$3-$1-$2');
  if (/^[0-9]{4}$/.test(text)) {
    day = text + '-01-01';
  }
  if (!isDay(day)) {
    return UNUSABLE;
  }
  return day.startsWith('0000') ? undefined : day;
}

/* The value, unless it is missing. */
function present(value) {
  return isMissing(value) ? undefined : value;
}

/* The value, where the field can hold it. */
function usable(value, fits) {
  const isUsable = !isMissing(value) && fits(value);
  return isUsable ? value : undefined;
}

/* The value as a list of texts, where it is one, or a text alone. */
function asTexts(value) {
  if (isMissing(value)) {
    return undefined;
  }
  const texts = (Array.isArray(value) ? value : [value]).map((item) => textOf(item));
  const isUsable = texts.every((text) => !isMissing(text));
  return isUsable ? texts : undefined;
}

/* The value as a list of locales. */
function asLocales(value) {
  const texts = asTexts(value);
  return texts && texts.map((text) => text.replace(/-/g, '_'));
}

/* Whether it is a day of the calendar, `YYYY-MM-DD`. */
function isDay(value) {
  const match = typeof value === 'string' && /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/.exec(value);
  if (!match) {
    return false;
  }
  const [year, month, day] = match.slice(1).map(Number);
  const isLeapYear = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = [31, isLeapYear ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day >= 1 && day <= (days[month - 1] ?? 0);
}

/* Whether Java knows the time zone, or it is an offset such as `+02:00`. */
function isTimeZone(value) {
  if (typeof value !== 'string') {
    return false;
  }
  const place = value.indexOf('/') + 1;
  const names = own(TIME_ZONES, value.slice(0, place));
  const name = value.slice(place);
  if (names !== undefined && !name.includes(' ') && ` ${names} `.includes(` ${name} `)) {
    return true;
  }
  const minutes = '(?:(?::[0-5][0-9]){0,2}|(?:[0-5][0-9]){0,2})';
  const offset = `[+-](?:[0-9]|(?:0[0-9]|1[0-7])${minutes}|18(?:(?::00){0,2}|(?:00){0,2}))`;
  return new RegExp(`^(?:Z|UT|(?:UTC|GMT|UT)?${offset})$`).test(value);
}

/* Makes a list of what it keeps and what it is given, each entry once. */
function setList(object, field, given, keeps) {
  const stored = object[field];
  const kept = keeps && Array.isArray(stored) ? stored : [];
  const list = Array.from(new Set(kept.concat(given)));
  if (list.length > 0 || stored !== undefined) {
    object[field] = list;
  }
}

/* What is stored at these steps. */
function stored(object, steps) {
  return steps.reduce((value, step) => (isObject(value) ? own(value, step) : undefined), object);
}

function isEmpty(value) {
  if (Array.isArray(value)) {
    return value.length === 0;
  }
  return isObject(value) ? Object.keys(value).length === 0 : isMissing(value);
}

function isMissing(value) {
  return value === undefined || value === null || value === '';
}

function isObject(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/* The text of a text, of a whole number, and of true and false. */
function textOf(value) {
  const hasText =
    typeof value === 'string' || typeof value === 'boolean' || Number.isSafeInteger(value);
  return hasText ? String(value) : undefined;
}

/* A property of the object itself: a name such as `constructor` finds nothing else. */
function own(object, name) {
  const hasProperties = typeof object === 'object' && object !== null;
  return hasProperties && Object.prototype.hasOwnProperty.call(object, name)
    ? object[name]
    : undefined;
}
