import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { emergencyQuery, whatIsOn } from "../emergency.ts";
import classes from "./emergency-bar.module.css";
import { Icon } from "./icon.tsx";

/** Above every page while anything is switched off: what, and the way to the switch. */
export function EmergencyBar() {
  const { data } = useQuery(emergencyQuery);
  const on = data ? whatIsOn(data) : [];
  if (on.length === 0) return null;
  return (
    <aside className={classes["bar"]} aria-label="Emergency">
      <Icon name="alert" />
      <span>
        {on.join(". ")}. <Link to="/settings/emergency">See the switches</Link>
      </span>
    </aside>
  );
}
