import { Badge, Text } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Empty, Failed, Loading } from "../../ui/states.tsx";
import { Asked } from "../../ui/asked.tsx";
import classes from "./settings.module.css";
import { lead, numbersQuery, type AccountNumber } from "./twilio-wire.ts";

/** Where calls go, in a few words. */
function whither(leads: string): string {
  if (leads === "") return "nowhere";
  return leads.startsWith("AP") ? `the application ${leads}` : leads;
}

/** The account's numbers: where each leads, here, and back again. `hindrance`: why none can be led here. */
export function Numbers({ hindrance }: { readonly hindrance: string | undefined }) {
  const { data, error, refetch } = useQuery(numbersQuery);
  return (
    <section className={classes["card"]} aria-labelledby="numbers">
      <h2 id="numbers">Numbers</h2>
      <Text c="dimmed" mt={4}>
        A number that leads here is answered by Holdfast: its calls, their status, what is asked where we fail, and its
        texts.
      </Text>
      <div className={classes["body"]}>
        {error ? (
          <Failed what="The numbers cannot be shown" error={error} again={() => void refetch()} />
        ) : !data ? (
          <Loading what="the numbers" rows={3} />
        ) : data.length === 0 ? (
          <Empty title="The account has no number">Buy one in the Twilio console that can do voice.</Empty>
        ) : (
          <ul className={classes["rows"]}>
            {data.map((one) => (
              <Row key={one.id} one={one} hindrance={hindrance} />
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}

function Row({ one, hindrance }: { readonly one: AccountNumber; readonly hindrance: string | undefined }) {
  const queries = useQueryClient();
  const { id, number, name, voice, sms, here, leads, before } = one;
  const leading = (where: "here" | "back") => async () => {
    await lead(id, where);
    await queries.invalidateQueries({ queryKey: numbersQuery.queryKey });
  };
  const does = [...(voice ? ["calls"] : []), ...(sms ? ["texts"] : [])].join(" and ");
  return (
    <li>
      <div>
        <div className={classes["title"]}>
          <b>{number}</b>
          {name !== number && <Text c="dimmed">{name}</Text>}
          {here && (
            <Badge variant="light" tt="none" radius="sm">
              Leads here
            </Badge>
          )}
        </div>
        <Text c="dimmed" fz="sm" className={classes["wrap"] ?? ""}>
          {does === "" ? "Takes nothing" : `Takes ${does}`}.{" "}
          {here ? "" : leads === "" ? "Leads nowhere." : `Leads to ${whither(leads)}.`}
          {before === undefined ? "" : ` Before: ${whither(before)}.`}
        </Text>
      </div>
      <div className={classes["actions"]}>
        {before !== undefined && (
          <Asked
            label="Lead it back"
            name={`Lead ${number} back`}
            title={`Lead ${number} back?`}
            confirm="Lead it back"
            perform={leading("back")}
            small
          >
            Its calls go to {whither(before)} again, as before. Whoever is on the line here stays.
          </Asked>
        )}
        {!here && (
          <Asked
            label="Lead it here"
            name={`Lead ${number} here`}
            title={`Lead ${number} here?`}
            confirm="Lead it here"
            perform={leading("here")}
            hindrance={hindrance}
            small
          >
            The next call to it is answered by Holdfast. Where it leads now ({whither(leads)}) is kept, and it can be
            led back.
          </Asked>
        )}
      </div>
    </li>
  );
}
