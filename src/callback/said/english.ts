import type { Words } from "./plain.ts";

const small =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen";
const tens = "twenty thirty forty fifty";
const weekdays = "mon(?:day)? tue(?:s|sday)? wed(?:nesday)? thu(?:rs|rsday)? fri(?:day)? sat(?:urday)? sun(?:day)?";
const months =
  "jan(?:uary)? feb(?:ruary)? mar(?:ch)? apr(?:il)? may june? july? aug(?:ust)? sept?(?:ember)? oct(?:ober)? nov(?:ember)? dec(?:ember)?";
const ordinal = "(?: (?:st|nd|rd|th))";

/** What English says for times. */
export const english: Words = {
  numbers: {
    ...Object.fromEntries(small.split(" ").map((word, number) => [word, number])),
    ...Object.fromEntries(tens.split(" ").map((word, index) => [word, 20 + 10 * index])),
  },
  joinedBy: "",
  joinsFrom: 20,
  rows: [
    ["not|dont|cant|cannot|wont|never|except|unless|between|yesterday|ago|last", "not"],
    ["(?:the )?day after tomorrow", "day+2"],
    ["tomorrow|tmrw", "day+1"],
    ["today", "day+0"],
    ["tonight", "day+0 night"],
    ["this (morning|afternoon|evening)", "day+0 $1"],
    ["(?:in|during|of) the (morning|afternoon|evening|night)", "$1"],
    ["at night", "night"],
    ...weekdays.split(" ").map((day, index) => [`(?:${day})s?`, `wd${index + 1}`] as const),
    ...months
      .split(" ")
      .flatMap((month, index) => [
        [`(?:the )?{n}${ordinal}?(?: of)? ${month}`, `md${index + 1}-$1`] as const,
        [`${month}(?: the)? {n}${ordinal}?`, `md${index + 1}-$1`] as const,
      ]),
    [`(?:the )?{n}${ordinal}`, "dom$1"],
    ["noon|mid ?day|lunch ?time", "noon"],
    ["mid ?night", "midnight"],
    ["o ?clock|sharp", "oclock"],
    ["{n} hundred(?: hours)?", "$1:00"],
    ["{n} (?:oh|o|0) ([1-9])", "$1:0$2"],
    ["a couple(?: of)?", "2"],
    ["(?:a )?half (?:an )?hour", "half hours"],
    ["3 quarters of an hour", "3 quarter hours"],
    ["(?:(?:a|1) )?quarter of an hour", "quarter hours"],
    ["an? (hour|minute|day|week)", "1 $1"],
    ["and a (half|quarter)", "and $1"],
    ["hours?|hrs?", "hours"],
    ["minutes?|mins?", "minutes"],
    ["days?", "days"],
    ["weeks?", "weeks"],
    ["(half|quarter|\\d+)(?: minutes)? (?:past|after)", "$1 past"],
    ["(quarter|\\d+)(?: minutes)? (?:to|till?|until|of|before) {n}", "$1 til $2"],
    ["within|in (?:about|around|like)", "in"],
    ["by|around|about|before|after|until|like", "at"],
  ],
  fillers:
    "a an the of on to i id im ill my me you we us it its is be will would can could should please call calls ring phone back again do let lets say says said so well um uh er hm yes yeah yep no ok okay sure maybe perhaps think guess for good fine great works work best time next coming this that from now later exactly thanks thank some sometime just really hi hello want wanted need like make there here",
};
