import { ActionIcon } from "@mantine/core";
import { useEffect, useState } from "react";
import { Icon } from "../../../ui/icon.tsx";

const speech = "speechSynthesis" in window ? window.speechSynthesis : undefined;

/** Says a text in the voice of this browser; nothing where it has none. Callers hear the voice that the business has chosen. */
export function Speak({
  text,
  locale,
  label,
}: {
  readonly text: string;
  readonly locale: string;
  readonly label: string;
}) {
  const [speaking, setSpeaking] = useState(false);
  useEffect(() => () => speech?.cancel(), []);
  if (!speech) return null;
  const press = () => {
    speech.cancel();
    if (speaking) return setSpeaking(false);
    const said = new SpeechSynthesisUtterance(text);
    said.lang = locale;
    said.addEventListener("end", () => setSpeaking(false));
    said.addEventListener("error", () => setSpeaking(false));
    setSpeaking(true);
    speech.speak(said);
  };
  return (
    <ActionIcon
      variant="default"
      size={30}
      aria-label={`${speaking ? "Stop" : "Play"} ${label}`}
      title={speaking ? "Stop" : "Play, in a voice of this browser"}
      onClick={press}
    >
      <Icon name={speaking ? "stop" : "play"} size={15} />
    </ActionIcon>
  );
}
