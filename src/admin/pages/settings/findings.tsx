import { Button, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { sentenceOf } from "../../api.ts";
import { Icon, type IconName } from "../../ui/icon.tsx";
import classes from "./settings.module.css";
import { check, type Finding } from "./twilio-wire.ts";

const marks: Readonly<Record<Finding["is"], { readonly icon: IconName; readonly says: string }>> = {
  fine: { icon: "check", says: "In order" },
  note: { icon: "text", says: "Worth knowing" },
  wrong: { icon: "alert", says: "Wrong" },
};

/** Whether Twilio and we reach each other: what was found, in the order in which it is to be mended. */
export function Findings() {
  const checking = useMutation({ mutationFn: check });
  const { data, error, isPending } = checking;
  return (
    <section className={classes["card"]} aria-labelledby="check">
      <div className={classes["head"]}>
        <div>
          <h2 id="check">Does it work?</h2>
          <Text c="dimmed" mt={4}>
            Twilio is asked for the account, its numbers and permissions, and to send a signed request here. No
            telephone rings, and it costs nothing. It takes up to 15 seconds.
          </Text>
        </div>
        <Button variant="default" loading={isPending} onClick={() => checking.mutate()}>
          Check
        </Button>
      </div>
      <div aria-live="polite">
        {error && (
          <Text c="var(--mantine-color-error)" mt="md">
            {sentenceOf(error)}
          </Text>
        )}
        {data && (
          <ul className={classes["findings"]} aria-label="What was found">
            {data.map(({ about, is, sentence }) => (
              <li key={about + sentence} data-is={is}>
                <span title={marks[is].says}>
                  <Icon name={marks[is].icon} />
                </span>
                <div>
                  <b>
                    {about}
                    <span className={classes["hidden"]}>: {marks[is].says}</span>
                  </b>
                  <p>{sentence}</p>
                </div>
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}
