import { UnstyledButton } from "@mantine/core";
import classes from "./keypad.module.css";

const letters: Readonly<Record<string, string>> = {
  "2": "ABC",
  "3": "DEF",
  "4": "GHI",
  "5": "JKL",
  "6": "MNO",
  "7": "PQRS",
  "8": "TUV",
  "9": "WXYZ",
};
const keys = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "*", "0", "#"];
const names: Readonly<Record<string, string>> = { "*": "star", "#": "hash" };

/** A telephone's twelve keys; they work while somebody is on the line. */
export function Keypad({ live, press }: { readonly live: boolean; readonly press: (key: string) => void }) {
  return (
    <div className={classes["keypad"]} role="group" aria-label="Keypad">
      {keys.map((key) => (
        <UnstyledButton
          key={key}
          className={classes["key"]}
          disabled={!live}
          data-letters={letters[key]}
          aria-label={names[key] ?? key}
          onClick={() => press(key)}
        >
          {key}
        </UnstyledButton>
      ))}
    </div>
  );
}

/** Whether a key of the computer is one of a telephone. */
export const isPhoneKey = (key: string): boolean => keys.includes(key);
