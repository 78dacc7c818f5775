import type { Names } from "../audio/entry.ts";

/** As long as a title may be, in characters. */
const longest = 100;

/** The names of an upload for people to read: nothing in them is ever a path. A title that is not given is made of the file's name. */
export function uploadNames(title: string | undefined, fileName: string | undefined): Names {
  const uploadedAs = clean(
    (
      decoded(fileName ?? "")
        .split(/[/\\]/)
        .at(-1) ?? ""
    ).normalize("NFC"),
  );
  const spoken = clean(title ?? "") || clean(uploadedAs.replace(/\.[a-z0-9]{1,5}$/i, "").replaceAll(/[_-]+/g, " "));
  return { title: spoken || "Untitled", uploadedAs };
}

/** Header values are Latin letters alone, so that pages write others as escapes; what is no escape stands for itself. */
function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** Without control, invisible and half characters, in one line. */
function clean(text: string): string {
  const line = text.replaceAll(/[\p{C}\p{Z}]+/gu, " ").trim();
  return Array.from(line).slice(0, longest).join("").trim();
}
