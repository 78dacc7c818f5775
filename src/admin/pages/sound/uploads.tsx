import { Button, Progress, Text } from "@mantine/core";
import { useState } from "react";
import { sentenceOf } from "../../api.ts";
import { Icon } from "../../ui/icon.tsx";
import type { Ear, EarState } from "./ear.ts";
import type { Sending, Uploading } from "./uploading.ts";
import classes from "./uploads.module.css";
import { uploadSound } from "./wire.ts";

type UploadsProps = {
  readonly uploading: Uploading;
  readonly sendings: readonly Sending[];
  readonly ear: Ear;
  readonly heard: EarState;
};

/** What is on its way to become a track, and what became of it. */
export function Uploads({ uploading, sendings, ear, heard }: UploadsProps) {
  if (sendings.length === 0) return null;
  return (
    <ul className={classes["uploads"]} aria-label="Uploads">
      {sendings.map((one) => (
        <li key={one.key} data-state={one.state} aria-label={one.title}>
          <Standing one={one} uploading={uploading} ear={ear} heard={heard} />
        </li>
      ))}
    </ul>
  );
}

type StandingProps = Omit<UploadsProps, "sendings"> & { readonly one: Sending };

function Standing({ one, uploading, ear, heard }: StandingProps) {
  const { title, state, progress, refusal, warnings = [] } = one;
  const isOver = state === "refused" || state === "stored" || state === "needs-acceptance";
  return (
    <>
      <div className={classes["head"]}>
        <b>{title}</b>
        <span role="status">{words[state]}</span>
        {state !== "needs-acceptance" && (
          <Button size="compact-sm" variant="subtle" color="gray" onClick={() => uploading.dismiss(one)}>
            {isOver ? "Close" : "Cancel"}
          </Button>
        )}
      </div>
      {!isOver && <Progress value={100 * progress} size="sm" mt={8} aria-label={`${title}: ${words[state]}`} />}
      {refusal !== undefined && (
        <Text mt={4} role="alert">
          {refusal}
        </Text>
      )}
      {state === "needs-acceptance" && (
        <Acceptance one={one} warnings={warnings} uploading={uploading} ear={ear} heard={heard} />
      )}
    </>
  );
}

const words: Readonly<Record<Sending["state"], string>> = {
  sending: "On its way to the server",
  receiving: "On its way to the server",
  decoding: "Being read",
  measuring: "Being measured",
  refused: "Not taken",
  "needs-acceptance": "Needs your decision",
  stored: "Stored: queues can play it",
};

/** What somebody has to have read, and best have heard, before it is stored. */
function Acceptance({
  one,
  warnings,
  uploading,
  ear,
  heard,
}: StandingProps & { readonly warnings: readonly string[] }) {
  const [trouble, setTrouble] = useState<string>();
  const url = one.id === undefined ? "" : uploadSound(one.id);
  const playing = heard.url === url && heard.playing;
  const accept = () => {
    ear.pause();
    uploading.accept(one).catch((error: unknown) => setTrouble(sentenceOf(error)));
  };
  return (
    <>
      <ul className={classes["warnings"]} aria-label="Warnings">
        {warnings.map((warning) => (
          <li key={warning}>{warning}</li>
        ))}
      </ul>
      <div className={classes["can"]}>
        <Button
          size="xs"
          variant="default"
          leftSection={<Icon name={playing ? "pause" : "play"} size={15} />}
          onClick={() => (playing ? ear.pause() : ear.play(url))}
        >
          {playing ? "Pause" : "Listen first"}
        </Button>
        <Button size="xs" onClick={accept}>
          Use it all the same
        </Button>
        <Button size="xs" variant="subtle" color="gray" onClick={() => uploading.dismiss(one)}>
          Withdraw it
        </Button>
      </div>
      {trouble !== undefined && (
        <Text role="alert" c="red">
          {trouble}
        </Text>
      )}
    </>
  );
}
