import type { Page } from "playwright-core";

/** The routing page as an admin works with it. */
export type Desk = {
  readonly page: Page;
  /** The whole text that the editor shows. */
  readonly reads: () => Promise<string>;
  /** Writes something else in place of the first of some words. */
  readonly rewrites: (words: string, others: string) => Promise<void>;
  readonly shows: (words: RegExp | string) => Promise<void>;
  readonly presses: (button: string) => Promise<void>;
};

/** The editor of an open routing page. */
export function deskOn(page: Page): Desk {
  const editor = page.getByRole("textbox", { name: "The routing as text" });
  const find = page.getByRole("textbox", { name: "Find" });
  return {
    page,
    // Only what is in view stands in the document: what the browser copies is the whole.
    async reads() {
      await editor.focus();
      await page.keyboard.press("ControlOrMeta+a");
      return page.evaluate<string>(copied);
    },
    async rewrites(words, others) {
      await editor.focus();
      await page.keyboard.press("ControlOrMeta+Home");
      await page.keyboard.press("ControlOrMeta+f");
      await find.fill(words);
      // It looks for what is there once a key was let go.
      await find.press("End");
      await find.press("Enter");
      await find.press("Escape");
      await page.keyboard.insertText(others);
    },
    shows: (words) => page.getByText(words).first().waitFor(),
    presses: (button) => page.getByRole("button", { name: button, exact: true }).click(),
  };
}

/** What would be in the clipboard after a copy. */
const copied = `(() => {
  const data = new DataTransfer();
  document.querySelector(".cm-content").dispatchEvent(
    new ClipboardEvent("copy", { clipboardData: data, bubbles: true, cancelable: true }),
  );
  return data.getData("text/plain");
})()`;
