import { useDraft } from "../draft.ts";
import { SwitchField } from "../fields/choice-field.tsx";
import { ListField } from "../fields/list-field.tsx";
import { NameField } from "../fields/name-field.tsx";
import { SecondsField } from "../fields/number-field.tsx";
import { PromptField } from "../fields/prompt-field.tsx";
import { textsOf } from "../fields/names-field.tsx";
import { Beside, FieldGroup, Part } from "../form.tsx";
import type { Path } from "../path.ts";
import { ruleAt } from "../rules.ts";
import { useTracks } from "./names.ts";

/** What a caller hears who waits in a queue. */
export function Waiting({ path }: { readonly path: Path }) {
  const draft = useDraft();
  const tracks = useTracks();
  const announcements = draft.names(["announcements"]);
  const played = textsOf(draft.value([...path, "music"]));
  const nextTrack = tracks.find(({ value }) => !played.includes(value))?.value ?? played[0] ?? "";
  const named = textsOf(draft.value([...path, "announcements"]));
  const nextAnnouncement = announcements.find((name) => !named.includes(name));
  return (
    <FieldGroup title="Heard in the wait">
      <PromptField path={[...path, "opening"]} label="Opening" about="What is said first, before place and wait." />
      <ListField
        path={[...path, "music"]}
        label="Music"
        about="In this order, each from where it stopped."
        item="track"
        create={() => nextTrack}
      >
        {(at, place) => <NameField path={at} label={`Track ${place + 1}`} isBare names={tracks} />}
      </ListField>
      <Part title="Speech" about="All that is spoken in the wait keeps to this, after the opening.">
        <Beside>
          <SecondsField path={[...path, "speech", "seconds"]} label="At most" about="" />
          <SecondsField path={[...path, "speech", "within"]} label="In any" about="" />
        </Beside>
      </Part>
      {ruleAt(draft.source, [...path, "announcements"]) && (
        <>
          <ListField
            path={[...path, "announcements"]}
            label="Product announcements"
            item="announcement"
            empty="None: music, place and wait alone."
            create={nextAnnouncement === undefined ? undefined : () => nextAnnouncement}
          >
            {(at, place) => <NameField path={at} label={`Announcement ${place + 1}`} isBare names={announcements} />}
          </ListField>
          <SwitchField path={[...path, "framed"]} label="Set announcements apart" />
        </>
      )}
    </FieldGroup>
  );
}
