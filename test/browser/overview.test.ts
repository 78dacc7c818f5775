import { expect, test } from "vitest";
import { phoneOn } from "./house.ts";
import { withBrowser } from "./with-browser.ts";

const { house: openHouse } = withBrowser();

test("whoever looks at the overview sees a caller wait and be taken, without asking again", async () => {
  const house = await openHouse();
  const overview = await house.open("/");
  const sales = overview.getByRole("row", { name: /^sales/ });
  await sales.getByRole("cell", { name: "none" }).waitFor();

  const phones = await house.open("/phone");
  const her = phoneOn(phones, house, "Caller 1", "+12125550301");
  const rep = phoneOn(phones, house, "Ana", "+12125550201");
  const press = (phone: typeof her, name: string) =>
    phone.does(() => phone.frame.getByRole("button", { name, exact: true }).click());
  await press(rep, "Sign in");
  await overview.getByText(/^Free/).waitFor();
  await press(her, "Dial");
  await her.hears(/Welcome/);
  await press(her, "1");
  await rep.rings();
  await overview.getByRole("listitem").filter({ hasText: "Ana" }).getByText("Ringing").waitFor();
  await sales.getByRole("cell", { name: "1" }).first().waitFor();
  await press(rep, "Answer");
  await rep.hears(/Press 1 to take/);
  await press(rep, "1");
  await her.talksWith("Ana");
  await overview.getByText("In a call").waitFor();
  await sales.getByRole("cell", { name: "0" }).first().waitFor();
  expect(house.complaints).toEqual([]);
}, 120_000);
