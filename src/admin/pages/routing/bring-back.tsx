import { Text } from "@mantine/core";
import { Asked } from "../../ui/asked.tsx";
import { ChangesOf } from "./changes-of.tsx";
import classes from "./publish.module.css";
import { sayPublished } from "./said.tsx";
import { when } from "../../time.ts";
import { readInForce, rollBack, type Edition } from "./wire.ts";

type Props = { readonly edition: Edition; readonly done: () => void };

/** Brings an edition of before back, once it was shown what that changes. */
export function BringBack({ edition, done }: Props) {
  return (
    <Asked
      small
      label="Roll back to this"
      title={`Roll back to ${when(edition.from)}?`}
      confirm="Roll back now"
      perform={async () => {
        const before = await readInForce();
        sayPublished(await rollBack(edition.id), before, done);
        done();
      }}
    >
      <Text mb="sm">The next caller hears it. This is what changes:</Text>
      <div className={classes["changes"]} tabIndex={0} role="group" aria-label="What changes">
        <ChangesOf id={edition.id} />
      </div>
    </Asked>
  );
}
