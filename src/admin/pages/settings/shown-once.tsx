import { Button, CopyButton, TextInput } from "@mantine/core";
import classes from "./settings.module.css";

/** Something that is shown this once, to be copied. */
export function ShownOnce({ label, text }: { readonly label: string; readonly text: string }) {
  return (
    <div className={classes["once"]}>
      <TextInput label={label} value={text} readOnly onFocus={({ currentTarget }) => currentTarget.select()} />
      <CopyButton value={text}>
        {({ copied, copy }) => (
          <Button variant="default" onClick={copy} aria-live="polite">
            {copied ? "Copied" : "Copy"}
          </Button>
        )}
      </CopyButton>
    </div>
  );
}
