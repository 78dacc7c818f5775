import { Link } from "@tanstack/react-router";
import classes from "./tabs.module.css";

const tabs = [
  { to: "/routing", label: "Edit" },
  { to: "/routing/history", label: "History" },
] as const;

/** The pages about the routing, one beside the other. */
export function RoutingTabs() {
  return (
    <nav className={classes["tabs"]} aria-label="Routing">
      {tabs.map(({ to, label }) => (
        <Link key={to} to={to} activeOptions={{ exact: true }}>
          {label}
        </Link>
      ))}
    </nav>
  );
}
