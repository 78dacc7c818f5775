import { Drawer, SegmentedControl } from "@mantine/core";
import { useEffect, useState } from "react";
import { z } from "zod";
import { Empty } from "../../ui/states.tsx";
import classes from "./wire.module.css";

const Entry = z.object({
  kind: z.enum(["webhook", "error", "warning", "rest"]),
  at: z.number(),
  purpose: z.string().optional(),
  method: z.string().optional(),
  url: z.string().optional(),
  params: z.record(z.string(), z.string()).optional(),
  status: z.number().optional(),
  body: z.string().optional(),
  answer: z.string().optional(),
  code: z.number().optional(),
  message: z.string().optional(),
});
type Entry = z.infer<typeof Entry> & { readonly id: number };

/** Pixels of the window that the drawer takes. */
const drawerHeight = 360;
/** The most entries that are shown. */
const most = 300;
const sorts = ["All", "Webhooks", "REST", "Faults"] as const;
type Sort = (typeof sorts)[number];

/** For developers: what goes between Twilio and the app, as it happens, the newest first. */
export function Wire({ close }: { readonly close: () => void }) {
  const entries = useEntries();
  const [sort, setSort] = useState<Sort>("Webhooks");
  const shown = entries.filter((entry) => isOf(sort, entry));
  return (
    <Drawer
      opened
      onClose={close}
      position="bottom"
      size={drawerHeight}
      title="Webhooks and TwiML"
      withOverlay={false}
      lockScroll={false}
      trapFocus={false}
      closeOnClickOutside={false}
      closeButtonProps={{ "aria-label": "Close" }}
      classNames={{ content: classes["drawer"] ?? "", header: classes["header"] ?? "" }}
    >
      <SegmentedControl
        size="sm"
        mb="sm"
        aria-label="What is shown"
        data={[...sorts]}
        value={sort}
        onChange={(value) => setSort(sorts.find((one) => one === value) ?? "All")}
      />
      {shown.length === 0 ? (
        <Empty title="Nothing yet">Dial, and every request of the call stands here with its answer.</Empty>
      ) : (
        <ol className={classes["entries"]}>
          {shown.map((entry) => (
            <li key={entry.id}>
              <Row entry={entry} />
            </li>
          ))}
        </ol>
      )}
    </Drawer>
  );
}

function isOf(sort: Sort, { kind, code }: Entry): boolean {
  if (sort === "Faults") return kind === "error" || kind === "warning" || code !== undefined;
  return sort === "All" || kind === (sort === "REST" ? "rest" : "webhook");
}

function useEntries(): readonly Entry[] {
  const [entries, setEntries] = useState<readonly Entry[]>([]);
  useEffect(() => {
    let id = 0;
    const source = new EventSource("/demo/log");
    // Told anew from the beginning after each connection.
    source.addEventListener("open", () => setEntries([]));
    source.addEventListener("message", ({ data }: MessageEvent<string>) => {
      const read = Entry.safeParse(JSON.parse(data));
      if (read.success) setEntries((before) => [{ ...read.data, id: ++id }, ...before].slice(0, most));
    });
    return () => source.close();
  }, []);
  return entries;
}

function Row({ entry }: { readonly entry: Entry }) {
  const { at, kind, purpose, method = "", url = "", status, code, message, params = {}, body, answer } = entry;
  const bad = code !== undefined || kind === "error" || (status ?? 200) >= 400;
  const says = body ?? answer ?? "";
  return (
    <details className={classes["row"]}>
      <summary data-bad={bad || undefined}>
        <time>{new Date(at).toLocaleTimeString([], { hour12: false })}</time>
        <b>{purpose ?? kind}</b>
        <code>
          {method} {pathOf(url)} {message}
        </code>
        <span>{status ?? code ?? ""}</span>
      </summary>
      <div className={classes["both"]}>
        <dl tabIndex={0} aria-label="What was sent">
          {Object.entries(params)
            .filter(([, value]) => value !== "")
            .map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
        </dl>
        <pre tabIndex={0} aria-label="What was answered">
          {indented(says)}
        </pre>
      </div>
    </details>
  );
}

const pathOf = (url: string) => (URL.canParse(url) ? new URL(url).pathname : url);

/** XML and JSON with an element or a field a line. */
function indented(text: string): string {
  if (text.startsWith("{")) return JSON.stringify(JSON.parse(text), undefined, 2);
  let depth = 0;
  return text
    .replaceAll(/>\s*</g, ">\n<")
    .split("\n")
    .map((line) => {
      if (line.startsWith("</")) depth--;
      const row = "  ".repeat(Math.max(0, depth)) + line;
      if (/^<[^/?!][^>]*[^/]>$/.test(line) || /^<\w+>$/.test(line)) depth++;
      return row;
    })
    .join("\n");
}
