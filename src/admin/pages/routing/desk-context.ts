import { createContext, useContext } from "react";
import type { Desk, DeskState } from "./draft-desk.ts";

type Shared = { readonly desk: Desk; readonly state: DeskState };

/** Given by the frame of the routing's page to what stands in it. */
export const DeskContext = createContext<Shared | undefined>(undefined);

/** The desk on which the draft lies as text, and how it stands. Throws outside of the routing's page. */
export function useDesk(): Shared {
  const shared = useContext(DeskContext);
  if (!shared) throw new Error("there is a desk only within the routing's page");
  return shared;
}
