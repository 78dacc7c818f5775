import { ActionIcon, TextInput } from "@mantine/core";
import { useState, type SubmitEvent } from "react";
import { Icon } from "../../ui/icon.tsx";
import classes from "./telephone.module.css";

type MouthProps = {
  /** Whether what is written is said into the call; otherwise it is sent as a text message. */
  readonly talking: boolean;
  readonly owner: string;
  readonly business: string;
  readonly tell: (words: string) => void;
};

/** Where the holder of a telephone speaks, or writes while in no call. */
export function Mouth({ talking, owner, business, tell }: MouthProps) {
  const [words, setWords] = useState("");
  const [listening, setListening] = useState(false);
  const label = talking ? `Say something as ${owner}` : `Text ${business} as ${owner}`;
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (words.trim() === "") return;
    tell(words.trim());
    setWords("");
  };
  const listen = () => {
    const recognition = recognizer();
    if (!recognition) return;
    recognition.lang = navigator.language;
    recognition.onresult = ({ results }) => tell(results[0]?.[0]?.transcript ?? "");
    recognition.onend = () => setListening(false);
    setListening(true);
    recognition.start();
  };
  return (
    <form className={classes["mouth"]} onSubmit={submit}>
      <TextInput
        value={words}
        onChange={({ currentTarget }) => setWords(currentTarget.value)}
        placeholder={talking ? "Say something" : `Text ${business}`}
        aria-label={label}
        autoComplete="off"
      />
      {talking && canListen && (
        <ActionIcon
          variant={listening ? "filled" : "default"}
          size={36}
          aria-label={`Speak as ${owner}`}
          aria-pressed={listening}
          onClick={listen}
        >
          <Icon name="mouth" />
        </ActionIcon>
      )}
      <ActionIcon type="submit" variant="default" size={36} aria-label={talking ? "Say it" : "Send the text"}>
        <Icon name="send" />
      </ActionIcon>
    </form>
  );
}

/** The little of a browser's speech recognition that is used here; not every browser has it. */
type Recognizer = {
  lang: string;
  onresult: (event: { readonly results: ArrayLike<ArrayLike<{ readonly transcript: string }>> }) => void;
  onend: () => void;
  start(): void;
};
type WithRecognition = { readonly [name in "SpeechRecognition" | "webkitSpeechRecognition"]?: new () => Recognizer };

const { SpeechRecognition, webkitSpeechRecognition } = window as WithRecognition;
const canListen = Boolean(SpeechRecognition ?? webkitSpeechRecognition);

function recognizer(): Recognizer | undefined {
  const Made = SpeechRecognition ?? webkitSpeechRecognition;
  return Made && new Made();
}
