import { Loader } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ask } from "../../api.ts";
import { Failed } from "../../ui/states.tsx";
import { Door, Form } from "./form.tsx";
import { linkIn, type Link } from "./link.ts";
import { ByIssuer, waysQuery } from "./ways.tsx";
import { wordsFor } from "./why.ts";

/** Where somebody signs in; by a one-time link, where somebody becomes the first admin or chooses a password. */
export function SignInPage() {
  const [link] = useState(takeLink);
  if (!link) return <SignIn />;
  switch (link.what) {
    case "first":
      return <First secret={link.secret} />;
    case "invitation":
    case "reset":
      return <ChoosePassword link={link} />;
    default:
      return link.what satisfies never;
  }
}

/** Why the issuer's way in came to nothing: said once, and not again when the page is loaded anew. */
function takeReason(): string | null {
  const reason = new URLSearchParams(window.location.search).get("why");
  if (reason !== null) window.history.replaceState(window.history.state, "", window.location.pathname);
  return reason;
}

/** The link's secret, which is not left in the address: a picture of the window or the browser's memory would have it. */
function takeLink(): Link | undefined {
  const link = linkIn(window.location.hash);
  if (link) window.history.replaceState(window.history.state, "", window.location.pathname);
  return link;
}

function SignIn() {
  const { data: ways, error } = useQuery(waysQuery);
  const [reason] = useState(takeReason);
  // Where it cannot be asked, a password may do all the same.
  if (!ways && !error)
    return (
      <Door title="Sign in">
        <Loader aria-label="Loading how people sign in here" />
      </Door>
    );
  const known = ways ?? { password: true };
  const byIssuer = <ByIssuer ways={known} why={wordsFor(reason, known.issuer?.name ?? "the issuer")} />;
  if (!known.password) return <Door title="Sign in">{byIssuer}</Door>;
  return (
    <Form
      title="Sign in"
      before={byIssuer}
      fields={["email", "password"]}
      submit="Sign in"
      send={({ email, password }) => ask("POST", "/api/sign-in", { email, password })}
    />
  );
}

function First({ secret }: { readonly secret: string }) {
  return (
    <Form
      title="Become the first admin"
      about="You came by the link that was printed at the start. It works once; whoever comes after you is invited by you."
      fields={["name", "email", "newPassword"]}
      submit="Make my account"
      send={({ name, email, newPassword }) =>
        ask("POST", "/api/first-user", { secret, name, email, password: newPassword })
      }
    />
  );
}

type Invited = { readonly name: string; readonly email: string };

function ChoosePassword({ link: { what, secret } }: { readonly link: Link }) {
  const path = `/api/invitations/${encodeURIComponent(secret)}`;
  const { data, error } = useQuery({
    queryKey: ["invitation", secret],
    queryFn: async () => (await ask("GET", path)) as Invited,
  });
  if (error)
    return (
      <Door title="Holdfast">
        <Failed what="This link leads nowhere" error={error} />
      </Door>
    );
  if (!data)
    return (
      <Door title="Holdfast">
        <Loader aria-label="Loading whose link it is" />
      </Door>
    );
  return (
    <Form
      title={what === "invitation" ? `Welcome, ${data.name}` : "Choose a new password"}
      about={`For ${data.email}.`}
      email={data.email}
      fields={["newPassword"]}
      submit={what === "invitation" ? "Come in" : "Change it"}
      send={({ newPassword }) => ask("POST", path, { password: newPassword })}
    />
  );
}
