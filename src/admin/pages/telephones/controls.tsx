import { Button, NativeSelect } from "@mantine/core";
import { useState } from "react";
import type { Book } from "../../../phone/book.ts";
import { Icon } from "../../ui/icon.tsx";
import type { Act } from "./desk.ts";
import classes from "./telephone.module.css";

type ControlsProps = {
  readonly owner: string;
  readonly rep: boolean;
  readonly rings: boolean;
  readonly inCall: boolean;
  readonly book: Book;
  readonly act: (act: Act, input?: Readonly<Record<string, string>>) => void;
};

/** The large buttons of a telephone: what can be done with it now, and nothing else. */
export function Controls({ owner, rep, rings, inCall, book, act }: ControlsProps) {
  if (rings)
    return (
      <div className={classes["controls"]}>
        <Button flex={1} leftSection={<Icon name="phone" />} onClick={() => act("answer")}>
          Answer
        </Button>
        <Button variant="default" leftSection={<Icon name="hang-up" />} onClick={() => act("decline")}>
          Decline
        </Button>
      </div>
    );
  if (inCall)
    return (
      <div className={classes["controls"]}>
        <Button flex={1} color="red.9" leftSection={<Icon name="hang-up" />} onClick={() => act("hangup")}>
          Hang up
        </Button>
      </div>
    );
  return rep ? <Orders act={act} book={book} /> : <Dial owner={owner} act={act} book={book} />;
}

function Dial({ owner, book, act }: Pick<ControlsProps, "owner" | "book" | "act">) {
  const [line, setLine] = useState(book.lines[0]?.number ?? "");
  return (
    <div className={classes["controls"]}>
      <NativeSelect
        flex={1}
        aria-label={`The line that ${owner} dials`}
        value={line}
        onChange={({ currentTarget }) => setLine(currentTarget.value)}
        data={book.lines.map(({ number, name }) => ({ value: number, label: name }))}
      />
      <Button leftSection={<Icon name="phone" />} onClick={() => act("dial", { to: line })}>
        Dial
      </Button>
    </div>
  );
}

/** What a rep texts to the company's line. */
const orders = [
  { word: "in", label: "Sign in" },
  { word: "break", label: "Break" },
  { word: "out", label: "Sign out" },
] as const;

function Orders({ book, act }: Pick<ControlsProps, "book" | "act">) {
  const to = book.lines[0]?.number ?? "";
  return (
    <div className={classes["controls"]}>
      {orders.map(({ word, label }) => (
        <Button
          key={word}
          flex={1}
          px="xs"
          variant={word === "in" ? "filled" : "default"}
          onClick={() => act("text", { to, body: word })}
        >
          {label}
        </Button>
      ))}
    </div>
  );
}
