import { Kbd, Modal, Text } from "@mantine/core";
import classes from "./keys.module.css";
import { destinations } from "./navigation.ts";

type Row = { readonly keys: readonly string[]; readonly does: string };

const everywhere: readonly Row[] = [
  { keys: ["?"], does: "show or hide these keys" },
  ...destinations.map(({ key, label }): Row => ({ keys: ["g", key], does: `go to ${label}` })),
];
const atTelephone: readonly Row[] = [
  { keys: ["0–9", "*", "#"], does: "press a key" },
  { keys: ["d"], does: "dial the line" },
  { keys: ["a"], does: "answer" },
  { keys: ["h"], does: "hang up" },
];

/** What can be pressed, as `?` shows it. */
export function KeysHelp({ opened, close }: { readonly opened: boolean; readonly close: () => void }) {
  const atPhones = destinations.some(({ to }) => to === "/phone");
  return (
    <Modal opened={opened} onClose={close} title="Keys" size="sm" closeButtonProps={{ "aria-label": "Close" }}>
      <Rows rows={everywhere} />
      {atPhones && (
        <>
          <Text fw={550} mt="md" mb="xs">
            At a telephone, once it has the focus
          </Text>
          <Rows rows={atTelephone} />
        </>
      )}
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
