import { ActionIcon, AppShell, Burger, Tooltip, useComputedColorScheme, useMantineColorScheme } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { Link, Outlet } from "@tanstack/react-router";
import { demo } from "../api.ts";
import mark from "./holdfast.svg";
import { Icon } from "./icon.tsx";
import { KeysHelp } from "./keys.tsx";
import { destinations } from "./navigation.ts";
import classes from "./shell.module.css";
import { useShortcuts } from "./shortcuts.ts";

/** What stands around every page: the way to the others, and what is the same everywhere. */
export function Shell() {
  const [opened, menu] = useDisclosure();
  const [helped, help] = useDisclosure();
  useShortcuts(help.toggle);
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
                <Link to={to} className={classes["link"] ?? ""} activeOptions={{ exact: true }} onClick={menu.close}>
                  <Icon name={icon} />
                  {label}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
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
        <Outlet />
      </AppShell.Main>
      <KeysHelp opened={helped} close={help.close} />
    </AppShell>
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
