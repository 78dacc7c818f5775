import { Badge, Button, Text, TextInput, Title } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { valueAt, withValue } from "../../../../routing/edits.ts";
import { Empty } from "../../../ui/states.tsx";
import { AddItem } from "../add-item.tsx";
import { useDraft } from "../draft.ts";
import { asText } from "../fields/field.ts";
import { textsOf } from "../fields/names-field.tsx";
import formClasses from "../form.module.css";
import { wayTo } from "../sections.ts";
import { repsOf } from "./known.ts";
import { listOf } from "./listed.ts";
import { Paste } from "./paste.tsx";
import classes from "./reps.module.css";

/** From so many on there is a search. */
const many = 8;

/** Everybody who answers, with what each can do; one is added by hand, or many from a list. */
export function RepList() {
  const draft = useDraft();
  const [search, setSearch] = useState("");
  const ids = draft.names(["reps"]);
  const reps = ids.map((id) => readRep(id, draft.value(["reps", id])));
  const sought = search.toLowerCase().split(/\s+/);
  const found = reps.filter(({ id, name, address, skills, languages, isLead }) => {
    const text = [id, name, address, ...skills, ...languages, isLead ? "lead" : ""].join(" ").toLowerCase();
    return sought.every((word) => text.includes(word));
  });
  const actions = (
    <>
      {reps.length > 0 && (
        <Button variant="default" onClick={() => save(listOf(repsOf(draft)))}>
          Save as CSV
        </Button>
      )}
      <Paste />
      <AddItem what="rep" section="reps" add={withRep} />
    </>
  );
  return (
    <div className={formClasses["form"]}>
      <div className={formClasses["head"]}>
        <Title order={2}>Reps</Title>
        {reps.length > 0 && <div className={formClasses["acts"]}>{actions}</div>}
      </div>
      {reps.length === 0 && (
        <Empty title="Nobody answers yet" action={<div className={formClasses["acts"]}>{actions}</div>}>
          A rep is somebody whose telephone rings for callers. Add one, or paste a list from a sheet.
        </Empty>
      )}
      {reps.length >= many && (
        <TextInput
          type="search"
          aria-label="Search the reps"
          placeholder="Search names, phones, skills, languages"
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      )}
      {reps.length > 0 && found.length === 0 && <Text c="dimmed">No rep is like that.</Text>}
      <ul className={classes["reps"]} aria-label="Reps">
        {found.map((rep) => (
          <Row key={rep.id} rep={rep} />
        ))}
      </ul>
    </div>
  );
}

type Shown = ReturnType<typeof readRep>;

function Row({ rep }: { readonly rep: Shown }) {
  const faults = useDraft().faultsWithin(["reps", rep.id]).length;
  return (
    <li>
      <Link {...wayTo("reps", rep.id)}>
        <span className={classes["who"]}>
          <b>{rep.name}</b>
          <span>{rep.address}</span>
        </span>
        <span className={classes["chips"]}>
          {rep.isLead && (
            <Badge variant="light" tt="none" radius="sm" className={classes["lead"] ?? ""}>
              lead
            </Badge>
          )}
          {[...rep.skills, ...rep.languages].map((chip, place) => (
            <Badge
              key={`${chip} ${place < rep.skills.length ? "skill" : "language"}`}
              variant={place < rep.skills.length ? "default" : "transparent"}
              tt="none"
              radius="sm"
              fw={500}
              className={classes["chip"] ?? ""}
            >
              {chip}
            </Badge>
          ))}
          {faults > 0 && <em>{faults === 1 ? "1 fault" : `${faults} faults`}</em>}
        </span>
      </Link>
    </li>
  );
}

function readRep(id: string, rep: unknown) {
  const at = (field: string) => valueAt(rep, [field]);
  return {
    id,
    name: asText(at("name")) || id,
    address: asText(at("address")) || "No phone yet",
    skills: textsOf(at("skills")),
    languages: textsOf(at("languages")),
    isLead: at("lead") === true,
  };
}

/** A routing with one more rep, who speaks the business's language; the phone and the skills are to be filled in. */
function withRep(source: unknown, id: string, name: string): unknown {
  const language = valueAt(source, ["business", "language"]);
  return withValue(source, ["reps", id], {
    name,
    address: "",
    skills: [],
    languages: [typeof language === "string" ? language : "en"],
  });
}

/** Hands a list to the browser as a file. */
function save(list: string): void {
  const address = URL.createObjectURL(new Blob([list], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = "reps.csv";
  link.click();
  URL.revokeObjectURL(address);
}
