import { Kbd, Modal } from "@mantine/core";
import classes from "./keys.module.css";
import { destinations } from "./navigation.ts";

type Row = { readonly keys: readonly string[]; readonly does: string };

const everywhere: readonly Row[] = [
  { keys: ["?"], does: "show or hide these keys" },
  ...destinations.map(({ key, label }): Row => ({ keys: ["g", key], does: `go to ${label}` })),
];

/** What can be pressed, as `?` shows it. */
export function KeysHelp({ opened, close }: { readonly opened: boolean; readonly close: () => void }) {
  return (
    <Modal opened={opened} onClose={close} title="Keys" size="sm" closeButtonProps={{ "aria-label": "Close" }}>
      <Rows rows={everywhere} />
    </Modal>
  );
}

function Rows({ rows }: { readonly rows: readonly Row[] }) {
  return (
    <dl className={classes["rows"]}>
      {rows.map(({ keys, does }) => (
        <div key={does}>
          <dt>{does}</dt>
          <dd>
            {keys.map((key) => (
              <Kbd key={key}>{key}</Kbd>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}
