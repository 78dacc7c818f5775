import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { meQuery } from "../../me.ts";
import classes from "./tabs.module.css";

/** `needs`: the operation of the API without which a page shows nothing. */
const tabs = [
  { to: "/settings/emergency", label: "Emergency", needs: "readEmergency" },
  { to: "/settings/twilio", label: "Twilio", needs: "readTwilio" },
  { to: "/settings/users", label: "Users", needs: "listUsers" },
  { to: "/settings/tokens", label: "Tokens", needs: "listTokens" },
  { to: "/settings/limits", label: "Limits and retention", needs: "readLimits" },
  { to: "/settings/audit", label: "Audit log", needs: "readAuditLog" },
  { to: "/settings/account", label: "Account", needs: "whoAmI" },
] as const;

/** The settings, one page beside the other: those that one's role lets one see. */
export function SettingsTabs() {
  const { data: me } = useQuery(meQuery);
  const tablist = useRef<HTMLElement>(null);
  // Where there is no room for all of them, the one that is open is seen.
  useEffect(() => {
    // Some browsers answer with a promise: an effect must not hand that back.
    tablist.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
  }, []);
  return (
    <nav ref={tablist} className={classes["tabs"]} aria-label="Settings">
      {tabs
        .filter(({ needs }) => me?.may.includes(needs))
        .map(({ to, label }) => (
          <Link key={to} to={to} activeOptions={{ exact: true }}>
            {label}
          </Link>
        ))}
    </nav>
  );
}
