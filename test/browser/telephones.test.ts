import { expect, test } from "vitest";
import { phoneOn, withBrowser } from "./house.ts";

const { house: openHouse } = withBrowser();

const caller = ["Caller 1", "+12125550301"] as const;
const ana = ["Ana", "+12125550201"] as const;

test("a newcomer makes the whole demo call with two telephones in the browser", async () => {
  const house = await openHouse();
  const page = await house.open("/phone");
  const [her, rep] = [phoneOn(page, house, ...caller), phoneOn(page, house, ...ana)];
  const press = (phone: typeof her, name: string) =>
    phone.does(() => phone.frame.getByRole("button", { name, exact: true }).click());

  await press(rep, "Sign in");
  await rep.shows(/You are in now/);

  await press(her, "Dial");
  await her.hears(/Welcome to Bright Kettle/);
  await press(her, "1");
  await her.hears(/sales/i);
  await rep.rings();
  await rep.shows("Bright Kettle rings");
  await press(rep, "Answer");
  await rep.hears(/Press 1 to take/);
  await press(rep, "1");
  await her.hears(/Here is Ana/);
  await her.talksWith("Ana");

  await her.frame.getByLabel("Say something as Caller 1").fill("Do you sell descalers?");
  await press(her, "Say it");
  await rep.shows("Do you sell descalers?");

  await press(her, "Hang up");
  await her.shows(/Call ended: you hung up/);
  await rep.hears(/How did the call end/);
  await press(rep, "1");
  await house.pass(15);
  await rep.shows(/Call ended/);
  expect(house.complaints).toEqual([]);
}, 120_000);
