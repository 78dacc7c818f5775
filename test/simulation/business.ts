import { business as small, line } from "../support/business.ts";

export { line };

/** So many times may anybody be overtaken. */
export const overtakeCap = 3;
/** When the business is open: the hours of every queue, on the clock of New York. */
export const opens: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  mon: [["09:00", "18:00"]],
  tue: [["09:00", "18:00"]],
  wed: [["09:00", "18:00"]],
  thu: [["09:00", "18:00"]],
  fri: [["09:00", "18:00"]],
  sat: [["10:00", "14:00"]],
};
/** When anybody may be rung, on the clock of wherever they are. */
export const daytime = ["09:00", "20:00"] as const;
export const zone = "America/New_York";

/** From when to when a rep works, as hours of the day, and on Saturdays. */
export type Shift = { readonly from: number; readonly until: number; readonly saturday: boolean };
export const shifts: Readonly<Record<string, Shift>> = {
  early: { from: 9, until: 15, saturday: false },
  day: { from: 9, until: 18, saturday: false },
  late: { from: 12, until: 18, saturday: true },
  long: { from: 9, until: 18, saturday: true },
};

const clock = (hour: number) => `${String(hour).padStart(2, "0")}:00`;
const weekdays = ["mon", "tue", "wed", "thu", "fri"] as const;
const hoursOf = ({ from, until, saturday }: Shift) => ({
  weekly: {
    ...Object.fromEntries(weekdays.map((day) => [day, [[clock(from), clock(until)]]])),
    ...(saturday ? { sat: opens["sat"] } : {}),
  },
});

const rep = (name: string, digits: string, hours: string, skills: readonly string[], languages = ["en"]) => ({
  name,
  address: `+12125550${digits}`,
  skills,
  languages,
  hours,
});

/** Eight reps, who come and go. */
export const reps = {
  ana: rep("Ana", "201", "day", ["support", "sales", "care"], ["en", "es"]),
  ben: rep("Ben", "202", "early", ["support", "care"]),
  cleo: rep("Cleo", "203", "day", ["sales", "care"]),
  dana: { ...rep("Dana", "204", "long", ["support", "lead"]), lead: true },
  eli: rep("Eli", "205", "late", ["support", "sales"]),
  fay: rep("Fay", "206", "early", ["sales", "support"]),
  gus: rep("Gus", "207", "late", ["support", "care"]),
  hana: rep("Hana", "208", "long", ["sales", "care", "support"], ["en", "es"]),
};

const { main } = small.menus;
const care = { kind: "support", name: "queue-care", music: ["slow-river"], hours: "open" } as const;

/** The small business of the tests, with hours, a third queue that rings its customers first, and eight reps. */
export const business = {
  ...small,
  business: {
    ...small.business,
    reception: { to: "queue", queue: "support" },
    overtakeCap,
    outbound: { daytime, perPrefixADay: 400, perNumberADay: 6 },
  },
  menus: {
    main: {
      ...main,
      options: [
        ...main.options.filter(({ key }) => key === "1" || key === "2" || key === "9"),
        { key: "3", about: "about-care", segment: "care", to: { to: "queue", queue: "care" } },
      ],
    },
  },
  queues: {
    support: {
      ...small.queues.support,
      hours: "open",
      callbacks: { offerAfter: 240 },
      followUp: { after: 7_200, by: "call" },
    },
    sales: { ...small.queues.sales, hours: "open", callbacks: { offerAfter: 240 } },
    care: { ...care, ring: { pool: [{ after: 0, skills: ["care"] }] }, callbacks: { first: "customer" } },
  },
  hours: {
    open: { weekly: opens },
    ...Object.fromEntries(Object.entries(shifts).map(([id, one]) => [id, hoursOf(one)])),
  },
  reps,
  prompts: {
    en: { ...small.prompts.en, "queue-care": "care", "about-care": "care of a kettle" },
    es: { ...small.prompts.es, "queue-care": "cuidado", "about-care": "el cuidado de un hervidor" },
  },
};
