import { Anchor, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { readPath } from "../routing/path.ts";
import { wayToPath } from "../routing/sections.ts";
import classes from "./lints.module.css";
import { clock } from "./time.ts";
import type { Wait } from "./wire.ts";

type LintsProps = { readonly wait: Wait; readonly seek: (position: number) => void };

/** What callers will mind in the wait: when it is heard, and the way to where it can be mended. */
export function Lints({ wait: { lints }, seek }: LintsProps) {
  return (
    <section aria-labelledby="lints">
      <h2 id="lints">{lints.length === 0 ? "Nothing that callers will mind" : "What callers will mind"}</h2>
      {lints.length === 0 ? (
        <Text c="dimmed">No words repeated soon, no long silence, and a way out is told.</Text>
      ) : (
        <ul className={classes["lints"]}>
          {lints.map(({ rule, at, path, sentence }) => (
            <li key={`${rule} ${path} ${at ?? ""}`}>
              <p>{sentence}</p>
              <div>
                <Mend path={path} />
                {at !== undefined && (
                  <button type="button" onClick={() => seek(at)}>
                    Go to {clock(at)}
                  </button>
                )}
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Mend({ path }: { readonly path: string }) {
  return (
    <Anchor renderRoot={(props) => <Link {...props} {...wayToPath(readPath(path))} />} fw={550}>
      Mend <code>{path}</code>
    </Anchor>
  );
}
