import { Button, Modal, Text, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { ApiProblem, ask, sentenceOf } from "../../api.ts";
import { number } from "./counted.ts";
import limits from "./limits.module.css";
import classes from "./settings.module.css";

type Forgotten = { readonly records: number; readonly recordings: number };

/** A form in which a caller's number is forgotten, once it was asked again. */
export function ForgetNumber() {
  const [typed, setTyped] = useState("");
  const [asking, setAsking] = useState(false);
  // As people write a number, with spaces and the like.
  const written = typed.replaceAll(/[\s().-]/g, "");
  const forgetting = useMutation({
    mutationFn: async () => (await ask("POST", "/api/forgotten-numbers", { number: written })) as Forgotten,
    onSuccess({ records, recordings }) {
      setTyped("");
      notifications.show({
        message: `Forgotten. ${number(records, "record tells", "records tell")} nothing of it any more${
          recordings === 0
            ? ""
            : `, and ${number(recordings, "recording is", "recordings are")} being deleted at Twilio`
        }.`,
      });
    },
    onSettled: () => setAsking(false),
  });
  const refused = forgetting.error instanceof ApiProblem ? forgetting.error.fields["number"] : undefined;
  return (
    <>
      <form
        className={limits["fields"]}
        onSubmit={(event) => {
          event.preventDefault();
          if (written !== "") setAsking(true);
        }}
      >
        <TextInput
          label="The caller’s number"
          description="With its country code, such as +12125550142."
          type="tel"
          value={typed}
          onChange={({ currentTarget: { value } }) => {
            forgetting.reset();
            setTyped(value);
          }}
          error={forgetting.error ? (refused ?? sentenceOf(forgetting.error)) : undefined}
          maxLength={40}
        />
        <div className={limits["save"]}>
          <Button type="submit" variant="default" disabled={written === ""}>
            Forget it
          </Button>
        </div>
      </form>
      <Modal
        opened={asking}
        onClose={() => setAsking(false)}
        title={`Forget ${written}?`}
        closeButtonProps={{ "aria-label": "Close" }}
      >
        <Text>
          <b>Nobody can bring it back.</b> What is remembered of this number, its texts and cases, what is on the leads’
          list of it, its number in calls and return calls that are over and what was said in them are erased here, and
          its recordings at Twilio.
        </Text>
        <Text mt="sm">
          That it wants no calls or texts stays known. Twilio’s own lists of calls and texts stay too: erase them in its
          console.
        </Text>
        <div className={classes["buttons"]}>
          <Button variant="default" onClick={() => setAsking(false)}>
            Not now
          </Button>
          <Button color="red.8" loading={forgetting.isPending} onClick={() => forgetting.mutate()}>
            Forget it for good
          </Button>
        </div>
      </Modal>
    </>
  );
}
