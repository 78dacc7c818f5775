import { Link } from "@tanstack/react-router";
import { useMayEdit } from "./may-edit.ts";
import classes from "./tabs.module.css";

const tabs = [
  { to: "/routing", label: "Edit", name: "edit" },
  { to: "/routing/hear", label: "Hear", name: "hear" },
  { to: "/routing/history", label: "History", name: "history" },
] as const;

/** The pages about the routing, one beside the other. */
export function RoutingTabs({ at }: { readonly at: (typeof tabs)[number]["name"] }) {
  const mayEdit = useMayEdit();
  return (
    <nav className={classes["tabs"]} aria-label="Routing">
      {tabs.map(({ to, label, name }) => (
        <Link key={to} to={to} activeOptions={{ exact: true }} aria-current={name === at ? "page" : undefined}>
          {name === "edit" && !mayEdit ? "Read" : label}
        </Link>
      ))}
    </nav>
  );
}
