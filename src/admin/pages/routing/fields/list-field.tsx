import { ActionIcon, Button, Text } from "@mantine/core";
import { useRef, type KeyboardEvent, type ReactNode } from "react";
import { Icon } from "../../../ui/icon.tsx";
import { areSame } from "../../../../routing/compare.ts";
import { moved } from "../../../../routing/edits.ts";
import type { Path } from "../path.ts";
import { useField, type FieldProps } from "./field.ts";
import classes from "./fields.module.css";

type Props = FieldProps & {
  /** What one item is called, such as "option". */
  readonly item: string;
  /** The fields of the item at a path. */
  readonly children: (path: Path, at: number) => ReactNode;
  /** What a new item begins as; undefined: nothing can be added here. */
  readonly create?: (() => unknown) | undefined;
  /** Why nothing more can be added. */
  readonly full?: string | undefined;
  readonly isOrdered?: boolean;
  /** An item of several fields has a frame of its own. */
  readonly isCard?: boolean;
  /** Said where the list is empty. */
  readonly empty?: string;
};

/** A list whose items are added, removed and moved by button, or with Alt and an arrow key anywhere in an item. */
export function ListField({
  path,
  label,
  about,
  item,
  children,
  create,
  full,
  isOrdered = true,
  isCard = false,
  empty,
}: Props) {
  const { value, set, error, rule, place } = useField(path);
  const list = useRef<HTMLOListElement>(null);
  const listed = value ?? rule?.usual;
  const items: readonly unknown[] = Array.isArray(listed) ? listed : [];
  const focus = (at: number, first = "input") =>
    window.requestAnimationFrame(() => {
      const row = list.current?.children[at];
      const found =
        row?.querySelector<HTMLElement>(first) ?? row?.querySelector<HTMLElement>("input, textarea, button");
      found?.focus();
    });
  /** The focus goes along, and stays on the button where it was one. */
  const move = (from: number, to: number, button?: string) => {
    if (to < 0 || to >= items.length) return;
    set(moved(items, from, to));
    focus(to, button === undefined ? undefined : `button[data-act=${button}]:not(:disabled)`);
  };
  const remove = (at: number) => {
    const left = items.toSpliced(at, 1);
    set(left.length === 0 && !rule?.isNeeded && areSame(rule?.usual ?? [], []) ? undefined : left);
    focus(Math.min(at, left.length - 1));
  };
  const pressed = (event: KeyboardEvent, at: number) => {
    if (!isOrdered || !event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
    event.preventDefault();
    move(at, event.key === "ArrowUp" ? at - 1 : at + 1);
  };
  return (
    <fieldset className={classes["list"]} {...place}>
      <legend>{label}</legend>
      {about !== undefined && <Text className={classes["about"] ?? ""}>{about}</Text>}
      {error !== undefined && (
        <Text className={classes["error"] ?? ""} role="alert">
          {error}
        </Text>
      )}
      {items.length === 0 && empty !== undefined && <Text c="dimmed">{empty}</Text>}
      <ol ref={list}>
        {items.map((_, at) => (
          // An item has no name of its own: its place is what it is known by.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={at} data-card={isCard || undefined} onKeyDown={(event) => pressed(event, at)}>
            <div className={classes["item"]}>{children([...path, at], at)}</div>
            <div className={classes["moves"]}>
              {isOrdered && items.length > 1 && (
                <>
                  <Act
                    label={`Move ${item} ${at + 1} up`}
                    icon="up"
                    isOff={at === 0}
                    act={() => move(at, at - 1, "up")}
                  />
                  <Act
                    label={`Move ${item} ${at + 1} down`}
                    icon="down"
                    isOff={at === items.length - 1}
                    act={() => move(at, at + 1, "down")}
                  />
                </>
              )}
              <Act label={`Remove ${item} ${at + 1}`} icon="close" act={() => remove(at)} />
            </div>
          </li>
        ))}
      </ol>
      {create && (
        <Button
          variant="default"
          size="compact-md"
          leftSection={<Icon name="add" size={14} />}
          disabled={full !== undefined}
          title={full}
          onClick={() => {
            set([...items, create()]);
            focus(items.length);
          }}
        >
          Add {/^[aeiou]/.test(item) ? "an" : "a"} {item}
        </Button>
      )}
    </fieldset>
  );
}

type ActProps = {
  readonly label: string;
  readonly icon: "up" | "down" | "close";
  readonly isOff?: boolean;
  readonly act: () => void;
};

function Act({ label, icon, isOff = false, act }: ActProps) {
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      aria-label={label}
      title={label}
      data-act={icon}
      disabled={isOff}
      onClick={act}
    >
      <Icon name={icon} size={15} />
    </ActionIcon>
  );
}
