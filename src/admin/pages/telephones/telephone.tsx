import { ActionIcon, Tooltip } from "@mantine/core";
import { useRef, type KeyboardEvent } from "react";
import { readable, type Book } from "../../../phone/book.ts";
import { Icon } from "../../ui/icon.tsx";
import { isWriting } from "../../ui/shortcuts.ts";
import { otherOf } from "./captions.ts";
import { Controls } from "./controls.tsx";
import { currentCall, ringingCall, type Act, type Phone } from "./desk.ts";
import { useEar } from "./ear.ts";
import { isPhoneKey, Keypad } from "./keypad.tsx";
import { Mouth } from "./mouth.tsx";
import classes from "./telephone.module.css";
import { Transcript } from "./transcript.tsx";

type TelephoneProps = {
  readonly name: string;
  readonly address: string;
  readonly rep: boolean;
  readonly phone: Phone;
  readonly book: Book;
  readonly act: (act: Act, input?: Readonly<Record<string, string>>) => void;
  /** Whether what it gives is heard. */
  readonly heard: boolean;
  readonly hear: (on: boolean) => void;
  /** Puts it away; absent where it stays. */
  readonly remove?: (() => void) | undefined;
};

/** A telephone: its screen, its keys, its ear and its mouth. */
export function Telephone({ name, address, rep, phone, book, act, heard, hear, remove }: TelephoneProps) {
  const frame = useRef<HTMLElement>(null);
  const call = currentCall(phone.memory);
  const rings = ringingCall(phone.memory) !== undefined && call?.state !== "in-progress";
  const talking = call?.state === "in-progress";
  useEar(call?.hearing, lastSpoken(phone), heard);

  const toLine = book.lines[0]?.number ?? "";
  const press = (keys: string) => act("press", { keys });
  const pressed = (event: KeyboardEvent) => {
    if (isWriting(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (isPhoneKey(event.key) && talking) press(event.key);
    else if (event.key === "d" && !call) act("dial", { to: toLine });
    else if (event.key === "a" && rings) act("answer");
    else if (event.key === "h" && call) act("hangup");
    else return;
    event.preventDefault();
    // The button that had the focus may be gone with what was done.
    frame.current?.focus();
  };
  return (
    <section
      ref={frame}
      className={classes["telephone"]}
      data-rings={rings || undefined}
      aria-label={`${name}’s telephone`}
      tabIndex={0}
      onKeyDown={pressed}
    >
      <header className={classes["head"]}>
        <div className={classes["owner"]}>
          <h3>{name}</h3>
          <span>{readable(address)}</span>
        </div>
        <span className={classes["state"]} data-state={rings ? "rings" : talking ? "talks" : "idle"} role="status">
          {rings && call ? `${otherOf(call, book)} rings` : talking ? "In a call" : call ? "Calling" : "Idle"}
        </span>
        <Tooltip label={heard ? "Stop listening" : "Listen to this telephone"}>
          <ActionIcon
            variant={heard ? "light" : "subtle"}
            color={heard ? "sea" : "gray"}
            size="lg"
            aria-label={`Listen to ${name}’s telephone`}
            aria-pressed={heard}
            onClick={() => hear(!heard)}
          >
            <Icon name={heard ? "sound" : "sound-off"} />
          </ActionIcon>
        </Tooltip>
        {remove && (
          <Tooltip label="Put this telephone away">
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              aria-label={`Put ${name}’s telephone away`}
              onClick={remove}
            >
              <Icon name="close" />
            </ActionIcon>
          </Tooltip>
        )}
      </header>
      <div className={classes["body"]}>
        <div className={classes["screen"]}>
          <Transcript phone={phone} empty={rep ? emptyForRep : emptyForCaller(book)} label={`What ${name} hears`} />
        </div>
        <Keypad live={talking} press={press} />
      </div>
      <Controls owner={name} rep={rep} rings={rings} inCall={call !== undefined} book={book} act={act} />
      <Mouth
        talking={talking}
        owner={name}
        business={book.business}
        tell={(words) => (talking ? act("say", { words }) : act("text", { to: toLine, body: words }))}
      />
    </section>
  );
}

const emptyForRep = "Sign in, and this telephone rings when a caller’s turn has come.";
const emptyForCaller = ({ business }: Book) =>
  `Dial ${business}. What is said and played stands here, and the keys work as you are told.`;

/** What another person has said last on the line. */
function lastSpoken({ captions }: Phone): string | undefined {
  const last = captions.at(-1);
  return last?.kind === "person" ? last.words : undefined;
}
