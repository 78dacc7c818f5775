import { demo } from "../api.ts";
import type { IconName } from "./icon.tsx";

/** A page in the navigation: its address, its name, and the key that follows `g`. */
export type Destination = {
  readonly to: "/" | "/return-calls" | "/phone" | "/routing" | "/sound" | "/settings";
  readonly label: string;
  readonly icon: IconName;
  readonly key: string;
};

/** The pages that there are, in the order in which they are shown. */
export const destinations: readonly Destination[] = [
  { to: "/", label: "Overview", icon: "home", key: "o" },
  { to: "/return-calls", label: "Return calls", icon: "return", key: "c" },
  { to: "/routing", label: "Routing", icon: "routing", key: "r" },
  { to: "/sound", label: "Sound", icon: "sound", key: "s" },
  ...(demo ? [{ to: "/phone", label: "Telephones", icon: "phone", key: "t" } as const] : []),
  { to: "/settings", label: "Settings", icon: "settings", key: "," },
];
