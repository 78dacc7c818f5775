import { useQuery, useQueryClient } from "@tanstack/react-query";
import { ask } from "../../api.ts";
import { emergencyQuery, type Emergency } from "../../emergency.ts";
import { meQuery } from "../../me.ts";
import { Only } from "../../ui/only.tsx";
import { Page } from "../../ui/page.tsx";
import { Failed, Loading } from "../../ui/states.tsx";
import { Asked } from "../../ui/asked.tsx";
import { number } from "./counted.ts";
import { SwitchCard } from "./switch-card.tsx";
import classes from "./settings.module.css";
import { Storm } from "./storm.tsx";
import { SettingsTabs } from "./tabs.tsx";

/** The switches for when something is wrong: what callers are told, and whether return calls are promised and placed. */
export function EmergencyPage() {
  const { data, error, refetch } = useQuery(emergencyQuery);
  return (
    <Page
      title="Emergency"
      about="For when something is wrong right now. A switch works at once, without publishing anything, and stays until you turn it back."
    >
      <SettingsTabs />
      {data ? (
        <Switches emergency={data} />
      ) : error ? (
        <Failed what="The switches cannot be shown" error={error} again={() => void refetch()} />
      ) : (
        <Loading what="the switches" rows={6} />
      )}
    </Page>
  );
}

/** What somebody who may not turn the switches reads on them. */
export const notYours = "Only a lead or an admin may do that.";

function Switches({ emergency }: { readonly emergency: Emergency }) {
  const queries = useQueryClient();
  const { data: me } = useQuery(meQuery);
  const hindrance = me?.may.includes("setCallbackSwitch") ? undefined : notYours;
  const { offers, calls, concerns } = emergency;
  const turn = (path: string, off: boolean) => async () => {
    await ask("PUT", path, { off });
    await queries.invalidateQueries({ queryKey: emergencyQuery.queryKey });
  };
  return (
    <div className={classes["cards"]}>
      {hindrance !== undefined && <Only who="a lead or an admin" />}
      <Storm key={JSON.stringify(emergency.storm.words)} emergency={emergency} hindrance={hindrance} />
      <SwitchCard
        title="Offering return calls"
        does="When this is stopped, nobody is offered or promised a return call any more. Those already promised are still made."
        on={offers.off}
        state={offers.off ? "Stopped" : "As usual"}
        switched={offers}
      >
        {offers.off ? (
          <Asked
            label="Offer them again"
            title="Offer return calls again?"
            confirm="Offer them again"
            perform={turn("/api/callbacks/offers", false)}
            hindrance={hindrance}
          >
            From now on callers are offered return calls as the routing says
            {calls.off ? ", once placing them is switched on again too" : ""}.
          </Asked>
        ) : (
          <Asked
            label="Stop offering"
            title="Stop offering return calls?"
            confirm="Stop offering"
            perform={turn("/api/callbacks/offers", true)}
            hindrance={hindrance}
            grave
          >
            {number(concerns.waiting, "caller waits", "callers wait")} in line now, and can only go on waiting or leave
            a message. {number(concerns.owed, "return call is", "return calls are")} owed already, and still made.
          </Asked>
        )}
      </SwitchCard>
      <SwitchCard
        title="Placing return calls"
        does="When this is stopped, Holdfast rings nobody back and promises nothing new. What is owed keeps its place, and is made once this is turned back."
        on={calls.off}
        state={calls.off ? "Stopped" : "As usual"}
        switched={calls}
      >
        {calls.off ? (
          <Asked
            label="Place them again"
            title="Place return calls again?"
            confirm="Place them again"
            perform={turn("/api/callbacks/switch", false)}
            hindrance={hindrance}
          >
            {number(concerns.owed, "person is", "people are")} owed a return call; {concerns.soon} of them within the
            hour, or already late. Those are rung as soon as a rep is free.
          </Asked>
        ) : (
          <Asked
            label="Stop placing"
            title="Stop placing return calls?"
            confirm="Stop placing"
            perform={turn("/api/callbacks/switch", true)}
            hindrance={hindrance}
            grave
          >
            {number(concerns.owed, "person is", "people are")} owed a return call; {concerns.soon} of them within the
            hour, or already late. None is rung until you turn this back, and promises may be broken.
          </Asked>
        )}
      </SwitchCard>
    </div>
  );
}
