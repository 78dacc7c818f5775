/** From and until on the clock on the wall, "HH:MM" to "24:00". */
type Interval = readonly [from: string, until: string];
/** A week of openings by day; a day that is not named is closed. */
type Weekly = Readonly<Partial<Record<string, readonly Interval[]>>>;

const days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
const names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] as const;
const allDay = "all day";

/** A week of openings in words, for the eye: "Mon–Fri 8 AM–6 PM, Sat 9 AM–noon, closed on Sun". An opening past midnight is said as one. */
export function weekInWords(weekly: Weekly): string {
  const said = days.map((_, place) => dayInWords(weekly, place));
  if (said.every((words) => words === "")) return "Closed all week";
  if (said.every((words) => words === said[0])) return `Every day ${said[0] ?? ""}`;
  const groups: { words: string; from: number; until: number }[] = [];
  for (const [place, words] of said.entries()) {
    const last = groups.at(-1);
    if (last?.words === words) last.until = place;
    else groups.push({ words, from: place, until: place });
  }
  const open = groups.filter(({ words }) => words !== "");
  const together = [...new Set(open.map(({ words }) => words))].map((words) => {
    const of = open.filter((group) => group.words === words).map(daysInWords);
    return `${of.join(", ")} ${words}`;
  });
  const closed = groups.filter(({ words }) => words === "").map(daysInWords);
  return [...together, ...(closed.length > 0 ? [`closed on ${closed.join(", ")}`] : [])].join("; ");
}

function daysInWords({ from, until }: { readonly from: number; readonly until: number }): string {
  const [first, last] = [names[from] ?? "", names[until] ?? ""];
  if (from === until) return first;
  return until - from === 1 ? `${first}, ${last}` : `${first}–${last}`;
}

/** The openings of a day: those in the early morning that carry on the day before belong to that. */
function dayInWords(weekly: Weekly, place: number): string {
  const on = (offset: number) =>
    (weekly[days[(place + offset + 7) % 7] ?? ""] ?? []).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const carriesOn = isNight(on(-1).at(-1), on(0)[0]);
  const own = carriesOn ? on(0).slice(1) : on(0);
  const next = on(1)[0];
  return own
    .map(([from, until]) => {
      if (from === "00:00" && until === "24:00") return allDay;
      const overnight = until === "24:00" && next !== undefined && isNight([from, until], next);
      return `${clockInWords(from)}–${clockInWords(overnight ? next[1] : until)}`;
    })
    .join(" and ");
}

/** Whether an opening goes on past midnight into one that ends in the morning. */
function isNight(evening: Interval | undefined, morning: Interval | undefined): boolean {
  const isLate = evening?.[1] === "24:00" && evening[0] !== "00:00";
  return isLate && morning?.[0] === "00:00" && morning[1] < "12:00";
}

/** A time of day for the eye: "8 AM", "5:30 PM", "noon", "midnight". What is no time comes back as it is. */
export function clockInWords(time: string): string {
  const [, hours = "", minutes = ""] = /^(\d\d):(\d\d)$/.exec(time) ?? [];
  if (hours === "") return time;
  if (minutes === "00" && hours === "12") return "noon";
  if (minutes === "00" && (hours === "00" || hours === "24")) return "midnight";
  const hour = Number(hours);
  return `${hour % 12 || 12}${minutes === "00" ? "" : `:${minutes}`} ${hour < 12 || hour === 24 ? "AM" : "PM"}`;
}
