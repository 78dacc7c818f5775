import { useDraft } from "../draft.ts";
import { ListField } from "../fields/list-field.tsx";
import { NamesField } from "../fields/names-field.tsx";
import { SecondsField } from "../fields/number-field.tsx";
import { Beside, FieldGroup } from "../form.tsx";
import type { Path } from "../path.ts";
import { skillsIn } from "./names.ts";

/** Who is rung for the callers of a queue, and for how long. */
export function Ringing({ path }: { readonly path: Path }) {
  const draft = useDraft();
  const ring = [...path, "ring"];
  const pool = draft.value([...ring, "pool"]);
  const last: unknown = Array.isArray(pool) ? pool.at(-1)?.after : undefined;
  return (
    <FieldGroup title="Who is rung" path={ring} about="Of all who may, the one who has been idle the longest.">
      <Beside>
        <SecondsField path={[...ring, "seconds"]} label="Ring each for" about="Then the next is rung." />
        <SecondsField
          path={[...ring, "preferFor"]}
          label="Wait for whom the caller knows"
          about="The rep of the case."
        />
      </Beside>
      <ListField
        path={[...ring, "pool"]}
        label="Pool"
        about="Who may be rung, wider as the wait grows."
        item="step"
        create={() => ({ after: typeof last === "number" ? last + 60 : 0, skills: skillsIn(draft.source).slice(0, 1) })}
      >
        {(at, place) => (
          <Beside>
            <SecondsField path={[...at, "after"]} label={place === 0 ? "From" : "After"} />
            <NamesField path={[...at, "skills"]} label="Reps with any of" names={skillsIn(draft.source)} />
          </Beside>
        )}
      </ListField>
    </FieldGroup>
  );
}
