import { housePrompts } from "./house.ts";

/** How a prompt reaches people. */
export type Reaches = "ear" | "text" | "mail" | "page";
/** Prompts of Holdfast's own that belong together: when they come, and to whom. */
export type PromptGroup = {
  readonly title: string;
  readonly about: string;
  readonly reaches: Reaches;
  readonly prompts: readonly string[];
};

/** Each group by the prompt that it begins with, in the order of the sentences themselves. */
const beginnings: readonly (Omit<PromptGroup, "prompts"> & { readonly from: string })[] = [
  { from: "not-understood", title: "Menus", about: "Callers hear it in a menu.", reaches: "ear" },
  {
    from: "closed",
    title: "Closed, empty or full",
    about: "Callers hear it where nobody can answer now.",
    reaches: "ear",
  },
  {
    from: "place",
    title: "Waiting in line",
    about: "Callers hear it while they wait, between pieces of music.",
    reaches: "ear",
  },
  {
    from: "offer",
    title: "Asking for a return call",
    about: "Callers hear it when they ask to be called back.",
    reaches: "ear",
  },
  {
    from: "owed-promised",
    title: "A return call that is owed",
    about: "Callers hear it who ring in while we owe them a call.",
    reaches: "ear",
  },
  { from: "message-ask", title: "Messages", about: "Callers hear it when they leave a message.", reaches: "ear" },
  { from: "joining", title: "In the conversation", about: "Callers hear it around a conversation.", reaches: "ear" },
  {
    from: "whisper-call",
    title: "Whispered to the rep",
    about: "The rep alone hears it before the caller is joined.",
    reaches: "ear",
  },
  {
    from: "rep-menu",
    title: "The rep’s menu",
    about: "The rep hears it after pressing star in a conversation.",
    reaches: "ear",
  },
  {
    from: "whisper-kept-place",
    title: "Return calls, to the rep",
    about: "The rep hears it before and during a return call.",
    reaches: "ear",
  },
  {
    from: "return-hello",
    title: "Return calls, to the customer",
    about: "Whoever picks up hears it when we call back.",
    reaches: "ear",
  },
  { from: "wrap-up-ask", title: "Wrap-up", about: "The rep hears it after a conversation.", reaches: "ear" },
  {
    from: "promise-when",
    title: "A rep’s promise",
    about: "The rep hears it while promising a return call.",
    reaches: "ear",
  },
  { from: "desk-menu", title: "The rep’s desk", about: "Reps hear it who ring in.", reaches: "ear" },
  {
    from: "callback-made-text",
    title: "Texts about return calls",
    about: "Customers and reps read it as a text message.",
    reaches: "text",
  },
  { from: "mail-invitation-subject", title: "Mail", about: "It is read as mail.", reaches: "mail" },
  { from: "left-owing-text", title: "Answers by text", about: "Customers read it when they text us.", reaches: "text" },
  {
    from: "follow-up-text",
    title: "Asking after",
    about: "Customers are asked some time later whether it was solved.",
    reaches: "ear",
  },
  { from: "text-promised", title: "What reps text", about: "Reps read it when they text us.", reaches: "text" },
  {
    from: "page-title",
    title: "The receipt page",
    about: "Customers read it on the page of their return call.",
    reaches: "page",
  },
];

/** All that Holdfast says by itself, in groups, in the order in which a call meets them. */
export const promptGroups: readonly PromptGroup[] = beginnings.map(({ from, ...group }, place) => {
  const next = beginnings[place + 1]?.from;
  const end = next === undefined ? undefined : housePrompts.indexOf(next);
  return { ...group, prompts: housePrompts.slice(housePrompts.indexOf(from), end) };
});

const groupByPrompt = new Map(promptGroups.flatMap((group) => group.prompts.map((id) => [id, group] as const)));

/** The group that one of Holdfast's own prompts belongs to; undefined for others. */
export function groupOf(prompt: string): PromptGroup | undefined {
  return groupByPrompt.get(prompt);
}

/** Spoken, though they are about texts. */
const aboutTexts = new Set(["text-details-sent", "text-impossible"]);

/** How one of Holdfast's own prompts reaches people; undefined for others. Among what is spoken some are texts. */
export function reachOf(prompt: string): Reaches | undefined {
  const reaches = groupOf(prompt)?.reaches;
  return reaches === "ear" && /(^|-)text(-|$)/.test(prompt) && !aboutTexts.has(prompt) ? "text" : reaches;
}
