import { ActionIcon, AppShell, Burger, Tooltip, useComputedColorScheme, useMantineColorScheme } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link, Outlet, useNavigate } from "@tanstack/react-router";
import { useEffect, type ReactNode } from "react";
import { ask, demo } from "../api.ts";
import { followServer } from "../live.ts";
import { meQuery } from "../me.ts";
import mark from "./holdfast.svg";
import { EmergencyBar } from "./emergency-bar.tsx";
import { Icon } from "./icon.tsx";
import { KeysHelp } from "./keys.tsx";
import { destinations } from "./navigation.ts";
import classes from "./shell.module.css";
import { useShortcuts } from "./shortcuts.ts";

/** What stands around every page: the way to the others, and what is the same everywhere. */
export function Shell({ children }: { readonly children?: ReactNode }) {
  const [opened, menu] = useDisclosure();
  const [helped, help] = useDisclosure();
  useShortcuts(help.toggle);
  const queries = useQueryClient();
  const me = queries.getQueryData(meQuery.queryKey);
  const isKnown = me !== undefined;
  useEffect(() => (isKnown ? followServer(queries) : undefined), [isKnown, queries]);
  return (
    <AppShell
      layout="alt"
      header={{ height: { base: 52, sm: 0 } }}
      navbar={{ width: 224, breakpoint: "sm", collapsed: { mobile: !opened } }}
      transitionDuration={0}
    >
      <a href="#content" className={classes["skip"]}>
        Skip to the page
      </a>
      <AppShell.Header hiddenFrom="sm" className={classes["top"]}>
        <Brand />
        <Burger opened={opened} onClick={menu.toggle} size="sm" aria-label="Navigation" aria-expanded={opened} />
      </AppShell.Header>
      <AppShell.Navbar className={classes["side"]}>
        <div className={classes["sideHead"]}>
          <Brand />
          <Burger hiddenFrom="sm" opened onClick={menu.close} size="sm" aria-label="Close the navigation" />
        </div>
        <nav aria-label="Pages">
          <ul className={classes["links"]}>
            {destinations.map(({ to, label, icon }) => (
              <li key={to}>
                <Link
                  to={to}
                  className={classes["link"] ?? ""}
                  activeOptions={{ exact: to === "/" }}
                  onClick={menu.close}
                >
                  <Icon name={icon} />
                  {label}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <Signed />
        <div className={classes["foot"]}>
          {demo && (
            <Tooltip label="No real telephone rings: the network is played here" position="top-start">
              <span className={classes["mode"]}>Demo</span>
            </Tooltip>
          )}
          <span className={classes["spring"]} />
          <Tooltip label="Keys (?)">
            <ActionIcon variant="subtle" color="gray" size="lg" aria-label="Show the keys" onClick={help.open}>
              <Icon name="keyboard" />
            </ActionIcon>
          </Tooltip>
          <SchemeSwitch />
        </div>
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1} className={classes["main"]}>
        {me && <EmergencyBar />}
        {children ?? <Outlet />}
      </AppShell.Main>
      <KeysHelp opened={helped} close={help.close} />
    </AppShell>
  );
}

/** Who is signed in, and the way out. */
function Signed() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const me = queries.getQueryData(meQuery.queryKey);
  const leaving = useMutation({
    mutationFn: () => ask("POST", "/api/sign-out"),
    async onSuccess() {
      queries.clear();
      await navigate({ to: "/sign-in" });
    },
  });
  if (!me || me.demo) return null;
  return (
    <div className={classes["signed"]}>
      <div>
        <b>{me.name}</b>
        <span>{me.email}</span>
      </div>
      <Tooltip label="Sign out">
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label="Sign out"
          loading={leaving.isPending}
          onClick={() => leaving.mutate()}
        >
          <Icon name="leave" />
        </ActionIcon>
      </Tooltip>
    </div>
  );
}

function Brand() {
  return (
    <Link to="/" className={classes["brand"] ?? ""}>
      <img src={mark} alt="" width={22} height={22} />
      Holdfast
    </Link>
  );
}

function SchemeSwitch() {
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme("light", { getInitialValueInEffect: false });
  const other = scheme === "dark" ? "light" : "dark";
  return (
    <Tooltip label={`Use ${other} colours`}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={`Use ${other} colours`}
        onClick={() => setColorScheme(other)}
      >
        <Icon name={scheme === "dark" ? "sun" : "moon"} />
      </ActionIcon>
    </Tooltip>
  );
}
