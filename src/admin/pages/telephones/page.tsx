import { Button, Menu } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useEffect, useState, useSyncExternalStore } from "react";
import { Icon } from "../../ui/icon.tsx";
import { Page } from "../../ui/page.tsx";
import { Empty, Failed, Loading } from "../../ui/states.tsx";
import { callersPhone, company, mostCallers, type Company } from "./company.ts";
import { openDesk, silentPhone } from "./desk.ts";
import { Pace, useIsFast } from "./pace.tsx";
import classes from "./page.module.css";
import { Telephone } from "./telephone.tsx";

const Wire = lazy(() => import("./wire.tsx").then(({ Wire: Loaded }) => ({ default: Loaded })));

/** The demo's telephones: callers at the left, reps at the right. */
export function TelephonesPage() {
  const [wired, setWired] = useState(false);
  const { data, error, refetch } = useQuery({ queryKey: ["company"], queryFn: company });
  const title = "Telephones";
  if (error)
    return (
      <Page title={title}>
        <Failed what="The telephones are not there" error={error} again={() => void refetch()} />
      </Page>
    );
  return (
    <Page
      title={title}
      wide
      about="Callers and reps of one line, to try it out. Nothing here rings a real telephone."
      actions={
        <Button
          variant="default"
          leftSection={<Icon name="code" />}
          aria-expanded={wired}
          onClick={() => setWired(!wired)}
        >
          Webhooks and TwiML
        </Button>
      }
    >
      {data ? <Telephones company={data} /> : <Loading what="the telephones" rows={6} />}
      {wired && <div className={classes["behind"]} />}
      <Suspense>{wired && <Wire close={() => setWired(false)} />}</Suspense>
    </Page>
  );
}

function Telephones({ company: { book, reps } }: { readonly company: Company }) {
  const [desk] = useState(() => openDesk(book));
  const { phones, connected } = useSyncExternalStore(desk.subscribe, desk.state);
  useEffect(() => desk.listen(), [desk]);
  const [callers, setCallers] = useState([1]);
  const [shown, setShown] = useState(reps.slice(0, 1).map(({ address }) => address));
  const [heard, setHeard] = useState<string | undefined>(callersPhone(1).address);

  const isFast = useIsFast();
  const free = Array.from({ length: mostCallers }, (_, place) => place + 1).find((place) => !callers.includes(place));
  const others = reps.filter(({ address }) => !shown.includes(address));
  const put = (address: string) => ({
    address,
    phone: phones.get(address) ?? silentPhone,
    book,
    act: (...what: Parameters<typeof desk.act> extends [string, ...infer Rest] ? Rest : never) =>
      void desk.act(address, ...what),
    heard: heard === address && !isFast,
    hear: (on: boolean) => setHeard(on ? address : undefined),
  });
  return (
    <>
      {!connected && (
        <p className={classes["lost"]} role="alert">
          The telephone exchange does not answer. Trying until it is back: see that npm start is still running.
        </p>
      )}
      <Pace />
      <div className={classes["sides"]}>
        <section aria-labelledby="callers">
          <header>
            <h2 id="callers">Callers</h2>
            <Button
              variant="subtle"
              size="compact-sm"
              leftSection={<Icon name="add" size={16} />}
              disabled={free === undefined}
              onClick={() => free !== undefined && setCallers([...callers, free])}
            >
              Add a caller
            </Button>
          </header>
          {callers.map((place) => (
            <Telephone
              key={place}
              {...put(callersPhone(place).address)}
              name={callersPhone(place).name}
              rep={false}
              remove={callers.length > 1 ? () => setCallers(callers.filter((one) => one !== place)) : undefined}
            />
          ))}
        </section>
        <section aria-labelledby="reps">
          <header>
            <h2 id="reps">Reps</h2>
            <Menu position="bottom-end" withinPortal>
              <Menu.Target>
                <Button
                  variant="subtle"
                  size="compact-sm"
                  leftSection={<Icon name="add" size={16} />}
                  disabled={others.length === 0}
                >
                  Add a rep
                </Button>
              </Menu.Target>
              <Menu.Dropdown>
                {others.map(({ name, address, skills }) => (
                  <Menu.Item key={address} onClick={() => setShown([...shown, address])}>
                    {name} <small className={classes["skills"]}>{skills.join(", ")}</small>
                  </Menu.Item>
                ))}
              </Menu.Dropdown>
            </Menu>
          </header>
          {shown.length === 0 && <Empty title="No rep is here">Add one, and sign in with their telephone.</Empty>}
          {reps
            .filter(({ address }) => shown.includes(address))
            .map(({ name, address }) => (
              <Telephone
                key={address}
                {...put(address)}
                name={name}
                rep
                remove={() => setShown(shown.filter((one) => one !== address))}
              />
            ))}
        </section>
      </div>
    </>
  );
}
