import { Button, Modal, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { sentenceOf } from "../../api.ts";
import { businessZone } from "../../time.ts";
import { keepFor, keptQuery, type Days, type WhatGoes } from "./limits-wire.ts";
import limits from "./limits.module.css";
import classes from "./settings.module.css";

const names = {
  calls: "Calls",
  callbacks: "Return calls",
  cases: "Cases",
  reviews: "On the leads’ list",
  recordings: "Recordings at Twilio",
  audit: "Lines of the audit log",
} as const;

type ErasingProps = {
  readonly goes: WhatGoes;
  readonly days: Days;
  readonly etag: string;
  readonly close: () => void;
};

/** The date of an instant by the calendar of the business. */
const dated = (instant: string) =>
  new Date(instant).toLocaleDateString(undefined, { dateStyle: "medium", timeZone: businessZone() });

/** What a setting erases at once, asked once more before it does. */
export function Erasing({ goes, days, etag, close }: ErasingProps) {
  const queries = useQueryClient();
  const all = Object.entries(names).flatMap(([name, label]) => {
    const { count, oldest } = goes[name as keyof typeof names];
    return count === 0 ? [] : [{ name, label, count, oldest }];
  });
  const keeping = useMutation({
    mutationFn: () => keepFor(days, etag),
    async onSuccess() {
      close();
      notifications.show({ message: all.length === 0 ? "Saved." : "Saved. What is older is being erased." });
      await queries.invalidateQueries({ queryKey: keptQuery.queryKey });
    },
  });
  return (
    <Modal
      opened
      onClose={close}
      title={all.length === 0 ? "Nothing is old enough to go now" : "Erase this?"}
      closeButtonProps={{ "aria-label": "Close" }}
    >
      {all.length === 0 ? (
        <Text>From now on what is over goes when it has become as old as that.</Text>
      ) : (
        <>
          <table className={limits["goes"]}>
            <thead>
              <tr>
                <th scope="col">What goes at once</th>
                <th scope="col">How many</th>
                <th scope="col">The oldest</th>
              </tr>
            </thead>
            <tbody>
              {all.map(({ name, label, count, oldest }) => (
                <tr key={name}>
                  <th scope="row">{label}</th>
                  <td>{count.toLocaleString()}</td>
                  <td>{oldest === null ? "" : dated(oldest)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <Text mt="md">
            <b>Nobody can bring it back.</b> From then on what has become as old goes every day.
          </Text>
        </>
      )}
      {goes.unread > 0 && (
        <Text mt="sm">
          {goes.unread === 1 ? "A month" : `${goes.unread} months`} of the archive cannot be read and stays as it is;
          the log says which.
        </Text>
      )}
      {keeping.error && (
        <Text c="var(--mantine-color-error)" role="alert" mt="sm">
          {sentenceOf(keeping.error)}
        </Text>
      )}
      <div className={classes["buttons"]}>
        <Button variant="default" onClick={close}>
          Not now
        </Button>
        <Button
          {...(all.length === 0 ? {} : { color: "red.8" })}
          loading={keeping.isPending}
          onClick={() => keeping.mutate()}
        >
          {all.length === 0 ? "Save" : "Erase it for good"}
        </Button>
      </div>
    </Modal>
  );
}
